"""Packages: damaged, hostile, and merely unusual ones."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Paragraph, Table
from planalign.readers.docx import read_docx
from planalign.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Builder = Callable[..., bytes]

BODY = "<w:p><w:r><w:t>一、总体要求</w:t></w:r></w:p>"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def _texts(data: bytes) -> list[str]:
    return [block.text for block in read_docx(data, Limits()).blocks if isinstance(block, Paragraph)]


def _zipped(members: list[tuple[str, bytes]]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in members:
            archive.writestr(name, blob)
    return stream.getvalue()


@pytest.mark.parametrize("target", ["NULL", "../NULL", "media/missing.png", ""])
def test_relationships_that_lead_nowhere_do_not_stop_reading(docx_file: Builder, target: str) -> None:
    """Office programs write targets such as NULL; the document behind them is whole."""
    relation = f'<Relationship Id="rX" Type="{IMAGE}" Target="{target}"/>'
    assert _texts(docx_file(BODY, extra_relations=relation)) == ["一、总体要求"]


def test_a_damaged_part_beside_the_text_is_said(docx_file: Builder) -> None:
    """Numbers are lost with numbering.xml, and that is said; the text is not."""
    reading = read_docx(docx_file(BODY, numbering="<w:abstractNum>"), Limits())
    assert [note.reason for note in reading.skipped] == [
        "the part word/numbering.xml of the package is damaged and was left out"
    ]


def test_strict_and_macro_documents_are_read(docx_file: Builder) -> None:
    """The strict flavour and other content types hold the same text."""
    source = zipfile.ZipFile(BytesIO(docx_file(BODY)))
    members = [(name, source.read(name)) for name in source.namelist()]
    strict = [
        (
            name,
            blob.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        )
        for name, blob in members
    ]
    macro = [(name, blob.replace(b"document.main+xml", b"macro+xml")) for name, blob in members]
    assert (_texts(_zipped(strict)), _texts(_zipped(macro))) == (["一、总体要求"], ["一、总体要求"])


def test_a_cut_off_package_is_refused(docx_file: Builder, tmp_path: Path) -> None:
    """Half a download is an error with a hint."""
    path = tmp_path / "half.docx"
    path.write_bytes(docx_file(BODY)[:-200])
    with pytest.raises(ReadError, match="damaged"):
        read(path, Limits())


def test_document_types_are_refused(docx_file: Builder) -> None:
    """No Office program writes a DOCTYPE; entities are how files are stolen and memory is filled."""
    hostile = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:x/>'
    with pytest.raises(ReadError, match="declares a document type"):
        read_docx(docx_file(BODY, members={"word/extra.xml": hostile}), Limits())


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (Limits(max_entries=3), "members"),
        (Limits(max_unpacked=4_000_000), "unpack"),
        (Limits(max_entry=4_000_000), "unpack"),
        (Limits(), "bomb"),
    ],
)
def test_bombs_are_refused_before_unpacking(docx_file: Builder, limits: Limits, what: str) -> None:
    """Number of members, sizes and expansion are checked from the central directory."""
    data = docx_file(BODY, members={"word/media/zeros.bin": "0" * 6_000_000})
    with pytest.raises(ReadError, match=what):
        read_docx(data, limits)


def test_double_names_are_refused(docx_file: Builder) -> None:
    """Two members of one name read differently in different programs."""
    source = zipfile.ZipFile(BytesIO(docx_file(BODY)))
    members = [(name, source.read(name)) for name in source.namelist()]
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = _zipped([*members, ("word/document.xml", b"<x/>")])
    with pytest.raises(ReadError, match="twice"):
        read_docx(data, Limits())


def test_sizes_that_lie_are_found_out(docx_file: Builder) -> None:
    """A member that unpacks to more than it declares is damaged, and not unpacked further."""
    data = bytearray(docx_file(BODY, members={"word/long.xml": "<x>" + "0" * 100_000 + "</x>"}))
    true, false = struct.pack("<I", 100_007), struct.pack("<I", 10)
    with pytest.raises(ReadError, match="damaged"):
        read_docx(bytes(data.replace(true, false)), Limits())


@pytest.mark.parametrize("name", ["bomb_300mb", "bomb_manyparas", "deep", "laughs"])
def test_hostile_files_are_refused_quickly(corpora: Path, name: str) -> None:
    """Files that hang careless readers end in a message."""
    before = time.process_time()
    with pytest.raises(ReadError):
        read(corpora / "hostile" / f"{name}.docx", Limits())
    assert time.process_time() - before < 2


@pytest.mark.parametrize("name", ["deep200", "gridspan"])
def test_hostile_files_give_bounded_output(corpora: Path, name: str) -> None:
    """Deep nesting and giant spans cost no more than they hold."""
    blocks = read(corpora / "hostile" / f"{name}.docx", Limits()).blocks
    cells = sum(len(row) for block in blocks if isinstance(block, Table) for row in block.rows)
    assert len(blocks) + cells < 1_000
