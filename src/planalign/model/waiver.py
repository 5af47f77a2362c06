"""A waiver: a gap that somebody answerable has accepted, for a reason, on a basis, until a day."""

from __future__ import annotations

import datetime as dt

from planalign.model.record import Record


class WaiverEnd(Record):
    """One end of an accepted gap."""

    document: str
    """The document: its 发文字号, its title, or its file name without the ending."""
    quote: str = ""
    """Words of the heading (for a whole task) or of the clause; empty where this side may say anything or nothing."""


class Waiver(Record):
    """One accepted gap."""

    number: int
    """Its place in the file, from 1."""
    rule: str
    """Code of the rule, for example PA102; a waiver for a dropped task holds for its clauses too."""
    parent: WaiverEnd | None = None
    """What the parent says."""
    child: WaiverEnd | None = None
    """What the child says."""
    accepted: tuple[str, ...] = ()
    """The values or missing parts that are accepted; anything beyond them is a finding. Empty accepts what there is."""
    reason: str
    """Why the gap is accepted."""
    basis: str
    """Number of the document on which that rests."""
    approver: str
    """Who accepted it."""
    expires: dt.date
    """The last day on which it holds."""
