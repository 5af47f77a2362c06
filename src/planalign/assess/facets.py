"""Fingerprints of tasks, clauses and annex rows by facet.

The text facet leaves out numbers, times and units, which have facets of their own, and every sign that is no word: so
that a changed number changes one facet only, and another carrier of the same words changes none.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.facts import Aspect
from planalign.model.review import Facet
from planalign.text.fingerprint import fingerprint, unnumbered
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.annex import AnnexRow
    from planalign.model.facts import Facts, Span, Target
    from planalign.model.plan import Clause, Task, Unit

_OF_A_FIGURE = ".-"
_NEXT_YEAR = ("明年", "次年")
"""Words that move a day by a year without printing one."""
_BLANK = "□"
"""Stands in a text for a number or a time: 年底前 that becomes 6月底前 is the same text with another deadline."""


class Passage(NamedTuple):
    """Words with the facts that they hold."""

    text: str
    """Verbatim."""
    targets: Sequence[Target] = ()
    facts: Facts | None = None
    units: Sequence[tuple[str, str]] = ()
    """Names and roles."""


def task_passages(task: Task) -> list[Passage]:
    """Return the title and the clauses of a task."""
    return [Passage(task.title, task.targets, task.facts, _units(task.units)), *map(clause_passage, task.clauses)]


def clause_passage(clause: Clause) -> Passage:
    """Return a clause with its facts."""
    return Passage(clause.text, clause.targets, clause.facts, _units(clause.units))


def row_passages(row: AnnexRow) -> list[Passage]:
    """Return what the columns of an annex row say."""
    units = [*((name, "lead") for name in row.lead_units), *((name, "responsible") for name in row.responsible_units)]
    return [Passage(row.name), Passage(row.target, row.targets, row.facts, units), Passage(row.remark)]


def facets(passages: Sequence[Passage]) -> dict[Facet, str]:
    """Return the fingerprints of some passages taken together."""
    told = [passage.facts for passage in passages if passage.facts]
    targets = [_number(target) for passage in passages for target in passage.targets]
    frequencies = [(item.times, item.period) for facts in told for item in facts.frequencies]
    deadlines = [
        (item.due, item.days, item.season, *(word for word in _NEXT_YEAR if word in item.text))
        for facts in told
        for item in facts.deadlines
    ]
    # Who is named first leads, whatever the roles say.
    units = list(dict.fromkeys((normalise(name), role) for passage in passages for name, role in passage.units))
    return {
        Facet.TEXT: fingerprint(Facet.TEXT, "".join(map(masked, passages))),
        Facet.TARGET: fingerprint(Facet.TARGET, [*targets, *frequencies]),
        Facet.DEADLINE: fingerprint(Facet.DEADLINE, deadlines),
        Facet.UNIT: fingerprint(Facet.UNIT, units),
    }


def value_facet(aspect: Aspect, value: str | None) -> dict[Facet, str]:
    """Return the fingerprint of one number or time as printed; null where that side has none."""
    facet = Facet.DEADLINE if aspect is Aspect.DEADLINE else Facet.TARGET
    return {facet: fingerprint(facet, value)}


def masked(passage: Passage) -> str:
    """Return the words of a passage with blanks for numbers and times, and without its units."""
    text = passage.text
    for start, end in reversed(_merged(_spans(passage))):
        text = f"{text[:start]}{_BLANK}{text[end:]}"
    for name, _ in passage.units:
        text = text.replace(name, "")
    return words(text)


def words(text: str) -> str:
    """Return the letters and figures of a text in one form, without the number it begins with.

    The point of a decimal and the sign of a number below zero are part of the figure.
    """
    flat = normalise(unnumbered(text))
    kept = (
        sign.isalnum() or sign == _BLANK or (sign in _OF_A_FIGURE and _in_figure(flat, place))
        for place, sign in enumerate(flat)
    )
    return "".join(compress(flat, kept))


def _in_figure(text: str, place: int) -> bool:
    """Whether a point stands between two figures, or a minus between a word and a figure."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if text[place] == ".":
        return before.isdecimal() and after.isdecimal()
    return (after.isdecimal() or after == _BLANK) and before.isalpha() and not before.isascii()


def _units(units: Iterable[Unit]) -> list[tuple[str, str]]:
    return [(unit.name, unit.role.value) for unit in units]


def _number(target: Target) -> tuple[object, ...]:
    return target.value, target.unit, target.upper, target.direction.value, target.baseline


def _spans(passage: Passage) -> list[Span]:
    facts = passage.facts
    return [*passage.targets, *(facts.deadlines if facts else ()), *(facts.frequencies if facts else ())]


def _merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
