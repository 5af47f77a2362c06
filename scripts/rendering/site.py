"""Web pages as government sites publish plans: three kinds of markup inside three kinds of page."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from rendering import outline
from rendering.source import Line, items

if TYPE_CHECKING:
    from collections.abc import Callable

    from rendering.grid import Grid
    from rendering.source import Source

PAGES = Path(__file__).parent / "pages"
CENTRED = {"red_head", "document_number", "notice_title", "title"}
RIGHT = {"signature", "dated"}
WORD = 'style="margin:0cm;text-indent:32pt;line-height:28.95pt"'
FONT = "font-size:16.0pt;font-family:仿宋_GB2312"


@dataclass(frozen=True)
class PageOptions:
    """Page template, declared and real encoding, markup of the body, and whether the page hides the printed number."""

    page: str = "portal"
    markup: str = "plain"
    declared: str = "utf-8"
    encoding: str = "utf-8"
    index: str = "113600000/2025-00001"
    published: str = ""
    number_in_table_only: bool = False


def render(source: Source, options: PageOptions) -> bytes:
    """Write the document as a web page."""
    shown = [item for item in items(source) if not (options.number_in_table_only and _is_number(item))]
    lines = (MARKUP[options.markup](item) if isinstance(item, Line) else _table(item, options) for item in shown)
    page = Template((PAGES / f"{options.page}.html").read_text(encoding="utf-8"))
    return page.substitute(_values(source, options), body="\n".join(lines)).encode(options.encoding)


def _is_number(item: Line | Grid) -> bool:
    return isinstance(item, Line) and item.role in ("red_head", "document_number")


def _values(source: Source, options: PageOptions) -> dict[str, str]:
    values = {
        "charset": options.declared,
        "index": options.index,
        "number": source.document_number or "无",
        "issuer": source.issuer,
        "heading": source.notice_title or source.title,
        "dated": source.dated,
        "published": options.published or source.dated,
    }
    return {key: html.escape(value) for key, value in values.items()}


def _align(role: str) -> str:
    return "center" if role in CENTRED else "right" if role in RIGHT else ""


def _plain(line: Line) -> str:
    align, text = _align(line.role), html.escape(line.text)
    if align:
        return f'<p style="text-align:{align}">{text}</p>'
    return f"<p>　　{text}</p>"


def _word(line: Line) -> str:
    """Write a paragraph as pasted from Word: one span for the label, one for the heading, one for the rest."""
    found = outline.label(line.text) if line.role == "body" else None
    start = found.text if found else ""
    heading, rest = outline.run_in(line.text[len(start) :]) if found else ("", line.text)
    spans = [("黑体", start), ("楷体_GB2312", heading), ("仿宋_GB2312", rest)]
    inner = "".join(_span(font, text) for font, text in spans if text)
    align = f' align="{_align(line.role)}"' if _align(line.role) else ""
    return f'<p class="MsoNormal"{align} {WORD}>{inner}<o:p></o:p></p>'


def _span(font: str, text: str) -> str:
    return f'<span style="{FONT.replace("仿宋_GB2312", font)}">{html.escape(text)}</span>'


def _broken(line: Line) -> str:
    """Write a paragraph of an old page: no element of its own, non-breaking spaces in front, a break after."""
    if _align(line.role) == "center":
        return f"<center><b>{html.escape(line.text)}</b></center>"
    return f"&nbsp;&nbsp;&nbsp;&nbsp;{html.escape(line.text)}<br>"


def _table(table: Grid, options: PageOptions) -> str:
    rows: list[list[str]] = [[] for _ in table.rows]
    for box in table.boxes():
        tag = "th" if box.row < table.heads and options.markup == "plain" else "td"
        spans = "".join(f' {name}="{n}"' for name, n in (("rowspan", box.rows), ("colspan", box.columns)) if n > 1)
        rows[box.row].append(f"<{tag}{spans}>{_cell(box.text, options.markup)}</{tag}>")
    inner = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return f'<table border="1" cellspacing="0">\n{inner}\n</table>'


def _cell(text: str, markup: str) -> str:
    if markup == "word":
        parts = (f'<p class="MsoNormal">{_span("仿宋_GB2312", part)}</p>' for part in text.split("\n"))
        return "".join(parts)
    return html.escape(text).replace("\n", "<br>")


MARKUP: dict[str, Callable[[Line], str]] = {"plain": _plain, "word": _word, "break": _broken}
