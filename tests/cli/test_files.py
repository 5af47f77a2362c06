"""Files and folders of the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from planalign.cli.files import expand
from planalign.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files, a hidden folder, and links to itself."""
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".git/x.txt", "b/~$1.docx", "b/.hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "b" / "again").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    return tmp_path


def _names(folder: Path, *more: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix() if not isinstance(path, ReadError) else path.what
        for path in expand([folder, *more])
    ]


def test_sorted_without_hidden_files_and_locks(folder: Path) -> None:
    """Files come in the order of their paths; a link to a folder is not entered; a link to itself is a file to tell."""
    assert ["a.txt", "b/1.txt", "b/2.txt", "loop"] == _names(folder)


def test_nothing_twice(folder: Path) -> None:
    """A folder below another one adds nothing."""
    assert _names(folder) == _names(folder, folder / "b")


def test_outputs_are_no_documents(folder: Path) -> None:
    """What is about to be written is not read."""
    assert folder / "a.txt" not in list(expand([folder], [folder / "a.txt"]))


def test_closed_folder(folder: Path) -> None:
    """A folder that cannot be entered is told, and the others are read."""
    closed = folder / "b"
    closed.chmod(0)
    try:
        if os.access(closed, os.R_OK):
            pytest.skip("this user may read everything")
        found = list(expand([folder]))
    finally:
        closed.chmod(0o700)
    problem = found[-1]
    assert isinstance(problem, ReadError)
    assert "the folder cannot be read: Permission denied" == problem.what
    assert str(closed) == problem.where
