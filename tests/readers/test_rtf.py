"""RTF through LibreOffice: only where it is allowed and installed, private, and with nothing left behind."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import CellOrigin, Paragraph, Table
from planalign.readers.docx import read_docx
from planalign.readers.rtf import read_rtf

ALLOWED = Limits(libreoffice=True)
RTF = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}"
    r"\pard\qc \'b2\'e2\'ca\'d4\u-25863?\par"
    r"\pard\ql dated {\field{\*\fldinst { DATE \\@ "
    '"yyyy-MM-dd"'
    r" }}{\fldrslt {2025-03-05}}}.{\v gone}\par "
)
ROWS = (
    r"\trowd\clvmgf\cellx2000\cellx4000 \intbl a\cell 1\cell\row "
    r"\trowd\clvmrg\cellx2000\cellx4000 \intbl \cell 2\cell\row "
)
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"),
    reason="LibreOffice Writer is not installed (package libreoffice-writer-nogui)",
)


def _rtf() -> bytes:
    return (RTF + ROWS + r"\pard end\par}").encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder in which temporary files are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _refusal(limits: Limits) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_rtf(_rtf(), limits)
    return caught.value


def _program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program that is called soffice, and nothing else, where programs are searched."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.defpath}")


def test_not_allowed() -> None:
    """No program is started that nobody asked for; the message says how to allow it."""
    refusal = _refusal(Limits())
    assert "this is an RTF document" == refusal.what
    assert "--libreoffice" in refusal.hint


def test_a_flood_of_field_marks() -> None:
    """Fields that never say what they are end like any other document."""
    with pytest.raises(ReadError, match="RTF document"):
        read_rtf(b"{\\rtf1" + rb"\fldinst" * 20_000 + b"}", Limits())


def test_not_installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the package to install."""
    monkeypatch.setenv("PATH", str(folder))
    refusal = _refusal(ALLOWED)
    assert "LibreOffice is not installed" in refusal.what
    assert "libreoffice-writer-nogui" in refusal.hint


def test_too_slow(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that does not come to an end is stopped with what it started, and nothing is left behind."""
    _program(folder, monkeypatch, f"sleep 60 & echo $! > {folder}/started; wait")
    assert "more than 1 seconds" in _refusal(Limits(libreoffice=True, convert_seconds=1)).what
    assert ["bin", "started"] == sorted(path.name for path in folder.iterdir())
    child = Path(f"/proc/{(folder / 'started').read_text(encoding='utf-8').strip()}/status")
    assert not child.exists() or "zombie" in child.read_text(encoding="utf-8")


def test_no_result(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that writes nothing has not read the document."""
    _program(folder, monkeypatch, "exit 0")
    assert "could not read" in _refusal(ALLOWED).what


def test_private_profile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program gets a profile of its own, without macros and network, in a folder that nobody else can read."""
    settings = '"$HOME/profile/user/registrymodifications.xcu"'
    _program(folder, monkeypatch, f'cp {settings} {folder}/profile; ls -ld "$HOME" > {folder}/mode')
    _refusal(ALLOWED)
    assert "DisableMacrosExecution" in (folder / "profile").read_text(encoding="utf-8")
    assert (folder / "mode").read_text(encoding="utf-8").startswith("drwx------")


@needs_libreoffice
def test_text_tables_and_stored_dates(folder: Path) -> None:
    """Encodings, hidden text and merged cells arrive; a date field keeps the date that was stored."""
    reading = read_rtf(_rtf(), ALLOWED)
    assert ["测试" + chr(65536 - 25863), "dated 2025-03-05.", "end"] == [
        block.text for block in reading.blocks if isinstance(block, Paragraph)
    ]
    (table,) = [block for block in reading.blocks if isinstance(block, Table)]
    assert [["a", "1"], ["a", "2"]] == [[cell.text for cell in row] for row in table.rows]
    assert CellOrigin.VMERGE is table.rows[1][0].origin
    assert [("hidden", "gone")] == [(each.role, each.text) for each in reading.furniture]
    assert [] == list(folder.iterdir())


@needs_libreoffice
def test_real_twin(corpora: Path) -> None:
    """The real plan gives the blocks of its .docx."""
    rtf, docx = (corpora / "rendered" / f"cq2024.{kind}" for kind in ("rtf", "docx"))
    assert read_docx(docx.read_bytes(), Limits()).blocks == read_rtf(rtf.read_bytes(), ALLOWED).blocks
