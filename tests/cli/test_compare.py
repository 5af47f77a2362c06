"""`planalign compare`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from tests.test_pipeline import LOWER, UPPER

if TYPE_CHECKING:
    from tests.cli.runner import Run

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Return two plans in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "city.txt").write_text(UPPER, encoding="utf-8")
    (tmp_path / "district.txt").write_text(LOWER, encoding="utf-8")
    return "city.txt", "district.txt"


def test_first_screen(run: Run, pair: tuple[str, str]) -> None:
    """The first screen says what was compared, how much is covered, what was dropped, with its quote."""
    result = run("compare", *pair)
    screen = "\n".join(result.out.splitlines()[:24])
    assert (0, "") == (result.code, result.err)
    assert "自动比对结果，供人工复核" in screen
    assert "《2025年全市应急管理工作要点》" in screen
    assert "整项未承接的任务：（三）建设森林防火道路" in screen
    assert "新建防火道路20公里，完善取水点。" in screen


def test_english(run: Run, pair: tuple[str, str]) -> None:
    """The report speaks English on request."""
    assert "Tasks dropped as a whole: （三）建设森林防火道路" in run("compare", *pair, "--lang", "en").out


def test_json(run: Run, pair: tuple[str, str]) -> None:
    """The record goes to standard output, nothing else does, and it keeps to its schema."""
    record = json.loads(run("compare", *pair, "--format", "json").out)
    schema = json.loads((SCHEMAS / "comparison.json").read_text(encoding="utf-8"))
    jsonschema.validate(record, schema, jsonschema.Draft202012Validator)
    assert "planalign/comparison/1" == record["schema"]


@pytest.mark.parametrize(("fail_on", "expected"), [("error", 1), ("warning", 1), ("never", 0)])
def test_fail_on(run: Run, pair: tuple[str, str], fail_on: str, expected: int) -> None:
    """Findings make the exit code 1 only where asked for."""
    assert expected == run("compare", *pair, "--fail-on", fail_on).code


def test_fail_on_with_nothing_to_complain(run: Run, pair: tuple[str, str]) -> None:
    """A plan carries out itself."""
    assert 0 == run("compare", pair[0], pair[0], "--fail-on", "warning").code


def test_outputs(run: Run, pair: tuple[str, str], tmp_path: Path) -> None:
    """Several files are written, and standard error says so."""
    result = run("compare", *pair, "-o", "out.json", "-o", "out.MD")
    assert "planalign: 已写入 out.json\nplanalign: 已写入 out.MD\n" == result.err
    assert {"city.txt", "district.txt", "out.json", "out.MD"} == {path.name for path in tmp_path.iterdir()}
    assert (tmp_path / "out.MD").read_text(encoding="utf-8").startswith("# 上下级工作计划对照报告\n")


def test_quiet(run: Run, pair: tuple[str, str]) -> None:
    """--quiet leaves the data and drops the sentences."""
    result = run("compare", *pair, "-o", "out.json", "--quiet")
    assert "" == result.err
    assert "" != result.out


def test_json_is_the_same_on_screen_and_in_a_file(run: Run, pair: tuple[str, str], tmp_path: Path) -> None:
    """The record does not depend on where it goes."""
    result = run("compare", *pair, "--format", "json", "-o", "out.json")
    assert result.out == (tmp_path / "out.json").read_text(encoding="utf-8")


WAIVER = """
[[waiver]]
rule = "PA101"
parent = { document = "city", quote = "建设森林防火道路" }
child = { document = "district" }
reason = "本区没有林区"
basis = "江城办函〔2025〕9号"
approver = "江城市应急管理局"
expires = 2025-12-31
"""


@pytest.fixture
def waivers(pair: tuple[str, str], tmp_path: Path) -> str:
    """Return a waivers file that accepts the dropped task."""
    assert pair
    (tmp_path / "planalign-waivers.toml").write_text(WAIVER, encoding="utf-8")
    return "planalign-waivers.toml"


@pytest.mark.parametrize(("day", "code"), [("2025-12-31", 0), ("2026-01-01", 1)])
def test_waivers(run: Run, pair: tuple[str, str], waivers: str, day: str, code: int) -> None:
    """A waived error is no reason to fail until the waiver expires."""
    assert code == run("compare", *pair, "--waivers", waivers, "--as-of", day, "--fail-on", "error").code


def test_waived_is_shown_apart(run: Run, pair: tuple[str, str], waivers: str) -> None:
    """What is waived is counted and listed apart with its reason, and stays in the record."""
    result = run("compare", *pair, "--waivers", waivers, "--as-of", "2025-06-01", "-o", "out.json", "-o", "out.md")
    terms = "本区没有林区（依据 江城办函〔2025〕9号，江城市应急管理局 同意，有效期至 2025-12-31）"
    assert "整项未承接的任务：无（另有 1 项已豁免）" in result.out
    assert "另有1项已豁免（按2025-06-01判断是否有效）" in "".join(result.out.split())
    assert terms in result.out
    assert terms in Path("out.md").read_text(encoding="utf-8")
    record = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert ["PA101-t3"] == [entry["finding"]["id"] for entry in record["waived"]]
    assert "PA101" not in {finding["code"] for finding in record["findings"]}


def test_waivers_need_a_day(run: Run, pair: tuple[str, str], waivers: str) -> None:
    """No clock decides whether a waiver holds."""
    result = run("compare", *pair, "--waivers", waivers)
    assert 2 == result.code
    assert "--as-of" in result.err


def test_part_that_was_not_read(run: Run, pair: tuple[str, str]) -> None:
    """Where a part of a document was not read, the report is printed, and exit code 3 outranks 1."""
    lines = "".join(f"<p>{line}</p>" for line in LOWER.splitlines() if line)
    Path("district.html").write_text(
        f"<html><body>{lines}<p><a href='2'>下一页</a></p></body></html>", encoding="utf-8"
    )
    result = run("compare", pair[0], "district.html", "--fail-on", "warning")
    assert 3 == result.code
    assert "自动比对结果，供人工复核" in result.out
    assert "district.html" in result.err
