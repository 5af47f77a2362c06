"""Web pages saved as text: the lines of the site above and below the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import Table
from planalign.parse.label import label_of
from planalign.text.pattern import compiled
from planalign.text.web_page import is_chrome, is_menu, is_related_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.parse.line import Line

_REACH = 40
_SENTENCE = compiled(r".*[。；;]\s*")
_ENTRY = compiled(
    r"(?:网站)?首页|(?:政务|政府信息|信息|党务)公开|(?:办事|政务|公共)服务|(?:互动|政民)交流|政民互动|机构(?:概况|设置|职能)|新闻中心|走进.{2,6}|.{2,16}门户网站"
    r"|(?:热门|热点)搜索.{0,40}"
)
_FOOT = compiled(
    r"(?!附\s*件).{2,60}\.(?:docx?|xlsx?|pdf|wps|ofd|zip|rar)|(?:政策|图文|文字)?(?:解读|图解)[:：].{0,60}|(?:联系)?地址[:：].{2,80}|邮编[:：].{2,40}"
    r"|(?:扫码|一键)分享|文件下载|.{0,6}登录后.{0,10}|建议使用.{2,40}浏览.{0,8}"
)
# A site says so in its imprint, a plan of its last task: another line of the site must stand beside it.
_DUTY = compiled(r"(?:主办|承办|协办|联系|审核|时间|日期)")


def site_lines(elements: Sequence[Line | Table]) -> set[int]:
    """Return the positions of lines around the document that belong to the web site it was copied from."""
    first = next((at for at, each in enumerate(elements) if _is_text(each)), len(elements))
    last = next((at for at in range(len(elements) - 1, -1, -1) if _is_text(elements[at])), len(elements))
    above = {at for at, line in _lines(elements, 0, min(first, _REACH)) if _is_above(line.text)}
    return above | set(_below(list(_lines(elements, last + 1, len(elements)))))


def _is_text(element: Line | Table) -> bool:
    """Say whether an element belongs to the document for sure: a table, a numbered line or a sentence."""
    if isinstance(element, Table) or label_of(element):
        return True
    return _SENTENCE.fullmatch(element.text) is not None and not is_chrome(element.text)


def _lines(elements: Sequence[Line | Table], start: int, end: int) -> Iterator[tuple[int, Line]]:
    for at in range(start, end):
        element = elements[at]
        if not isinstance(element, Table):
            yield at, element


def _is_above(text: str) -> bool:
    return is_chrome(text) or is_menu(text) or _ENTRY.fullmatch(text) is not None


def _below(lines: Sequence[tuple[int, Line]]) -> Iterator[int]:
    """Yield the lines of the site below the document: behind a heading over links there is nothing else."""
    known = [at for at, line in lines if is_chrome(line.text) or is_menu(line.text) or _FOOT.fullmatch(line.text)]
    for place, (at, line) in enumerate(lines):
        if is_related_heading(line.text):
            yield from (behind for behind, _ in lines[place:])
            return
        if at in known and (len(known) > 1 or not _DUTY.match(line.text)):
            yield at
