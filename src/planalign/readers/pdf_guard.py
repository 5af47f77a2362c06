"""Cheap checks of the raw bytes of a PDF, before a library walks into a trap."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.config import Limits

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})\s+\d{1,5}\s+obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_FORMS_HERE = re.compile(rb"/XObject\s*<<(.*?)>>", re.DOTALL)
_FORMS_THERE = re.compile(rb"/XObject\s*(\d{1,10})\s+\d{1,5}\s+R")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,10})\s+\d{1,5}\s+R")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
# Programs nest forms two or three deep.
_MAX_NESTING = 6
_HEAD = 4096
# Flate expands at most about a thousand times, so smaller streams cannot do harm alone.
_SMALL = 64 * 2**10
# Programs pack a stream once, rarely twice.
_MOST_FILTERS = 8
_CHUNK = 2**16
# So little is unpacked at once that next to nothing is lost where damage follows.
_STEP = 2**12


def check(data: bytes, limits: Limits) -> None:
    """Raise ReadError where a PDF nests forms without end or unpacks beyond the limits."""
    _check_nesting(data)
    _check_unpacked(data, limits)


def _refuse(what: str) -> ReadError:
    return ReadError(what, hint=english("open it in a viewer and print it to a new PDF"))


def _check_nesting(data: bytes) -> None:
    if not _FORM.search(data):
        return
    heads = dict(_heads(data))
    inner = {number: _inner_forms(head, heads) for number, head in heads.items() if _FORM.search(head)}
    depths: dict[int, int] = {}
    for number in inner:
        if _depth(number, inner, depths, ()) > _MAX_NESTING:
            raise _refuse(english("this PDF draws forms inside forms without end"))


def _heads(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the dictionary of every object that is not packed away; streams never are."""
    for match in _OBJECT.finditer(data):
        head = data[match.end() : match.end() + _HEAD]
        end = min((at for at in (head.find(b"stream"), head.find(b"endobj")) if at >= 0), default=len(head))
        yield int(match.group(1)), head[:end]


def _inner_forms(head: bytes, heads: dict[int, bytes]) -> set[int]:
    resources = _RESOURCES.search(head)
    if resources:
        head += heads.get(int(resources.group(1)), b"")
    # Behind the last end of a list none is looked for, again and again.
    lists = _FORMS_HERE.findall(head, 0, head.rfind(b">>") + 2)
    lists += [heads.get(int(number), b"") for number in _FORMS_THERE.findall(head)]
    return {int(number) for listed in lists for number in _REFERENCE.findall(listed)}


def _depth(number: int, inner: dict[int, set[int]], known: dict[int, int], path: tuple[int, ...]) -> int:
    """Return how deep forms nest below one; a cycle is deeper than any limit."""
    if number in path or len(path) > _MAX_NESTING:
        return _MAX_NESTING + 1
    if number not in known:
        below = [_depth(form, inner, known, (*path, number)) for form in inner.get(number, ())]
        known[number] = 1 + max(below, default=0) if number in inner else 0
    return known[number]


def _check_unpacked(data: bytes, limits: Limits) -> None:
    total, end = 0, 0
    for head, start in _streams(data):
        filters = len(_FLATE.findall(head))
        if filters > _MOST_FILTERS:
            raise _refuse(english("a part of this PDF would unpack to far too much"))
        if end < start:
            # Streams that hold the beginnings of others share their end, and where there is none, there is none.
            found = data.find(b"endstream", start)
            end = found if found >= 0 else len(data)
        packed = memoryview(data)[start:end]
        if filters == 0 or (filters == 1 and (len(packed) < _SMALL or _IMAGE.search(head))):
            continue
        total += _unpacked(packed, filters, limits.max_entry)
        if total > limits.max_unpacked:
            raise _refuse(english("this PDF would unpack to far too much"))


def _streams(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Give the dictionary and the start of every stream."""
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(match.start() - _HEAD, 0) : match.start()]
        opened = head.rfind(b" obj")
        yield head[opened:] if opened >= 0 else head, match.end()


def _unpacked(packed: memoryview, filters: int, most: int) -> int:
    """Return the unpacked size of a stream in bytes, up to where it is damaged."""
    size = 0
    for part in _inflated((bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK)), filters):
        size += len(part)
        if size > most:
            raise _refuse(english("a part of this PDF would unpack to far too much"))
    return size


def _inflated(parts: Iterable[bytes], filters: int) -> Iterator[bytes]:
    """Give the bytes of parts unpacked so many times; damage ends them, for PDFium keeps what comes before it."""
    if not filters:
        yield from parts
        return
    stage = zlib.decompressobj()
    for part in _inflated(parts, filters - 1):
        rest = part
        while rest and not stage.eof:
            try:
                yield stage.decompress(rest, _STEP)
            except zlib.error:
                return
            rest = stage.unconsumed_tail
        if stage.eof:
            # What stands behind the end, a line break mostly, belongs to no stream.
            return
