"""What the page itself says, in both languages."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from planalign.model.wording import Wording

if TYPE_CHECKING:
    from planalign.model.wording import Lang

PAGE = {
    "title": Wording("上下级工作计划对照报告", "Work plans compared"),
    "skip": Wording("跳到正文", "Skip to the report"),
    "contents": Wording("目录", "Contents"),
    "overview": Wording("总体情况", "Overview"),
    "findings": Wording("问题清单", "Findings"),
    "table": Wording("逐条对照", "Clause by clause"),
    "targets": Wording("指标变化", "Targets"),
    "accepted": Wording("豁免", "Waived"),
    "dismissed": Wording("经复核排除", "Ruled out by review"),
    "known": Wording("存量问题", "Existing debt"),
    "skipped": Wording("未能识别或需核对的内容", "Not understood or in doubt"),
    "made": Wording("口径说明", "How this was made"),
    "compared": Wording("比对依据", "What was compared"),
    "coverage": Wording("条款承接率", "Clause coverage"),
    "strict": Wording("严格口径", "Strict"),
    "with_waivers": Wording("计入豁免", "With waivers"),
    "confirmed": Wording("经复核确认", "Confirmed only"),
    "unreviewed": Wording("尚无复核决定", "nothing reviewed yet"),
    "open": Wording("待处理问题", "Open findings"),
    "undecided": Wording("待人工判定", "Undecided"),
    "none": Wording("无。", "None."),
    "heat_map": Wording("各部分承接情况", "Coverage by section"),
    "heat_note": Wording(
        "格中为条款数，颜色越深，在该部分所占比重越大；点数字可只看这些条款。",
        "Clauses in each cell; the darker, the larger their share of the section. A number leads to its clauses.",
    ),
    "section": Wording("部分", "Section"),
    "total": Wording("合计", "Total"),
    "flow": Wording("任务去向", "Where tasks went"),
    "flow_note": Wording(
        "左为上级各部分，右为下级各部分，宽窄表示任务对应的数量。",
        "Sections of the parent on the left, of the child on the right; the wider, the more links between tasks.",
    ),
    "from": Wording("从", "From"),
    "to": Wording("到", "To"),
    "links": Wording("对应数", "Links"),
    "drift_bars": Wording("指标变化概览", "Targets at a glance"),
    "drift_note": Wording(
        "数字、时限、频次、清单和动词各有多少一致、放宽或未写；点图例可只看这些指标。",
        "Numbers, deadlines, frequencies, lists and verbs that are the same, looser or missing; a name leads to them.",
    ),
    "as_table": Wording("以表格显示", "As a table"),
    "difference": Wording("差异类型", "Difference"),
    "notes": Wording("说明", "Notes"),
    "matter": Wording("事项", "Matter"),
    "kind": Wording("类别", "Kind"),
    "change": Wording("变化", "Change"),
    "same_targets": Wording("一致的指标 {} 项", "{} targets that are the same"),
    "legend": Wording(
        "红色删除线：上级有而下级没有或另作表述；蓝色下划线：下级新写或另作表述。数字连同单位整体比对，标点和全市、全区等层级用语不标注。",
        "Red and struck through: in the parent, not or otherwise in the child. Blue and underlined: what the child has "
        "instead. A number with its unit is one word; punctuation and level words (全市, 全区) are not marked.",
    ),
    "why": Wording("依据", "Why"),
    "beside": Wording("对照", "Beside"),
    "rule": Wording("规则", "Rule"),
    "fix": Wording("处理", "Fix"),
    "filters": Wording("筛选", "Filters"),
    "search": Wording("查找", "Search"),
    "search_hint": Wording("查找文字或编号（按 / ）", "Words or an id (press /)"),
    "status": Wording("承接状态", "Status"),
    "severity": Wording("级别", "Severity"),
    "review": Wording("复核", "Review"),
    "unit": Wording("单位", "Unit"),
    "code": Wording("规则", "Rule"),
    "all": Wording("全部", "All"),
    "clear": Wording("清除筛选", "Clear"),
    "help": Wording("按键", "Keys"),
    "close": Wording("关闭", "Close"),
    "no_match": Wording("没有符合筛选条件的内容。", "Nothing matches the filters."),
    "filtered": Wording("已按条件筛选", "Filtered"),
    "no_script": Wording(
        "浏览器未运行脚本：筛选、查找和依据不可用，其余内容完整。",
        "Scripts do not run here: no filters, search and explanations; all else is complete.",
    ),
    "place": Wording("位置", "Place"),
    "document": Wording("文件", "Document"),
    "reason": Wording("原因", "Reason"),
    "text": Wording("原文", "Text"),
    "no_link": Wording("无对应任务", "no counterpart"),
    "gate": Wording("检查结论", "Result of the check"),
}
"""Words of the template by their names."""
SCRIPT = {
    "shown": Wording("显示问题 {0}/{1}，条款 {2}/{3}", "Findings {0}/{1}, clauses {2}/{3}"),
    "rule": PAGE["rule"],
    "fix": PAGE["fix"],
}
"""Words of the script by their names."""
KEYS = (
    ("j k", Wording("下一条、上一条", "next, previous entry")),
    ("Enter", Wording("展开或收起依据", "open or close the explanation")),
    ("o", Wording("在问题和对照之间切换", "from a finding to its clause and back")),
    ("/", Wording("查找", "search")),
    ("f", Wording("到筛选", "to the filters")),
    ("c", Wording("清除筛选", "clear the filters")),
    ("1 – 9", Wording("到目录中的第几部分", "to a chapter of the contents")),
    ("?", Wording("显示本说明", "show these keys")),
    ("Esc", Wording("关闭，离开输入框", "close; leave the search box")),
)
"""What the keys do."""


def spoken(words: dict[str, Wording], lang: Lang) -> dict[str, str]:
    """Return words in one language."""
    return {name: wording.of(lang) for name, wording in words.items()}


def named(words: dict[str, Wording], lang: Lang) -> SimpleNamespace:
    """Return words in one language by attributes, as a template asks for them: a dict has attributes of its own."""
    return SimpleNamespace(**spoken(words, lang))
