"""Where something stands, in words."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from planalign.model.wording import Wording

if TYPE_CHECKING:
    from planalign.model.block import Location
    from planalign.model.wording import Lang

_PAGE = Wording("第{number}页")
_LINE = Wording("第{number}行")
_PARAGRAPH = Wording("第{number}段")
_TABLE = Wording("表{number}")
_ROW = Wording("第{number}行", "table")
_NEXT = Wording("{before}{after}")


def place(location: Location, lang: Lang) -> str:
    """Name page, table and row, or line, or paragraph: what a reader would look for; empty where nothing is known."""
    parts = [(_PAGE, location.page)]
    if location.table is not None:
        parts += [(_TABLE, location.table), (_ROW, location.row)]
    elif location.line is not None:
        parts.append((_LINE, location.line))
    else:
        parts.append((_PARAGRAPH, location.paragraph))
    known = [wording.of(lang).format(number=number) for wording, number in parts if number is not None]
    return reduce(lambda before, after: _NEXT.filled(before=before, after=after).of(lang), known) if known else ""
