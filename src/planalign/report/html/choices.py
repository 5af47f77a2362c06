"""What the filters of the page offer: only values that occur, with how often."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.rules import RULES
from planalign.model.comparison import Severity, Status
from planalign.model.review import ReviewState
from planalign.report.labels import SEVERITY, STATUS
from planalign.report.review_words import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.model.comparison import Comparison
    from planalign.model.wording import Lang
    from planalign.report.chapters import Chapter


class Choice(NamedTuple):
    """One value of a filter."""

    value: str
    text: str
    number: int = 0


class Choices(NamedTuple):
    """The values of every filter."""

    statuses: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    sections: tuple[Choice, ...]
    units: tuple[Choice, ...]
    codes: tuple[Choice, ...]
    reviews: tuple[Choice, ...]


def choices(comparison: Comparison, chapters: Sequence[Chapter], units: Iterable[str], lang: Lang) -> Choices:
    """Return the values that occur; no sections where there is but one, no review without decisions."""
    statuses = Counter(entry.status for entry in comparison.coverage)
    severities = Counter(finding.severity for finding in comparison.findings)
    codes = Counter(finding.code for finding in comparison.findings)
    reviewed = comparison.summary.review is not None
    return Choices(
        statuses=tuple(Choice(each.value, STATUS[each].of(lang), statuses[each]) for each in Status if statuses[each]),
        severities=tuple(
            Choice(each.value, SEVERITY[each].of(lang), severities[each]) for each in Severity if severities[each]
        ),
        sections=tuple(Choice(each.key, each.title) for each in chapters if each.key) if len(chapters) > 1 else (),
        units=tuple(Choice(name, name) for name in units),
        codes=tuple(Choice(code, RULES[code].title.of(lang), codes[code]) for code in sorted(codes)),
        reviews=tuple(Choice(each.value, STATES[each].of(lang)) for each in ReviewState) if reviewed else (),
    )
