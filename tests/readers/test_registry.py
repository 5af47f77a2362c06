"""From a path to a document: what is read, what is refused and in which words."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Format
from planalign.readers.registry import READERS, read
from planalign.readers.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "一、总体要求\n（一）做好工作。\n".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _zip(*names: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def _refusal(path: Path, limits: Limits | None = None) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(path, limits or Limits())
    return caught.value


def test_a_document_knows_its_file_and_hash(tmp_path: Path) -> None:
    """Path as given, hash of the bytes, kind by content."""
    path = tmp_path / "plan.docx"
    path.write_bytes(TEXT)
    document = read(path, Limits())
    assert (document.file, document.format) == (str(path), Format.TXT)
    assert document.sha256 == hashlib.sha256(TEXT).hexdigest()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TEXT, Format.TXT),
        (b"# plan\n\n1. task\n", Format.MARKDOWN),
        ("BM是一种方法。".encode(), Format.TXT),
        ("<见附件>一、总体要求".encode(), Format.TXT),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>", Format.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x"/>', Format.HTML),
        ("<html>正文</html>".encode("utf-16"), Format.HTML),
        ("<p>一、总体要求</p>".encode("gb18030"), Format.HTML),
        (b"\n%PDF-1.7\n", Format.PDF),
        (_zip("[Content_Types].xml", "word/document.xml"), Format.DOCX),
        (OLE + "WordDocument".encode("utf-16-le"), Format.DOC),
        (b"{\\rtf1\\ansi}", Format.RTF),
    ],
)
def test_the_content_decides(data: bytes, kind: Format) -> None:
    """The ending of a file name is not looked at."""
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "OLE"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (_zip("OFD.xml", "Doc_0/Document.xml"), "OFD"),
        (_zip("mimetype", "content.xml"), "OpenDocument file, but no text"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
        (_zip("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
        (_zip("a.txt"), "zip archive"),
        (b"GIF89a", "GIF"),
        (b"\x89PNG\r\n\x1a\n0000", "image is damaged"),
        (b"Rar!\x1a\x07\x01\x00", "RAR"),
        (b"From: <a>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", "MHTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "Word 2003 XML"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (bytes(range(256)) * 20, "this is a binary file"),
        (b"\x00" * 50, "empty"),
    ],
)
def test_other_kinds_are_named(tmp_path: Path, data: bytes, what: str) -> None:
    """A file that cannot be read is named for what it is."""
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    refusal = _refusal(path)
    assert what in refusal.what
    assert refusal.hint
    assert refusal.where == str(path)


def test_paths_that_hold_no_file(tmp_path: Path) -> None:
    """A missing file, a folder, an empty file and a lock file are told apart."""
    (tmp_path / "empty.txt").write_bytes(b" \r\n")
    (tmp_path / "~$plan.docx").write_bytes(TEXT)
    names = ("missing.txt", "", "empty.txt", "~$plan.docx", "bad\0name")
    assert [_refusal(tmp_path / name).what for name in names] == [
        "there is no such file",
        "this is a folder, not a document",
        "the file is empty",
        "this is the lock file of an open document",
        "there is no such file",
    ]


def test_large_files_are_refused_unread(tmp_path: Path) -> None:
    """The size is looked at before the bytes are read."""
    path = tmp_path / "plan.txt"
    path.write_bytes(TEXT)
    assert "more than 10" in _refusal(path, Limits(max_bytes=10)).what


def test_whatever_a_library_throws_becomes_a_message(tmp_path: Path, docx_file: Callable[..., bytes]) -> None:
    """Damage inside a package never ends in a traceback: flip bytes all over one."""
    path = tmp_path / "plan.docx"
    whole = docx_file("<w:p><w:r><w:t>一、总体要求</w:t></w:r></w:p>")
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            read(path, Limits())
        except ReadError as refusal:
            assert refusal.what  # noqa: PT017 - both outcomes are right, a third one is not


def test_every_kind_has_a_reader() -> None:
    """The registry is complete."""
    assert set(READERS) == set(Format)


def test_readers_are_imported_when_needed(tmp_path: Path, docx_file: Callable[..., bytes]) -> None:
    """Reading text and Word documents loads nothing of the PDF libraries; text loads no XML library."""
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "b.docx").write_bytes(docx_file("<w:p><w:r><w:t>一</w:t></w:r></w:p>"))
    script = (
        "import sys, pathlib\n"
        "from planalign.config import Limits\n"
        "from planalign.readers.registry import read\n"
        "heavy = {'pdfplumber', 'pypdfium2', 'numpy', 'jieba', 'PIL'}\n"
        "read(pathlib.Path(sys.argv[1]), Limits())\n"
        "print(sorted((heavy | {'lxml', 'docx'}) & set(sys.modules)))\n"
        "read(pathlib.Path(sys.argv[2]), Limits())\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "a.txt"), str(tmp_path / "b.docx")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n[]\n"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cq2024.doc", Format.DOC),
        ("cq2024.odt", Format.ODT),
        ("cq2024.rtf", Format.RTF),
        ("wl2025_plain.wps", Format.DOC),
        ("cq2024_text.ofd", Format.OFD),
    ],
)
def test_real_files(corpora: Path, name: str, kind: Format) -> None:
    """Real files are recognised for what they are."""
    assert kind is sniff((corpora / "rendered" / name).read_bytes())


@pytest.mark.parametrize(
    ("name", "kind"), [("city-2025.html", Format.HTML), ("city-2025.docx", Format.DOCX), ("city-2025.odt", Format.ODT)]
)
def test_documents_under_a_wrong_name(tmp_path: Path, jiangcheng: Path, name: str, kind: Format) -> None:
    """A .doc of a government site is often a web page or a .docx: it is read as what it is."""
    path = tmp_path / "plan.doc"
    path.write_bytes((jiangcheng / name).read_bytes())
    document = read(path, Limits())
    assert kind is document.format
    assert document.blocks


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("plan.txt", "check the path"),
        ("plan*.txt", "no file fits this pattern"),
        ("https://example.org/plan.pdf", "nothing is fetched: download it and name the file"),
    ],
)
def test_no_such_file(name: str, hint: str) -> None:
    """The hint says what may have been meant."""
    refusal = _refusal(Path(name))
    assert ("there is no such file", hint) == (refusal.what, refusal.hint)


@pytest.mark.parametrize("sign", ["planalign 0.1.0", "planalign 12.3.4.dev1"])
def test_a_report_of_ours_is_no_plan(tmp_path: Path, sign: str) -> None:
    """What planalign wrote is not read as a plan: it quotes two."""
    path = tmp_path / "report.md"
    path.write_text(
        f"# 对照报告\n\n> 自动比对结果，供人工复核 · {sign}\n\n## 一、任务\n\n1. 开展检查。\n", encoding="utf-8"
    )
    assert "this is a report that planalign wrote, not a plan" == _refusal(path).what


def test_a_plan_may_name_this_program(tmp_path: Path) -> None:
    """Only the line that reports begin with counts."""
    path = tmp_path / "plan.txt"
    path.write_bytes("一、信息化\n（一）用 planalign 1.0 对照计划。\n".encode())
    assert Format.TXT is read(path, Limits()).format
