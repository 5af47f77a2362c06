"""Sections: what the title of a section says about the items under it."""

from __future__ import annotations

from enum import StrEnum

from planalign.model.plan import TaskKind
from planalign.parse.verb import LEADING_VERB
from planalign.text.pattern import compiled
from planalign.text.width import normalise


class Purpose(StrEnum):
    """What a section is for."""

    TASKS = "tasks"
    PREAMBLE = "preamble"
    DUTIES = "duties"
    PAST = "past"


# What an introduction is called, what may stand before that name, and what may be named beside it.
_AIM = (
    r"(?:总体(?:要求|思路|目标|考虑)|指导思想|(?:基本|工作)原则|(?:主要|工作|年度|发展|行动|总)目标(?:指标)?|工作思路|目标要求"
    r"|(?:制定|编制|起草|制订|出台)(?:的)?(?:依据|背景|目的|过程)|工作依据|工作基础|适用范围|基本情况|形势|回顾|总则)"
)
_AIM_WORDS = (
    "总体",
    "思想",
    "原则",
    "目标",
    "思路",
    "依据",
    "背景",
    "目的",
    "过程",
    "基础",
    "范围",
    "情况",
    "形势",
    "回顾",
    "总则",
)
_BEFORE = (
    r"(?:20\d\d年?度?|[今本上去]一?年度?|年度|全年|当前|近期|总体|主要|工作|发展|完成|开展|情况|面临的?"
    r"|全[省市区县镇乡]|的|明确|把握)"
)
_BESIDE = r"(?:(?:主要|基本|总体|工作)?(?:目标|原则|要求|思路|任务目标|背景|依据|意义|现状|基础|问题|挑战|机遇|特点))"
_CLEAR = compiled(
    rf"{_BEFORE}{{0,4}}{_AIM}(?:(?:[、，和与及]|以及){_BEFORE}{{0,2}}(?:{_AIM}|{_BESIDE})){{0,3}}", signs=_AIM_WORDS
)
_LIKELY = compiled(r"(?!.*(?:研判|分析|会商|稳定|把控)).*(?:总体(?:要求|思路)|指导思想|基本原则|形势|回顾)")
_DUTIES = compiled(
    r"(?:主要|部门|工作|各部门|各单位|有关部门)?(?:职责分工|责任分工|职责)|成员单位(?:职责)?|(?:领导|组织)(?:机构|架构)|领导小组|工作专班|工作机构|机构职责",
    signs=("职责", "分工", "单位", "机构", "架构", "小组", "专班"),
)
# 2024年工作总结, 上半年目标任务完成情况及存在的问题: a yearly plan often begins with the year before.
_PAST_TIME = (
    r"(?:20\d\d年度?|[去上今]年度?|上一?年度?|过去的?一年|一年来|近年来?|上半年|[前一二三]季度"
    r"|“?十[一二三四]五”?(?:期间|时期)?|\d{1,2}[-—至]\d{1,2}月份?)(?:以来)?"
)
_DONE = r"(?:回顾|(?:完成|开展|进展|推进|执行|落实)情况|(?:主要|经验)做法|(?:主要|工作|取得的?|显著)*(?:成效|成绩))"
# These need a time: 四、总结 may ask for one, 工作亮点 may be those of the plan.
_SHOWN = r"(?:总结|(?:工作|基本|总体)情况|(?:主要|工作|突出|特色|取得的?)*(?:成果|亮点|业绩))"
_LACK = r"(?:存在|面临|遇到)?的?(?:主要|突出|一些)?的?(?:问题|不足|困难|短板|挑战|经验|体会|特点|原因)"
_PAST = compiled(
    rf"(?:{_PAST_TIME}.{{0,14}}(?:{_DONE}|{_SHOWN})|(?:主要|重点|目标|各项|年度|工作|任务)*的?{_DONE}"
    rf"|(?:工作中)?(?:存在|面临){_LACK})(?:(?:以?及|[和与、])(?:{_DONE}|{_SHOWN}|{_LACK}|原因分析))*",
    signs=("总结", "回顾", "情况", "成效", "成绩", "成果", "亮点", "业绩", "做法", "存在", "面临"),
)
_LONGEST_PAST = 30
# 2025年工作安排 holds the tasks of the year.
_COMING = compiled(r"(?:20\d\d年|[今明]年|下一?年|下一?步|下一阶段|下半年|年度|全年).*安排")
_REQUIREMENT = compiled(
    r"工作要求|有关要求|相关要求|保障措施|组织保障|组织实施|实施保障|工作保障|组织领导|保障机制|组织推进|推进机制|工作纪律|纪律要求|(?:实施|工作|方法|推进|时间|进度|阶段)(?:步骤|进度|安排)$|实施要求|落实要求"
)
_ACTION = compiled(r"(?:重点|专项|重大|攻坚)行动|行动任务")
_SHORT = 16


def purpose_of(title: str, *, detailed: bool = False) -> Purpose:
    """Say whether a section holds tasks, the aims above them, the duties of single offices, or a look back.

    Where its items are detailed (have bodies of their own), only a heading that says nothing else is an introduction.
    """
    word = normalise(title).rstrip("。：")
    if len(word) <= _LONGEST_PAST and _PAST.fullmatch(word):
        return Purpose.PAST
    if len(word) > _SHORT:
        return Purpose.TASKS
    if _DUTIES.fullmatch(word):
        return Purpose.DUTIES
    likely = not detailed and _LIKELY.fullmatch(word) and not LEADING_VERB.match(word)
    return Purpose.PREAMBLE if likely or _CLEAR.fullmatch(word) else Purpose.TASKS


def kind_of(title: str, above: TaskKind) -> TaskKind:
    """Return the kind of the items in a section; a section that does not say takes that of the section above."""
    word = normalise(title).rstrip("。：")
    if len(word) <= _SHORT and _REQUIREMENT.search(word) and not _COMING.fullmatch(word):
        return TaskKind.REQUIREMENT
    if len(word) <= _SHORT and _ACTION.search(word):
        return TaskKind.ACTION
    return above
