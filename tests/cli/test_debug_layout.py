"""`planalign parse --debug-layout`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

PLAN = """2025年全区应急管理工作要点

一、重点任务

（一）修订应急预案。修订区级总体预案，更新物资清单。（责任单位：区应急局）

联系人：江小北，联系电话：13900000000
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan with a contact."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_outline(run: Run, plan: Path, tmp_path: Path) -> None:
    """A text gives an outline: one line a part, with what it was taken for."""
    assert 0 == run("parse", str(plan), "--debug-layout", str(tmp_path / "new" / "layout")).code
    lines = (tmp_path / "new" / "layout" / "plan.txt.layout.txt").read_text("utf-8").splitlines()
    parts = [re.split(r"\s{2,}", line)[-2:] for line in lines[5:]]
    assert ["文件头（标题）", "2025年全区应急管理工作要点"] in parts
    assert ["部分 s1", "一、重点任务"] in parts
    assert ["任务 t1", "（一）修订应急预案。"] in parts
    assert ["条款 t1.c1", "修订区级总体预案，更新物资清单。"] in parts
    assert ["责任单位 t1.c1", "（责任单位：区应急局）"] in parts


def test_contact(run: Run, plan: Path, tmp_path: Path) -> None:
    """Names and numbers stay out, unless they are asked for."""
    written = tmp_path / "plan.txt.layout.txt"
    run("parse", str(plan), "--debug-layout", str(tmp_path))
    assert "江小北" not in written.read_text("utf-8")
    run("parse", str(plan), "--debug-layout", str(tmp_path), "--contact")
    assert "江小北" in written.read_text("utf-8")


def test_documents_of_one_name(run: Run, plan: Path, tmp_path: Path) -> None:
    """Two documents of one name get a file each."""
    other = tmp_path / "sub" / "plan.txt"
    other.parent.mkdir()
    other.write_text(PLAN, encoding="utf-8")
    run("parse", str(plan), str(other), "--debug-layout", str(tmp_path / "out"))
    assert ["plan.txt.2.layout.txt", "plan.txt.layout.txt"] == sorted(
        path.name for path in (tmp_path / "out").iterdir()
    )


def test_own_files_are_no_documents(run: Run, plan: Path, tmp_path: Path) -> None:
    """A second run over the same folder reads the documents, not what the first run showed of them."""
    for _ in range(2):
        assert 1 == run("parse", str(tmp_path), "--debug-layout", str(tmp_path), "-f", "jsonl").out.count("\n")
    assert plan.exists()


def test_no_place_for_a_folder(run: Run, plan: Path) -> None:
    """A file in the place of the folder is a usage error."""
    result = run("parse", str(plan), "--debug-layout", str(plan))
    assert 2 == result.code
    assert "文件夹无法建立" in result.err


@pytest.mark.parametrize("name", ["linjiang-district-2025.pdf", "linjiang-district-2025.ofd"])
def test_pages(run: Run, jiangcheng: Path, tmp_path: Path, name: str) -> None:
    """A PDF and an OFD give one web page, with a box for every row of the annexes, and without anything from a net."""
    assert 0 == run("parse", str(jiangcheng / name), "--debug-layout", str(tmp_path), "-f", "json").code
    page = (tmp_path / f"{name}.layout.html").read_text("utf-8")
    entries = {int(number) for number in re.findall(r'<li id="m(\d+)">', page)}
    boxes = {int(number) for number in re.findall(r'<a href="#m(\d+)"', page)}
    assert set(range(1, len(entries) + 1)) == entries
    assert boxes <= entries
    assert 1 < len(re.findall(r'class="page"', page))
    assert "无记录</span></span> " not in page
    assert [] == re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', page)


def test_input_is_never_overwritten(run: Run, plan: Path, tmp_path: Path) -> None:
    """What is called like an output of this folder, and is read, is refused before anything is written."""
    other = tmp_path / "plan.txt.layout.txt"
    other.write_text(PLAN, encoding="utf-8")
    result = run("parse", str(plan), str(other), "--debug-layout", str(tmp_path))
    assert (2, "", PLAN) == (result.code, result.out, other.read_text("utf-8"))
