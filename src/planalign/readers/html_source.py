"""From the bytes of a web page to a tree; nothing is fetched, no script runs."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from lxml import etree

from planalign.errors import ReadError
from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.sentence import english
from planalign.readers.txt import LOST, decode

if TYPE_CHECKING:
    from planalign.readers.markup import Element

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_TOO_DEEP = "Excessive depth"


def parse_page(data: bytes) -> tuple[Element, list[Skipped]]:
    """Return the root of a page, and notes on what could not be read.

    Raises ReadError where there is no markup at all.
    """
    text, notes = _decode(data)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(_CONTROL.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(english("the web page is damaged"), hint=english("save it anew from the browser")) from error
    if root is None:
        raise ReadError(english("the web page is empty"), hint=english("save it anew from the browser"))
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        reason = english("elements are nested too deeply; what stands below 256 levels was not read")
        notes.append(_note(reason, SkipKind.UNREAD))
    return root, notes


def _decode(data: bytes) -> tuple[str, list[Skipped]]:
    """Return the text: by its bytes where they are unambiguous, else by the character set that the page declares.

    Pages that declare gb2312 hold characters of GB18030, and some that declare it are UTF-8.
    """
    declared = _declared(data)
    if not declared or declared in {"utf-8", "gb18030"}:
        try:
            return _with_note(decode(data))
        except ReadError:
            pass
    return _with_note(data.decode(declared or "utf-8", "replace"))


def _with_note(text: str) -> tuple[str, list[Skipped]]:
    lost = text.count(LOST)
    reason = english("{number} characters of the page cannot be read in its encoding", number=lost)
    return text, [_note(reason, SkipKind.UNCLEAR)] if lost else []


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except LookupError:
        return ""
    return "gb18030" if name in {"gb2312", "gbk", "hz"} else name


def _note(reason: str, kind: SkipKind) -> Skipped:
    return Skipped(location=Location(), reason=reason, kind=kind)
