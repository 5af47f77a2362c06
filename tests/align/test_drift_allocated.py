"""What became of totals of which a table says how they are shared out."""

from __future__ import annotations

import pytest
from tests.align.drifted import plan_of, told

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.allocation import Allocation
from planalign.model.comparison import DriftKind
from planalign.model.plan import Level, Masthead


def _with_share(text: str, child: str, share: Allocation) -> list[tuple[str | None, str | None, str]]:
    upper = plan_of(Level.CITY, ("扩大学前教育资源", [text]))
    lower = plan_of(Level.DISTRICT, ("扩大学前教育资源", [child]))
    lower = lower.model_copy(update={"masthead": Masthead(level=Level.DISTRICT, place="江城市临江区")})
    return told(align(upper, lower, AlignSettings(), [share]).drift)


@pytest.mark.parametrize(
    ("words", "child", "value", "unit", "change"),
    [
        ("新建幼儿园60所", "临江区", 5, "所", "looser"),
        ("新建幼儿园", "临江区", 4, "", "same"),
        ("新建幼儿园６０所", "江城市临江区", 3, "个", "stricter"),
        ("新建幼儿园60所", "district.txt", 5, "所", "looser"),
        ("新建幼儿园60所", "district", 0.04, "", "stricter"),
        ("新建幼儿园60所", "临江区", 0, "所", "stricter"),
        ("新建幼儿园60所", "望山区", 5, "所", "not_comparable"),
        ("新建幼儿园60所", "江城市", 5, "所", "not_comparable"),
        ("新建幼儿园60所", "临江区", 5, "公里", "not_comparable"),
        ("改建幼儿园60所", "临江区", 5, "所", "not_comparable"),
    ],
)
def test_allocation_makes_a_share_comparable(words: str, child: str, value: float, unit: str, change: str) -> None:
    """With the child's own share of the total the number is judged; words, child and unit must fit."""
    share = Allocation(words, child, value, unit)
    assert [("60所", "4所", change)] == _with_share("新建幼儿园60所。", "新建幼儿园4所。", share)


def test_allocation_of_one_total_among_several() -> None:
    """A share belongs to the number that its words name; words that fit two totals give neither a share."""
    text, child = "新建幼儿园60所、改造小学50所。", "新建幼儿园4所、改造小学6所。"
    one = _with_share(text, child, Allocation("改造小学50所", "临江区", 8, "所"))
    assert [("60所", "4所", "not_comparable"), ("50所", "6所", "looser")] == one
    both = _with_share(text, child, Allocation("新建幼儿园60所、改造小学50所", "临江区", 8, "所"))
    assert [("60所", "4所", "not_comparable"), ("50所", "6所", "not_comparable")] == both


def test_allocation_of_nothing() -> None:
    """Where the share is 0 the child need not take the number up."""
    upper = plan_of(Level.CITY, ("扩大学前教育资源", ["新建幼儿园60所。"]))
    lower = plan_of(Level.DISTRICT, ("扩大学前教育资源", ["加强幼儿园管理。"]))
    (found,) = align(upper, lower, AlignSettings(), [Allocation("新建幼儿园60所", "district", 0, "所")]).drift
    assert (DriftKind.MISSING, True, "0所") == (found.drift, found.level_change, found.share)
