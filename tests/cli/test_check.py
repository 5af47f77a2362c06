"""`planalign check`, and which files of the project it goes by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.plans import CITY, DISTRICT, NEWS, WAIVERS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with two plans and some news."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("city", CITY), ("district", DISTRICT), ("news", NEWS)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


PAIR = ("check", "district.txt", "--parent", "city.txt")


def test_dropped_task(run: Run, folder: Path) -> None:
    """A dropped task breaks the policy; the list quotes it with its place and how to fix it; nothing is written."""
    before = sorted(folder.iterdir())
    result = run(*PAIR)
    assert (1, "") == (result.code, result.err)
    assert "不通过：有 1 个错误" in result.out
    assert "PA101 上级任务“（三）建设森林防火道路”在下级文件中未找到承接内容  PA101-t3" in result.out
    assert "第9行：新建防火道路20公里，完善取水点。" in result.out
    assert "处理    先在下级文件中查找" in result.out
    assert before == sorted(folder.iterdir())


def test_alone(run: Run) -> None:
    """Without a parent the plan is checked on its own, and the report says so."""
    result = run("check", "district.txt", "--format", "json")
    record = json.loads(result.out)
    assert ("planalign/check/1", 3) == (record["schema"], record["summary"]["tasks"])
    assert result.code == (0 if record["gate"]["passed"] else 1)
    assert "未给出上级文件，只检查了文件本身" in run("check", "district.txt").out


def test_with_a_parent_it_is_a_comparison(run: Run) -> None:
    """With a parent the record is that of a comparison, with the verdict of the policy."""
    record = json.loads(run(*PAIR, "--format", "json").out)
    assert "planalign/comparison/1" == record["schema"]
    assert not record["gate"]["passed"]


def test_notes_on_request(run: Run) -> None:
    """Notes are counted, and listed on request."""
    assert "未列出：提示 1；加 --all 全部列出" in run(*PAIR).out
    assert "PA104-t3" in run(*PAIR, "--all").out
    assert "PA104-t3" not in run(*PAIR).out


@pytest.mark.parametrize(("fail_on", "expected"), [("error", 1), ("never", 0)])
def test_fail_on(run: Run, folder: Path, fail_on: str, expected: int) -> None:
    """The option comes before the file, and the file before the default."""
    (folder / "planalign.toml").write_text(f'[policy]\nfail_on = "{fail_on}"\n', encoding="utf-8")
    assert expected == run(*PAIR).code
    assert 1 == run(*PAIR, "--fail-on", "error").code
    assert 1 == run(*PAIR, "--isolated").code


def test_severity_of_the_file(run: Run, folder: Path) -> None:
    """A rule weighs what the file says, and standard error names the file."""
    (folder / "planalign.toml").write_text('[rules]\nPA101 = "warning"\n', encoding="utf-8")
    result = run(*PAIR)
    assert (0, "planalign: 采用 planalign.toml\n") == (result.code, result.err)
    assert "" == run(*PAIR, "--quiet").err


def test_threshold(run: Run, folder: Path) -> None:
    """A share below its bound breaks the policy and is told with its counts."""
    (folder / "planalign.toml").write_text(
        '[policy]\nfail_on = "never"\n[policy.thresholds]\ncoverage = 0.9\n', encoding="utf-8"
    )
    result = run(*PAIR)
    assert 1 == result.code
    assert "不通过：条款承接率 75%（3/4），低于 90%" in result.out


def test_mistake_in_the_file(run: Run, folder: Path) -> None:
    """A mistake in the file is 2, whatever the documents are, and is told with its line."""
    (folder / "planalign.toml").write_text("[polcy]\n", encoding="utf-8")
    result = run("check", "missing.txt")
    assert (2, "") == (result.code, result.out)
    assert "planalign: planalign.toml: 第 1 行：没有 'polcy' 这一项，是否指 'policy'？\n" == result.err


def test_waivers_nearby(run: Run, folder: Path) -> None:
    """Waivers beside the child are found, and need a day to judge them by."""
    (folder / "planalign-waivers.toml").write_text(WAIVERS, encoding="utf-8")
    assert 2 == run(*PAIR).code
    passed = run(*PAIR, "--as-of", "2025-06-01")
    assert 0 == passed.code
    assert "本区没有林区" in passed.out
    late = run(*PAIR, "--as-of", "2026-06-01", "--format", "json")
    assert {"PA101", "PA503"} <= {found["code"] for found in json.loads(late.out)["findings"]}
    assert 1 == run(*PAIR, "--isolated").code


def test_compare_takes_no_waivers_by_itself(run: Run, folder: Path) -> None:
    """A comparison shows every gap unless the waivers are named; scope and severities hold for it too."""
    (folder / "planalign-waivers.toml").write_text(WAIVERS, encoding="utf-8")
    (folder / "planalign.toml").write_text(
        '[project]\nas_of = "2025-06-01"\n[rules]\nPA104 = "off"\n', encoding="utf-8"
    )
    record = json.loads(run("compare", "city.txt", "district.txt", "--format", "json").out)
    codes = {found["code"] for found in record["findings"]}
    assert ([], True, False) == (record["waived"], "PA101" in codes, "PA104" in codes)
    named = run("compare", "city.txt", "district.txt", "--format", "json", "--waivers", "planalign-waivers.toml")
    assert 1 == len(json.loads(named.out)["waived"])


def test_incomplete_outranks_the_policy(run: Run) -> None:
    """A document that is no plan, or is not there, is 3."""
    assert 3 == run("check", "news.txt").code
    assert 3 == run("check", "district.txt", "--parent", "missing.txt").code


def test_outputs(run: Run, folder: Path) -> None:
    """Files are written as asked, with the same content as standard output."""
    result = run(*PAIR, "--format", "json", "-o", "out.json", "-o", "out.md")
    assert result.out == (folder / "out.json").read_text(encoding="utf-8")
    report = (folder / "out.md").read_text(encoding="utf-8")
    assert report.startswith("# 工作计划检查报告\n")
    assert "> 新建防火道路20公里，完善取水点。" in report


def test_english(run: Run) -> None:
    """The whole report speaks English on request."""
    out = run(*PAIR, "--lang", "en").out
    assert "Not passed: 1 error\n" in out
    assert "  Fix     Look first for other words" in out
