"""What a person can say of an item of review, in both languages."""

from __future__ import annotations

from planalign.model.decision import ItemKind
from planalign.model.review import ReviewState, Verdict
from planalign.model.wording import Wording

KINDS = {
    ItemKind.LINK: Wording("任务对应"),
    ItemKind.CLAUSE: Wording("条款承接"),
    ItemKind.TARGET: Wording("指标"),
    ItemKind.FINDING: Wording("其他问题"),
}
VERDICTS = {
    Verdict.ACCEPT: Wording("认可"),
    Verdict.REJECT: Wording("不认可"),
    Verdict.ADJUST: Wording("更正"),
    Verdict.NO_COUNTERPART: Wording("无对应"),
    Verdict.OUT_OF_SCOPE: Wording("不适用", "decision"),
    Verdict.WITHDRAW: Wording("撤销"),
}
STATES = {
    ReviewState.PROPOSED: Wording("未处理"),
    ReviewState.CONFIRMED: Wording("已处理"),
    ReviewState.SUSPECT: Wording("需重看"),
}
