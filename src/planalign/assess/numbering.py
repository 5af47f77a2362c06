"""Numbered sequences of a plan and the places where they break: gaps, duplicates, steps back."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.index import further_annexes
from planalign.text.numerals import parse_numeral
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.annex import AnnexRow
    from planalign.model.block import Location
    from planalign.model.plan import Plan, Section, Task


class BreakKind(StrEnum):
    """What is wrong between two numbers; goes into fingerprints."""

    GAP = "gap"
    DUPLICATE = "duplicate"
    BACKWARDS = "step back"


class Numbered(NamedTuple):
    """One numbered thing: its value, the group in which a sequence may start anew, and how it is printed."""

    id: str
    value: int
    group: str
    printed: str
    text: str
    location: Location


class Break(NamedTuple):
    """Two neighbours of a sequence that do not follow on each other."""

    kind: BreakKind
    before: Numbered
    after: Numbered


def breaks(plan: Plan) -> Iterator[Break]:
    """Yield the breaks of all sequences of a plan."""
    for sequence in (*_section_sequences(plan), *_task_sequences(plan), *_row_sequences(plan)):
        for before, after in pairwise(sequence):
            kind = _kind(before, after)
            if kind is not None:
                yield Break(kind, before, after)


def _kind(before: Numbered, after: Numbered) -> BreakKind | None:
    """Numbers run on, over group borders too, or start anew with one in a new group."""
    runs_on = after.value == before.value + 1
    restarts = after.value == 1 and after.group != before.group
    if runs_on or restarts:
        return None
    if after.value == before.value:
        return BreakKind.DUPLICATE
    return BreakKind.GAP if after.value > before.value else BreakKind.BACKWARDS


def _section_sequences(plan: Plan) -> list[list[Numbered]]:
    sequences: dict[object, list[Numbered]] = {}
    for section in plan.sections:
        item = _section(section)
        if item:
            sequences.setdefault((section.parent is None, _style(section.label)), []).append(item)
    return list(sequences.values())


def _section(section: Section) -> Numbered | None:
    value = parse_numeral(section.number)
    if value is None:
        return None
    printed = section.label or section.number
    return Numbered(section.id, value, section.parent or "", printed, section.title, section.location)


def _task_sequences(plan: Plan) -> list[list[Numbered]]:
    """Tasks of one kind and one style of number make one sequence."""
    sequences: dict[object, list[Numbered]] = {}
    for task in plan.tasks:
        item = _task(task)
        if item:
            sequences.setdefault((task.kind, _style(task.label)), []).append(item)
    return list(sequences.values())


def _task(task: Task) -> Numbered | None:
    value = parse_numeral(task.number)
    if value is None:
        return None
    return Numbered(task.id, value, task.section or "", task.label or task.number, task.title, task.location)


def _row_sequences(plan: Plan) -> list[list[Numbered]]:
    """One sequence an annex; a row that repeats the number above it continues a merged cell."""
    return [[item for item in map(_row, annex.rows) if item] for annex in further_annexes(plan)]


def _row(row: AnnexRow) -> Numbered | None:
    if row.seq is None:
        return None
    return Numbered(row.id, row.seq, "", str(row.seq), row.name, row.location)


def _style(label: str) -> tuple[bool, bool]:
    """Tell （一） from 一、 and 1. from （1）: bracketed or not, Arabic or not."""
    plain = normalise(label)
    return plain.startswith("（"), any(char.isdecimal() for char in plain)
