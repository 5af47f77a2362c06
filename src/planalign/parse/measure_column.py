"""Tables that keep the unit of measure of their values in a column of its own: 92 beside %, 2000 beside 人次."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.parse.measure import is_measure
from planalign.parse.target import find_targets
from planalign.text.amounts import half_width
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.facts import Target

_SURE = compiled(r"(?:计量|度量|指标|数量)单位")
_BARE = compiled(r"单位")
# ≥92, 下降3.5, 1500—2000, 80以上: one number, or one range, that no unit follows.
_VALUE = compiled(
    r"(?P<number>[^\d，。；、（(]{0,8}\d{1,20}(?:,\d{3}){0,6}(?:\.\d{1,20})?"
    r"(?:\s?[—–\-－~～至到]{1,2}\s?\d{1,20}(?:\.\d{1,20})?)?)\s?(?P<bound>及?以[上下内]|左右|之内)?"
)


def holds_measures(heading: str, cells: Sequence[str]) -> bool:
    """Say whether a column holds units of measure; below 单位 alone most cells must be such, else it names offices."""
    word = "".join(heading.split())
    said = [cell for cell in cells if cell.strip()]
    measures = sum(map(is_measure, said))
    return _SURE.fullmatch(word) is not None or (_BARE.fullmatch(word) is not None and 2 * measures > len(said))


def with_measure(value: str, unit: str) -> tuple[str, tuple[Target, ...]]:
    """Return a value with the unit of its row behind the number, and the target that this is."""
    match, unit = _VALUE.fullmatch(half_width(value)), unit.strip().strip("（）()")
    if not match or not unit:
        return value, find_targets(value)
    text = f"{value[: match.end('number')]}{unit}{match['bound'] or ''}"
    found = find_targets(text)
    if any(target.end >= match.end("number") + len(unit) for target in found):
        return text, found
    # A unit that the text alone does not tell is known by its column.
    return text, tuple(
        target.model_copy(update={"unit": unit, "text": f"{target.text}{unit}", "end": target.end + len(unit)})
        for target in find_targets(value)
    )
