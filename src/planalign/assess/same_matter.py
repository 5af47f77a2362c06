"""Numbers of body and annex about the same matter: the same unit, and the same words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.annex import RowKind
from planalign.model.index import further_annexes
from planalign.text.levels import neutral
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.annex import Annex, AnnexRow
    from planalign.model.facts import Target
    from planalign.model.plan import Clause, Plan

_ALIKE = 0.8
"""The share of the pairs of characters around the annex number that stand around the body number too."""
_CLOSE = 0.12
"""Body numbers whose words are nearly as alike as the best ones may be the one that is meant."""
_FEWEST = 4
"""Fewer pairs of characters say too little about the matter."""
_EDGE = "，。；：、,;:（）()\n"
_SIGNS = compiled(r"[^\w]+")
_BOUND = compiled(
    r"达到?|不低于|不少于|不高于|不超过|不小于|以上|以下|以内|左右|控制在|保持在?|力争|确保|争取|全部|基本|完成率?为|其中|共计?|约|年底前|\d+月(?:底|中旬|\d+日)?前"
    r"|(?:20\d\d|今|本|全)年(?:度|内)?|\d+"
)
_TIME = compiled(r"(?:个)?(?:年|月|日|天|周|小时|分钟|秒|工作日|季度|学时)$|^$")
_OFTEN = compiled(r"每[^，。；]{0,6}$|[年月周日季度期]+(?:至少|不少于|均)?[^，。；]{0,6}$")


class Stated(NamedTuple):
    """A number of the body."""

    clause: Clause
    target: Target
    pairs: frozenset[str]
    """Pairs of characters of the words around it."""


class Difference(NamedTuple):
    """An annex number, and the body number about the same matter that differs from it."""

    annex: Annex
    row: AnnexRow
    target: Target
    stated: Stated


def differences(plan: Plan) -> Iterator[Difference]:
    """Yield the numbers of annex rows that the body gives otherwise."""
    annexes = further_annexes(plan)
    if not annexes:
        return
    by_unit: dict[str, list[Stated]] = {}
    for stated in _of_body(plan):
        by_unit.setdefault(stated.target.unit, []).append(stated)
    for annex in annexes:
        for row in annex.rows:
            for target in row.targets if row.kind is RowKind.ITEM else ():
                found = _other(row, target, by_unit.get(target.unit, []))
                if found is not None:
                    yield Difference(annex, row, target, found)


def _of_body(plan: Plan) -> Iterator[Stated]:
    clauses = [*plan.preamble, *(clause for task in plan.tasks for clause in task.clauses)]
    for clause in clauses:
        for target in clause.targets:
            if _counts(clause.text, target):
                yield Stated(clause, target, _pairs(_around(clause.text, clause.targets, target)))


def _other(row: AnnexRow, target: Target, body: list[Stated]) -> Stated | None:
    """Return the body number that is about the same matter, if none of those that may be meant agrees."""
    if not _counts(row.target, target):
        return None
    words = _around(row.target, row.targets, target)
    alone = len(row.targets) == 1 and not _SIGNS.sub("", _BOUND.sub("", words))
    pairs = _pairs(row.name if alone else words)
    if len(pairs) < _FEWEST:
        return None
    scored = [(len(pairs & stated.pairs) / len(pairs), stated) for stated in body]
    best = max((score for score, _ in scored), default=0.0)
    meant = [stated for score, stated in scored if score >= best - _CLOSE]
    if best < _ALIKE or any(_agree(target, stated.target) for stated in meant):
        return None
    return next(stated for score, stated in scored if score == best)


def _agree(one: Target, other: Target) -> bool:
    return one.value == other.value and one.upper == other.upper


def _counts(text: str, target: Target) -> bool:
    """Say whether a number counts something: neither a time nor how often."""
    return _TIME.search(target.unit) is None and not (target.unit == "次" and _OFTEN.search(text[: target.start]))


def _around(text: str, targets: tuple[Target, ...], target: Target) -> str:
    """Return the words around a number: to the next sign, and not beyond another number."""
    first = max((other.end for other in targets if other.end <= target.start), default=0)
    last = min((other.start for other in targets if other.start >= target.end), default=len(text))
    before, after = text[first : target.start], text[target.end : last]
    start = max(before.rfind(mark) for mark in _EDGE) + 1
    stops = [at for mark in _EDGE if (at := after.find(mark)) >= 0]
    return before[start:] + "\n" + after[: min(stops, default=len(after))]


def _pairs(words: str) -> frozenset[str]:
    plain = _SIGNS.sub("", _BOUND.sub(" ", neutral(normalise(words))))
    return frozenset(plain[start : start + 2] for start in range(len(plain) - 1))
