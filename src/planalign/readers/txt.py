"""Text files: the encoding is found out, every line with text is a paragraph."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.block import Location, Paragraph, SkipKind, Skipped
from planalign.model.sentence import english
from planalign.readers.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A form feed begins a page; the other two are the line ends of Unicode. \x85 is none in GB18030 text.
_LINE_END = re.compile(r"\r\n|[\r\n\f\v\u2028\u2029]")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
LOST = "\ufffd"
"""What stands in a text for bytes that could not be read."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_ORDINARY = re.compile(r"[\t\r\n -~\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
# Ordinary text holds next to none; a program or an unknown binary file is full of them.
_CONTROL_SHARE = 0.05


def read_txt(data: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - the size was checked before; the shape is Reader's
    """Return one paragraph per line that is not blank, verbatim.

    Raises ReadError where the bytes are no text.
    """
    text, notes = readable(data)
    blocks = tuple(_paragraphs(text))
    if not blocks:
        raise ReadError(english("the file holds no text"), hint=english("fetch it again"))
    return Reading(blocks, skipped=notes)


def readable(data: bytes) -> tuple[str, tuple[Skipped, ...]]:
    """Return text with plain line ends and without control characters, and notes on what was damaged.

    Raises ReadError where the bytes are no text.
    """
    text = decode(data)
    found = _CONTROL.findall(text)
    if len(found) > _CONTROL_SHARE * len(text):
        raise _binary()
    return _LINE_END.sub("\n", _CONTROL.sub("", text)), tuple(_notes(len(found), text.count(LOST)))


def decode(data: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16 or GB18030, with or without byte-order mark.

    Raises ReadError where it is none of them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark), encoding)
    wide = _utf16_order(data)
    if wide:
        return _strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _in_gb18030(data)


def _in_gb18030(data: bytes) -> str:
    try:
        return _strict(data, "gb18030")
    except ReadError as error:
        if len(_CONTROL_BYTE.findall(data)) > _CONTROL_SHARE * len(data):
            raise _binary() from error
        raise


def _binary() -> ReadError:
    what = english("this is a binary file of an unknown kind, not a text")
    return ReadError(what, hint=english("save it as .docx, PDF or TXT"))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            english("the text is neither UTF-8, UTF-16 nor GB18030 (byte {byte})", byte=error.start),
            hint=english("open it in an editor and save it as UTF-8"),
        ) from error


def _damaged_utf8(data: bytes) -> str:
    """Return text that is UTF-8 but for a few bytes, else nothing; GB18030 would read it as rubbish."""
    text = data.decode("utf-8", "replace")
    foreign = sum(map(len, _FOREIGN.findall(text)))
    return text if text.count(LOST) * 50 < foreign else ""


def _utf16_order(data: bytes) -> str:
    """Return the UTF-16 encoding of text that holds zero bytes: the order in which it reads as Chinese or ASCII."""
    head = data[:8192]
    if len(data) % 2 or b"\0" not in head:
        return ""
    orders = ("utf-16-le", "utf-16-be")
    best = max(orders, key=lambda order: _readable(head, order))
    return best if _readable(head, best) > 0.8 else ""


def _readable(head: bytes, encoding: str) -> float:
    """Return the share of ordinary Chinese and ASCII characters under an encoding, 0–1."""
    text = head.decode(encoding, "replace")
    return len(_ORDINARY.findall(text)) / len(text)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    number = 0
    for line, raw in enumerate(text.split("\n"), start=1):
        content = raw.rstrip()
        if content.strip():
            number += 1
            yield Paragraph(text=content, location=Location(line=line, paragraph=number))


def _notes(controls: int, lost: int) -> Iterator[Skipped]:
    found = {
        english("{number} control characters were removed from the text", number=controls): controls,
        english("{number} characters of the text are damaged and cannot be read", number=lost): lost,
    }
    for reason, count in found.items():
        if count:
            yield Skipped(location=Location(line=1), reason=reason, kind=SkipKind.UNCLEAR)
