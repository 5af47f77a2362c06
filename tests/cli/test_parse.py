"""`planalign parse`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

PLAN = """临江区应急管理局
关于印发《2025年全区应急管理工作要点》的通知
临应急发〔2025〕7号

各乡镇人民政府：

现将《2025年全区应急管理工作要点》印发给你们，请认真贯彻执行。

临江区应急管理局
2025年3月1日

（联系人：江小北，联系电话：13900000000）

2025年全区应急管理工作要点

一、重点任务

（一）修订应急预案。修订区级总体预案，更新物资清单。

（二）开展演练。每季度开展一次演练；演练后及时评估。
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two plans, a hidden file and a lock file, and make its parent the current one."""
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "plans"
    (made / "sub").mkdir(parents=True)
    for name in ("b.txt", "sub/a.txt", ".hidden.txt", "~$b.txt"):
        (made / name).write_text(PLAN, encoding="utf-8")
    return made


def test_table(run: Run, folder: Path) -> None:
    """The table names title, number, tasks; sentences stay off standard output."""
    result = run("parse", str(folder / "b.txt"))
    assert (0, "") == (result.code, result.err)
    assert "plans/b.txt · 工作计划 · 临应急发〔2025〕7号 · 2025-03-01" in result.out
    assert "（二）开展演练 · 2 条" in result.out


def test_json_of_one_file(run: Run, folder: Path) -> None:
    """One file gives one object with a relative path and without the contact line."""
    record = json.loads(run("parse", str(folder / "b.txt"), "--format", "json").out)
    assert "plans/b.txt" == record["source"]["file"]
    assert None is record["masthead"]["contact"]
    assert ["修订应急预案", "开展演练"] == [task["title"] for task in record["tasks"]]


def test_contact_on_request(run: Run, folder: Path) -> None:
    """Names and numbers appear only where they are asked for."""
    assert "江小北" not in run("parse", str(folder / "b.txt"), "--format", "json").out
    assert "江小北" in run("parse", str(folder / "b.txt"), "--format", "json", "--contact").out


def test_folder_as_lines(run: Run, folder: Path) -> None:
    """A folder gives its files in order; hidden and lock files are left out."""
    lines = run("parse", str(folder), "--format", "jsonl").out.splitlines()
    assert ["plans/b.txt", "plans/sub/a.txt"] == [json.loads(line)["source"]["file"] for line in lines]


def test_one_bad_file_does_not_stop_the_rest(run: Run, folder: Path) -> None:
    """The good files are printed, the bad one is told, the exit code is 3."""
    (folder / "a_empty.txt").write_bytes(b"")
    result = run("parse", str(folder), "--format", "jsonl")
    assert (3, 2) == (result.code, result.out.count("\n"))
    bad, count = result.err.splitlines()
    assert "a_empty.txt" in bad
    assert "planalign: 共 3 个文件，1 个有问题" == count


def test_empty_folder(run: Run, tmp_path: Path) -> None:
    """Nothing read is never a success."""
    result = run("parse", str(tmp_path))
    assert (3, "") == (result.code, result.out)
    assert "文件夹中没有文件" in result.err


def test_link_out_of_the_folder(run: Run, folder: Path, tmp_path: Path) -> None:
    """A link that leads out of a folder is not followed."""
    outside = tmp_path / "outside.txt"
    outside.write_text(PLAN, encoding="utf-8")
    (folder / "link.txt").symlink_to(outside)
    assert 2 == run("parse", str(folder), "--format", "jsonl").out.count("\n")


def test_markdown(run: Run, folder: Path) -> None:
    """Markdown holds every clause."""
    assert "- 演练后及时评估。" in run("parse", str(folder / "b.txt"), "--format", "md").out.splitlines()


def test_several_files_give_a_list(run: Run, folder: Path, tmp_path: Path) -> None:
    """The shape of the JSON hangs on what was asked for, not on how much of it could be read."""
    missing, good = str(tmp_path / "missing.txt"), str(folder / "b.txt")
    assert 1 == len(json.loads(run("parse", missing, good, "--format", "json").out))
    assert "[]\n" == run("parse", missing, missing, "--format", "json").out
    assert 2 == len(json.loads(run("parse", str(folder), "--format", "json").out))


def test_all_outputs_at_once(run: Run, folder: Path, tmp_path: Path) -> None:
    """One run writes every format; the files say the same as standard output would."""
    names = ("a.json", "a.jsonl", "a.md", "a.xlsx")
    options = [option for name in names for option in ("-o", str(tmp_path / name))]
    result = run("parse", str(folder), *options)
    assert 0 == result.code
    for name in names[:3]:
        form = name.partition(".")[2]
        assert run("parse", str(folder), "-f", form).out == (tmp_path / name).read_text("utf-8")
    assert b"PK" == (tmp_path / "a.xlsx").read_bytes()[:2]


def test_outputs_in_the_folder_that_is_read(run: Run, folder: Path) -> None:
    """What a run wrote before is no document of the next one."""
    for _ in range(2):
        result = run("parse", str(folder), "-f", "jsonl", "-o", str(folder / "all.md"), "-q")
        assert (0, 2) == (result.code, result.out.count("\n"))


@pytest.mark.parametrize("name", ["a.sarif", "csv:a", "docx:a"])
def test_formats_of_other_commands(run: Run, folder: Path, tmp_path: Path, name: str) -> None:
    """A format of comparisons is refused before any work."""
    kind, mark, file = name.rpartition(":")
    assert 2 == run("parse", str(folder), "-o", f"{kind}{mark}{tmp_path / file}").code


def test_the_same_file_twice(run: Run, folder: Path) -> None:
    """A file named beside its folder is read once."""
    assert 2 == run("parse", str(folder / "b.txt"), str(folder), "-f", "jsonl").out.count("\n")
