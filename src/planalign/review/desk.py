"""What lies before the reviewer: the reports, what was decided so far, and what each decision did."""

from __future__ import annotations

import datetime as dt
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.deciding import decide, outweighing, withdraw
from planalign.assess.review_items import Items, review_of, said_of
from planalign.errors import UsageError
from planalign.model.review import Review, ReviewState
from planalign.model.sentence import english
from planalign.pipeline.redeciding import Redeciding
from planalign.report.digest import Digest
from planalign.review.queue import queue
from planalign.review.sight import Sights
from planalign.store.decisions import Ledger, append, read_decisions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.model.comparison import Comparison
    from planalign.model.decision import Decision, Outcome
    from planalign.model.review import Verdict
    from planalign.model.wording import Lang
    from planalign.review.queue import Entry


class Figures(NamedTuple):
    """What a report comes to under the decisions so far."""

    covered: int
    """Clauses that are covered."""
    confirmed: int
    """Those of them that a person confirmed."""
    applicable: int
    """Clauses that apply."""
    findings: int
    """Open findings."""
    decided: int
    """Items that need a look and have a decision that holds."""
    wanted: int
    """Items that need a look."""
    suspect: int
    """Items that changed since they were decided."""


class Effect(NamedTuple):
    """What the last decision of this session did."""

    report: int
    item: str
    verdict: Verdict
    before: Figures
    after: Figures


class Shelf:
    """One report: its items, and how it stands under the decisions."""

    def __init__(self, name: str, comparison: Comparison, lang: Lang) -> None:
        """Take the report back to what the program proposes, whatever was decided when it was written."""
        self.name = name
        self._redeciding = Redeciding(comparison)
        self.base = self._redeciding.under(())
        self.entries: list[Entry] = queue(self.base)
        self.by_id: dict[str, Entry] = {entry.item.id: entry for entry in self.entries}
        self.items = Items(self.base)
        self.base_digest = Digest(self.base)
        self.sights = Sights(self.base_digest, lang)
        self._stamp: object = None
        self.current = self.base
        self.reviews: dict[str, Review] = {}

    def settle(self, ledger: Ledger, stamp: object) -> None:
        """Apply the decisions, unless these are applied already."""
        if stamp != self._stamp:
            self.current = self._redeciding.under(ledger.decisions)
            self.reviews = self._reviews(ledger.decisions)
            self._stamp = stamp

    def _reviews(self, decisions: Sequence[Decision]) -> dict[str, Review]:
        """Return what was said of the items; also of one that is none any more because of it."""
        said = said_of((entry.item for entry in self.entries), decisions)
        found = {name: review for name, review in review_of(self.current).items() if name in self.by_id}
        in_effect = {name: review for name, review in found.items() if review.state is ReviewState.CONFIRMED}
        return found | {name: _confirmed(decision) for name, decision in said.items()} | in_effect

    @property
    def figures(self) -> Figures:
        """How the report stands."""
        summary = self.current.summary
        states = {name: review.state for name, review in self.reviews.items()}
        wanted = [entry for entry in self.entries if entry.needs_look or entry.item.id in states]
        return Figures(
            covered=summary.covered,
            confirmed=summary.confirmed,
            applicable=summary.applicable,
            findings=sum(summary.findings.values()),
            decided=sum(states.get(entry.item.id) is ReviewState.CONFIRMED for entry in wanted),
            wanted=len(wanted),
            suspect=sum(state is ReviewState.SUSPECT for state in states.values()),
        )


class Desk:
    """The reports and the decisions file, for one reviewer; safe to be used from several threads."""

    def __init__(self, reports: Sequence[tuple[str, Comparison]], store: Path, lang: Lang, reviewer: str = "") -> None:
        """Keep what is reviewed; nothing is written before something is decided."""
        self.lock = RLock()
        self.store = store
        self.lang = lang
        self.reviewer = reviewer
        self.effect: Effect | None = None
        self.titles = [name for name, _ in reports]
        self._reports = reports
        self._shelves: dict[int, Shelf] = {}
        self._undo: list[tuple[int, str, str]] = []
        self._stamp: object = ()
        self._ledger = Ledger()

    def __len__(self) -> int:
        """Return how many reports there are."""
        return len(self._reports)

    @property
    def ledger(self) -> Ledger:
        """The decisions file, read anew where somebody wrote to it."""
        with self.lock:
            stamp = self._file_stamp()
            if stamp != self._stamp:
                # Nobody has decided anything yet where there is no file.
                self._ledger, self._stamp = read_decisions(self.store) if stamp else Ledger(), stamp
            return self._ledger

    def shelf(self, number: int) -> Shelf:
        """Return a report as it stands now."""
        with self.lock:
            if number not in self._shelves:
                self._shelves[number] = Shelf(*self._reports[number], self.lang)
            ledger = self.ledger
            self._shelves[number].settle(ledger, self._stamp)
            return self._shelves[number]

    def require_seen(self, number: int, item: str, decision: str) -> None:
        """Raise UsageError where the decision that holds of an item is another one than the reviewer was shown."""
        review = self.shelf(number).reviews.get(item)
        if decision != (review.decision if review else ""):
            raise UsageError(
                english("somebody has decided on this since it was shown"), hint=english("look at it again")
            )

    def seen(self, review: Review) -> Decision | None:
        """Return the decision behind a review, with what was seen."""
        return next((each for each in self.ledger.decisions if each.id == review.decision), None)

    @property
    def names(self) -> list[str]:
        """Who decided something in this file, the newest first."""
        return list(dict.fromkeys(each.by for each in reversed(self.ledger.history)))

    @property
    def can_undo(self) -> bool:
        """Whether this session decided something that is not undone yet."""
        return bool(self._undo)

    def decide(
        self, number: int, item: str, verdict: Verdict, *, reason: str = "", instead: Outcome | None = None
    ) -> Decision:
        """Write a decision to the file, and keep what it did; it is on the disk when this returns.

        Raises UsageError where the verdict does not suit the item, or the file cannot be written.
        """
        with self.lock:
            before = self.shelf(number).figures
            entry = self.shelf(number).by_id[item]
            decision = decide(entry.item, verdict, by=self.reviewer, at=_now(), reason=reason, instead=instead)
            append(self.store, outweighing(decision, self.ledger.decisions))
            self._undo.append((number, item, decision.id))
            self.effect = Effect(number, item, verdict, before, self.shelf(number).figures)
            return decision

    def undo(self) -> tuple[int, str] | None:
        """Take back the last decision of this session by a new line; return the item it was about."""
        with self.lock:
            if not self._undo:
                return None
            number, item, decision = self._undo[-1]
            self.withdraw(number, item, decision)
            return number, item

    def withdraw(self, number: int, item: str, decision: str) -> None:
        """Take back one decision by a new line; the old one stays in the file.

        Raises UsageError where the file cannot be written.
        """
        with self.lock:
            before = self.shelf(number).figures
            taken_back = withdraw(decision, by=self.reviewer, at=_now())
            append(self.store, [taken_back])
            self._undo = [each for each in self._undo if each[2] != decision]
            self.effect = Effect(number, item, taken_back.verdict, before, self.shelf(number).figures)

    def _file_stamp(self) -> object:
        try:
            state = self.store.stat()
        except OSError:
            return None
        return state.st_size, state.st_mtime_ns, state.st_ino


def _confirmed(decision: Decision) -> Review:
    return Review(
        state=ReviewState.CONFIRMED,
        decision=decision.id,
        verdict=decision.verdict,
        by=decision.by,
        at=decision.at,
        reason=decision.reason,
    )


def _now() -> dt.datetime:
    """Return the time with the zone of this machine; the order of decisions follows from it."""
    return dt.datetime.now(dt.UTC).astimezone()
