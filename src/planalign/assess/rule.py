"""What a rule is: its texts, and for most rules a check that finds the places where it applies."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planalign.assess.case import Case, PlanCase
    from planalign.model.comparison import FindingEnd, Severity
    from planalign.model.wording import Wording

ABOUT_THE_LEDGER = "PA5"
"""How the codes of rules about waivers, the baseline and the review itself begin; what they find is no debt."""


class Hit(NamedTuple):
    """One place where a rule about two plans applies."""

    key: str
    """What tells it from the other hits of the rule; stands in the id of the finding."""
    parent: FindingEnd | None = None
    """The end in the parent."""
    child: FindingEnd | None = None
    """The end in the child."""
    values: Mapping[str, object] = MappingProxyType({})
    """What the message names."""
    at_stake: tuple[str, ...] = ()
    """What would make it another finding at the same words: the missing parts, both values, the wrong word."""


class Spot(NamedTuple):
    """One place where a rule about a single plan applies."""

    key: str
    """What tells it from the other spots of the rule in this plan; stands in the id of the finding."""
    end: FindingEnd
    """What is quoted, and where it stands."""
    values: Mapping[str, object] = MappingProxyType({})
    """What the message names."""
    at_stake: tuple[str, ...] = ()
    """What would make it another finding at the same words: the wrong word, the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The texts of a rule; a code is never used again for something else.

    A rule of this bare kind has no check: the store of waivers or of the baseline says where it applies.
    """

    code: str
    """Its name, for example PA203."""
    severity: Severity
    """What its findings weigh unless the settings say otherwise."""
    title: Wording
    """What is wrong, in a few words."""
    message: Wording
    """Template; the fields come from the values of the hit."""
    explanation: Wording
    """What it means, and where it does not apply."""
    example: Wording
    """An example."""
    fix: Wording
    """How to fix it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRule(Rule):
    """A rule about what a child makes of its parent; `planalign check` without a parent leaves it out."""

    check: Callable[[Case], Iterator[Hit]]
    """Finds where it applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRule(Rule):
    """A rule about one plan taken alone; a comparison applies it to the child."""

    check: Callable[[PlanCase], Iterator[Spot]]
    """Finds where it applies."""
    both: bool = False
    """Whether a comparison applies it to the parent too: what is wrong there puts the comparison in doubt."""
    beside: Callable[[Case], Iterator[Hit]] | None = None
    """What it finds besides where the parent is there too."""
