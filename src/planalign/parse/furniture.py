"""Furniture: front matter, page numbers, site chrome and contents pages, taken out of the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from planalign.model.block import Furniture, Table
from planalign.parse.info_block import take_info
from planalign.parse.label import label_of
from planalign.parse.web_copy import site_lines
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.parse.line import Line

Element = "Line | Table"
Role = Literal["header", "footer", "page_number", "navigation", "contents", "note", "masthead", "notice", "heading"]

_PAGE_NUMBER = compiled(
    r"[-—–－―]{1,2}\s*\d{1,4}\s*[-—–－―]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?", signs="-—–－―页"
)
_CHROME = (
    compiled(r".{0,6}当前的?位置\s*[:：].*"),
    compiled(
        r"(?:发布(?:时间|日期)|来源|信息来源|索引号|字号|字体|分享到?|浏览次数|访问量|点击数|责任编辑|编辑|审核)\s*[:：].{0,40}",
        signs=":：",
    ),
    compiled(
        r"[\W_]*(?:(?:欢迎|您好?|用户|会员|个人|网站|请|点击|微信)[\W_]*)*"
        r"(?:(?:注销|登录|无障碍(?:阅读|浏览)?|打印(?:本页|正文)|关闭窗口|返回顶部)(?:[\W_].*|注册|页面|入口)?"
        r"|(?:上一篇|下一篇|扫一扫).*)",
        signs=("注销", "登录", "无障碍", "打印", "窗口", "返回", "一篇", "扫一扫"),
    ),
    compiled(r"我是[“\"].{1,12}[”\"]"),
    compiled(r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}.{0,40}"),
    compiled(r"点击我.{0,4}为您.{0,6}播报"),
    compiled(r"您即将离开.{0,40}"),
)
# What ends like a sentence or bears a number is text of the document: （二）注销失效的许可证。
_SENTENCE = compiled(r".*[。；;]\s*")
_CONTENTS_LINE = compiled(r".+?(?:[.．…·]{3,}+|\t)\s*+(?:-\s*+)?\d{1,3}\s*-?")
_LEADERS = compiled(r"[.．…·]{3}")
_PAGE_TAIL = compiled(r"(?:[.．…·]{2}|\s)[\s.．…·]*+(?:-\s*+)?\d*+\s*+-?$")
# Both patterns begin anew at each sign of a run of leaders.
_LONGEST_ENTRY = 300
_LONGEST_CHROME = 60
_MOST_ENTRIES = 200
_MOST_HEADS = 5
_CONTENTS_HEAD = compiled(r"目\s*录")
_FRONT_MATTER = compiled(r"([^:：\s][^:：]{0,20})[:：]\s*(.*)")
_QUOTE = compiled(r">\s")
_HASH = compiled(r"#{1,6}\s+")


class Cleared(NamedTuple):
    """Elements without furniture, the furniture, and what it states about the document."""

    elements: list[Line | Table]
    furniture: list[Furniture]
    stated: dict[str, str]


def clear_furniture(elements: Sequence[Line | Table]) -> Cleared:
    """Take front matter, page numbers, site chrome and contents pages out."""
    stated, rest, furniture = _front_matter(list(elements))
    info, rest, block = take_info(rest)
    stated, furniture = info | stated, furniture + block
    contents, site = _contents(rest), site_lines(rest)
    kept: list[Line | Table] = []
    missing = 0
    for index, element in enumerate(rest):
        if isinstance(element, Table):
            kept.append(element)
            missing = 0
            continue
        role: Role | None = "contents" if index in contents else "navigation" if index in site else _role(element)
        if role is None:
            kept.append(close_gap(_without_hash(element), missing))
            missing = 0
        else:
            furniture.append(as_furniture(element, role))
            missing += element.gap + 1
    return Cleared(kept, furniture, stated)


def close_gap(line: Line, missing: int) -> Line:
    """Count the lines that were taken out above a line as blank ones."""
    return line._replace(gap=line.gap + missing) if missing else line


def as_furniture(line: Line, role: Role) -> Furniture:
    """Return a line as furniture."""
    return Furniture(role=role, text=line.label + line.text, location=line.place())


def _role(line: Line) -> Role | None:
    if _PAGE_NUMBER.fullmatch(line.text):
        return "page_number"
    return "navigation" if _QUOTE.match(line.text) or _is_chrome(line) else None


def _is_chrome(line: Line) -> bool:
    """Say whether a line is part of the web site around the document."""
    if len(line.text) > _LONGEST_CHROME or _SENTENCE.fullmatch(line.text) or label_of(line):
        return False
    return any(pattern.fullmatch(line.text) for pattern in _CHROME)


def _without_hash(line: Line) -> Line:
    match = _HASH.match(line.text)
    return line.part(match.end()) if match else line


def _front_matter(elements: list[Line | Table]) -> tuple[dict[str, str], list[Line | Table], list[Furniture]]:
    """Read the key: value lines between two --- lines at the start, where there are any."""
    head = [element.text if not isinstance(element, Table) else "" for element in elements[:40]]
    if not head or head[0] != "---" or "---" not in head[1:]:
        return {}, elements, []
    end = head.index("---", 1)
    lines = [element for element in elements[: end + 1] if not isinstance(element, Table)]
    pairs = [_FRONT_MATTER.match(line.text) for line in lines]
    stated = {match[1]: match[2] for match in pairs if match}
    return stated, elements[end + 1 :], [as_furniture(line, "header") for line in lines]


def _contents(elements: list[Line | Table]) -> set[int]:
    """Return the positions of the lines of contents pages."""
    texts = ["" if isinstance(element, Table) else element.label + element.text for element in elements]
    found = {index for index, text in enumerate(texts) if _is_entry(text)}
    heads = [index for index, text in enumerate(texts) if _CONTENTS_HEAD.fullmatch(text)]
    titles = [_PAGE_TAIL.sub("", text) if len(text) <= _LONGEST_ENTRY else text for text in texts] if heads else []
    for head in heads[:_MOST_HEADS]:
        found.add(head)
        found.update(_entries(titles, head + 1))
    return found


def _is_entry(text: str) -> bool:
    """Whether a line is a title, leaders and a page: 一、总体要求……3."""
    if len(text) > _LONGEST_ENTRY or not _LEADERS.search(text):
        return False
    return _CONTENTS_LINE.fullmatch(text) is not None


def _entries(titles: list[str], start: int) -> set[int]:
    """Return the lines below 目录 that stand again further down, up to the first that is such a repetition."""
    seen: set[str] = set()
    found = set()
    for index in range(start, min(len(titles), start + _MOST_ENTRIES)):
        title = titles[index]
        if not title or title in seen or title not in titles[index + 1 :]:
            break
        seen.add(title)
        found.add(index)
    return found
