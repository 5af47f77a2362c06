"""How a report should look: its language, its width, and whether it may use colour."""

from __future__ import annotations

from typing import NamedTuple

from planalign.model.wording import Lang


class Look(NamedTuple):
    """The wishes of whoever reads the report; formats without width or colour ignore them."""

    lang: Lang = Lang.ZH
    width: int = 100
    colour: bool = False
    all: bool = False
    """Whether everything is wanted where a short list is usual."""
