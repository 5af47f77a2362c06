"""The tables of a run: their columns, what each holds, and how a value is typed."""

from __future__ import annotations

from typing import NamedTuple

from planalign.model.wording import Wording


class Column(NamedTuple):
    """One column."""

    name: str
    kind: str
    """text, texts (a list of them), whole, share (0–1) or truth."""
    meaning: Wording


_CHILD = Column("child", "text", Wording("下级文件的路径"))
_PARENT = Column("parent", "text", Wording("上级文件的路径"))
_SECTION = Column("section", "text", Wording("上级任务所在部分的标题"))
_TASK = Column("task", "text", Wording("上级任务的编号（在文件中的位置）"))
_COUNTS = Column("counts", "truth", Wording("是否计入承接率"))
_STATUS = Column(
    "status",
    "text",
    Wording("covered、partial、dropped 或 not_applicable"),
)

DOCUMENTS = (
    Column("path", "text", Wording("路径")),
    Column("sha256", "text", Wording("文件的哈希值")),
    Column("outcome", "text", Wording("read、partly、refused、timeout、memory 或 crash")),
    Column("reason", "text", Wording("未读取的原因")),
    Column("kind", "text", Wording("plan、interpretation 或 other")),
    Column("format", "text", Wording("文件格式")),
    Column("level", "text", Wording("层级", "corpus")),
    Column("place", "text", Wording("地区", "corpus")),
    Column("district", "text", Wording("所属区县")),
    Column("year", "whole", Wording("年度", "corpus")),
    Column("domain", "text", Wording("领域")),
    Column("number", "text", Wording("发文字号", "corpus")),
    Column("issuer", "text", Wording("发文机关", "corpus")),
    Column("title", "text", Wording("标题")),
    Column("tasks", "whole", Wording("任务数")),
    Column("clauses", "whole", Wording("条款数")),
    Column("skipped", "whole", Wording("未能理解的部分")),
    Column("twin_of", "text", Wording("同一文件中计数的那个")),
    Column("parent", "text", Wording("上级文件", "corpus")),
    Column("basis", "text", Wording("上级文件的依据：cited、place、file 或 none")),
)
PAIRS = (
    _CHILD,
    Column("parent", "text", Wording("上级文件；没有时为空")),
    Column("outcome", "text", Wording("judged、unfit、timeout、memory 或 crash")),
    Column("reason", "text", Wording("没有结果的原因")),
    Column("passed", "truth", Wording("是否符合要求")),
    Column("same_plan", "truth", Wording("是否同一计划的两个年度或前后稿")),
    Column("parent_tasks", "whole", Wording("上级任务数")),
    Column("child_tasks", "whole", Wording("下级任务数")),
    Column("covered", "whole", Wording("承接的条款")),
    Column("partial", "whole", Wording("部分承接的条款")),
    Column("dropped", "whole", Wording("未承接的条款")),
    Column("not_applicable", "whole", Wording("不适用的条款")),
    Column("undecided", "whole", Wording("难以判定的条款")),
    Column("local_tasks", "whole", Wording("自选动作", "corpus")),
    Column("errors", "whole", Wording("错误", "corpus")),
    Column("warnings", "whole", Wording("警告", "corpus")),
    Column("infos", "whole", Wording("提示", "corpus")),
    Column("waived", "whole", Wording("豁免的问题")),
    Column("known", "whole", Wording("存量问题", "corpus")),
)
TASKS = (
    _CHILD, _PARENT, _TASK,
    Column("title", "text", Wording("上级任务的标题")),
    _SECTION, _STATUS, _COUNTS,
)  # fmt: skip
CLAUSES = (
    _CHILD, _PARENT, _TASK,
    Column("clause", "text", Wording("上级条款的编号")),
    _SECTION,
    Column("text", "text", Wording("上级条款的原文")),
    _STATUS,
    Column("score", "share", Wording("承接的份额")),
    Column("undecided", "truth", Wording("是否难以判定")),
    Column("missing", "texts", Wording("未找到的内容")),
    Column("child_clauses", "texts", Wording("承接它的下级条款")),
    _COUNTS,
)  # fmt: skip
LINKS = (
    _CHILD, _PARENT,
    Column("child_task", "text", Wording("下级任务的编号")),
    Column("parent_task", "text", Wording("上级任务的编号")),
    Column("strength", "text", Wording("primary 或 secondary")),
    Column("relation", "text", Wording("下级任务与上级任务的关系")),
    Column("score", "share", Wording("得分")),
)  # fmt: skip
TARGETS = (
    _CHILD, _PARENT,
    Column("matter", "text", Wording("事项", "corpus")),
    Column("aspect", "text", Wording("number、deadline、frequency、listing 或 verb")),
    Column("drift", "text", Wording("变化", "corpus")),
    Column("parent_clause", "text", Wording("上级条款或附件行的编号")),
    Column("child_clause", "text", Wording("下级条款或附件行的编号")),
    Column("parent_value", "text", Wording("上级的表述")),
    Column("child_value", "text", Wording("下级的表述")),
    Column("level_change", "truth", Wording("是否层级变化所致")),
)  # fmt: skip
FINDINGS = (
    _CHILD,
    Column("parent", "text", Wording("上级文件；没有时为空")),
    Column("state", "text", Wording("open、waived 或 known")),
    Column("code", "text", Wording("规则编号")),
    Column("severity", "text", Wording("error、warning 或 info")),
    Column("message", "text", Wording("说明", "corpus")),
    Column("parent_text", "text", Wording("上级原文")),
    Column("child_text", "text", Wording("下级原文")),
    Column("fingerprint", "text", Wording("问题的指纹")),
)
UNITS = (
    Column("document", "text", Wording("文件的路径")),
    Column("unit", "text", Wording("单位名称")),
    Column("role", "text", Wording("lead 或 responsible")),
    Column("item", "text", Wording("任务、条款或附件行的编号")),
    Column("title", "text", Wording("任务或附件行的名称")),
)
TABLES: dict[str, tuple[Column, ...]] = {
    "documents": DOCUMENTS,
    "pairs": PAIRS,
    "tasks": TASKS,
    "clauses": CLAUSES,
    "links": LINKS,
    "targets": TARGETS,
    "findings": FINDINGS,
    "units": UNITS,
}
"""All tables; `documents` comes from the manifest, the others from the parts."""
