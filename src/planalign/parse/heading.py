"""Headings: where the title of a numbered item ends and its body begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.parse.clause import HALF_STOP
from planalign.parse.nesting import depths, is_open
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from planalign.parse.line import Line

_LONGEST = 50
_STOP = compiled(rf"。|{HALF_STOP}")
_COLON = compiled(r"[^。；;，,：:\s]{2,25}[：:](?=[^\d\s])")
# 一、突出重点（责任单位：市司法局）学习宣传宪法。
_UNITS = compiled(
    r"[^。；;（(]{2,25}[（(〔\[【](?:牵头|责任|主办)[^：:）)]{0,4}[：:][^（()）〔〕\[\]【】]{2,80}[）)〕\]】](?=[^。；;，,、\s])",
    signs=tuple(bracket + word for bracket in "（(〔[【" for word in ("牵头", "责任", "主办")),
)
_WIDE_SPACE = compiled(
    r"([^。；;，,：:\s]{4,25})(?:　+|\s{2,})(?=\S{20})|([^。；;，,：:\s]{4,25})(?:　{2,}|\s{3,})(?=\S{6})"
    r"|([一-龥“”、]{4,16})\s(?=[一-龥]\S{20})"
)


class Heading(NamedTuple):
    """A numbered line cut in two."""

    title: Line
    """Without final stop."""
    body: Line
    """What follows on the same line; blank where nothing does."""


def split_heading(line: Line) -> Heading:
    """Cut a line (its label taken off) at the first stop outside quotes and brackets.

    A first sentence too long for a heading is title and body alike.
    """
    for pattern in (_COLON, _UNITS, _WIDE_SPACE):
        match = pattern.match(line.text)
        if match and not is_open(match[0]):
            return Heading(line.part(0, len(match[0].rstrip(" 　：:"))), line.part(match.end()))
    stop = first_stop(line.text)
    end = len(line.text) if stop is None else stop
    title = line.part(0, len(line.text[:end].rstrip("：:；;")))
    rest = line.part(min(end + 1, len(line.text)))
    if rest.text and (end > _LONGEST or "；" in title.text):
        return Heading(title, line)
    return Heading(title, rest)


def first_stop(text: str) -> int | None:
    """Return the place of the first 。 outside quotes and brackets."""
    stops = [match.start() for match in _STOP.finditer(text)] if "。" in text or "." in text else []
    depth = depths(text) if stops else []
    return next((index for index in stops if not depth[index]), None)
