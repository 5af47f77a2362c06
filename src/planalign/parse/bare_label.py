"""Headings without a number: above lists that count anew, the months of a year, and above bullets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.parse.heading import split_heading
from planalign.parse.label import Label, Rank, label_of
from planalign.text.numerals import HAN_NUMERAL, parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.parse.line import Line

_HEADING = Label(Rank.HAN, "", "", None, 0)
_BARE = compiled(rf"(?!.*(?:如下|以下|下列))(?:第{HAN_NUMERAL}{{1,2}}[，,])?[^。；;！？!?，,]{{2,30}}")
_MONTH = compiled(rf"(\d{{1,2}}|{HAN_NUMERAL}{{1,2}})月?份?(?:[—–\-~～至到、].{{1,4}})?月份?[：:]")
_LEAST_MONTHS = 3
_BULLET = compiled(r"(?:[—－―-]{1,3}|[●◆■▲★◇□•·※])\s*(?=[^\W\d])")


def bare_labels(lines: Sequence[Line]) -> dict[int, Label]:
    """Return the labels of lines whose place in the text makes them headings or items, by their positions."""
    labels = [label_of(line) for line in lines]
    if any(labels):
        return _above_lists(lines, labels)
    return _months(lines) or _bullets(lines)


def _above_lists(lines: Sequence[Line], labels: Sequence[Label | None]) -> dict[int, Label]:
    """Label the short line above each 1. where the highest numbers of a text begin anew below every such line."""
    ranks = [label.rank for label in labels if label and label.rank > Rank.SUBPART]
    top = min(ranks, default=Rank.HAN)
    if top < Rank.DIGIT:
        return {}
    above = [at - 1 for at, label in enumerate(labels) if label and label.rank is top and label.value == 1]
    bare = all(at >= 0 and labels[at] is None and _BARE.fullmatch(lines[at].text) for at in above)
    return dict.fromkeys(above, _HEADING) if bare and len(above) > 1 else {}


def _months(lines: Sequence[Line]) -> dict[int, Label]:
    """Label lines such as 3月份：… where they go through the year."""
    found = [(at, match[1]) for at, line in enumerate(lines) if (match := _MONTH.match(line.text))]
    values = [parse_numeral(month) or 0 for _, month in found]
    rising = all(before < after for before, after in pairwise(values))
    return {at: _HEADING for at, _ in found} if rising and len(found) >= _LEAST_MONTHS else {}


def _bullets(lines: Sequence[Line]) -> dict[int, Label]:
    """Label the ——… lines of a text without numbers that have a heading and a body, and the headings above them."""
    found = {at: label for at, line in enumerate(lines) if (label := _bullet(line))}
    if len(found) < 2:
        return {}
    above = [at - 1 for at in found if at and at - 1 not in found]
    heads = [at for at in above if _BARE.fullmatch(lines[at].text)]
    return found | (dict.fromkeys(heads, _HEADING) if len(heads) == len(above) else {})


def _bullet(line: Line) -> Label | None:
    match = _BULLET.match(line.text)
    if match is None or not split_heading(line.part(match.end())).body.text:
        return None
    return Label(Rank.DIGIT, match[0].strip(), "", None, match.end())
