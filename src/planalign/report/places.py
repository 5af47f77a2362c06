"""Where something stands, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording

if TYPE_CHECKING:
    from planalign.model.block import Location
    from planalign.model.wording import Lang

_PAGE = Wording("第{}页", "page {}")
_LINE = Wording("第{}行", "line {}")
_PARAGRAPH = Wording("第{}段", "paragraph {}")
_TABLE = Wording("表{}", "table {}")
_ROW = Wording("第{}行", "row {}")
_NEXT = Wording("", ", ")


def place(location: Location, lang: Lang) -> str:
    """Name page, table and row, or line, or paragraph: what a reader would look for; empty where nothing is known."""
    parts = [(_PAGE, location.page)]
    if location.table is not None:
        parts += [(_TABLE, location.table), (_ROW, location.row)]
    elif location.line is not None:
        parts.append((_LINE, location.line))
    else:
        parts.append((_PARAGRAPH, location.paragraph))
    known = [wording.of(lang).format(number) for wording, number in parts if number is not None]
    return _NEXT.of(lang).join(known)
