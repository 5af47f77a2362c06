"""What a document is: a plan, an interpretation of one, or something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import PlanKind
from planalign.parse.interpretation import is_interpretation
from planalign.parse.verb import LEADING_VERB
from planalign.text.pattern import compiled, holds_any
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.plan import Task
    from planalign.parse.line import Line

_PLAN = (
    "要点", "方案", "计划", "意见", "任务", "规划", "安排", "措施", "行动", "纲要", "清单", "分工", "部署", "举措",
    "打算", "设想", "工作的通知", "重点工作",
)  # fmt: skip
_OTHER = compiled(
    r"(?:公报|条例|规定|办法|细则|规则|章程|决定|公告|公示|通告|通报|讲话|致辞|述职|总结|纪要|简报|综述|侧记|访谈|公开信|倡议书|批复|名单|简介|新闻|启事|年鉴|年报|快讯|报告|法|预案|标准|导则|指南)(?:[（(].*[）)])?$"
)
# Measures that are numbered like the articles of a law are a plan all the same.
_MEASURES = compiled(r"(?:措施|举措|要点|方案|计划|任务)(?:[（(].*[）)])?$")
_PLAN_END = compiled(
    r"(?:要点|方案|计划|意见|任务|规划|安排|措施|行动|纲要|清单|分工|部署|举措|打算|设想|通知)(?:[（(].*[）)])?$"
)
# 江城市召开供水工作会议: what happened, not what shall be done.
_EVENT = compiled(
    r"召开|举行|举办|出席|主持|调研|视察|督导|检查|慰问|座谈|发布会|会议$",
)
_NEWS = compiled(
    r"(?:会议|会上|会前|活动)[，,]?(?:指出|强调|要求|认为|现场|期间)|本报讯|记者|通讯员|[近日]日[，,]|\d{1,2}日(?:上午|下午|晚)?[，,]"
)
_NEWS_REACH = 5
_ARTICLE = compiled(r"第[〇零一二三四五六七八九十百\d]{1,5}条[\s　：:、]?")
_SHARE = 0.3


def kind_of_document(title: str, lines: Sequence[Line]) -> PlanKind:
    """Return what a document is, from its title and its articles, before its tasks are known."""
    if is_interpretation(title):
        return PlanKind.INTERPRETATION
    if _is_news(title, lines):
        return PlanKind.OTHER
    articles = sum(1 for line in lines if line.text.startswith("第") and _ARTICLE.match(line.text))
    if (articles >= 3 and not _MEASURES.search(title)) or (not holds_any(title, _PLAN) and _OTHER.search(title)):
        return PlanKind.OTHER
    return PlanKind.PLAN


def _is_news(title: str, lines: Sequence[Line]) -> bool:
    """Say whether a title tells of an event, and the first lines report it."""
    if not _EVENT.search(title) or _PLAN_END.search(title) or "关于" in title:
        return False
    return any(_NEWS.search(line.text) for line in lines[:_NEWS_REACH])


def is_plan_title(title: str) -> bool:
    """Say whether a title names a plan."""
    return holds_any(title, _PLAN)


def is_plan(title: str, tasks: Sequence[Task]) -> bool:
    """Say whether the numbered items of a document are tasks: its title says so, or they begin with verbs of doing."""
    if not tasks or holds_any(title, _PLAN):
        return bool(tasks)
    starts = [normalise(clause.text) for task in tasks for clause in task.clauses] + [task.title for task in tasks]
    return sum(1 for text in starts if LEADING_VERB.match(text)) >= _SHARE * len(starts)
