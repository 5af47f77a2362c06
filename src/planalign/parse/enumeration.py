"""Enumerations in prose: 一是…。二是…, and lists of objects under one verb."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.parse.clause import sentence_spans
from planalign.parse.nesting import depths
from planalign.parse.verb import LEADING_VERB
from planalign.text.numerals import parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.parse.line import Line

_POINT = compiled(
    r"(?:^|(?<=[。；;：:，,\s]))"
    r"(?:第?([一二三四五六七八九十]{1,3})(?:是|、是|方面[，,]?是?)|第([一二三四五六七八九十]{1,3})(?:个方面|部分|点)?[是，,：:、])[，,：:]?"
)
_AND = compiled(r"[和与及]")
# 救灾救助和恢复重建 is one object; two objects of their own are at least this long.
_OWN_OBJECT = 6
_RESULT = compiled(r"[并且及使让为以]|从而|进而|同时|特别是|尤其")
# Most verbs have two characters.
_TWO = compiled(r"[一-龥]{2}(?=[一-龥“]{2})")
_ADVERBIAL = compiled(r"(?:以|按|按照|根据|围绕|聚焦|通过|依托|结合|针对|为|在|对|将|把|坚持)(?!.*[是])")


class Point(NamedTuple):
    """One 一是… of an enumeration."""

    number: str
    label: str
    """As printed, for example 一是 or 第一方面是."""
    start: int
    """Where it begins in its paragraph."""
    line: Line
    """Its text without 一是."""
    paragraph: Line
    """The paragraph that holds it."""


class Item(NamedTuple):
    """One object of a list with the verb that governs it."""

    title: str
    """Verb and object."""
    line: Line
    """The words as printed: the object, with the verb where it stands before it."""


def find_points(lines: Sequence[Line]) -> list[Point]:
    """Return the points of an enumeration that counts from 一是 without a gap over its lines; one alone is none."""
    points: list[Point] = []
    for line in lines:
        points += _points_in(line, len(points) + 1)
    return points if len(points) > 1 else []


def _points_in(line: Line, due: int) -> list[Point]:
    depth = depths(line.text)
    chosen: list[tuple[re.Match[str], str]] = []
    for match in _POINT.finditer(line.text):
        number = match[1] or match[2]
        if parse_numeral(number) == due + len(chosen) and not depth[match.start()]:
            chosen.append((match, number))
    if not chosen:
        return []
    ends = [match.start() for match, _ in chosen[1:]] + [len(line.text)]
    return [
        Point(number, match[0].rstrip("，,：:"), match.start(), line.part(match.end(), end), line)
        for (match, number), end in zip(chosen, ends, strict=True)
    ]


def list_items(line: Line) -> Iterator[Item]:
    """Split `verb+object、object，verb+object和object。` into one item per object, the verb carried over the list."""
    for start, end in sentence_spans(line.text):
        for phrase in _phrases(line.part(start, end)):
            yield from _objects(phrase)


def _phrases(sentence: Line) -> Iterator[Line]:
    """Cut a sentence at ， ; words that only say how stay with the phrase after them, results with the one before."""
    text = sentence.text.rstrip("。；;")
    depth = depths(text)
    begin = 0
    for index, char in enumerate(text):
        if char not in "，," or depth[index] or _RESULT.match(text, index + 1):
            continue
        if _ADVERBIAL.match(text, begin):
            continue
        yield sentence.part(begin, index)
        begin = index + 1
    yield sentence.part(begin, len(text))


def _objects(phrase: Line) -> Iterator[Item]:
    verb = LEADING_VERB.match(phrase.text) or _TWO.match(phrase.text)
    if verb is None or verb.end() == len(phrase.text) or re.search("[，,]", phrase.text):
        yield Item(phrase.text, phrase)
        return
    for index, (start, end) in enumerate(_object_spans(phrase.text, verb.end())):
        words = phrase.part(0 if index == 0 else start, end)
        yield Item(words.text if index == 0 else verb[0] + words.text, words)


def _object_spans(text: str, begin: int) -> list[tuple[int, int]]:
    depth = depths(text)
    cuts = [index for index in range(begin, len(text)) if text[index] == "、" and not depth[index]]
    bounds = [begin - 1, *cuts, len(text)]
    spans = [(start + 1, end) for start, end in pairwise(bounds)]
    return spans[:-1] + _cut_at_and(text, spans[-1], depth)


def _cut_at_and(text: str, span: tuple[int, int], depth: list[int]) -> list[tuple[int, int]]:
    """Cut the last object of a list at 和 where both sides are long enough to be objects of their own."""
    start, end = span
    places = [start + match.start() for match in _AND.finditer(text[start:end]) if not depth[start + match.start()]]
    fit = [place for place in places if min(place - start, end - place - 1) >= _OWN_OBJECT]
    if not fit:
        return [span]
    place = max(fit, key=lambda at: min(at - start, end - at - 1))
    return [(start, place), (place + 1, end)]
