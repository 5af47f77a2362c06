"""Hostile files cost a message each: no traceback, no hang, no memory beyond the bound, nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from build_hostile import hostile_files
from fuzz.target import CASES, read
from throw_files import thrown

from planalign.config import Limits, Settings
from planalign.model.block import Format
from planalign.model.sentence import sentence_in
from planalign.model.wording import Lang

if TYPE_CHECKING:
    from throw_files import Throw


HERE = Path(__file__).parent
# Bombs and floods that take long to build or to read; `make hostile` throws them too.
SLOW = frozenset((HERE / "slow.txt").read_text(encoding="utf-8").split())
LEAST = 150
"""Files that are thrown at least."""
WATCHED = "tests.hostile.watched:plan"
PLAN = "2025年全区应急管理工作要点\n一、重点任务\n（一）修订应急预案。修订区级总体预案。\n"


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let temporary files be made in a folder of their own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_hostile_files(tmp_path: Path, private: Path) -> None:
    """Every file is a plan, another document, or refused with a hint that people understand; none reaches for more."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, content in hostile_files():
        if name not in SLOW:
            (folder / name).write_bytes(content)
    paths = sorted(folder.iterdir())
    assert len(paths) >= LEAST
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a handle is no path
    throws = list(thrown(paths, Settings(limits=Limits(ocr=False)), WATCHED))
    assert [] == [(throw.path.name, throw.what) for throw in throws if throw.became not in {"plan", "other", "refused"}]
    assert [] == [throw.what for throw in throws if throw.what and not _is_told(throw)]
    assert [] == list(private.iterdir())
    assert before == len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - as above


@pytest.mark.parametrize("reach", ["connect", "look", "start"])
def test_what_reaches_for_more_is_seen(tmp_path: Path, reach: str) -> None:
    """The watch over the hostile files sees a connection, a file of the system and a program."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    [found] = thrown([path], Settings(), f"tests.hostile.watched:{reach}")
    assert ("broken", "the document could not be understood (RuntimeError)") == (found.became, found.what)


def _is_told(throw: Throw) -> bool:
    """Say whether a message has its Chinese and no sign that moves a cursor."""
    return all(sentence_in(Lang.ZH, text) and text.isprintable() for text in (throw.what, throw.hint) if text)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.*")), ids=lambda path: path.name)
def test_cases_of_the_fuzzer(path: Path) -> None:
    """What once broke something breaks nothing now."""
    read(Format(path.suffix[1:]), path.read_bytes())


def _parse(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "planalign", "parse", *arguments, "--lang", "en"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_folder(tmp_path: Path) -> None:
    """A folder with links in circles, lock files, dangling links and odd names is read; only documents count."""
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    (tmp_path / "~$plan.docx").write_bytes(b"x" * 162)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    (tmp_path / "outside").symlink_to("/etc/hostname")
    (tmp_path / "\x1b[2Jodd.txt").write_text(PLAN, encoding="utf-8")
    result = _parse(str(tmp_path), "--format", "jsonl")
    assert 2 == result.stdout.count('"schema"')
    assert "\x1b" not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_pipe(tmp_path: Path) -> None:
    """A named pipe is no document, and nobody waits for it."""
    pipe = tmp_path / "plan.txt"
    os.mkfifo(pipe)
    result = _parse(str(pipe))
    assert 3 == result.returncode
    assert "this is no regular file" in result.stderr


def test_one_bad_file_costs_one_message(tmp_path: Path) -> None:
    """The rest of a batch is read, and the exit code says that something is missing."""
    for name in ("a", "c"):
        (tmp_path / f"{name}.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04" + bytes(100))
    result = _parse(str(tmp_path), "--format", "jsonl")
    assert 3 == result.returncode
    assert 2 == result.stdout.count('"schema"')
    assert "b.docx: the package is damaged" in result.stderr


def test_bounds_of_a_project(tmp_path: Path) -> None:
    """The bounds of planalign.toml count: a document that takes longer is stopped with a hint."""
    path = tmp_path / "plan.txt"
    path.write_text("2025年工作要点\n一、重点\n" + "1.检查。\n" * 200_000, encoding="utf-8")
    settings = tmp_path / "bounds.toml"
    settings.write_text("[limits]\nseconds = 0.2\n", encoding="utf-8")
    result = _parse(str(path), "--config", str(settings))
    assert 3 == result.returncode
    assert "reading took too long and was stopped" in result.stderr
