"""The words of the reports in both languages."""

from __future__ import annotations

from planalign.model.block import SkipKind
from planalign.model.comparison import Exemption, Relation, Severity, Signal, Status, Strength
from planalign.model.plan import Level, PlanKind, TaskKind
from planalign.model.wording import Wording

STATUS = {
    Status.COVERED: Wording("已承接"),
    Status.PARTIAL: Wording("部分承接"),
    Status.DROPPED: Wording("未承接"),
    Status.NOT_APPLICABLE: Wording("不适用", "status"),
}
EXEMPTION = {
    Exemption.LEGISLATION: Wording("立法和地方标准由上级制定"),
    Exemption.ELSEWHERE: Wording("只涉及其他地方"),
    Exemption.OFFICE: Wording("只对上级本级的单位提要求"),
    Exemption.FACILITY: Wording("只涉及上级本级的设施、平台"),
    Exemption.SLOGAN: Wording("只是号召，没有具体事项"),
}
SIGNAL = {
    Signal.WORDING: Wording("用词"),
    Signal.TOGETHER: Wording("各条合计用词"),
    Signal.RARE_WORDS: Wording("关键词"),
    Signal.LENGTH: Wording("长短"),
    Signal.TASK: Wording("所在任务"),
    Signal.TASK_MATCH: Wording("任务相近程度"),
    Signal.NUMBERS: Wording("数字", "plural"),
    Signal.NAMES: Wording("引用名称"),
    Signal.IN_TASK: Wording("对应任务用词"),
    Signal.CLAIM: Wording("归属"),
    Signal.PART_CLAIM: Wording("逐项归属"),
}
STRENGTH = {
    Strength.PRIMARY: Wording("主要"),
    Strength.SECONDARY: Wording("次要"),
}
RELATION = {
    Relation.EQUIVALENT: Wording("相当"),
    Relation.NARROWER: Wording("窄于上级"),
    Relation.BROADER: Wording("宽于上级"),
    Relation.OVERLAPS: Wording("部分重合"),
}
SEVERITY = {
    Severity.ERROR: Wording("错误"),
    Severity.WARNING: Wording("警告"),
    Severity.INFO: Wording("提示"),
}
LEVEL = {
    Level.PROVINCE: Wording("省级"),
    Level.CITY: Wording("市级"),
    Level.DISTRICT: Wording("区县级"),
    Level.DEPARTMENT: Wording("部门"),
    Level.TOWNSHIP: Wording("乡镇（街道）"),
    Level.DEVELOPMENT_ZONE: Wording("开发区"),
    Level.UNKNOWN: Wording("层级不明"),
}
PLAN_KIND = {
    PlanKind.PLAN: Wording("工作计划"),
    PlanKind.INTERPRETATION: Wording("解读"),
    PlanKind.OTHER: Wording("不是工作计划"),
}
TASK_KIND = {
    TaskKind.TASK: Wording("任务"),
    TaskKind.ACTION: Wording("重点行动"),
    TaskKind.REQUIREMENT: Wording("工作要求"),
}
SKIPPED = {
    SkipKind.UNREAD: Wording("未读取", "heading"),
    SkipKind.UNCLEAR: Wording("请核对", "heading"),
    SkipKind.UNPLACED: Wording("未能识别", "heading"),
    SkipKind.NO_TASK: Wording("不是任务"),
}

NOTICE = Wording("自动比对结果，供人工复核")
PARENT = Wording("上级", "heading")
CHILD = Wording("下级", "heading")
NOT_FOUND = Wording("未找到")
NEAREST = Wording("；最接近（仅供参考）")
COUNTERPART = Wording("（对应任务“{counterpart}”未写入其中内容）")
MISSING = Wording("缺少")
WHOLE_TASK = Wording("整项未承接", "one task")
WAIVED = Wording("豁免", "heading")
UNDECIDED = Wording("待人工判定")
CLOSE_CALLS = Wording("待人工判定", "heading")
UNTITLED = Wording("（无标题）")
