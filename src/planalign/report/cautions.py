"""What a reader should know before trusting the figures: the two documents may not be the ones that were meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.plan import Level, PlanKind
from planalign.model.wording import Wording
from planalign.report.labels import LEVEL
from planalign.report.scrub import one_line
from planalign.text.width import normalise
from planalign.text.years import last_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import Comparison
    from planalign.model.plan import Masthead, Plan
    from planalign.model.plan_head import PlanHead
    from planalign.model.wording import Lang

_RANK = {level: rank for rank, level in enumerate((Level.PROVINCE, Level.CITY, Level.DISTRICT, Level.TOWNSHIP))}
_FULL_PLACE = re.compile(r"^[^市省]{1,8}(?:市|省|自治区|自治州|盟)")
"""A place that is told from the top down; 清渡镇 alone could lie anywhere."""

_INTERPRETATION = Wording("{side}文件是解读而不是计划本身，只能按其列出的任务名称比对。")
_THIS_INTERPRETATION = Wording("这份文件是解读而不是计划本身，只能按其列出的任务名称比对。")
_REVERSED = Wording("作为上级的文件（{upper}）层级低于作为下级的文件（{lower}），两份文件可能给反了。")
_CITED = Wording("作为上级的文件引用了作为下级的文件（{lower}），两份文件可能给反了。")
_LATER = Wording("前一份文件的年度（{upper}）晚于后一份（{lower}），请确认次序。")
_EARLIER = Wording("上级文件的年度（{upper}）早于下级文件（{lower}），下级文件也没有引用它，请确认是否给对了文件。")
_ELSEWHERE = Wording("下级文件的地区（{lower}）不在上级文件的地区（{upper}）之内，请确认是否给对了文件。")
_SAME_FILE = Wording("两份文件的内容完全相同（sha256 一致），请确认是否给错了文件。")
_SAME_TEXT = Wording("两份文件的标题和条款逐字相同，像是同一份计划的两种格式，请确认是否给错了文件。")
_LEAD = Wording("⚠ 注意：")


def cautions(comparison: Comparison, names: tuple[Wording, Wording], lang: Lang) -> list[str]:
    """Return what to tell, in full sentences; `names` is what the report calls the two plans."""
    sides = zip(names, (comparison.parent, comparison.child), strict=True)
    told = [_INTERPRETATION.of(lang).format(side=name.of(lang)) for name, plan in sides if _interprets(plan)]
    if _says_the_same(comparison.parent, comparison.child):
        told.append(_SAME_TEXT.of(lang))
    return [
        *(_LEAD.of(lang) + sentence for sentence in told),
        *pair_cautions(comparison.parent, comparison.child, lang),
    ]


def plan_cautions(plan: Plan | PlanHead, lang: Lang) -> list[str]:
    """Return what speaks against one document that stands behind its own name, whatever it is compared with."""
    return [_LEAD.of(lang) + _THIS_INTERPRETATION.of(lang)] if _interprets(plan) else []


def pair_cautions(upper: Plan | PlanHead, lower: Plan | PlanHead, lang: Lang) -> list[str]:
    """Return what speaks against two documents as parent and child, as far as their heads tell."""
    told = [_SAME_FILE.of(lang)] if upper.source.sha256 == lower.source.sha256 else []
    told += _doubts(upper.masthead, lower.masthead, lang)
    return [_LEAD.of(lang) + sentence for sentence in told]


def _interprets(plan: Plan | PlanHead) -> bool:
    return plan.kind is PlanKind.INTERPRETATION


def _says_the_same(upper: Plan, lower: Plan) -> bool:
    """Whether two files hold one plan, word for word; of one file with itself its bytes tell."""
    if upper.source.sha256 == lower.source.sha256:
        return False
    return normalise(upper.masthead.title) == normalise(lower.masthead.title) and _wording(upper) == _wording(lower)


def _wording(plan: Plan) -> list[str]:
    """Return the clauses of a plan."""
    return [normalise(clause.text) for task in plan.tasks for clause in task.clauses]


def _doubts(upper: Masthead, lower: Masthead, lang: Lang) -> Iterator[str]:
    """Yield what speaks against the order or the choice of the documents."""
    if _RANK.get(upper.level, 0) > _RANK.get(lower.level, len(_RANK)):
        yield _REVERSED.of(lang).format(upper=LEVEL[upper.level].of(lang), lower=LEVEL[lower.level].of(lang))
    elif named := sorted((_named(upper) & _names(lower)) - _names(upper)):
        yield _CITED.of(lang).format(lower=one_line(named[0]))
    elif _elsewhere(upper.place or "", lower.place or ""):
        yield _ELSEWHERE.of(lang).format(upper=one_line(upper.place or ""), lower=one_line(lower.place or ""))
    if upper.year is None or lower.year is None:
        return
    over = last_year(upper.title, upper.year) < lower.year
    if upper.year > last_year(lower.title, lower.year):
        yield _LATER.of(lang).format(upper=upper.year, lower=lower.year)
    elif over and upper.level is not lower.level and not _cites(lower, upper):
        yield _EARLIER.of(lang).format(upper=upper.year, lower=lower.year)


def _cites(lower: Masthead, upper: Masthead) -> bool:
    """Whether a document names an earlier one as its basis, by number or by title, as a plan of several years is."""
    return not _names(upper).isdisjoint(_named(lower))


def _names(head: Masthead) -> set[str]:
    """Return number and titles of a document."""
    return {normalise(name) for name in (head.document_number, head.title, head.notice_title) if name}


def _named(head: Masthead) -> set[str]:
    """Return number and titles of the documents that one cites."""
    return {normalise(name) for each in head.cites for name in (each.number, each.title) if name}


def _elsewhere(upper: str, lower: str) -> bool:
    """Whether both places are told from the top down and the lower one is not inside the upper one."""
    both = _FULL_PLACE.match(upper) and _FULL_PLACE.match(lower)
    return bool(both) and not lower.startswith(upper)
