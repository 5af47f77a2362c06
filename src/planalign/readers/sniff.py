"""What a file is, decided by its first bytes and, for packages, by the names of its members."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.block import Format
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_HEAD = 4096
# The marks of Markdown may stand further down.
_LONG_HEAD = 2**18
_UNPACK = english("unpack it and read the document inside")
_SAVE_AS = english("save it as .docx or PDF and read that")
_FETCH = english("the file was probably cut off on its way: fetch it again, or open it and save it anew")
_HTML_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|section|article|span|font|center|h[1-6]|p|br|ul|style|script)\b",
    re.IGNORECASE,
)
# Mail headers, one of which says that this is MIME.
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?(?:mime-version|content-type:\s*multipart/)", re.IGNORECASE
)
# The first member of such a package, which is not compressed, says what it is.
_OPEN_DOCUMENT_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Unsupported(NamedTuple):
    """A kind of file that is recognised but not read here."""

    what: str
    hint: str = _SAVE_AS


_MAGIC: tuple[tuple[bytes, Format | Unsupported], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"II*\0", Format.IMAGE),
    (b"MM\0*", Format.IMAGE),
    (b"BM", Format.IMAGE),
    (b"GIF8", Unsupported(english("this is a {kind} image", kind="GIF"), english("save it as PNG and read that"))),
    (b"7z\xbc\xaf\x27\x1c", Unsupported(english("this is a {kind} archive", kind="7z"), _UNPACK)),
    (b"Rar!\x1a\x07", Unsupported(english("this is a {kind} archive", kind="RAR"), _UNPACK)),
    (b"\x1f\x8b", Unsupported(english("this is a {kind} archive", kind="gzip"), _UNPACK)),
)
_PACKAGES = (
    ("xl/", Unsupported(english("this is an Excel workbook"), english("copy the plan into a .docx or PDF"))),
    ("ppt/", Unsupported(english("this is a PowerPoint presentation"), english("save it as PDF and read that"))),
    ("content.xml", Unsupported(english("this is an OpenDocument file, but no text (.ods, .odp)"))),
)


def sniff(data: bytes) -> Format | Unsupported:
    """Return the kind of a file by its content; text is what is nothing else.

    Raises ReadError where a package is damaged.
    """
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _sniff_ole(data)
    for magic, kind in _MAGIC:
        # "BM" alone begins many a text; a bitmap holds zero bytes in its header.
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in data[2:14] or magic == b"\x1f\x8b"):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Format.IMAGE
    return _sniff_markup(data)


def _sniff_zip(data: bytes) -> Format | Unsupported:
    from planalign.readers.package import member_names

    names = member_names(data)
    if any(name.startswith("word/") for name in names):
        return Format.DOCX
    if any(name.lower() == "ofd.xml" for name in names):
        return Format.OFD
    if _OPEN_DOCUMENT_TEXT in data[:_HEAD]:
        return Format.ODT
    for mark, kind in _PACKAGES:
        if _has(names, mark):
            return kind
    return Unsupported(english("this is a zip archive, not a document"), _UNPACK)


def _has(names: AbstractSet[str], mark: str) -> bool:
    return mark in names or (mark.endswith("/") and any(name.startswith(mark) for name in names))


def _sniff_ole(data: bytes) -> Format | Unsupported:
    if _utf16("EncryptedPackage") in data:
        return Unsupported(
            english("this Office document is encrypted"), english("open it with its password and save it without one")
        )
    if _utf16("WordDocument") in data:
        return Format.DOC
    if _is_cut_off(data):
        return Unsupported(english("this old Office file is damaged: a part of it is missing"), _FETCH)
    return Unsupported(english("this is an old Office file (OLE)"))


def _is_cut_off(data: bytes) -> bool:
    """Return whether the directory of an OLE file, which names its contents, lies beyond the end ([MS-CFB] 2.2)."""
    shift, directory = int.from_bytes(data[30:32], "little"), int.from_bytes(data[48:52], "little")
    return (directory + 2) << min(shift, 12) > len(data)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _sniff_markup(data: bytes) -> Format | Unsupported:
    head = _plain_head(data)
    if _MHTML.match(head):
        return Unsupported(
            english("this is a web archive (MHTML)"), english("save the page as HTML or PDF and read that")
        )
    if not head.startswith(b"<"):
        return _sniff_text(_plain_head(data, _LONG_HEAD))
    if b'progid="Word.Document"' in head or b"schemas.microsoft.com/office/word/2003" in head:
        return Unsupported(english("this is a Word 2003 XML document"))
    return Format.HTML if _HTML_TAG.search(head) else Format.TXT


def _sniff_text(head: bytes) -> Format:
    from planalign.readers.markdown_signs import is_markdown

    return Format.MARKDOWN if is_markdown(head) else Format.TXT


def _plain_head(data: bytes, size: int = _HEAD) -> bytes:
    """Return the first bytes without byte-order mark, zero bytes of UTF-16 and leading blanks."""
    head = data[:size]
    for mark in _TEXT_MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()
