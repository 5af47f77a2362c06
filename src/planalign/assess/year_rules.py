"""PA405: a year that has passed, in something that is still to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.rule import PlanRule, Spot
from planalign.model.comparison import Severity
from planalign.model.wording import Wording
from planalign.text.pattern import compiled
from planalign.text.quoted import without_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase
    from planalign.model.annex import Annex

_OLDEST = 3
"""Years further back are history (houses built before 2000), not last year's plan."""
_TERM = compiled(
    r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬)?(?:年?底|年?末|初|第?[一二三四1-4]季度|[上下]半年|主?汛期|春节|国庆节?)?"
    r"(?:以前|之前|前|底前|[年月底]内|以内)"
)
_AIM = compiled(
    r"(?:到|(?<!截)至|力争|确保|争取)(?P<year>20\d\d)年(?:\d{1,2}月)?(?:年?底|年?末)?[，,]?(?:[^，。；]{0,12})(?:达到|完成|实现|建成|力争|确保)",
    signs=("到20", "至20", "力争20", "确保20", "争取20"),
)
# 对2024年底前建成的小区; 2024年底前已建成: looking back.
_BACK = compiled(r"^[^，。；、]{0,14}(?:的(?!目标|任务|要求)|已|过|以来)")
_PAST = compiled(r"(?:截至|截止|已|曾|自|较|比|同比|基于|巩固|回顾|总结|针对|对|去年|上年|原定|原)[^，。；]{0,6}$")
_GOAL = compiled(r"(?P<year>20\d\d)年?度?[^，。；]{0,6}(?:目标|任务|计划|指标|内容)")
_ANY_YEAR = compiled(r"20\d\d")


def stale_years(case: PlanCase) -> Iterator[Spot]:
    """Find deadlines in a year before that of the plan, and columns with the targets of such a year."""
    current = case.plan.masthead.year
    if current is None:
        return
    for passage in case.passages:
        for year, start, words in _terms(passage.plain, current):
            values: dict[str, object] = {"words": words, "year": current}
            yield Spot(f"{passage.id}-{start}", passage.end(case.plan, start), values, (str(year),))
    for annex in case.plan.annexes:
        yield from _stale_columns(case, annex, current)


def _terms(text: str, current: int) -> Iterator[tuple[int, int, str]]:
    """Yield year, place and words of each stale deadline of a normalised text."""
    if "年" not in text:
        return
    bare = without_quotes(text)
    told: set[int] = set()
    for pattern in (_TERM, _AIM):
        for match in pattern.finditer(bare):
            year, start = int(match["year"]), match.start("year")
            looks_back = _BACK.match(bare[match.end() :]) or _PAST.search(bare[: match.start()])
            if current - _OLDEST < year < current and not looks_back and start not in told:
                told.add(start)
                yield year, start, match[0]


def _stale_columns(case: PlanCase, annex: Annex, current: int) -> Iterator[Spot]:
    """Find columns of last year's targets where none of this year stands beside them."""
    years = {int(year) for column in annex.columns for year in _ANY_YEAR.findall(column)}
    for place, column in enumerate(annex.columns, start=1):
        match = _GOAL.search(column)
        if match and current not in years and current - _OLDEST < int(match["year"]) < current:
            end = text_end(case.plan, column, annex.location, end_id=annex.id, title=annex.title)
            yield Spot(f"{annex.id}-column{place}", end, {"words": column, "year": current}, (match["year"],))


PA405 = PlanRule(
    code="PA405",
    severity=Severity.WARNING,
    title=Wording("年份过期"),
    message=Wording("{year} 年的文件要求“{words}”，年份已过"),
    explanation=Wording(
        "任务的时限或者表格的目标年份早于本文件的年度，多半是上年文件的文字没有改。讲过去情况的年份（巩固2024年成果、较2023年下降、"
        "2024年底前建成的小区）不算。"
    ),
    example=Wording("2025年要点写“确保2024年底前全部联网”。"),
    fix=Wording("改为本年度的时限；确是补录往年任务的，说明原因。"),
    check=stale_years,
)
