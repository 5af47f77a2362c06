"""What a person may say instead of a verdict, and how it is read from a form or a row of a sheet."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from planalign.assess.deciding import ALLOWED
from planalign.errors import UsageError
from planalign.model.comparison import DriftKind, Relation, Status, Strength
from planalign.model.decision import ItemKind, Outcome
from planalign.model.index import heading
from planalign.model.sentence import english
from planalign.report.scrub import clipped, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planalign.assess.review_items import Items
    from planalign.assess.views import Views
    from planalign.model.decision import Item, Seen
    from planalign.model.review import Verdict
    from planalign.report.digest import Digest

NEAR = 5
"""So many likely ends are offered first."""
_LONGEST = 60

Choice = TypeVar("Choice", bound=StrEnum)


class End(NamedTuple):
    """A task or clause that may be named instead."""

    id: str
    text: str


class Wish(NamedTuple):
    """What a form or a row says, as text; empty where it says nothing."""

    parent: str = ""
    """A parent task, by its id."""
    children: tuple[str, ...] = ()
    """Child clauses, by their ids."""
    relation: str = ""
    strength: str = ""
    status: str = ""
    drift: str = ""


def verdicts(item: Item) -> tuple[Verdict, ...]:
    """Return what can be said of an item."""
    return ALLOWED[item.kind]


def likely(item: Item, digest: Digest) -> list[End]:
    """Return the ends that may be meant instead, the likeliest first."""
    if item.kind is ItemKind.LINK:
        return _near_tasks(item, digest)[:NEAR]
    entry = digest.coverage.get(item.parent.id) if item.kind is ItemKind.CLAUSE and item.parent else None
    return [_clause(digest, piece.child_clause) for piece in entry.evidence[:NEAR]] if entry else []


def every_end(item: Item, digest: Digest) -> list[End]:
    """Return all ends that may be named: the parent tasks for a link, the child clauses otherwise."""
    if item.kind is ItemKind.LINK:
        return [_task(digest, task.id) for task in digest.comparison.parent.tasks]
    return [_clause(digest, name) for name in digest.child.clauses]


def outcome(wish: Wish, item: Item, items: Items) -> Outcome:
    """Return what holds instead; `items`: all of its comparison.

    Raises UsageError where a word or an id is not known, or nothing is said.
    """
    if item.kind is ItemKind.LINK:
        found = Outcome(
            parent=_known(wish.parent, items.upper.tasks, items.upper) if wish.parent else None,
            relation=_one_of(Relation, wish.relation),
            strength=_one_of(Strength, wish.strength),
        )
    else:
        below = items.lower
        found = Outcome(
            children=tuple(_known(name, below.passages, below) for name in wish.children),
            status=_one_of(Status, wish.status) if item.kind is ItemKind.CLAUSE else None,
            drift=_one_of(DriftKind, wish.drift) if item.kind is ItemKind.TARGET else None,
        )
    if found == Outcome():
        raise UsageError(english("nothing is said of what holds instead"))
    return found


def named_end(text: str) -> str:
    """Return the id at the start of what was typed or chosen: t3, t3.c2."""
    return next(iter(text.split()), "")


def _near_tasks(item: Item, digest: Digest) -> list[End]:
    """Return the parent tasks whose clauses the child task comes near to, without the one that was proposed."""
    clauses = {clause.id for clause in digest.child.tasks[item.children[0].id].clauses}
    scores: dict[str, float] = {}
    for entry in digest.comparison.coverage:
        near = max((piece.score for piece in entry.evidence if piece.child_clause in clauses), default=0.0)
        scores[entry.parent_task] = scores.get(entry.parent_task, 0.0) + near
    proposed = item.parent.id if item.parent else ""
    ranked = sorted((name for name in scores if scores[name] and name != proposed), key=lambda name: -scores[name])
    return [_task(digest, name) for name in ranked]


def _task(digest: Digest, name: str) -> End:
    return End(name, one_line(heading(digest.parent.tasks[name])))


def _clause(digest: Digest, name: str) -> End:
    return End(name, clipped(digest.child.clauses[name].text, _LONGEST))


def _known(name: str, ends: Mapping[str, Seen], plan: Views) -> Seen:
    if name not in ends:
        raise UsageError(
            english("the document {plan} holds no {name!r}", plan=plan.plan.source.file, name=name),
            hint=english("ids look like t3 and t3.c2"),
        )
    return ends[name]


def _one_of(kind: type[Choice], word: str) -> Choice | None:
    if not word:
        return None
    try:
        return kind(word)
    except ValueError:
        raise UsageError(
            english("the word {word!r} is not known", word=word), hint=english("known: {names}", names=" ".join(kind))
        ) from None
