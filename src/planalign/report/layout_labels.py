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
    Taken.MASTHEAD: Wording("文件头"),
    Taken.SECTION: Wording("部分"),
    Taken.TASK: Wording("任务"),
    Taken.CLAUSE: Wording("条款"),
    Taken.UNITS: Wording("责任单位", "short"),
    Taken.PREAMBLE: Wording("导语"),
    Taken.ANNEX: Wording("附件"),
    Taken.COLUMNS: Wording("表头"),
    Taken.ROW: Wording("表行"),
    Taken.FURNITURE: Wording("正文以外"),
    Taken.SKIPPED: Wording("未归入"),
    Taken.UNCLAIMED: Wording("无记录"),
}
_DETAIL = {
    "title": Wording("标题"),
    "notice_title": Wording("通知标题"),
    "document_number": Wording("发文字号", "short"),
    "issuer": Wording("发文机关"),
    "addressees": Wording("主送机关"),
    "dated": Wording("成文日期"),
    "contact": Wording("联系人"),
    "public_mark": Wording("公开属性"),
    "header": Wording("页眉或标题行"),
    "footer": Wording("页脚"),
    "page_number": Wording("页码"),
    "navigation": Wording("网页导航"),
    "hidden": Wording("隐藏文字"),
    "deleted": Wording("已删除"),
    "comment": Wording("批注"),
    "contents": Wording("目录"),
    "note": Wording("说明"),
    "masthead": Wording("文件头其他行"),
    "notice": Wording("通知正文"),
    "heading": Wording("导语标题"),
}
"""Fields of the masthead and roles of furniture; other records are named by their ids."""
_GOES_ON = Wording("（续）")


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
