"""Several outputs of one run, in the formats that their names tell; none of them changes the exit code."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planalign.cli.choices import ChainFormat, ComparisonFormat
from planalign.cli.output import check_targets, write_whole
from planalign.errors import UsageError
from planalign.report.formats import CHAIN_FORMATS, CHECK_FORMATS, COMPARISON_FORMATS, KINDS, MATRIX_FORMATS

if TYPE_CHECKING:
    from tests.cli.runner import Run

LINES = (
    "2025年全区应急管理工作要点",
    "一、重点任务",
    "（一）修订应急预案。修订区级总体预案{}。",
    "（二）开展演练。每季度开展一次演练。",
)


@pytest.fixture
def documents(tmp_path: Path) -> tuple[str, str]:
    """Return a parent, and a child in which a blank was left."""
    names = []
    for name, blank in (("parent", ""), ("child", "××份")):
        path = tmp_path / f"{name}.txt"
        path.write_text("\n".join(LINES).format(blank), encoding="utf-8")
        names.append(str(path))
    return names[0], names[1]


def test_choices_mirror_the_registries() -> None:
    """The formats of the options are those of the reports."""
    assert list(ComparisonFormat) == list(COMPARISON_FORMATS) == list(CHECK_FORMATS)
    assert list(ChainFormat) == list(CHAIN_FORMATS) == list(MATRIX_FORMATS)
    assert set(COMPARISON_FORMATS) - {"table"} <= KINDS


def test_all_at_once(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """One run writes every format asked for, and the texts beside SARIF."""
    names = ("a.json", "a.md", "a.csv", "a.sarif", "a.xml", "gitlab:gl.json", "github:gh.txt", "summary:s.txt")
    options = [option for name in names for option in ("-o", _at(tmp_path, name))]
    result = run("check", documents[1], "--isolated", "-f", "summary", *options)
    written = {path.name for path in tmp_path.iterdir()} - {"parent.txt", "child.txt"}
    texts = {name for name in written if name.startswith("child.txt.")}
    assert 1 == result.code
    assert {"a.json", "a.md", "a.csv", "a.sarif", "a.xml", "gl.json", "gh.txt", "s.txt"} == written - texts
    assert 1 == len(texts)
    assert "××份" in (tmp_path / texts.pop()).read_text("utf-8")
    assert result.out == (tmp_path / "s.txt").read_text("utf-8")
    assert ["PA406"] == [entry["check_name"] for entry in json.loads((tmp_path / "gl.json").read_text("utf-8"))]


def _at(folder: Path, name: str) -> str:
    kind, mark, file = name.rpartition(":")
    return f"{kind}{mark}{folder / file}"


@pytest.mark.parametrize("form", ComparisonFormat)
def test_exit_code(run: Run, documents: tuple[str, str], form: str) -> None:
    """The verdict is the same in every format, with a parent and without."""
    parent, child = documents
    assert 1 == run("check", child, "--isolated", "-q", "-f", form).code
    assert 1 == run("check", child, "--parent", parent, "--isolated", "-q", "-f", form).code
    assert 0 == run("check", parent, "--isolated", "-q", "-f", form).code


@pytest.mark.parametrize("name", ["a.pdfx", "nosuch:a.json2", "a"])
def test_unknown_format(run: Run, documents: tuple[str, str], tmp_path: Path, name: str) -> None:
    """A name that tells no format is refused before any work, with the names that are known."""
    result = run("check", documents[1], "-o", _at(tmp_path, name))
    assert (2, "") == (result.code, result.out)
    assert "gitlab:" in result.err
    assert not (tmp_path / name).exists()


def test_two_outputs_of_one_name(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """Two outputs must not overwrite each other."""
    result = run("check", documents[1], "-o", f"{tmp_path}/a.json", "-o", f"gitlab:{tmp_path}/a.json")
    assert 2 == result.code
    assert "同名" in result.err


def test_input_is_never_overwritten(run: Run, documents: tuple[str, str]) -> None:
    """A KIND in front of the name does not hide that it is the input."""
    result = run("check", documents[1], "-o", f"summary:{documents[1]}")
    assert 2 == result.code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_never_replaced(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """What is no file stays what it is: a named pipe, and a link to a device."""
    pipe, link = tmp_path / "pipe.json", tmp_path / "link.json"
    os.mkfifo(pipe)
    link.symlink_to(os.devnull)
    for name in (str(pipe), str(link)):
        result = run("compare", *documents, "-o", name)
        assert (2, "", True) == (result.code, result.out, "--format" in result.err)
    with pytest.raises(UsageError):
        write_whole(link, "text")
    assert (True, True) == (pipe.is_fifo(), link.is_symlink())


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no folder of devices")
@pytest.mark.parametrize("name", [os.devnull, "/dev/stdout"])
def test_folder_of_devices(name: str) -> None:
    """Nothing is put into the folder of devices, though /dev/stdout may lead to a file."""
    with pytest.raises(UsageError, match="a device or a pipe"):
        check_targets([Path(f"json:{name}")], [])


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_permissions_are_kept(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """An output that only its owner may read stays so when it is written anew."""
    target = tmp_path / "out.json"
    target.touch(mode=0o600)
    assert 0 == run("compare", *documents, "-q", "-o", str(target)).code
    assert (0o600, True) == (target.stat().st_mode & 0o777, target.stat().st_size > 0)
