"""Takes names and telephone numbers out of marks, as they are taken out of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.mark import Taken
from planalign.parse.claims import words
from planalign.parse.contact import REMOVED, masked, without_contact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.mark import Mark
    from planalign.model.plan import Plan


def without_contact_marks(marks: Iterable[Mark], plan: Plan) -> tuple[Mark, ...]:
    """Return the marks without names and numbers of contacts; `plan` still holds them."""
    contact, rows = words(plan.masthead.contact or ""), _cleaned_rows(plan)
    return tuple(_without(mark, contact, rows) for mark in marks)


def _cleaned_rows(plan: Plan) -> dict[str, str]:
    """Return the cells of the rows in which something is taken out, by the ids of the rows."""
    clean = without_contact(plan)
    pairs = zip(plan.annexes, clean.annexes, strict=True)
    return {
        row.id: " | ".join(" ".join(cell.split()) for cell in row.cells)
        for before, annex in pairs
        for old, row in zip(before.rows, annex.rows, strict=True)
        if old.cells != row.cells
    }


def _without(mark: Mark, contact: str, rows: dict[str, str]) -> Mark:
    # A line that names the contact, and any other text that repeats it.
    if (mark.taken, mark.record) == (Taken.MASTHEAD, "contact") or (contact and contact in words(mark.text)):
        text = REMOVED
    elif mark.taken is Taken.ROW and mark.record in rows:
        text = REMOVED if mark.goes_on else rows[mark.record]
    else:
        text = masked(mark.text)
    if text == mark.text:
        return mark
    skipped = mark.skipped.model_copy(update={"text": masked(mark.skipped.text)}) if mark.skipped else None
    return mark.model_copy(update={"text": text, "skipped": skipped, "private": True})
