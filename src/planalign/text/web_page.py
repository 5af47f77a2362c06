"""What stands on every government web page around its document, told by its wording."""

from __future__ import annotations

import re
from importlib.resources import files

from planalign.text.pattern import compiled


def _lines(name: str) -> list[str]:
    text = files("planalign.text").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


_NAMES = _lines("web_labels.txt")
STRONG = frozenset(name.rstrip("*") for name in _NAMES if name.endswith("*"))
# Labels are spaced out to the width of a column: 索 引 号.
_ANY_NAME = "|".join(r"\s*".join(name.rstrip("*")) for name in _NAMES)
LABEL = compiled(rf"[\[【\s]*({_ANY_NAME})[\]】\s]*[:：]?\s*")
LABELLED = compiled(rf"(?:[\[【]\s*({_ANY_NAME})\s*[\]】]\s*[:：]?|({_ANY_NAME})\s*[:：])\s*")

_EDGE = r"[\s\[\]【】（）()<>《》|｜·•:：,，.。>＞»/\-—]*"
_WHOLE = compiled(f"{_EDGE}(?:{'|'.join(_lines('web_chrome.txt'))}){_EDGE}", flags=re.IGNORECASE)
_IMPRINT = compiled(r"版权|ICP备|网安备|标识码")
_MATTERS = "文章|链接|解读|阅读|新闻|信息|文件|文档|稿件|资讯|政策|报道|内容|专题|附件|推荐"
# After such a line comes nothing but links to other pages.
_RELATED = compiled(
    rf"{_EDGE}(?:(?:相关|关联|推荐|延伸|热门|热点|最新|更多)(?:{_MATTERS}){{0,2}}|友情链接|猜(?:您|你)喜欢|(?:您|你)?可能还?(?:喜欢|感兴趣))"
    rf"{_EDGE}"
)
# A row of menu entries, or the way to the page: 首页 > 政务公开 > 规划计划.
_MENU = compiled(r"[^|｜>＞。；，]{1,16}(?:\s*[|｜>＞]+\s*[^|｜>＞。；，]{1,20}){2,}")
_MORE_PAGES = compiled(r"下一页|下页|[\[【（(]\s*\d+\s*/\s*\d+\s*[\]】）)]")


def is_chrome(text: str) -> bool:
    """Return whether a line belongs to the page template, not to the document."""
    if text.endswith(("。", "；")) and not _IMPRINT.search(text):
        return False
    return len(text) <= 240 and _WHOLE.fullmatch(text) is not None


def is_related_heading(text: str) -> bool:
    """Return whether a line is a heading over links to other pages."""
    return len(text) <= 16 and _RELATED.fullmatch(text) is not None


def is_menu(text: str) -> bool:
    """Return whether a line is a row of menu entries or the way to the page."""
    return len(text) <= 120 and _MENU.fullmatch(text) is not None


def says_more_pages(text: str) -> bool:
    """Return whether a line leads to the next page of the same document."""
    return len(text) <= 60 and _MORE_PAGES.search(text) is not None
