"""Words for what the parts of a document were taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.mark import Taken
from planalign.model.skip_reason import skip_reason
from planalign.model.wording import Wording
from planalign.report.punctuation import bracketed

if TYPE_CHECKING:
    from planalign.model.mark import Mark
    from planalign.model.wording import Lang

TAKEN = {
    Taken.MASTHEAD: Wording("文件头", "masthead"),
    Taken.SECTION: Wording("部分", "section"),
    Taken.TASK: Wording("任务", "task"),
    Taken.CLAUSE: Wording("条款", "clause"),
    Taken.UNITS: Wording("责任单位", "units"),
    Taken.PREAMBLE: Wording("导语", "introduction"),
    Taken.ANNEX: Wording("附件", "annex"),
    Taken.COLUMNS: Wording("表头", "column headings"),
    Taken.ROW: Wording("表行", "row"),
    Taken.FURNITURE: Wording("正文以外", "beside the text"),
    Taken.SKIPPED: Wording("未归入", "set aside"),
    Taken.UNCLAIMED: Wording("无记录", "in no record"),
}
_DETAIL = {
    "title": Wording("标题", "title"),
    "notice_title": Wording("通知标题", "title of the notice"),
    "document_number": Wording("发文字号", "number"),
    "issuer": Wording("发文机关", "issuer"),
    "addressees": Wording("主送机关", "addressees"),
    "dated": Wording("成文日期", "date"),
    "contact": Wording("联系人", "contact"),
    "public_mark": Wording("公开属性", "public mark"),
    "header": Wording("页眉或标题行", "header"),
    "footer": Wording("页脚", "footer"),
    "page_number": Wording("页码", "page number"),
    "navigation": Wording("网页导航", "navigation"),
    "hidden": Wording("隐藏文字", "hidden"),
    "deleted": Wording("已删除", "deleted"),
    "comment": Wording("批注", "comment"),
    "contents": Wording("目录", "contents"),
    "note": Wording("说明", "note"),
    "masthead": Wording("文件头其他行", "other line of the head"),
    "notice": Wording("通知正文", "notice"),
    "heading": Wording("导语标题", "heading of the introduction"),
}
"""Fields of the masthead and roles of furniture; other records are named by their ids."""
_GOES_ON = Wording("（续）", ", goes on")


def name(mark: Mark, lang: Lang) -> str:
    """Return what a mark says, for example 任务 t3 or 正文以外（页码）."""
    detail = _DETAIL[mark.record].of(lang) if mark.record in _DETAIL else mark.record
    plain = mark.taken in {Taken.MASTHEAD, Taken.FURNITURE}
    what = TAKEN[mark.taken].of(lang)
    if detail:
        what += bracketed(detail, lang) if plain else f" {detail}"
    return what + (_GOES_ON.of(lang) if mark.goes_on else "")


def reason(mark: Mark, lang: Lang) -> str:
    """Return why a part was set aside; empty where it was not."""
    return skip_reason(mark.skipped).of(lang) if mark.skipped else ""
