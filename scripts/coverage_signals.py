"""What is left out in the ablations: single features, groups of them, and steps before and after the model."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from planalign.align.commitments import Commitment, Part
from planalign.align.features import FEATURES
from planalign.align.terms import FAMILIES, Terms, terms_of
from planalign.text.synonyms import unify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planalign.align.coverage import Judgement
    from planalign.config import AlignSettings
    from planalign.model.comparison import Status

_KNOWN_GROUPS: dict[str, tuple[str, ...]] = {
    "all wording": ("wording", "together", "rare_words"),
    "all of the task": ("task", "task_match", "in_task"),
    "numbers and names": ("numbers", "names"),
    "all claims": ("claim", "part_claim"),
}


def feature_groups() -> dict[str, tuple[str, ...]]:
    """Return every feature by itself, then the groups of those that exist."""
    groups = {name: tuple(entry for entry in names if entry in FEATURES) for name, names in _KNOWN_GROUPS.items()}
    return {**{name: (name,) for name in FEATURES}, **{name: names for name, names in groups.items() if names}}


def _without_family(family: str) -> Callable[[str], Terms]:
    def cut(text: str) -> Terms:
        return terms_of(text)._replace(**{family: frozenset()})

    return cut


def _whole_clause(text: str) -> list[Commitment]:
    return [Commitment(text, 0, len(text), Part.ACTION)]


def _likeliest(judgement: Judgement, settings: AlignSettings) -> Status:
    del settings
    return max(judgement.chances, key=lambda key: judgement.chances[key])


def _synonyms_only(text: str, places: tuple[str, ...] = ()) -> str:
    del places
    return unify(text)


STEPS: dict[str, tuple[str, object]] = {
    "level words and places as printed": ("planalign.align.pair.neutral", _synonyms_only),
    "no synonyms": ("planalign.text.levels.unify", lambda text: text),
    "no near words": ("planalign.align.terms.near_words", dict),
    "light words weigh in full": ("planalign.align.terms.light_words", frozenset),
    **{f"no {family} terms": ("planalign.align.pair.terms_of", _without_family(family)) for family in FAMILIES},
    "no members of lists": ("planalign.align.commitments._items", lambda whole: []),  # noqa: ARG005
    "copies of other clauses count in full": ("planalign.align.rivals._without", lambda terms, others: terms),  # noqa: ARG005
    "clauses not split": ("planalign.align.features.commitments", _whole_clause),
    "likeliest status, not held against its parts": ("planalign.align.coverage._status", _likeliest),
}
"""What is replaced, and by what, while a step is left out; the pairs have to be prepared anew."""


@contextmanager
def left_out(step: str) -> Iterator[None]:
    """Leave a step out while pairs are prepared and judged."""
    target, substitute = STEPS[step]
    with ExitStack() as stack:
        stack.enter_context(patch(target, substitute))
        yield
