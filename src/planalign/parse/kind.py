"""What a document is: a plan, an interpretation of one, or something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import PlanKind
from planalign.parse.interpretation import is_interpretation
from planalign.parse.verb import LEADING_VERB
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.plan import Task
    from planalign.parse.line import Line

_PLAN = compiled(r"要点|方案|计划|意见|任务|规划|安排|措施|行动|纲要|清单|分工|部署|举措|打算|设想|工作的通知|重点工作")
_OTHER = compiled(
    r"(?:公报|条例|规定|办法|细则|规则|章程|决定|公告|公示|通告|通报|讲话|简报|综述|批复|名单|简介|新闻|启事|年鉴|快讯|报告|法|预案|标准|导则|指南)(?:[（(].*[）)])?$"
)
# Measures that are numbered like the articles of a law are a plan all the same.
_MEASURES = compiled(r"(?:措施|举措|要点|方案|计划|任务)(?:[（(].*[）)])?$")
_ARTICLE = compiled(r"第[〇零一二三四五六七八九十百\d]{1,5}条[\s　：:、]?")
_SHARE = 0.3


def kind_of_document(title: str, lines: Sequence[Line]) -> PlanKind:
    """Return what a document is, from its title and its articles, before its tasks are known."""
    if is_interpretation(title):
        return PlanKind.INTERPRETATION
    articles = sum(1 for line in lines if _ARTICLE.match(line.text))
    if (articles >= 3 and not _MEASURES.search(title)) or (_OTHER.search(title) and not _PLAN.search(title)):
        return PlanKind.OTHER
    return PlanKind.PLAN


def is_plan(title: str, tasks: Sequence[Task]) -> bool:
    """Say whether the numbered items of a document are tasks: its title says so, or they begin with verbs of doing."""
    if not tasks or _PLAN.search(title):
        return bool(tasks)
    starts = [normalise(clause.text) for task in tasks for clause in task.clauses] + [task.title for task in tasks]
    return sum(1 for text in starts if LEADING_VERB.match(text)) >= _SHARE * len(starts)
