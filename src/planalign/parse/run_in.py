"""Run-in headings: several numbered items on one line become one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.parse.label import Label, Rank, label_of, parse_label
from planalign.parse.nesting import depths
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.parse.line import Line

# A number that goes on after a stop, or after a wide space behind a short heading.
_REACH = 24
_NEXT = compiled(
    r"(?<=[。；;])\s*(?=[（(一二三四五六七八九十\d])|(?<=[一-龥”》])(?:　+|\s{1,})(?=[（(]\s?[一二三四五六七八九十])"
)


def split_run_in(lines: Iterable[Line]) -> Iterator[Line]:
    """Cut a numbered line before each further number of its style that is due, or before a （一） behind a heading."""
    for line in lines:
        label = label_of(line)
        yield from _split(line, label) if label and label.rank <= Rank.DIGIT else [line]


def _split(line: Line, label: Label) -> Iterator[Line]:
    begin, depth = 0, depths(line.text)
    for match in _NEXT.finditer(line.text, label.end):
        found = parse_label(line.text[match.end() : match.end() + _REACH])
        if found and not depth[match.end() - 1] and _is_due(found, label):
            yield _piece(line, begin, match.start())
            begin, label = match.end(), found
    yield _piece(line, begin, len(line.text))


def _piece(line: Line, begin: int, end: int) -> Line:
    """Return a stretch of the line; an automatic number belongs to the first one only."""
    part = line.part(begin, end)
    return part._replace(label="") if begin else part


def _is_due(found: Label, above: Label) -> bool:
    if found.rank is above.rank:
        return above.value is not None and found.value == above.value + 1
    return above.rank is Rank.HAN and found.rank is Rank.HAN_BRACKET and found.value == 1
