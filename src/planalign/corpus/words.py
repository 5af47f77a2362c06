"""The words of the corpus in both languages."""

from __future__ import annotations

from planalign.corpus.head import Outcome
from planalign.corpus.manifest import Doubt
from planalign.corpus.parents import Basis
from planalign.model.wording import Wording

BASIS = {
    Basis.CITED: Wording("引用", "cited"),
    Basis.PLACE: Wording("地区、年度和领域", "place, year and field"),
    Basis.FILE: Wording("corpus.toml 指定", "said in corpus.toml"),
    Basis.NONE: Wording("无", "none"),
}
OUTCOME = {
    Outcome.READ: Wording("已读取", "read"),
    Outcome.PARTLY: Wording("部分未读取", "read in part"),
    Outcome.REFUSED: Wording("未读取", "not read"),
    Outcome.TIMEOUT: Wording("超时", "timed out"),
    Outcome.MEMORY: Wording("内存超限", "out of memory"),
    Outcome.CRASH: Wording("读取中断", "broke down"),
}
DOUBT = {
    Doubt.NO_LEVEL: Wording(
        "层级不明，未比对；请在 corpus.toml 中写明 level",
        "of unknown level, not compared: say its level in corpus.toml",
    ),
    Doubt.NO_PARENT: Wording(
        "语料中没有它的上级文件；补充文件，或在 corpus.toml 中写明 parent（没有的写 none）",
        "its parent is not in the corpus: add it, or say parent in corpus.toml (none where there is none)",
    ),
    Doubt.RIVALS: Wording(
        "可能的上级文件不止一份，未比对；请在 corpus.toml 中写明 parent",
        "several documents may be its parent, not compared: say parent in corpus.toml",
    ),
    Doubt.CYCLE: Wording(
        "corpus.toml 指定的上下级绕成了圈，未比对", "the parents said in corpus.toml go round in a circle, not compared"
    ),
    Doubt.LOST: Wording(
        "corpus.toml 指定的上级文件不在语料中，或不是工作计划",
        "the parent said in corpus.toml is not in the corpus, or no plan",
    ),
}
COUNTS = Wording(
    "{files} 个文件：{plans} 份工作计划，{others} 份其他文件，{twins} 个重复文件，{unread} 个未读取或部分未读取",
    "{files} files: {plans} plans, {others} other documents, {twins} repeated files, {unread} not or not wholly read",
)
TREE = Wording("上下级关系", "Parents and children")
PROBLEMS = Wording("需要确认", "To be confirmed")
UNREAD = Wording("未读取", "Not read")
UNJUDGED = Wording("未比对", "Not judged")
FAILING = Wording("不符合要求", "Not meeting the policy")
WAIVED = Wording("已豁免", "Waived")
PASSED = Wording("通过：{plans} 份工作计划均符合要求", "Passed: all {plans} plans meet the policy")
FAILED = Wording(
    "不通过：{plans} 份工作计划中 {failing} 份不符合要求",
    "Not passed: {failing} of {plans} plans do not meet the policy",
)
INCOMPLETE = Wording("分析不完整：有 {count} 处需要先处理", "Incomplete: {count} things to settle first")
RESULT = Wording(
    "{pairs} 份文件已比对，{failed} 份失败；{rows} 行结果，校验值 {digest}",
    "{pairs} documents judged, {failed} failed; {rows} rows, digest {digest}",
)
SAME_AS = Wording("与 {path} 内容相同", "the same document as {path}")
MORE = Wording("另有 {count} 项", "{count} more")
