"""The words of the pages in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.chinese import chinese
from planalign.model.decision import ItemKind
from planalign.model.review import Verdict
from planalign.model.wording import Lang, Wording
from planalign.report.punctuation import bracketed
from planalign.review.queue import Scope

if TYPE_CHECKING:
    from planalign.errors import PlanalignError

SCOPES = {
    Scope.OPEN: Wording("待处理", "open"),
    Scope.SUSPECT: Wording("需重看", "suspect"),
    Scope.DECIDED: Wording("已处理", "decided"),
    Scope.ALL: Wording("全部", "all"),
}
MEANS = {
    (ItemKind.LINK, Verdict.ACCEPT): Wording("对应成立", "the link holds"),
    (ItemKind.LINK, Verdict.REJECT): Wording("这两项不对应，以后不再提示", "no link; it is not proposed again"),
    (ItemKind.LINK, Verdict.ADJUST): Wording("对应另一项上级任务，或关系不同", "another parent task or relation"),
    (ItemKind.LINK, Verdict.NO_COUNTERPART): Wording("本任务没有上级依据（自选动作）", "it has no parent (local)"),
    (ItemKind.LINK, Verdict.OUT_OF_SCOPE): Wording("本任务不参加比对", "the task takes no part"),
    (ItemKind.CLAUSE, Verdict.ACCEPT): Wording("判定正确", "the verdict is right"),
    (ItemKind.CLAUSE, Verdict.REJECT): Wording("判定相反：缺的其实已承接，已承接的其实没有", "the other way round"),
    (ItemKind.CLAUSE, Verdict.ADJUST): Wording("改为另一判定，或由另一条款承接", "another status or carrier"),
    (ItemKind.CLAUSE, Verdict.NO_COUNTERPART): Wording("下级没有承接", "the child carries none of it"),
    (ItemKind.CLAUSE, Verdict.OUT_OF_SCOPE): Wording("不要求下级承接", "the child need not carry it"),
    (ItemKind.TARGET, Verdict.ACCEPT): Wording("判定正确", "the verdict is right"),
    (ItemKind.TARGET, Verdict.REJECT): Wording("误报，没有问题", "a false alarm"),
    (ItemKind.TARGET, Verdict.ADJUST): Wording("改为另一种变化，或另一处", "another change or place"),
    (ItemKind.TARGET, Verdict.NO_COUNTERPART): Wording("下级没有写", "the child does not state it"),
    (ItemKind.TARGET, Verdict.OUT_OF_SCOPE): Wording("属层级变化，不是问题", "a change of level, no finding"),
    (ItemKind.FINDING, Verdict.ACCEPT): Wording("问题属实", "the finding is right"),
    (ItemKind.FINDING, Verdict.REJECT): Wording("误报", "a false alarm"),
    (ItemKind.FINDING, Verdict.OUT_OF_SCOPE): Wording("不适用", "does not apply"),
}
"""What a verdict says of an item; a pair that is missing cannot be said."""
KEYS = {
    Verdict.ACCEPT: "A",
    Verdict.REJECT: "R",
    Verdict.ADJUST: "E",
    Verdict.NO_COUNTERPART: "N",
    Verdict.OUT_OF_SCOPE: "O",
}
"""The key of each verdict, on the pages and in the terminal."""
WORDS = {
    "adjust": Wording("更正为", "Adjust to"),
    "any_kind": Wording("全部类别", "all kinds"),
    "any_severity": Wording("全部级别", "all severities"),
    "back": Wording("返回列表", "back to the list"),
    "broken": Wording("决定文件中有无法读取的行", "lines of the decisions file cannot be read"),
    "close": Wording("关闭", "Close"),
    "colon": Wording("：", ": "),
    "cancel": Wording("取消", "Cancel"),
    "child": Wording("下级条款", "clause of the child"),
    "confirmed": Wording("人工确认", "confirmed"),
    "coverage": Wording("条款承接率", "clause coverage"),
    "decisions_file": Wording("决定文件", "decisions file"),
    "done": Wording("没有待处理的内容", "nothing left to review"),
    "done_hint": Wording("可切换到“全部”查看其余内容。", "Choose “all” to see everything."),
    "filter": Wording("筛选", "Filter"),
    "findings": Wording("问题", "findings"),
    "form_again": Wording("未保存：请检查更正内容", "not saved: look at the correction"),
    "grounds": Wording("判定依据", "Why"),
    "help": Wording("快捷键", "Keys"),
    "key_first": Wording("到下一条待处理", "next open item"),
    "key_leave": Wording("离开输入框", "leave a field"),
    "key_next": Wording("下一条、上一条", "next, previous item"),
    "key_reason": Wording("写理由，回车返回", "write the reason, Enter returns"),
    "key_search": Wording("查找", "search"),
    "key_undo": Wording("撤销上一个决定", "undo the last decision"),
    "key_why": Wording("展开依据", "open the grounds"),
    "left": Wording("待处理", "left"),
    "legend_alone": Wording("另一方没有相近表述", "nothing like it on the other side"),
    "legend_lost": Wording("右栏没有或另作表述", "not on the right, or otherwise"),
    "legend_new": Wording("左栏没有或另作表述", "not on the left, or otherwise"),
    "missing": Wording("没有这一页", "there is no such page"),
    "name_ask": Wording("复核人姓名", "Your name"),
    "name_change": Wording("更换", "change"),
    "name_why": Wording("记入每一个决定，只保存在本机的决定文件里。", "Kept with each decision, on this machine."),
    "next": Wording("下一条", "Next"),
    "next_page": Wording("后 50 条", "next 50"),
    "now": Wording("现在", "now"),
    "other": Wording("其他：输入编号或文字", "another: type its id or words"),
    "parent": Wording("上级任务", "task of the parent"),
    "previous": Wording("上一条", "Previous"),
    "previous_page": Wording("前 50 条", "previous 50"),
    "progress": Wording("进度", "progress"),
    "queue": Wording("复核列表", "queue"),
    "reason": Wording("理由", "Reason"),
    "reason_hint": Wording("可不填", "optional"),
    "relation": Wording("关系", "relation"),
    "report": Wording("报告", "report"),
    "reports": Wording("全部报告", "all reports"),
    "reviewer": Wording("复核人", "reviewer"),
    "save": Wording("保存更正", "Save"),
    "search": Wording("查找文字", "search the texts"),
    "seen": Wording("决定时", "when decided"),
    "skip": Wording("跳到主要内容", "skip to the content"),
    "start": Wording("开始复核", "Start"),
    "drift": Wording("变化", "change"),
    "status": Wording("判定", "status"),
    "stays": Wording("不变", "as it is"),
    "strength": Wording("主次", "strength"),
    "suspect": Wording("决定之后有变化，请重看", "changed since it was decided: look again"),
    "suspect_short": Wording("需重看", "suspect"),
    "title": Wording("人工复核", "Review"),
    "undo": Wording("撤销", "Undo"),
    "withdraw": Wording("撤回", "Withdraw"),
    "withdraw_means": Wording("撤回对这一条的决定", "take back the decision on this item"),
}
"""By the names that the templates use."""


def words(lang: Lang) -> dict[str, str]:
    """Return the words of the pages in one language."""
    return {name: wording.of(lang) for name, wording in WORDS.items()}


def sentence(error: PlanalignError, lang: Lang) -> str:
    """Return what went wrong and what to do, in the language of the pages."""
    known = (chinese(text) or text if lang is Lang.ZH else text for text in (error.what, error.hint))
    what, hint = known
    return f"{what}{bracketed(hint, lang)}"
