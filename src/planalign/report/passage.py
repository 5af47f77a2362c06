"""Words of a document behind a colon, after what says where they stand; no quotation marks that could nest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.places import place
from planalign.report.punctuation import colon, commas
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.comparison import FindingEnd
    from planalign.model.wording import Lang


def whereabouts(end: FindingEnd, lang: Lang, *, titled: bool = False) -> str:
    """Return the title of the task, where wanted, and the place; empty where neither is known."""
    return commas([one_line(end.title) if titled else "", place(end.location, lang)], lang)


def led(where: str, text: str, lang: Lang) -> str:
    """Return text behind what leads to it."""
    return f"{where}{colon(lang)}{text}" if where else text
