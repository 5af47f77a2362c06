"""Whether two documents are issues or drafts of one plan."""

from __future__ import annotations

import pytest

from planalign.assess.same_plan import issue_names, same_plan
from planalign.model.plan import Level, Masthead
from planalign.model.wording import Lang


def _head(
    title: str, year: int | None = 2025, issuer: str | None = "江城市应急管理局", place: str | None = None
) -> Masthead:
    return Masthead(title=title, year=year, issuer=issuer, place=place, level=Level.CITY)


FINAL = _head("2025年全市防汛工作要点")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (_head("2024年全市防汛工作要点", 2024), True),
        (_head("2024年江城市防汛计划", 2024), True),
        (_head("2025年全市防汛工作要点（征求意见稿）"), True),
        (_head("2025年全市防汛工作要点(送审稿 第二次)"), True),
        (_head("全市防汛工作要点", None), True),
        (_head("2025年全市消防工作要点"), False),
        (_head("2025年全市防汛工作要点", issuer="江城市水利局"), False),
        (_head(""), False),
    ],
)
def test_same_plan(other: Masthead, *, expected: bool) -> None:
    """One issuer, and another year or the same title but for its draft mark."""
    assert expected == same_plan(FINAL, other)


def test_nobody_knows_whose() -> None:
    """Equal titles without issuer and place may be plans of two towns."""
    head = _head("2025年应急管理工作要点", issuer=None)
    assert not same_plan(head, head)


def test_names() -> None:
    """Issues are called by their years, drafts of one year by their order."""
    assert ["2024年", "2025年"] == [name.of(Lang.ZH) for name in issue_names(_head("", 2024), FINAL)]
    assert ["earlier", "later"] == [name.of(Lang.EN) for name in issue_names(FINAL, FINAL)]
