"""What a person can say of an item of review, in both languages."""

from __future__ import annotations

from planalign.model.decision import ItemKind
from planalign.model.review import ReviewState, Verdict
from planalign.model.wording import Wording

KINDS = {
    ItemKind.LINK: Wording("任务对应", "link"),
    ItemKind.CLAUSE: Wording("条款承接", "clause"),
    ItemKind.TARGET: Wording("指标", "target"),
    ItemKind.FINDING: Wording("其他问题", "other finding"),
}
VERDICTS = {
    Verdict.ACCEPT: Wording("认可", "accept"),
    Verdict.REJECT: Wording("不认可", "reject"),
    Verdict.ADJUST: Wording("更正", "adjust"),
    Verdict.NO_COUNTERPART: Wording("无对应", "no counterpart"),
    Verdict.OUT_OF_SCOPE: Wording("不适用", "out of scope"),
    Verdict.WITHDRAW: Wording("撤销", "undo"),
}
STATES = {
    ReviewState.PROPOSED: Wording("未处理", "not reviewed"),
    ReviewState.CONFIRMED: Wording("已处理", "decided"),
    ReviewState.SUSPECT: Wording("需重看", "suspect"),
}
