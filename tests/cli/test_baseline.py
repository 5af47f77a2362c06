"""`planalign baseline`, and how `check` goes by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.plans import CITY, DISTRICT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

PAIR = ("district.txt", "--parent", "city.txt")
NAME = "planalign-baseline.json"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with two plans."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "city.txt").write_text(CITY, encoding="utf-8")
    (tmp_path / "district.txt").write_text(DISTRICT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_debt_is_not_new(run: Run) -> None:
    """What is written into the baseline breaks the policy no longer."""
    assert 1 == run("check", *PAIR).code
    assert 0 == run("baseline", "write", *PAIR).code
    result = run("check", *PAIR)
    assert (0, f"planalign: 采用 {NAME}\n") == (result.code, result.err)
    assert "加 --all 列出" in result.out


def test_renumbering_and_width_change_nothing(run: Run, folder: Path) -> None:
    """A task that is moved, renumbered and typed in another width is the same debt; one clause more is new."""
    run("baseline", "write", *PAIR)
    moved = CITY.replace(
        "（三）建设森林防火道路。新建防火道路20公里，", "（九）建设森林防火道路。新建防火道路２０公里,"
    )
    (folder / "city.txt").write_text(moved, encoding="utf-8")
    record = json.loads(run("check", *PAIR, "--format", "json").out)
    assert "PA101" in {found["code"] for found in record["known"]}
    assert "PA101" not in {found["code"] for found in record["findings"]}
    (folder / "city.txt").write_text(moved.replace("２０公里", "３０公里"), encoding="utf-8")
    assert "PA101" in {found["code"] for found in json.loads(run("check", *PAIR, "--format", "json").out)["findings"]}


def test_stale(run: Run, folder: Path) -> None:
    """Debt that is gone is a finding until the line is drawn anew."""
    run("baseline", "write", *PAIR)
    (folder / "city.txt").write_text(
        CITY.replace("（三）建设森林防火道路。新建防火道路20公里，完善取水点。", ""), encoding="utf-8"
    )
    record = json.loads(run("check", *PAIR, "--format", "json").out)
    assert "PA505" in {found["code"] for found in record["findings"]}
    assert "已消失 1 项" in run("baseline", "diff", *PAIR).out
    run("baseline", "write", *PAIR)
    assert "PA505" not in run("check", *PAIR).out


def test_diff(run: Run, folder: Path) -> None:
    """The difference is told in counts and as JSON; it is no gate."""
    run("baseline", "write", *PAIR)
    (folder / "city.txt").write_text(
        CITY.replace("一、重点任务", "一、重点任务\n\n（零）整治危旧桥梁。改造危旧桥梁12座。"), encoding="utf-8"
    )
    result = run("baseline", "diff", *PAIR, "--format", "json")
    diff = json.loads(result.out)
    assert (0, "planalign/baseline-diff/1") == (result.code, diff["schema"])
    assert "PA101" in {found["code"] for found in diff["new"]}


def test_twice_the_same_bytes(run: Run, folder: Path) -> None:
    """Writing twice gives the same bytes."""
    run("baseline", "write", *PAIR)
    first = (folder / NAME).read_bytes()
    run("baseline", "write", *PAIR)
    assert first == (folder / NAME).read_bytes()


def test_place(run: Run, folder: Path) -> None:
    """A first baseline stands beside planalign.toml, or where it is wanted."""
    (folder / "sub").mkdir()
    (folder / "planalign.toml").touch()
    (folder / "sub" / "district.txt").write_text(DISTRICT, encoding="utf-8")
    run("baseline", "write", "sub/district.txt")
    assert (folder / NAME).exists()
    run("baseline", "write", *PAIR, "--baseline", "sub/other.json")
    assert (folder / "sub" / "other.json").exists()


def test_no_baseline(run: Run, folder: Path) -> None:
    """A missing or damaged baseline is a mistake in the call."""
    assert 2 == run("baseline", "diff", *PAIR).code
    (folder / NAME).write_text("{}", encoding="utf-8")
    assert 2 == run("check", *PAIR).code
