"""The words of the overview page in both languages."""

from __future__ import annotations

from planalign.model.wording import Wording

PAGE = {
    "title": Wording("工作计划语料总览", "Overview of work plans"),
    "contents": Wording("目录", "Contents"),
    "skip": Wording("跳到正文", "Skip to the content"),
    "standing": Wording("结论", "Verdict"),
    "problems": Wording("需要确认", "To be confirmed"),
    "unread": Wording("未读取", "Not read"),
    "unjudged": Wording("未比对", "Not judged"),
    "tree": Wording("上下级关系", "Parents and children"),
    "maps": Wording("承接情况分布", "Map of coverage"),
    "map_note": Wording(
        "行为区县或部门，列为上级文件的各部分；格中为已承接条款占应承接条款的比例。",
        "Rows are districts or offices, columns the sections of the upper plan; a cell is the share of its clauses "
        "that is covered.",
    ),
    "gaps": Wording("下级未承接最多的任务", "Tasks that most children drop"),
    "weakest": Wording("承接率最低的文件", "Documents that cover least"),
    "changes": Wording("与上次相比的变化", "Changes since the last run"),
    "nothing": Wording("无", "none"),
    "first": Wording("没有变化，或没有上次的结果", "nothing has changed, or there was no run before"),
    "parent": Wording("上级文件", "Upper plan"),
    "document": Wording("文件", "Document"),
    "task": Wording("任务", "Task"),
    "children": Wording("下级文件数", "children"),
    "dropped": Wording("未承接", "dropped"),
    "coverage": Wording("承接率", "coverage"),
    "errors": Wording("错误", "errors"),
    "place": Wording("地区", "place"),
    "before": Wording("上次", "before"),
    "now": Wording("本次", "now"),
    "passed": Wording("符合", "passed"),
    "failed": Wording("不符合", "not passed"),
    "absent": Wording("（无）", "(none)"),
}
STATE = Wording(
    "已承接 {covered}，部分 {partial}，未承接 {dropped}；错误 {errors}",
    "covered {covered}, partial {partial}, dropped {dropped}; errors {errors}",
)
