"""PA405 and PA406: years that have passed and blanks that were never filled in."""

from __future__ import annotations

import pytest
from tests.assess.one_plan import spots
from tests.hand_made import plan, task

from planalign.assess.blank_rules import PA406
from planalign.assess.year_rules import PA405
from planalign.model.annex import Annex, AnnexRow
from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.plan import Masthead

HEAD = Masthead(title="2025年要点", year=2025)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("确保2024年底前全部联网。", ["2024年底前"]),
        ("要于2024年4月15日前制定实施方案。", ["2024年4月15日前"]),
        ("2023年12月底前完成主体施工。", ["2023年12月底前"]),
        ("到2024年，覆盖率达到90%。", ["到2024年，覆盖率达到"]),
        ("较2023年下降11%，巩固2024年烟感安装成果。", []),
        ("改造2024年底前建成的老旧小区。", []),
        ("改造2000年前建成的小区，2000年底前完成登记。", []),
        ("截至2024年底前已完成8处。", []),
        ("落实《2024年底前完成的任务清单》。", []),
        ("2025年底前完成，2026年6月底前验收。", []),
    ],
)
def test_stale_year(text: str, words: list[str]) -> None:
    """Only a deadline in a year just gone is stale; looking back is not."""
    found = spots(PA405, plan("a", task(1, "甲", text), masthead=HEAD))
    assert words == [spot.values["words"] for spot in found]


@pytest.mark.parametrize(
    ("columns", "expected"), [(["2024年目标"], 1), (["2024年完成", "2025年目标"], 0), (["目标"], 0)]
)
def test_stale_column(columns: list[str], expected: int) -> None:
    """A column of last year's targets is stale unless one of this year stands beside it."""
    annex = Annex(id="a1", title="附件", columns=tuple(columns), rows=())
    made = plan("a", masthead=HEAD).model_copy(update={"annexes": (annex,)})
    assert expected == len(spots(PA405, made))


def test_year_unknown() -> None:
    """Without a year of its own, no year is stale."""
    assert [] == spots(PA405, plan("a", task(1, "甲", "2024年底前完成。")))


@pytest.mark.parametrize(
    "text",
    [
        "除险加固小型水库××座。",
        "请于4月×日前反馈意见。",
        "完成XX商业街改造。",
        "覆盖xx户。",
        "新建消防站X座。",
        "责任人：待定。",
        "完成____改造。",
        "投资（待补充）万元。",
        "于2025年　月　日前完成。",
    ],
)
def test_blank(text: str) -> None:
    """Every usual way to leave a blank is told once."""
    assert 1 == len(spots(PA406, plan("a", task(1, "甲", text), masthead=HEAD)))


@pytest.mark.parametrize(
    "text",
    [
        "落实7×24小时值班和5×8小时服务。",
        "推行“1+X”模式和N+X机制。",
        "配备X光机和XXL号服装，建设XR实验室。",
        "统一悬挂“××小区微型消防站”标牌。",
        "组织有待定期检查的企业自查。",
        "二〇二五年完成。",
        "亟待完善的制度抓紧补充。",
    ],
)
def test_no_blank(text: str) -> None:
    """Products, patterns, names and plain words are no blanks."""
    assert [] == spots(PA406, plan("a", task(1, "甲", text), masthead=HEAD))


def test_blanks_outside_the_tasks() -> None:
    """Titles, contact lines, annex rows and remarks on the draft are looked at too."""
    row = AnnexRow(id="a1.r1", seq=1, name="治理", target="××公里")
    remark = Skipped(
        location=Location(), reason="a remark on the draft", kind=SkipKind.NO_TASK, text="请于×月×日前反馈"
    )
    made = plan("a", masthead=Masthead(title="××区要点", contact="联系人：××")).model_copy(
        update={"annexes": (Annex(id="a1", title="附件", columns=(), rows=(row,)),), "skipped": (remark,)}
    )
    found = [spot.key for spot in spots(PA406, made)]
    assert ["title-0", "contact-4", "a1.r1-1-0", "skipped-1-2", "skipped-1-4"] == found
