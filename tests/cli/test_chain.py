"""`planalign chain` and `planalign matrix`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.plans import CITY, DISTRICT, NEWS, TOWN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

CHAIN = ("chain", "city.txt", "district.txt", "town.txt")
MATRIX = ("matrix", "city.txt", "district.txt", "town.txt")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with plans of three levels and some news."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("city", CITY), ("district", DISTRICT), ("town", TOWN), ("news", NEWS)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_where_a_task_was_lost(run: Run) -> None:
    """Each task of the top plan says at which level it was lost."""
    record = json.loads(run(*CHAIN, "--format", "json").out)
    assert "planalign/chain/1" == record["schema"]
    assert {"t1": None, "t2": 2, "t3": 1} == {fate["id"]: fate["lost_at"] for fate in record["tasks"]}


def test_neighbours_and_end_to_end(run: Run) -> None:
    """The comparisons are those of neighbours, then that of the top with the bottom."""
    record = json.loads(run(*CHAIN, "--format", "json").out)
    pairs = [(each["parent"]["source"]["file"], each["child"]["source"]["file"]) for each in record["comparisons"]]
    assert [("city.txt", "district.txt"), ("district.txt", "town.txt"), ("city.txt", "town.txt")] == pairs


def test_table(run: Run) -> None:
    """The table names each task and counts what was lost where."""
    out = run(*CHAIN).out
    assert "（三）建设森林防火道路" in out
    assert "丢失 1 项" in out
    assert max(len(line) for line in out.splitlines()) <= 100


@pytest.mark.parametrize("command", [CHAIN, MATRIX])
def test_markdown(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    """The report is written as Markdown too."""
    assert 0 == run(*command, "-o", "out.md").code
    assert "| （三）建设森林防火道路 |" in (folder / "out.md").read_text(encoding="utf-8")


def test_bad_link_of_a_chain(run: Run) -> None:
    """A plan that cannot be read is told and left out; the rest goes on, and the code is 3."""
    result = run("chain", "city.txt", "missing.txt", "town.txt", "--format", "json")
    record = json.loads(result.out)
    assert (3, ["missing.txt"]) == (result.code, [each["file"] for each in record["unread"]])
    assert "missing.txt" in result.err
    assert 1 == len(record["comparisons"])


def test_too_few(run: Run) -> None:
    """One plan is no chain; a chain of which only one is left is incomplete."""
    assert 2 == run("chain", "city.txt").code
    assert 3 == run("chain", "city.txt", "news.txt").code


def test_matrix(run: Run) -> None:
    """Each parent task has one cell for each child, with the counts of its clauses."""
    record = json.loads(run(*MATRIX, "--format", "json").out)
    assert "planalign/matrix/1" == record["schema"]
    cells = {
        row["task"]: [(cell["status"], cell["covered"], cell["clauses"]) for cell in row["cells"]]
        for row in record["rows"]
    }
    assert [("dropped", 0, 1), ("dropped", 0, 1)] == cells["t3"]
    assert [("covered", 2, 2), ("dropped", 0, 2)] == cells["t2"]
    assert ["t1"] == record["rows"][0]["cells"][0]["child_tasks"]


def test_matrix_table(run: Run) -> None:
    """The table names what no child carries."""
    assert "没有一个下级文件承接的任务（1）：（三）建设森林防火道路" in run(*MATRIX).out
    assert "Tasks that no child carries (1)" in run(*MATRIX, "--lang", "en").out


def test_a_department_is_not_called_by_its_place(run: Run, folder: Path) -> None:
    """A department has a column of its own name, and its place stands for the government."""
    for name, office in (("bureau", "江城市应急管理局"), ("office", "江城市人民政府")):
        plan = CITY.replace("2025年", f"{office}关于印发2025年", 1)
        (folder / f"{name}.txt").write_text(plan, encoding="utf-8")
    told = run("matrix", "city.txt", "bureau.txt", "office.txt").out
    head = next(line for line in told.splitlines() if "上级任务" in line)
    assert ["上级任务", "承接", "应急管理局", "江城市"] == head.split()


def test_bad_child_of_a_matrix(run: Run) -> None:
    """A child that is no plan is told and left out; without a parent, or without children, nothing is compared."""
    result = run("matrix", "city.txt", "district.txt", "news.txt")
    assert 3 == result.code
    assert "未参加比对的文件 news.txt 这不是工作计划" in result.out
    assert 3 == run("matrix", "news.txt", "district.txt").code
    assert 3 == run("matrix", "city.txt", "news.txt").code


@pytest.mark.parametrize("command", [CHAIN, MATRIX])
def test_format_of_another_command(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    """A file in a format that the command does not write is refused before any work."""
    result = run(*command, "-o", "out.csv")
    assert (2, "") == (result.code, result.out)
    assert "这个命令不能写出这种格式" in result.err
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize("command", ["chain", "matrix"])
@pytest.mark.parametrize("form", ["table", "md"])
def test_the_wrong_order(run: Run, command: str, form: str) -> None:
    """Plans that were given from below are pointed out, and those in order are not."""
    told = "两份文件可能给反了"
    assert told in run(command, "town.txt", "city.txt", "--isolated", "-f", form).out.replace("\n", "").replace(" ", "")
    assert told not in run(command, "city.txt", "town.txt", "--isolated", "-f", form).out


@pytest.mark.parametrize(("command", "name"), [("chain", "江城市"), ("matrix", "上级")])
@pytest.mark.parametrize("form", ["table", "md"])
def test_an_interpretation(run: Run, jiangcheng: Path, command: str, name: str, form: str) -> None:
    """A 解读 at the top is pointed out once, behind its name."""
    top = str(jiangcheng / "city-2025-jiedu.html")
    lines = run(command, top, "district.txt", "town.txt", "--isolated", "-f", form).out.splitlines()
    told = [line for line in lines if "⚠ 注意：这份文件是解读而不是计划本身" in line]
    assert [name] == [line.strip("->* ").split("⚠")[0].strip("* ") for line in told]
