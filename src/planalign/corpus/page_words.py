"""The words of the overview page in both languages."""

from __future__ import annotations

from planalign.model.wording import Wording

PAGE = {
    "title": Wording("工作计划语料总览"),
    "contents": Wording("目录", "heading"),
    "skip": Wording("跳到正文", "corpus"),
    "standing": Wording("结论"),
    "problems": Wording("需要确认"),
    "failing": Wording("不符合要求"),
    "unread": Wording("未读取", "heading"),
    "unjudged": Wording("未比对"),
    "tree": Wording("上下级关系"),
    "maps": Wording("承接情况分布"),
    "map_note": Wording("行为区县或部门，列为上级文件的各部分；格中为已承接条款占应承接条款的比例。"),
    "gaps": Wording("下级未承接最多的任务"),
    "weakest": Wording("承接率最低的文件"),
    "changes": Wording("与上次相比的变化"),
    "nothing": Wording("无"),
    "first": Wording("没有变化，或没有上次的结果"),
    "parent": Wording("上级文件", "heading"),
    "document": Wording("文件", "document"),
    "task": Wording("任务", "heading"),
    "children": Wording("下级文件数"),
    "dropped": Wording("未承接"),
    "coverage": Wording("承接率"),
    "errors": Wording("错误", "plural"),
    "place": Wording("地区"),
    "before": Wording("上次"),
    "now": Wording("本次"),
    "passed": Wording("符合"),
    "failed": Wording("不符合"),
    "absent": Wording("（无）"),
}
UNDECIDED = Wording("难以判定的条款：{count}")
BELOW = Wording("{size} 份文件，{failing} 份不符合")
STATE = Wording("已承接 {covered}，部分 {partial}，未承接 {dropped}；错误 {errors}")
