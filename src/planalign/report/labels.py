"""The words of the reports in both languages."""

from __future__ import annotations

from planalign.model.block import SkipKind
from planalign.model.comparison import Exemption, Relation, Severity, Signal, Status, Strength
from planalign.model.plan import Level, PlanKind, TaskKind
from planalign.model.wording import Wording

STATUS = {
    Status.COVERED: Wording("已承接", "covered"),
    Status.PARTIAL: Wording("部分承接", "partial"),
    Status.DROPPED: Wording("未承接", "dropped"),
    Status.NOT_APPLICABLE: Wording("不适用", "not applicable"),
}
EXEMPTION = {
    Exemption.LEGISLATION: Wording(
        "立法和地方标准由上级制定", "legislation and local standards are made by the upper level"
    ),
    Exemption.ELSEWHERE: Wording("只涉及其他地方", "concerns other places only"),
    Exemption.SLOGAN: Wording("只是号召，没有具体事项", "a slogan without an action"),
}
SIGNAL = {
    Signal.WORDING: Wording("用词", "words"),
    Signal.TOGETHER: Wording("各条合计用词", "words of all evidence"),
    Signal.RARE_WORDS: Wording("关键词", "telling words"),
    Signal.LENGTH: Wording("长短", "length"),
    Signal.TASK: Wording("所在任务", "its task"),
    Signal.TASK_MATCH: Wording("任务相近程度", "match of the tasks"),
    Signal.NUMBERS: Wording("数字", "numbers"),
    Signal.NAMES: Wording("引用名称", "quoted names"),
    Signal.IN_TASK: Wording("对应任务用词", "words of the task"),
    Signal.CLAIM: Wording("归属", "claim on the clause"),
}
STRENGTH = {
    Strength.PRIMARY: Wording("主要", "primary"),
    Strength.SECONDARY: Wording("次要", "secondary"),
}
RELATION = {
    Relation.EQUIVALENT: Wording("相当", "equivalent"),
    Relation.NARROWER: Wording("窄于上级", "narrower"),
    Relation.BROADER: Wording("宽于上级", "broader"),
    Relation.OVERLAPS: Wording("部分重合", "overlaps"),
}
SEVERITY = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.INFO: Wording("提示", "note"),
}
LEVEL = {
    Level.PROVINCE: Wording("省级", "province"),
    Level.CITY: Wording("市级", "city"),
    Level.DISTRICT: Wording("区县级", "district"),
    Level.DEPARTMENT: Wording("部门", "department"),
    Level.TOWNSHIP: Wording("乡镇（街道）", "township"),
    Level.DEVELOPMENT_ZONE: Wording("开发区", "development zone"),
    Level.UNKNOWN: Wording("层级不明", "level unknown"),
}
PLAN_KIND = {
    PlanKind.PLAN: Wording("工作计划", "plan"),
    PlanKind.INTERPRETATION: Wording("解读", "interpretation"),
    PlanKind.OTHER: Wording("不是工作计划", "no plan"),
}
TASK_KIND = {
    TaskKind.TASK: Wording("任务", "task"),
    TaskKind.ACTION: Wording("重点行动", "action"),
    TaskKind.REQUIREMENT: Wording("工作要求", "requirement"),
}
SKIPPED = {
    SkipKind.UNREAD: Wording("未读取", "Not read"),
    SkipKind.UNCLEAR: Wording("请核对", "Please check"),
    SkipKind.UNPLACED: Wording("未能识别", "Not understood"),
    SkipKind.NO_TASK: Wording("不是任务", "No task"),
}

NOTICE = Wording("自动比对结果，供人工复核", "automatic result, for review by a person")
PARENT = Wording("上级", "Parent")
CHILD = Wording("下级", "Child")
NOT_FOUND = Wording("未找到", "not found")
NEAREST = Wording("；最接近（仅供参考）", "; nearest (for reference only)")
COUNTERPART = Wording("（对应任务“{}”未写入其中内容）", " (its counterpart “{}” holds none of it)")
MISSING = Wording("缺少", "Missing")
WHOLE_TASK = Wording("整项未承接", "whole task dropped")
WAIVED = Wording("豁免", "Waived")
UNDECIDED = Wording("待人工判定", "undecided")
CLOSE_CALLS = Wording("待人工判定", "Undecided")
UNTITLED = Wording("（无标题）", "(untitled)")
