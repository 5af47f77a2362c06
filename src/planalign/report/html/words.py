"""What the page itself says, in both languages."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from planalign.model.wording import Wording

if TYPE_CHECKING:
    from planalign.model.wording import Lang

PAGE = {
    "title": Wording("上下级工作计划对照报告"),
    "skip": Wording("跳到正文", "heading"),
    "contents": Wording("目录", "heading"),
    "overview": Wording("总体情况", "heading"),
    "findings": Wording("问题清单"),
    "table": Wording("逐条对照"),
    "targets": Wording("指标变化"),
    "accepted": Wording("豁免", "heading"),
    "dismissed": Wording("经复核排除"),
    "known": Wording("存量问题", "heading"),
    "skipped": Wording("未能识别或需核对的内容", "heading"),
    "made": Wording("口径说明", "heading"),
    "compared": Wording("比对依据"),
    "coverage": Wording("条款承接率", "heading"),
    "strict": Wording("严格口径"),
    "with_waivers": Wording("计入豁免"),
    "confirmed": Wording("经复核确认"),
    "unreviewed": Wording("尚无复核决定"),
    "open": Wording("待处理问题"),
    "undecided": Wording("待人工判定", "heading"),
    "none": Wording("无。"),
    "heat_map": Wording("各部分承接情况"),
    "heat_note": Wording("格中为条款数，颜色越深，在该部分所占比重越大；点数字可只看这些条款。"),
    "section": Wording("部分", "heading"),
    "total": Wording("合计", "heading"),
    "flow": Wording("任务去向"),
    "flow_note": Wording("左为上级各部分，右为下级各部分，宽窄表示任务对应的数量。"),
    "from": Wording("从"),
    "to": Wording("到"),
    "links": Wording("对应数"),
    "drift_bars": Wording("指标变化概览"),
    "drift_note": Wording("数字、时限、频次、清单和动词各有多少一致、放宽或未写；点图例可只看这些指标。"),
    "as_table": Wording("以表格显示"),
    "difference": Wording("差异类型"),
    "notes": Wording("说明", "plural heading"),
    "matter": Wording("事项", "heading"),
    "kind": Wording("类别", "kind heading"),
    "change": Wording("变化", "heading"),
    "same_targets": Wording("一致的指标 {} 项"),
    "legend": Wording(
        "红色删除线：上级有而下级没有或另作表述；蓝色下划线：下级新写或另作表述。数字连同单位整体比对，标点和全市、全区等层级用语不标注。"
    ),
    "why": Wording("依据", "why"),
    "beside": Wording("对照"),
    "filters": Wording("筛选", "plural heading"),
    "search": Wording("查找", "heading"),
    "search_hint": Wording("查找文字或编号（按 / ）"),
    "status": Wording("承接状态"),
    "severity": Wording("级别", "heading"),
    "review": Wording("复核", "heading"),
    "unit": Wording("单位", "heading"),
    "code": Wording("规则", "heading"),
    "all": Wording("全部", "heading"),
    "clear": Wording("清除筛选", "heading"),
    "print_all": Wording("打印时附逐条对照和指标变化"),
    "abridged": Wording("本次打印不含逐条对照和指标变化两张表；在网页上勾选后可一并打印。"),
    "help": Wording("按键"),
    "close": Wording("关闭"),
    "no_match": Wording("没有符合筛选条件的内容。"),
    "filtered": Wording("已按条件筛选"),
    "no_script": Wording("浏览器未运行脚本：筛选、查找和依据不可用，其余内容完整。"),
    "place": Wording("位置", "heading"),
    "document": Wording("文件", "document"),
    "reason": Wording("原因", "heading"),
    "text": Wording("原文", "heading"),
    "no_link": Wording("无对应任务"),
    "gate": Wording("检查结论", "heading"),
}
"""Words of the template by their names."""
SCRIPT = {
    "shown": Wording("显示问题 {0}/{1}，条款 {2}/{3}"),
    "rule": Wording("规则", "heading"),
    "fix": Wording("处理", "heading"),
}
"""Words of the script by their names."""
KEYS = (
    ("j k", Wording("下一条、上一条")),
    ("Enter", Wording("展开或收起依据")),
    ("o", Wording("在问题和对照之间切换")),
    ("/", Wording("查找")),
    ("f", Wording("到筛选")),
    ("c", Wording("清除筛选")),
    ("1 – 9", Wording("到目录中的第几部分")),
    ("?", Wording("显示本说明")),
    ("Esc", Wording("关闭，离开输入框")),
)
"""What the keys do."""


def spoken(words: dict[str, Wording], lang: Lang) -> dict[str, str]:
    """Return words in one language."""
    return {name: wording.of(lang) for name, wording in words.items()}


def named(words: dict[str, Wording], lang: Lang) -> SimpleNamespace:
    """Return words in one language by attributes, as a template asks for them: a dict has attributes of its own."""
    return SimpleNamespace(**spoken(words, lang))
