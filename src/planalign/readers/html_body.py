"""Finds the lines of a web page that are its document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planalign.readers.html_metadata import is_info_line, is_info_table
from planalign.text.web_page import is_chrome, is_related_heading

if TYPE_CHECKING:
    from planalign.readers.html_lines import Line
    from planalign.readers.markup import Element

_CHINESE = re.compile(r"[\u3400-\u9fff]")
# A row of menu entries: 首页 | 政务公开 | 互动交流.
_BAR = re.compile(r"[|｜丨].+[|｜丨]")
_STOPS = re.compile(r"[。；！？;]")
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十百]+[、.．章节条]|[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]|\d{1,2}[.．、])\s*[\u4e00-\u9fff“]"
)
_TITLE = re.compile(
    r"(?:通知|要点|方案|意见|计划|规划|办法|解读|决定|公告|通告|报告|批复|函|清单|细则|规定|措施)[）)》”]*"
    r"(?:[（(][^（()）]{1,12}[）)])?$"
)
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*(?:第\s*)?\d+\s*号")
_SIGNATURE = re.compile(
    r"(?:[12]\d{3}年\d{1,2}月\d{1,2}日|[二〇○零一三四五六七八九十年月日]{8,14}|[\u4e00-\u9fff、\s]{2,40}(?:政府|委员会|办公室|局|厅|部|管委会|街道办事处)"
    r"|[（(].{0,4}此件.{2,12}[）)]|附件\s*\d*|附件\s*[:：].{2,80})"
)
# A container is left for a part of it only where nearly all of the text stands there.
_SHARE = 0.95
# How far from the container the title and the signature may stand, in lines.
_BEFORE, _AFTER = 20, 8
_BLOCK_ENDS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "pre"))


@dataclass(frozen=True, slots=True)
class Split:
    """The lines of a page told apart."""

    body: list[Line]
    info: list[Line]
    """Lines and tables that state 索引号, 发文字号, 发布时间 and the like."""
    chrome: list[Line]


def split_page(lines: list[Line], body: Element, titles: list[str]) -> Split:
    """Return body, statements and chrome; titles are those that the page states in its head."""
    weights = [_weight(line) for line in lines]
    container = _container(lines, weights, body)
    inside = [index for index, line in enumerate(lines) if _is_within(line.owner, container)]
    if not any(weights) or not inside:
        return Split([], [line for line in lines if _is_info(line)], [line for line in lines if not _is_info(line)])
    chosen = _chosen(lines, weights, inside)
    chosen |= _head(lines, weights, inside[0], titles)
    chosen |= _tail(lines, inside[-1])
    rest = [line for index, line in enumerate(lines) if index not in chosen]
    return Split(
        [line for index, line in enumerate(lines) if index in chosen],
        [line for line in rest if _is_info(line)],
        [line for line in rest if not _is_info(line)],
    )


def _weight(line: Line) -> int:
    """Return how much a line speaks for being in the body: Chinese characters of prose that is no link."""
    if _is_info(line) or is_chrome(line.text):
        return 0
    own = len(_CHINESE.findall(line.text)) - line.linked
    if line.linked * 2 > len(line.text) or own <= 0 or (_BAR.search(line.text) and not _STOPS.search(line.text)):
        return 0
    if line.grid is not None or _STOPS.search(line.text) or _NUMBERED.match(line.text) or line.label:
        return own
    return own // 4


def _is_info(line: Line) -> bool:
    return is_info_table(line) or is_info_line(line)


def _container(lines: list[Line], weights: list[int], body: Element) -> Element:
    """Return the innermost element that holds nearly all the prose of the page."""
    totals: dict[Element, int] = {}
    for line, weight in zip(lines, weights, strict=True):
        node: Element | None = line.owner if weight else None
        while node is not None:
            totals[node] = totals.get(node, 0) + weight
            node = None if node is body else node.getparent()
    best = body
    while True:
        children = [child for child in best if totals.get(child, 0) >= _SHARE * totals.get(body, 0)]
        if not totals or not children or children[0].tag in _BLOCK_ENDS:
            return best
        best = children[0]


def _is_within(node: Element | None, container: Element) -> bool:
    while node is not None:
        if node is container:
            return True
        node = node.getparent()
    return False


def _chosen(lines: list[Line], weights: list[int], inside: list[int]) -> set[int]:
    """Return the lines of the container that are no chrome; links to other pages end the body."""
    chosen: set[int] = set()
    for index in inside:
        line = lines[index]
        if is_related_heading(line.text) and not any(weights[index + 1 : inside[-1] + 1]):
            break
        is_link = line.linked * 10 > len(line.text) * 8 and not weights[index] and not _SIGNATURE.match(line.text)
        if not (_is_info(line) or is_chrome(line.text) or is_link):
            chosen.add(index)
    return chosen


def _head(lines: list[Line], weights: list[int], first: int, titles: list[str]) -> set[int]:
    """Return the lines before the container that belong to the document: title, document number, prose."""
    known = [_key(title) for title in titles if title]
    wanted: set[int] = set()
    for index in range(max(0, first - _BEFORE), first):
        line = lines[index]
        prose = weights[index] >= 15 and bool(_STOPS.search(line.text))
        if prose or _is_title(line, known) or _DOCUMENT_NUMBER.fullmatch(line.text):
            wanted.add(index)
    keys = {_key(line.text) for line in lines[first : first + 6]}
    return {index for index in wanted if _key(lines[index].text) not in keys}


def _is_title(line: Line, known: list[str]) -> bool:
    if line.grid is not None or line.linked or is_chrome(line.text) or _is_info(line):
        return False
    key = _key(line.text)
    if _TITLE.search(line.text):
        return len(key) >= (6 if line.heading or line.centred else 12)
    return len(key) >= 8 and any(title.startswith(key) for title in known)


def _key(text: str) -> str:
    return "".join(text.split())


def _tail(lines: list[Line], last: int) -> set[int]:
    """Return the lines right after the container that sign the document."""
    wanted: set[int] = set()
    for index in range(last + 1, min(len(lines), last + 1 + _AFTER)):
        line = lines[index]
        if line.linked or is_chrome(line.text) or not _SIGNATURE.fullmatch(line.text):
            break
        wanted.add(index)
    return wanted
