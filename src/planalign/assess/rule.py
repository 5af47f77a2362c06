"""What a rule is: its texts and a check that finds the places where it applies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.assess.case import Case
    from planalign.model.comparison import FindingEnd, Severity
    from planalign.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule applies."""

    key: str
    """What tells it from the other hits of the rule; stands in the id of the finding."""
    parent: FindingEnd | None = None
    """The end in the parent."""
    child: FindingEnd | None = None
    """The end in the child."""
    values: dict[str, object] = field(default_factory=dict)
    """What the message names."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its texts; a code is never used again for something else."""

    code: str
    severity: Severity
    title: Wording
    message: Wording
    """Template; the fields come from the values of the hit."""
    explanation: Wording
    example: Wording
    fix: Wording
    check: Callable[[Case], Iterator[Hit]]
