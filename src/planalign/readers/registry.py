"""Reads a file: its bytes, its kind by content, the reader of that kind."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.block import Document, Format, Paragraph
from planalign.model.sentence import english
from planalign.readers.sniff import Unsupported, sniff

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planalign.config import Limits
    from planalign.readers.reading import Reader, Reading

# What every report of ours says below its title: 自动比对结果，供人工复核 · planalign 0.1.0.
_OWN = re.compile(r"· planalign \d+\.\d+\S*$")
_HEAD = 6
# What a shell leaves as it is where no file fits.
_PATTERN_SIGNS = frozenset("*?[")


def _txt() -> Reader:
    from planalign.readers.txt import read_txt

    return read_txt


def _html() -> Reader:
    from planalign.readers.html import read_html

    return read_html


def _docx() -> Reader:
    from planalign.readers.docx import read_docx

    return read_docx


def _doc() -> Reader:
    from planalign.readers.doc import read_doc

    return read_doc


def _rtf() -> Reader:
    from planalign.readers.rtf import read_rtf

    return read_rtf


def _odt() -> Reader:
    from planalign.readers.odt import read_odt

    return read_odt


def _markdown() -> Reader:
    from planalign.readers.markdown import read_markdown

    return read_markdown


def _pdf() -> Reader:
    from planalign.readers.pdf import read_pdf

    return read_pdf


def _ofd() -> Reader:
    from planalign.readers.ofd import read_ofd

    return read_ofd


def _image() -> Reader:
    from planalign.readers.image import read_image

    return read_image


# Loaders, so that reading a text file does not pay for the libraries of the other kinds.
READERS: dict[Format, Callable[[], Reader]] = {
    Format.TXT: _txt,
    Format.HTML: _html,
    Format.DOCX: _docx,
    Format.DOC: _doc,
    Format.RTF: _rtf,
    Format.ODT: _odt,
    Format.MARKDOWN: _markdown,
    Format.PDF: _pdf,
    Format.OFD: _ofd,
    Format.IMAGE: _image,
}


def read(path: Path, limits: Limits) -> Document:
    """Return the document in a file.

    Raises ReadError where the file is missing, empty, too large, of a kind that is not read, or damaged.
    """
    data = _load(path, limits)
    try:
        kind = _supported(sniff(data))
        reading = apply(READERS[kind](), data, limits)
        _refuse_own(reading)
    except ReadError as error:
        raise _placed(error, path) from error
    return _document(path, data, kind, reading)


def _supported(kind: Format | Unsupported) -> Format:
    if isinstance(kind, Unsupported):
        raise ReadError(kind.what, hint=kind.hint)
    return kind


def _load(path: Path, limits: Limits) -> bytes:
    where = str(path)
    if path.name.startswith("~$"):
        raise ReadError(
            english("this is the lock file of an open document"), where=where, hint=english("read the document itself")
        )
    try:
        if not path.is_file():
            raise ReadError(_no_file(path), where=where, hint=_where_else(path))
        size = path.stat().st_size
        if size > limits.max_bytes:
            what = english("the file has {size} bytes, more than {most}", size=size, most=limits.max_bytes)
            raise ReadError(what, where=where, hint=english("split it and read the part with the plan"))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or english("its name is not valid")
        raise ReadError(
            english("the file cannot be read: {why}", why=reason), where=where, hint=english("check its permissions")
        ) from error
    if not data.strip(b"\0 \t\r\n\x1a"):
        raise ReadError(english("the file is empty"), where=where, hint=english("fetch it again"))
    return data


def _no_file(path: Path) -> str:
    if path.is_dir():
        return english("this is a folder, not a document")
    return english("this is no regular file") if path.exists() else english("there is no such file")


def _where_else(path: Path) -> str:
    if path.parts[:1] in {("http:",), ("https:",)}:
        return english("nothing is fetched: download it and name the file")
    if path.is_dir():
        return english("name one file; `planalign matrix` and `planalign corpus` compare many")
    if not _PATTERN_SIGNS.isdisjoint(path.name):
        return english("no file fits this pattern")
    return english("check the path")


def apply(reader: Reader, data: bytes, limits: Limits) -> Reading:
    """Return what a reader makes of the bytes.

    Raises ReadError whatever it stumbles over, and MemoryError.
    """
    try:
        return reader(data, limits)
    except (ReadError, MemoryError):
        # What takes too much memory is for the guard to tell.
        raise
    except Exception as error:
        # The one boundary at which whatever a foreign library throws over a damaged file becomes a message.
        raise ReadError(
            english("the file is damaged or unusual and could not be read ({kind})", kind=type(error).__name__),
            hint=english("open it, save it anew or as PDF, and read that"),
        ) from error


def _refuse_own(reading: Reading) -> None:
    """Raise ReadError where the document is a report of ours, which quotes two plans and is none."""
    head = (block.text for block in reading.blocks[:_HEAD] if isinstance(block, Paragraph))
    around = (part.text for part in reading.furniture[:_HEAD])
    if any(_OWN.search(text) for text in (*head, *around)):
        raise ReadError(english("this is a report that planalign wrote, not a plan"), hint=english("name the plan"))


def _placed(error: ReadError, path: Path) -> ReadError:
    where = f"{path}: {error.where}" if error.where else str(path)
    return ReadError(error.what, where=where, hint=error.hint)


def _document(path: Path, data: bytes, kind: Format, reading: Reading) -> Document:
    return Document(
        file=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        blocks=reading.blocks,
        metadata=reading.metadata,
        furniture=reading.furniture,
        skipped=reading.skipped,
    )
