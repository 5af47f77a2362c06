"""What a government web page states about its document: meta tags and the table with 索引号 and 发文字号."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.text.web_page import LABEL, LABELLED, STRONG, is_chrome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.readers.html_lines import Line
    from planalign.readers.markup import Element

# The tags that 政府网站发展指引 (国办发〔2017〕47号, annex 2) asks for, and those in common use beside them.
_META = {
    name.lower(): name
    for name in [
        "SiteName",
        "SiteDomain",
        "SiteIDCode",
        "ColumnName",
        "ColumnType",
        "ColumnDescription",
        "ColumnKeywords",
        "ArticleTitle",
        "PubDate",
        "ContentSource",
        "Keywords",
        "Author",
        "Description",
        "Url",
    ]
}
# A table about a document has few rows; an annex that happens to use a label has more.
_MOST_ROWS = 12
_LONGEST_VALUE = 200


def read_meta(root: Element) -> dict[str, str]:
    """Return the meta tags of a page and its title, by their printed names."""
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        name = _META.get((node.get("name") or "").strip().lower())
        content = (node.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    title = root.find(".//title")
    text = " ".join("".join(str(part) for part in title.itertext()).split()) if title is not None else ""
    return {**found, "title": text} if text else found


def is_info_table(line: Line) -> bool:
    """Return whether a table states 索引号, 发文字号 and the like."""
    if line.grid is None or len(line.grid) > _MOST_ROWS:
        return False
    return len({name for name, _ in _pairs(line)} & STRONG) >= 2


def read_info(lines: Iterable[Line]) -> dict[str, str]:
    """Return the pairs of labels and values in lines around the body; the first value of a label counts."""
    found: dict[str, str] = {}
    for line in lines:
        for name, value in _pairs(line):
            if value and len(value) <= _LONGEST_VALUE:
                found.setdefault(name, value)
    return found


def is_info_line(line: Line) -> bool:
    """Return whether a line outside tables consists of a label and its value."""
    match = LABELLED.match(line.text)
    return line.grid is None and match is not None and (_name(match) in STRONG or is_chrome(line.text))


def _pairs(line: Line) -> Iterator[tuple[str, str]]:
    if line.grid is None:
        yield from _in_text(line.text)
        return
    for row in line.grid:
        label = ""
        for cell in row:
            text = " ".join(cell.text.split())
            match = LABEL.fullmatch(text)
            if label and not match:
                yield label, text
            elif not match:
                yield from _in_text(text)
            label = _name(match) if match else ""


def _name(match: re.Match[str]) -> str:
    return "".join(match[match.lastindex or 0].split())


def _in_text(text: str) -> Iterator[tuple[str, str]]:
    matches = list(LABELLED.finditer(text))
    ends = [*(match.start() for match in matches[1:]), len(text)] if matches else []
    for match, end in zip(matches, ends, strict=True):
        value = re.split(r"\s{2,}|[|｜\u3000]|字号|字体|浏览|【|\[ ?打印", text[match.end() : end].strip())[0]
        yield _name(match), value.strip()
