"""The last sheet (口径说明): what the words mean, what counts, and on what the result depends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report import labels
from planalign.report.cautions import cautions
from planalign.report.definitions import definitions
from planalign.report.origin import origin
from planalign.report.table_cells import Table, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.table_cells import Row

_NAME = Wording("口径说明", "sheet")
_COLUMNS = (Wording("项目"), Wording("说明"))
_ORIGIN = Wording("来源")
_CAUTION = Wording("注意")
_HIDDEN = Wording("隐藏列")
_HIDDEN_NOTE = Wording("编号和指纹，供 planalign explain 查询和复核意见导回使用，请勿改动。")


def notes_table(digest: Digest, lang: Lang) -> Table:
    """Return what a reader has to know, one thing a row."""
    return Table(_NAME.of(lang), columns(_COLUMNS, lang), list(_rows(digest, lang)))


def _rows(digest: Digest, lang: Lang) -> Iterator[Row]:
    found = digest.comparison
    yield _ORIGIN.of(lang), f"{labels.NOTICE.of(lang)}\n{found.generator}\n{origin(found.provenance, lang)}"
    for caution in cautions(found, (digest.upper, digest.lower), lang):
        yield _CAUTION.of(lang), caution
    yield from definitions(lang)
    yield _HIDDEN.of(lang), _HIDDEN_NOTE.of(lang)
