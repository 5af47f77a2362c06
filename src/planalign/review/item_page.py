"""Pages of one report: the queue with one of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planalign.model.decision import ItemKind
from planalign.model.review import Verdict
from planalign.report.labels import SEVERITY
from planalign.report.ratios import percent
from planalign.report.review_sheet import WORDS as INSTEAD
from planalign.report.review_words import KINDS, VERDICTS
from planalign.review.address import address, undo_address
from planalign.review.card import Card, Opinion, card, opinion
from planalign.review.choices import End, every_end, likely, verdicts
from planalign.review.queue import Filter, chosen
from planalign.review.words import KEYS, MEANS, SCOPES, WORDS, meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planalign.model.decision import Item
    from planalign.model.wording import Lang, Wording
    from planalign.review.desk import Desk, Effect, Figures, Shelf
    from planalign.review.queue import Entry
    from planalign.review.sight import Sight

PAGE = 50
"""So many items are listed at a time."""


class Listed(NamedTuple):
    """One line of the list."""

    number: int
    href: str
    title: str
    kind: str
    rule: str
    severity: str
    state: str
    here: bool


class Option(NamedTuple):
    """One way to decide, or one value of a list."""

    value: str
    text: str
    key: str = ""
    means: str = ""


class Values(NamedTuple):
    """A list to choose from."""

    name: str
    label: str
    options: tuple[Option, ...]


class Menu(NamedTuple):
    """What may be said instead."""

    lists: tuple[Values, ...]
    end_field: str
    """Name of the field for another task or clause; empty where there is none."""
    end_label: str
    likely: tuple[End, ...]
    every: tuple[End, ...]


class ItemView(NamedTuple):
    """All that is shown of one item."""

    id: str
    number: int
    card: Card
    sight: Sight
    opinion: Opinion | None
    decision: str
    verdicts: tuple[Option, ...]
    menu: Menu | None


class Position(NamedTuple):
    """An item in the part of the queue that is looked at."""

    entries: list[Entry]
    place: int
    """Its place there, from 0; -1 where it is not part of it."""

    @property
    def entry(self) -> Entry | None:
        """The item there."""
        return self.entries[self.place] if 0 <= self.place < len(self.entries) else None

    def beside(self, step: int) -> str:
        """Return the id of the item before or after; empty at either end."""
        place = self.place + step
        return self.entries[place].item.id if 0 <= place < len(self.entries) else ""


def position(shelf: Shelf, wanted: Filter, item: str) -> Position:
    """Return where an item stands in a part of the queue; the first where none is named."""
    entries = chosen(shelf.entries, shelf.reviews, wanted)
    if not item:
        return Position(entries, 0)
    return Position(entries, next((place for place, entry in enumerate(entries) if entry.item.id == item), -1))


def report_values(desk: Desk, number: int, wanted: Filter, item: str, page: int | None) -> dict[str, object]:
    """Return what the template of a report shows."""
    shelf = desk.shelf(number)
    at = position(shelf, wanted, item)
    entry = at.entry or shelf.by_id.get(item)
    shown = page if page is not None else max(0, at.place) // PAGE
    return {
        "report": number,
        "name": shelf.name,
        "sides": (shelf.base_digest.upper.of(desk.lang), shelf.base_digest.lower.of(desk.lang)),
        "view": _view(desk, shelf, entry, at.place) if entry else None,
        "listed": tuple(
            _line(shelf, at, place, address(number, wanted, at.entries[place].item.id), desk.lang)
            for place in range(shown * PAGE, min(len(at.entries), (shown + 1) * PAGE))
        ),
        "total": len(at.entries),
        "pages": {
            "before": address(number, wanted, page=shown - 1) if shown else "",
            "after": address(number, wanted, page=shown + 1) if (shown + 1) * PAGE < len(at.entries) else "",
        },
        "steps": _steps(number, wanted, at),
        "here": address(number, wanted, entry.item.id if entry else ""),
        "figures": figure_words(shelf.figures),
        "effect": _effect(desk.effect, shelf, desk.lang) if desk.effect and desk.effect.report == number else None,
        "wanted": wanted,
        "filters": _filters(desk.lang),
    }


def figure_words(figures: Figures) -> dict[str, object]:
    """Return the figures of a report with their ratios."""
    return {
        **figures._asdict(),
        "rate": percent(figures.covered, figures.applicable),
        "confirmed_rate": percent(figures.confirmed, figures.applicable),
        "progress": percent(figures.decided, figures.wanted),
    }


def _steps(number: int, wanted: Filter, at: Position) -> dict[str, str]:
    """Return where the keys lead; empty where there is nothing."""
    before, after = (address(number, wanted, item) if item else "" for item in (at.beside(-1), at.beside(1)))
    return {"before": before, "after": after, "first": address(number, Filter()), "undo": undo_address(wanted)}


def _view(desk: Desk, shelf: Shelf, entry: Entry, place: int) -> ItemView:
    review = shelf.reviews.get(entry.item.id)
    return ItemView(
        id=entry.item.id,
        number=place + 1,
        card=card(entry, shelf.base_digest, desk.lang),
        sight=shelf.sights.of(entry.item),
        opinion=opinion(review, desk.seen(review), entry.item, desk.lang) if review else None,
        decision=review.decision if review else "",
        verdicts=tuple(_verdict(entry.item, verdict, desk.lang) for verdict in verdicts(entry.item)),
        menu=_menu(entry.item, shelf, desk.lang),
    )


def _verdict(item: Item, verdict: Verdict, lang: Lang) -> Option:
    return Option(verdict, VERDICTS[verdict].of(lang), KEYS[verdict], meaning(item, verdict).of(lang))


def _line(shelf: Shelf, at: Position, place: int, href: str, lang: Lang) -> Listed:
    entry = at.entries[place]
    review = shelf.reviews.get(entry.item.id)
    return Listed(
        number=place + 1,
        href=href,
        title=entry.title or entry.item.id,
        kind=KINDS[entry.item.kind].of(lang),
        rule=" ".join(dict.fromkeys(finding.code for finding in entry.findings)),
        severity=entry.severity or "none",
        state=review.state if review else "proposed",
        here=place == at.place,
    )


def _menu(item: Item, shelf: Shelf, lang: Lang) -> Menu | None:
    if (item.kind, Verdict.ADJUST) not in MEANS:
        return None
    end = "parent" if item.kind is ItemKind.LINK else "child"
    return Menu(
        lists=tuple(
            Values(name, WORDS[name].of(lang), _values(names, lang)) for name, names in INSTEAD[item.kind].items()
        ),
        end_field=end,
        end_label=WORDS[end].of(lang),
        likely=tuple(likely(item, shelf.base_digest)),
        every=tuple(every_end(item, shelf.base_digest)),
    )


def _values(names: Mapping[Any, Wording], lang: Lang) -> tuple[Option, ...]:
    return tuple(Option(value, wording.of(lang)) for value, wording in names.items())


def _effect(effect: Effect, shelf: Shelf, lang: Lang) -> dict[str, object]:
    entry = shelf.by_id[effect.item]
    return {
        "item": effect.item,
        "title": f"{KINDS[entry.item.kind].of(lang)} {entry.title}",
        "verdict": VERDICTS[effect.verdict].of(lang),
        "before": figure_words(effect.before),
        "after": figure_words(effect.after),
    }


def _filters(lang: Lang) -> dict[str, tuple[Option, ...]]:
    return {
        "scope": _values(SCOPES, lang),
        "kind": _values(KINDS, lang),
        "severity": _values(SEVERITY, lang),
    }
