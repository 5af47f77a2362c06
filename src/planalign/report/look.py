"""How a report should look: its language, its width, and whether it may use colour."""

from __future__ import annotations

from dataclasses import dataclass

from planalign.model.wording import Lang


@dataclass(frozen=True, slots=True)
class Look:
    """The wishes of whoever reads the report; formats without width or colour ignore them."""

    lang: Lang = Lang.ZH
    width: int = 100
    colour: bool = False
