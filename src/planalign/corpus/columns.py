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


_CHILD = Column("child", "text", Wording("下级文件的路径", "path of the lower plan"))
_PARENT = Column("parent", "text", Wording("上级文件的路径", "path of the upper plan"))
_SECTION = Column("section", "text", Wording("上级任务所在部分的标题", "heading above the upper task"))
_TASK = Column("task", "text", Wording("上级任务的编号（在文件中的位置）", "id of the upper task"))
_COUNTS = Column("counts", "truth", Wording("是否计入承接率", "whether it counts in shares of coverage"))
_STATUS = Column(
    "status",
    "text",
    Wording("covered、partial、dropped 或 not_applicable", "covered, partial, dropped, not_applicable"),
)

DOCUMENTS = (
    Column("path", "text", Wording("路径", "path from the folder of the corpus")),
    Column("sha256", "text", Wording("文件的哈希值", "hash of the bytes")),
    Column("outcome", "text", Wording("read、partly、refused、timeout、memory 或 crash", "what became of reading it")),
    Column("reason", "text", Wording("未读取的原因", "why it was not read")),
    Column("kind", "text", Wording("plan、interpretation 或 other", "what it is")),
    Column("format", "text", Wording("文件格式", "kind of the file")),
    Column("level", "text", Wording("层级", "level of government")),
    Column("place", "text", Wording("地区", "place of the issuer")),
    Column("district", "text", Wording("所属区县", "district that it belongs to")),
    Column("year", "whole", Wording("年度", "year of the plan")),
    Column("domain", "text", Wording("领域", "field of work")),
    Column("number", "text", Wording("发文字号", "发文字号")),
    Column("issuer", "text", Wording("发文机关", "发文机关")),
    Column("title", "text", Wording("标题", "title")),
    Column("tasks", "whole", Wording("任务数", "tasks")),
    Column("clauses", "whole", Wording("条款数", "clauses")),
    Column("skipped", "whole", Wording("未能理解的部分", "parts that were not understood")),
    Column(
        "twin_of", "text", Wording("同一文件中计数的那个", "the file that counts, where this holds the same document")
    ),
    Column("parent", "text", Wording("上级文件", "the upper plan")),
    Column(
        "basis", "text", Wording("上级文件的依据：cited、place、file 或 none", "why that one: cited, place, file, none")
    ),
)
PAIRS = (
    _CHILD,
    Column("parent", "text", Wording("上级文件；没有时为空", "the upper plan; null where there is none")),
    Column(
        "outcome", "text", Wording("judged、unfit、timeout、memory 或 crash", "judged, unfit, timeout, memory, crash")
    ),
    Column("reason", "text", Wording("没有结果的原因", "why there is no result")),
    Column("passed", "truth", Wording("是否符合要求", "whether the policy is met")),
    Column("same_plan", "truth", Wording("是否同一计划的两个年度或前后稿", "whether both are issues of one plan")),
    Column("parent_tasks", "whole", Wording("上级任务数", "upper tasks that count")),
    Column("child_tasks", "whole", Wording("下级任务数", "lower tasks that count")),
    Column("covered", "whole", Wording("承接的条款", "clauses covered")),
    Column("partial", "whole", Wording("部分承接的条款", "clauses partly carried")),
    Column("dropped", "whole", Wording("未承接的条款", "clauses dropped")),
    Column("not_applicable", "whole", Wording("不适用的条款", "clauses that do not apply")),
    Column("undecided", "whole", Wording("难以判定的条款", "close calls")),
    Column("local_tasks", "whole", Wording("自选动作", "lower tasks without an upper one")),
    Column("errors", "whole", Wording("错误", "open findings: errors")),
    Column("warnings", "whole", Wording("警告", "open findings: warnings")),
    Column("infos", "whole", Wording("提示", "open findings: notes")),
    Column("waived", "whole", Wording("豁免的问题", "findings waived")),
    Column("known", "whole", Wording("存量问题", "findings of the baseline")),
)
TASKS = (
    _CHILD, _PARENT, _TASK,
    Column("title", "text", Wording("上级任务的标题", "title of the upper task")),
    _SECTION, _STATUS, _COUNTS,
)  # fmt: skip
CLAUSES = (
    _CHILD, _PARENT, _TASK,
    Column("clause", "text", Wording("上级条款的编号", "id of the upper clause")),
    _SECTION,
    Column("text", "text", Wording("上级条款的原文", "words of the upper clause")),
    _STATUS,
    Column("score", "share", Wording("承接的份额", "share that the lower plan carries")),
    Column("undecided", "truth", Wording("是否难以判定", "whether it is a close call")),
    Column("missing", "texts", Wording("未找到的内容", "what was not found")),
    Column("child_clauses", "texts", Wording("承接它的下级条款", "lower clauses that carry it")),
    _COUNTS,
)  # fmt: skip
LINKS = (
    _CHILD, _PARENT,
    Column("child_task", "text", Wording("下级任务的编号", "id of the lower task")),
    Column("parent_task", "text", Wording("上级任务的编号", "id of the upper task")),
    Column("strength", "text", Wording("primary 或 secondary", "primary or secondary")),
    Column("relation", "text", Wording("下级任务与上级任务的关系", "relation of the lower task to the upper one")),
    Column("score", "share", Wording("得分", "score")),
)  # fmt: skip
TARGETS = (
    _CHILD, _PARENT,
    Column("matter", "text", Wording("事项", "what the number is about")),
    Column("aspect", "text", Wording("number、deadline、frequency、listing 或 verb", "what kind of target")),
    Column("drift", "text", Wording("变化", "what became of it")),
    Column("parent_clause", "text", Wording("上级条款或附件行的编号", "id of the upper clause or row")),
    Column("child_clause", "text", Wording("下级条款或附件行的编号", "id of the lower clause or row")),
    Column("parent_value", "text", Wording("上级的表述", "words of the upper plan")),
    Column("child_value", "text", Wording("下级的表述", "words of the lower plan")),
    Column("level_change", "truth", Wording("是否层级变化所致", "whether the change of level asks for it")),
)  # fmt: skip
FINDINGS = (
    _CHILD,
    Column("parent", "text", Wording("上级文件；没有时为空", "the upper plan; null where there is none")),
    Column("state", "text", Wording("open、waived 或 known", "open, waived or known")),
    Column("code", "text", Wording("规则编号", "rule")),
    Column("severity", "text", Wording("error、warning 或 info", "error, warning or info")),
    Column("message", "text", Wording("说明", "what is wrong")),
    Column("parent_text", "text", Wording("上级原文", "words of the upper plan")),
    Column("child_text", "text", Wording("下级原文", "words of the lower plan")),
    Column("fingerprint", "text", Wording("问题的指纹", "fingerprint")),
)
UNITS = (
    Column("document", "text", Wording("文件的路径", "path of the plan")),
    Column("unit", "text", Wording("单位名称", "name of the unit")),
    Column("role", "text", Wording("lead 或 responsible", "lead or responsible")),
    Column("item", "text", Wording("任务、条款或附件行的编号", "id of the task, clause or annex row")),
    Column("title", "text", Wording("任务或附件行的名称", "name of the task or row")),
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
