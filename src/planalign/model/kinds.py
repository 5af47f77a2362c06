"""The kinds and grades by which a comparison sorts what it finds."""

from __future__ import annotations

from enum import StrEnum


class Strength(StrEnum):
    """How a child task hangs on a parent task."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Relation(StrEnum):
    """What the child task is to the parent task."""

    EQUIVALENT = "equivalent"
    NARROWER = "narrower"
    BROADER = "broader"
    OVERLAPS = "overlaps"


class Status(StrEnum):
    """What became of a parent clause or task."""

    COVERED = "covered"
    PARTIAL = "partial"
    DROPPED = "dropped"
    NOT_APPLICABLE = "not_applicable"


class Exemption(StrEnum):
    """Why a clause does not apply to the lower level."""

    LEGISLATION = "legislation"
    ELSEWHERE = "elsewhere"
    OFFICE = "office"
    FACILITY = "facility"
    SLOGAN = "slogan"


class Signal(StrEnum):
    """What speaks for or against a commitment being carried; docs/alignment.md explains each."""

    WORDING = "wording"
    TOGETHER = "together"
    RARE_WORDS = "rare_words"
    LENGTH = "length"
    TASK = "task"
    TASK_MATCH = "task_match"
    NUMBERS = "numbers"
    NAMES = "names"
    IN_TASK = "in_task"
    CLAIM = "claim"
    PART_CLAIM = "part_claim"


class DriftKind(StrEnum):
    """What became of a target."""

    SAME = "same"
    STRICTER = "stricter"
    LOOSER = "looser"
    MISSING = "missing_in_child"
    NEW = "new_in_child"
    NOT_COMPARABLE = "not_comparable"


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
