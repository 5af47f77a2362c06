"""The words of the pages in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.decision import ItemKind
from planalign.model.review import Verdict
from planalign.model.sentence import sentence_in
from planalign.model.wording import Lang, Wording
from planalign.report.punctuation import bracketed
from planalign.review.queue import Scope

if TYPE_CHECKING:
    from planalign.errors import PlanalignError
    from planalign.model.decision import Item

SCOPES = {
    Scope.OPEN: Wording("待处理"),
    Scope.SUSPECT: Wording("需重看"),
    Scope.DECIDED: Wording("已处理"),
    Scope.ALL: Wording("全部"),
}
MEANS = {
    (ItemKind.LINK, Verdict.ACCEPT): Wording("对应成立"),
    (ItemKind.LINK, Verdict.REJECT): Wording("这两项不对应，以后不再提示"),
    (ItemKind.LINK, Verdict.ADJUST): Wording("对应另一项上级任务，或关系不同"),
    (ItemKind.LINK, Verdict.NO_COUNTERPART): Wording("本任务没有上级依据（自选动作）"),
    (ItemKind.LINK, Verdict.OUT_OF_SCOPE): Wording("本任务不参加比对"),
    (ItemKind.CLAUSE, Verdict.ACCEPT): Wording("判定正确"),
    (ItemKind.CLAUSE, Verdict.REJECT): Wording("判定相反：缺的其实已承接，已承接的其实没有"),
    (ItemKind.CLAUSE, Verdict.ADJUST): Wording("改为另一判定，或由另一条款承接"),
    (ItemKind.CLAUSE, Verdict.NO_COUNTERPART): Wording("下级没有承接"),
    (ItemKind.CLAUSE, Verdict.OUT_OF_SCOPE): Wording("不要求下级承接"),
    (ItemKind.TARGET, Verdict.ACCEPT): Wording("判定正确"),
    (ItemKind.TARGET, Verdict.REJECT): Wording("误报，没有问题"),
    (ItemKind.TARGET, Verdict.ADJUST): Wording("改为另一种变化，或另一处"),
    (ItemKind.TARGET, Verdict.NO_COUNTERPART): Wording("下级没有写"),
    (ItemKind.TARGET, Verdict.OUT_OF_SCOPE): Wording("属层级变化，不是问题"),
    (ItemKind.FINDING, Verdict.ACCEPT): Wording("问题属实"),
    (ItemKind.FINDING, Verdict.REJECT): Wording("误报"),
    (ItemKind.FINDING, Verdict.OUT_OF_SCOPE): Wording("不适用", "finding"),
}
"""What a verdict says of an item; a pair that is missing cannot be said."""
_OF_NO_LINK = {
    Verdict.ACCEPT: Wording("确实没有上级依据（自选动作）"),
    Verdict.REJECT: Wording("有上级依据，程序没有找到"),
    Verdict.ADJUST: Wording("指明对应的上级任务"),
}
"""What a verdict says of a child task for which no parent was found, where it says something else than of a link."""
KEYS = {
    Verdict.ACCEPT: "A",
    Verdict.REJECT: "R",
    Verdict.ADJUST: "E",
    Verdict.NO_COUNTERPART: "N",
    Verdict.OUT_OF_SCOPE: "O",
}
"""The key of each verdict, on the pages and in the terminal."""
WORDS = {
    "adjust": Wording("更正为"),
    "any_kind": Wording("全部类别"),
    "any_severity": Wording("全部级别"),
    "back": Wording("返回列表"),
    "broken": Wording("决定文件中有无法读取的行"),
    "close": Wording("关闭"),
    "colon": Wording("："),
    "cancel": Wording("取消"),
    "child": Wording("下级条款"),
    "confirmed": Wording("人工确认"),
    "coverage": Wording("条款承接率"),
    "decisions_file": Wording("决定文件"),
    "done": Wording("没有待处理的内容"),
    "done_hint": Wording("可切换到“全部”查看其余内容。"),
    "filter": Wording("筛选", "heading"),
    "findings": Wording("问题"),
    "form_again": Wording("未保存：请检查更正内容"),
    "grounds": Wording("判定依据"),
    "help": Wording("快捷键"),
    "key_first": Wording("到下一条待处理"),
    "key_leave": Wording("离开输入框"),
    "key_next": Wording("下一条、上一条", "review"),
    "key_reason": Wording("写理由，回车返回"),
    "key_search": Wording("查找"),
    "key_undo": Wording("撤销上一个决定"),
    "key_why": Wording("展开依据"),
    "left": Wording("待处理", "count"),
    "legend_alone": Wording("另一方没有相近表述"),
    "legend_lost": Wording("右栏没有或另作表述"),
    "legend_new": Wording("左栏没有或另作表述"),
    "missing": Wording("没有这一页"),
    "name_ask": Wording("复核人姓名"),
    "name_change": Wording("更换"),
    "name_why": Wording("记入每一个决定，只保存在本机的决定文件里。"),
    "next": Wording("下一条"),
    "next_page": Wording("后 50 条"),
    "now": Wording("现在"),
    "other": Wording("其他：输入编号或文字"),
    "parent": Wording("上级任务"),
    "previous": Wording("上一条"),
    "previous_page": Wording("前 50 条"),
    "progress": Wording("进度"),
    "queue": Wording("复核列表"),
    "reason": Wording("理由", "heading"),
    "reason_hint": Wording("可不填"),
    "relation": Wording("关系"),
    "report": Wording("报告"),
    "reports": Wording("全部报告"),
    "reviewer": Wording("复核人"),
    "save": Wording("保存更正"),
    "search": Wording("查找文字"),
    "seen": Wording("决定时"),
    "skip": Wording("跳到主要内容"),
    "start": Wording("开始复核"),
    "drift": Wording("变化"),
    "status": Wording("判定", "status"),
    "stays": Wording("不变"),
    "strength": Wording("主次"),
    "suspect": Wording("决定之后有变化，请重看"),
    "suspect_short": Wording("需重看"),
    "title": Wording("人工复核"),
    "undo": Wording("撤销", "heading"),
    "withdraw": Wording("撤回"),
    "withdraw_means": Wording("撤回对这一条的决定"),
}
"""By the names that the templates use."""


def words(lang: Lang) -> dict[str, str]:
    """Return the words of the pages in one language."""
    return {name: wording.of(lang) for name, wording in WORDS.items()}


def meaning(item: Item, verdict: Verdict) -> Wording:
    """Return what a verdict says of an item."""
    is_link = item.kind is not ItemKind.LINK or item.parent is not None
    usual = MEANS[item.kind, verdict]
    return usual if is_link else _OF_NO_LINK.get(verdict, usual)


def sentence(error: PlanalignError, lang: Lang) -> str:
    """Return what went wrong and what to do, in the language of the pages."""
    what, hint = (sentence_in(lang, text) or text for text in (error.what, error.hint))
    return f"{what}{bracketed(hint, lang)}"
