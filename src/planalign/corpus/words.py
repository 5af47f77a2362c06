"""The words of the corpus in both languages."""

from __future__ import annotations

from planalign.corpus.head import Outcome
from planalign.corpus.manifest import Doubt
from planalign.corpus.parents import Basis
from planalign.model.wording import Wording

BASIS = {
    Basis.CITED: Wording("引用"),
    Basis.PLACE: Wording("地区、年度和领域"),
    Basis.FILE: Wording("corpus.toml 指定"),
    Basis.NONE: Wording("无"),
}
OUTCOME = {
    Outcome.READ: Wording("已读取"),
    Outcome.PARTLY: Wording("部分未读取"),
    Outcome.REFUSED: Wording("未读取"),
    Outcome.TIMEOUT: Wording("超时"),
    Outcome.MEMORY: Wording("内存超限"),
    Outcome.CRASH: Wording("读取中断"),
}
DOUBT = {
    Doubt.NO_LEVEL: Wording("层级不明，未比对；请在 corpus.toml 中写明 level"),
    Doubt.NO_PARENT: Wording("语料中没有它的上级文件；补充文件，或在 corpus.toml 中写明 parent（没有的写 none）"),
    Doubt.OTHER_FIELD: Wording(
        "上面只有其他领域的文件，未比对；如果其中有它的上级，请在 corpus.toml 中写明 parent（没有的写 none）"
    ),
    Doubt.RIVALS: Wording("可能的上级文件不止一份，未比对；请在 corpus.toml 中写明 parent"),
    Doubt.CYCLE: Wording("corpus.toml 指定的上下级绕成了圈，未比对"),
    Doubt.LOST: Wording("corpus.toml 指定的上级文件不在语料中，或不是工作计划"),
}
COUNTS = Wording(
    "{files} 个文件：{plans} 份工作计划，{others} 份其他文件，{twins} 个重复文件，{unread} 个未读取或部分未读取"
)
TREE = Wording("上下级关系")
PROBLEMS = Wording("需要确认")
UNREAD = Wording("未读取", "heading")
UNJUDGED = Wording("未比对")
FAILING = Wording("不符合要求")
WAIVED = Wording("已豁免")
ACCEPTED = Wording("其中 {count} 个问题已豁免（按 {days} 判断是否有效）")
PASSED = Wording("通过：{plans} 份工作计划均符合要求")
FAILED = Wording("不通过：{plans} 份工作计划中 {failing} 份不符合要求")
INCOMPLETE = Wording("分析不完整：有 {count} 处需要先处理")
RESULT = Wording("{pairs} 份文件已比对，{failed} 份失败；{rows} 行结果，校验值 {digest}")
SAME_AS = Wording("与 {path} 内容相同")
MORE = Wording("另有 {count} 项")
