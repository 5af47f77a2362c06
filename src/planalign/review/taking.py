"""Makes decisions of the rows of a filled-in sheet; what no longer fits is refused, row by row, with a reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.deciding import decide, withdraw
from planalign.assess.review_items import Items, item_key, said_of
from planalign.errors import UsageError
from planalign.model.review import Verdict
from planalign.model.sentence import english
from planalign.model.wording import Lang
from planalign.report.review_sheet import WORDS
from planalign.report.review_words import VERDICTS
from planalign.review.choices import Wish, outcome

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from planalign.model.comparison import Comparison
    from planalign.model.decision import Decision, Item
    from planalign.model.wording import Wording
    from planalign.review.filled_sheet import FilledRow

_SPLIT = re.compile(r"[\s、,，;；]+")
_ID = re.compile(r"[a-z]+\d+(?:\.[a-z]+\d+)*")
_STALE = english("the texts have changed since the sheet was written")
_UNKNOWN = english("no report given holds this item")
_TWICE = english("the same words stand at several places")
_AGAIN = english("another row is about the same item")
_OVERTAKEN = english("somebody has decided on this since the sheet was written")


class Refusal(NamedTuple):
    """A row that was not taken."""

    row: int
    id: str
    reason: UsageError


class Taken(NamedTuple):
    """What came of a sheet."""

    decisions: tuple[Decision, ...]
    """To be written."""
    refusals: tuple[Refusal, ...]
    known: int
    """Rows that say what is decided already."""


class _Place(NamedTuple):
    """An item in its report."""

    item: Item
    key: str
    items: Items
    """All of its report."""


class Taker:
    """Matches rows with the items of some reports, as they stand now."""

    def __init__(self, comparisons: Sequence[Comparison], in_force: Iterable[Decision], at: dt.datetime) -> None:
        """Look up the items, and what was decided on them."""
        self._at = at
        self._decided = {decision.id: decision for decision in in_force}
        self._places = [
            _Place(item, item_key(item), items) for items in map(Items, comparisons) for item in items.all()
        ]

    def take(self, rows: Iterable[FilledRow]) -> Taken:
        """Return the decisions of all rows, and the rows that are refused."""
        decisions: list[Decision] = []
        refusals: list[Refusal] = []
        known = 0
        for row in rows:
            try:
                decision = self._decision(row)
                _require_one(decision, decisions)
            except UsageError as error:
                refusals.append(Refusal(row.number, row.id, error))
                continue
            if decision is None:
                known += 1
            else:
                decisions.append(decision)
        return Taken(tuple(decisions), tuple(refusals), known)

    def _decision(self, row: FilledRow) -> Decision | None:
        """Return what a row says; None where that is decided already.

        Raises UsageError where the row is stale or does not say what can be said.
        """
        place, verdict = self._place(row), _verdict(row.verdict)
        held = self._held(place)
        if verdict is Verdict.WITHDRAW:
            if held is None:
                raise UsageError(english("there is no decision to take back"))
            _require_seen(row, held)
            return withdraw(held.id, by=row.by, at=self._at, reason=row.reason)
        instead = outcome(_wish(row, place.item), place.item, place.items) if verdict is Verdict.ADJUST else None
        made = decide(place.item, verdict, by=row.by, at=self._at, reason=row.reason, instead=instead)
        if held and _says_the_same(made, held):
            return None
        _require_seen(row, held)
        return made

    def _place(self, row: FilledRow) -> _Place:
        """Return the item of a row; where the same words stand at several places, the one of the same id."""
        key = row.key.partition(" ")[0]
        alike = [place for place in self._places if place.key == key]
        if not alike:
            raise UsageError(_STALE if any(place.item.id == row.id for place in self._places) else _UNKNOWN)
        there = next((place for place in alike if place.item.id == row.id), None)
        if there is None and len({place.item.id for place in alike}) > 1:
            raise UsageError(_TWICE)
        return there or alike[0]

    def _held(self, place: _Place) -> Decision | None:
        """Return the decision that is on an item now."""
        review = place.items.reviews.get(place.item.id)
        if review:
            return self._decided.get(review.decision)
        return said_of([place.item], self._decided.values()).get(place.item.id)


def _says_the_same(made: Decision, held: Decision) -> bool:
    return all(getattr(made, field) == getattr(held, field) for field in ("verdict", "instead", "by", "reason"))


def _require_one(made: Decision | None, before: Iterable[Decision]) -> None:
    """Refuse a second row on an item: both would bear one time, so that neither were the newest."""
    if made and any(made.item == other.item and made.withdraws == other.withdraws for other in before):
        raise UsageError(_AGAIN)


def _require_seen(row: FilledRow, held: Decision | None) -> None:
    """Refuse to overwrite what somebody else has decided since the sheet was written."""
    if held and held.id != row.key.partition(" ")[2] and held.by != row.by.strip():
        raise UsageError(_OVERTAKEN)


def _verdict(word: str) -> Verdict:
    for verdict, wording in VERDICTS.items():
        if word.casefold() in _names(verdict, wording):
            return verdict
    known = " ".join(wording.of(Lang.ZH) for wording in VERDICTS.values())
    raise UsageError(
        english("the word {word!r} is no decision", word=word), hint=english("known: {names}", names=known)
    )


def _wish(row: FilledRow, item: Item) -> Wish:
    """Return what the two columns of a correction say."""
    ends = _ends(row.end)
    value = _value(row.value, item) if row.value else {}
    return Wish(parent=ends[0] if ends else "", children=ends, **value)


def _ends(text: str) -> tuple[str, ...]:
    """Return the ids at the start; an entry of the list has its words behind its id."""
    parts = [part for part in _SPLIT.split(text) if part]
    count = next((place for place, part in enumerate(parts) if not _ID.fullmatch(part)), len(parts))
    return tuple(dict.fromkeys(parts[:count] or parts[:1]))


def _value(word: str, item: Item) -> dict[str, str]:
    """Return the value that a word names, by the field of the outcome that it belongs to."""
    for field, wordings in WORDS[item.kind].items():
        for value, wording in wordings.items():
            if word.casefold() in _names(value, wording):
                return {field: str(value)}
    raise UsageError(english("the word {word!r} cannot be said of this item", word=word))


def _names(value: object, wording: Wording) -> set[str]:
    return {str(value), *(wording.of(lang).casefold() for lang in Lang)}
