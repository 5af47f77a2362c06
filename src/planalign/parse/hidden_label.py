"""Numbers that are labels only in their context: bare ones above 2.1, 任务1, and 一要 or 第一条."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import Table
from planalign.parse.enumeration import find_points
from planalign.parse.label import NAMES, Rank, label_of, parse_label
from planalign.text.numerals import HAN_NUMERAL, parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from planalign.parse.line import Line

_BARE = compiled(r"(\d{1,2})(?:[\s　]+|(?![年月日号项个条类大级])(?=.{2,16}$))(?=[^\W\dA-Za-z_])")
_DECIMAL = compiled(r"(\d{1,2})[.．]1(?!\d)")
_POINT = compiled(
    r"(?:(?P<point>[一二三四五六七八九十]{1,3})(?:要|是)[，,：:]?(?=[^\W\dA-Za-z_])"
    r"|第(?P<article>[一二三四五六七八九十]{1,3})条[\s　：:、]*(?=\S))"
)
_NAMED = compiled(
    rf"(?P<word>{NAMES})\s?(?P<number>\d{{1,2}}|{HAN_NUMERAL}{{1,3}})"
    r"(?:\s?[：:、.．]\s*|\s+)(?=[^\W\d])"
)
_STARTS = frozenset("一二三四五六七八九十第")
"""What such a point begins with."""
_LONGEST_TITLE = 40


def label_bare_numbers(elements: Sequence[Line | Table]) -> list[Line | Table]:
    """Label headings such as `2 重点任务` in a text that numbers its items 2.1, 2.2; they rank as 一、 does."""
    decimals = {match[1] for element in elements if not isinstance(element, Table) and (match := _decimal(element))}
    if not decimals:
        return list(elements)
    return [element if isinstance(element, Table) else _labelled(element, decimals) for element in elements]


def _decimal(line: Line) -> re.Match[str] | None:
    label = parse_label(line.text)
    return _DECIMAL.match(line.text) if label and label.rank in (Rank.DECIMAL, Rank.DECIMAL_DEEP) else None


def _labelled(line: Line, decimals: set[str]) -> Line:
    match = _BARE.match(line.text)
    if match is None or line.label or len(line.text) > _LONGEST_TITLE or "。" in line.text:
        return line
    known = {int(number) for number in decimals}
    if int(match[1]) > max(known) + 1:
        return line
    return line.part(match.end())._replace(label=match[1])


def label_named_numbers(elements: Sequence[Line | Table]) -> list[Line | Table]:
    """Label headings such as 任务1：… where they count from one without a gap."""
    found = {at: match for at, element in enumerate(elements) if (match := _named(element))}
    words: dict[str, list[int | None]] = {}
    for match in found.values():
        words.setdefault(match["word"], []).append(parse_numeral(match["number"]))
    counted = {word for word, values in words.items() if len(values) > 1 and values == [*range(1, len(values) + 1)]}
    return [
        element if isinstance(element, Table) or at not in found else _without_name(element, found[at], counted)
        for at, element in enumerate(elements)
    ]


def _named(element: Line | Table) -> re.Match[str] | None:
    return None if isinstance(element, Table) or element.label else _NAMED.match(element.text)


def _without_name(line: Line, match: re.Match[str], counted: set[str]) -> Line:
    return line.part(match.end())._replace(label=match[0].strip()) if match["word"] in counted else line


def label_points(lines: Sequence[Line]) -> list[Line]:
    """Label paragraphs that begin 一要 … or 第一条 … where they count without a gap and nothing else is numbered."""
    starts = [match for line in lines if line.text[:1] in _STARTS and (match := _POINT.match(line.text))]
    values = [parse_numeral(match["point"] or match["article"]) for match in starts]
    if any(label_of(line) for line in lines):
        return list(lines)
    if len(values) < 2 or values != list(range(1, len(values) + 1)):
        return _points_on_lines(lines)
    return [_without_point(line) for line in lines]


def _points_on_lines(lines: Sequence[Line]) -> list[Line]:
    """Give every 一是… of a text that numbers nothing else a line of its own."""
    points = find_points(lines)
    result: list[Line] = []
    for line in lines:
        own = [point for point in points if point.paragraph is line]
        before = line.part(0, own[0].start) if own else line
        result += [before] if before.text else []
        result += [point.line._replace(label=point.label) for point in own]
    return result


def _without_point(line: Line) -> Line:
    match = _POINT.match(line.text)
    return line.part(match.end())._replace(label=match[0].rstrip(" 　：:、，,")) if match else line
