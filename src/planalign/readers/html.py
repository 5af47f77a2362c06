"""Web pages: the document without the page around it."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.block import Block, Furniture, Location, Paragraph, SkipKind, Skipped, Table
from planalign.model.sentence import english
from planalign.readers.html_body import split_page
from planalign.readers.html_lines import flatten
from planalign.readers.html_metadata import read_info, read_meta
from planalign.readers.html_source import parse_page
from planalign.readers.reading import Reading
from planalign.text.web_page import says_more_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits
    from planalign.model.block import Cell
    from planalign.readers.html_body import Split
    from planalign.readers.html_lines import Line, Page
    from planalign.readers.markup import Element

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_ATTACHMENT = re.compile(r"\.(?:pdf|docx?|wps|ofd)(?:$|[?#])", re.IGNORECASE)


def read_html(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables of the document; what the page adds is metadata or furniture.

    Raises ReadError where the page holds no document.
    """
    root, notes = parse_page(data)
    body = root.find("body")
    body = root if body is None else body
    page = flatten(body, limits.max_cells)
    metadata = read_meta(root)
    split = split_page(page.lines, body, [metadata.get("ArticleTitle", ""), metadata.get("title", "")])
    if not split.body:
        _require_chinese(page)
        reasons = "; ".join(note.reason for note in notes)
        what = english("the web page holds no document, only navigation")
        if reasons:
            what = english("the web page holds no document, only navigation; {reasons}", reasons=reasons)
        raise ReadError(what, hint=_no_body_hint(root))
    notes += _paging_notes(split)
    return Reading(
        tuple(_blocks(split.body, notes)),
        metadata={**metadata, **read_info(split.info)},
        furniture=tuple(_furniture(split, page)),
        skipped=tuple(notes),
    )


def _require_chinese(page: Page) -> None:
    """Raise ReadError where a page has text, but none in Chinese, by which alone a document is told from navigation."""
    text = "".join(line.text for line in page.lines)
    if text and not _CHINESE.search(text):
        raise ReadError(english("the web page holds no Chinese text"), hint=english("check that it is the right file"))


def _no_body_hint(root: Element) -> str:
    links = (node.get("href") or node.get("src") or node.get("data") or "" for node in root.iter())
    if any(_ATTACHMENT.search(link) for link in links):
        return english("its text is in an attached or embedded file: download that and read it")
    return english("its text is probably loaded by a script: save the page from the browser as HTML or PDF")


def _paging_notes(split: Split) -> Iterator[Skipped]:
    last = next((line for line in split.chrome if line.linked and says_more_pages(line.text)), None)
    if last is not None:
        reason = english("the page goes on on further pages, which were not read")
        yield Skipped(location=Location(), reason=reason, kind=SkipKind.UNREAD, text=last.text)


def _blocks(lines: list[Line], notes: list[Skipped]) -> Iterator[Block]:
    paragraphs, tables = count(1), count(1)
    for line in lines:
        if line.grid is None:
            place = Location(paragraph=next(paragraphs))
            centred = line.centred or line.heading
            yield Paragraph(text=line.text, label=line.label, centred=centred, location=place)
            continue
        place = Location(table=next(tables))
        yield Table(rows=_rows(line.grid, place), location=place)
        if line.left_out:
            reason = english("{number} rows of a table with too many cells were left out", number=line.left_out)
            notes.append(Skipped(location=place, reason=reason, kind=SkipKind.UNREAD))


def _rows(grid: list[list[Cell]], place: Location) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(
            cell.model_copy(update={"location": Location(table=place.table, row=row, cell=column)})
            for column, cell in enumerate(cells, start=1)
        )
        for row, cells in enumerate(grid, start=1)
    )


def _furniture(split: Split, page: Page) -> Iterator[Furniture]:
    for text in dict.fromkeys(line.text for line in [*split.info, *split.chrome]):
        yield Furniture(role="navigation", text=text)
    for role, text in page.aside:
        if text:
            yield Furniture(role=role, text=text)
