"""Typed facts of a text: numbers, deadlines, frequencies, counted lists, verbs of commitment, placeholders."""

from __future__ import annotations

from enum import StrEnum

from planalign.model.record import Record


class Direction(StrEnum):
    """Which way a number binds: not below, not above, exactly, or as a rise or fall against a baseline."""

    LEAST = "least"
    MOST = "most"
    EXACT = "exact"
    RISE = "rise"
    FALL = "fall"


class VerbStrength(StrEnum):
    """How firmly a verb commits: 确保/落实/完成, then 推进/推动, then 探索/力争/配合."""

    FIRM = "firm"
    STEADY = "steady"
    SOFT = "soft"


class Span(Record):
    """Words of a clause or cell and where they stand in it."""

    text: str
    """The words as printed."""
    start: int
    """First character inside the clause or cell text, from 0."""
    end: int
    """Character after the last one."""


class Target(Span):
    """A number with its unit in a clause or cell; 全覆盖 is 100 %, 清零 is 0."""

    value: float
    """The number; percent and per mille as printed (5% is 5), a ratio as its quotient (1∶5 is 0.2)."""
    unit: str
    """Unit as printed after mapping of signs, for example 座, %, ‰, 公里; empty for a bare number."""
    upper: float | None = None
    """The larger end of a range such as 1—2公里; null for a single number."""
    direction: Direction = Direction.EXACT
    """Which way it binds."""
    baseline: str | None = None
    """What a rise or fall is measured against, as printed: 同比, 较2023年; null where nothing is said."""


class Deadline(Span):
    """A time by which something is due: a date, a season, or a time allowed."""

    due: str | None = None
    """The last day as MM-DD, or YYYY-MM-DD with the year that it or its sentence prints; else null."""
    days: float | None = None
    """The time allowed in days (a working day counts as 7/5); null for dates and seasons."""
    season: str | None = None
    """The season or occasion, for example 汛前; null for dates and times allowed."""


class Frequency(Span):
    """How often something is done."""

    times: float | None
    """How many times in each period; null where only regularity is asked for (定期)."""
    period: str
    """The period, for example 年, 半年, 季度, 月; empty for 定期."""
    per_year: float | None
    """Times a year, for comparing; null where the period does not tell."""


class Listing(Span):
    """A list with its count: 停课、停工、停业三项措施, 8+1领域, 八大行动, “多…” items."""

    count: int
    """How many items."""
    noun: str
    """What is counted, for example 领域; what all items begin with where no noun is printed, for example 多."""
    items: tuple[str, ...] = ()
    """The items, where the text names them."""


class Verb(Span):
    """A verb that says how firmly something is undertaken."""

    strength: VerbStrength
    """How firmly."""


class Facts(Record):
    """What a clause or cell says in a form that can be compared, besides its targets."""

    deadlines: tuple[Deadline, ...] = ()
    """When things are due, in order."""
    frequencies: tuple[Frequency, ...] = ()
    """How often things are done, in order."""
    listings: tuple[Listing, ...] = ()
    """Lists with counts, in order."""
    verbs: tuple[Verb, ...] = ()
    """Verbs of commitment, in order."""
    placeholders: tuple[Span, ...] = ()
    """Blanks that were never filled in (××, XX, 待定, ____), in order."""


class Aspect(StrEnum):
    """What a drift is about: a number, a deadline, a frequency, a list, or how firmly a verb commits."""

    NUMBER = "number"
    DEADLINE = "deadline"
    FREQUENCY = "frequency"
    LISTING = "listing"
    VERB = "verb"
