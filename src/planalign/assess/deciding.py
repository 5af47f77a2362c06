"""Makes decisions: what a person may say of an item, and one line of the store from it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from planalign.assess.item_key import item_key
from planalign.errors import UsageError
from planalign.model.comparison import Status
from planalign.model.decision import Decision, ItemKind, Outcome
from planalign.model.review import Verdict
from planalign.model.sentence import english

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from planalign.model.decision import Item

_ID_BYTES = 8
_GAPS = frozenset({Status.DROPPED, Status.NOT_APPLICABLE})
_ANY = tuple(verdict for verdict in Verdict if verdict is not Verdict.WITHDRAW)
ALLOWED: dict[ItemKind, tuple[Verdict, ...]] = {
    **dict.fromkeys((ItemKind.LINK, ItemKind.CLAUSE, ItemKind.TARGET), _ANY),
    ItemKind.FINDING: (Verdict.ACCEPT, Verdict.REJECT, Verdict.OUT_OF_SCOPE),
}
"""What may be said of an item of each kind."""


def decide(  # noqa: PLR0913 - what a line of the store says
    item: Item, verdict: Verdict, *, by: str, at: dt.datetime, reason: str = "", instead: Outcome | None = None
) -> Decision:
    """Return a decision on an item as it is seen now; `at` has a time zone.

    Raises UsageError where the verdict does not fit the item, or where nobody or no time zone is named.
    """
    if verdict not in ALLOWED[item.kind]:
        raise UsageError(english("{verdict} cannot be said of a {kind}", verdict=verdict, kind=item.kind))
    _require(by, at)
    if (verdict is Verdict.ADJUST) != (instead is not None and instead != Outcome()):
        raise UsageError(english("adjust says what holds instead, and nothing else does"))
    return Decision(
        schema="planalign/decision/1",
        id=secrets.token_hex(_ID_BYTES),
        item=item,
        verdict=verdict,
        instead=_whole(item, instead) if instead else None,
        by=_words(by),
        at=at,
        reason=_words(reason),
    )


def withdraw(decision_id: str, *, by: str, at: dt.datetime, reason: str = "") -> Decision:
    """Return the line that takes a decision back; an older one on the same item counts again.

    Raises UsageError where nobody or no time zone is named.
    """
    _require(by, at)
    return Decision(
        schema="planalign/decision/1", id=secrets.token_hex(_ID_BYTES), verdict=Verdict.WITHDRAW,
        withdraws=decision_id, by=_words(by), at=at, reason=_words(reason),
    )  # fmt: skip


def outweighing(made: Decision, others: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return a decision with what makes it count: the newest wins, and somebody's clock may have been ahead of ours.

    `others`: those in force; one on the same item that bears a later time is taken back.
    """
    if made.item is None:
        return (made,)
    key = item_key(made.item)
    ahead = [
        said
        for said in others
        if said.item and made.at <= said.at and made.item.id == said.item.id and key == item_key(said.item)
    ]
    return (*(withdraw(said.id, by=made.by, at=made.at, reason=made.reason) for said in ahead), made)


def _words(text: str) -> str:
    """Return what a person typed; bytes that are no text, as a terminal may give them, become question marks."""
    return text.encode("utf-8", "replace").decode().strip()


def _require(by: str, at: dt.datetime) -> None:
    if not by.strip():
        raise UsageError(english("a decision needs the name of the person who takes it"))
    if at.tzinfo is None:
        raise UsageError(english("a decision needs a time with its time zone"))


def _whole(item: Item, instead: Outcome) -> Outcome:
    """Return what holds instead; child clauses that carry a gap make it covered."""
    if item.kind is ItemKind.CLAUSE and instead.children and instead.status is None and item.proposed.status in _GAPS:
        return instead.model_copy(update={"status": Status.COVERED})
    return instead
