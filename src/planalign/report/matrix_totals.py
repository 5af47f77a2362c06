"""The totals of a matrix in words: the total, the sum of the children, what each child gives, and which give none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report.punctuation import colon, commas
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.matrix import Matrix, Part, Total
    from planalign.model.wording import Lang

TITLE = Wording("下级数字合计与上级总量")
MATTER = Wording("上级事项")
WHOLE = Wording("上级总量")
SUM = Wording("下级合计")
LEFT = Wording("差额")
WITHOUT = Wording("没有写数字的下级文件")
_SHARE = Wording("（分解数 {share}）")
_NOTHING = "—"


def headings(names: Sequence[str], lang: Lang) -> list[str]:
    """Return the headings of the columns behind the matter."""
    return [WHOLE.of(lang), SUM.of(lang), LEFT.of(lang), *names]


def cells(total: Total, lang: Lang) -> list[str]:
    """Return total, sum, difference, and what each child gives with its share."""
    left = round(total.sum - total.value, 6)
    return [
        one_line(total.words),
        f"{total.sum:.15g}{total.unit}",
        f"{left:+.15g}".replace("-", "−") if left else "0",
        *(_given(part, lang) for part in total.parts),
    ]


def without(matrix: Matrix, names: Sequence[str], lang: Lang) -> list[str]:
    """Return the matters to which some children give no number, each with the names of these."""
    silent = [
        (total, [name for name, part in zip(names, total.parts, strict=True) if part.value is None])
        for total in matrix.totals
    ]
    return [
        f"{one_line(total.matter)} {one_line(total.words)}{colon(lang)}{commas(missing, lang)}"
        for total, missing in silent
        if missing
    ]


def _given(part: Part, lang: Lang) -> str:
    share = "" if part.share is None else _SHARE.of(lang).format(share=part.share)
    return f"{one_line(part.words) if part.words else _NOTHING}{share}"
