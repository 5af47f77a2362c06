"""Pages to blocks, whatever carrier they came from: tables, margins, paragraphs, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from planalign.model.block import Block, Furniture, Location, Paragraph, SkipKind, Skipped
from planalign.model.sentence import english
from planalign.readers.layout import measure
from planalign.readers.page import Box, Char, Line, Page
from planalign.readers.page_grid import CrowdedError, find_grids
from planalign.readers.page_headings import heading_bases, may_hold_regions
from planalign.readers.page_lines import lines_of
from planalign.readers.page_margins import Sheet, find_furniture, furniture_of
from planalign.readers.page_tables import PageTable, split_tables
from planalign.readers.page_unruled import unruled_tables
from planalign.readers.reading import Reading
from planalign.readers.reflow import reflow
from planalign.readers.stitch import Stitched, build

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from planalign.config import Limits
    from planalign.readers.layout import Layout
    from planalign.readers.page_margins import Role

# The words with which a table that goes on is headed on its next page.
_CONTINUED = re.compile(r"[（(]?\s*(?:续\s*表?|表\s*续|接\s*上\s*[页表])\s*\d*\s*[）)]?|.{0,30}[（(]\s*续\s*[）)]")


@dataclass(frozen=True, slots=True)
class _Content:
    """What stands on one page: tables, the lines outside them, and what could not be done."""

    page: Page
    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    chars: tuple[Char, ...]
    """The characters of these lines."""
    turned: str
    """Text at a right angle outside tables."""
    skipped: tuple[Skipped, ...]


_Item = Line | Stitched


def read_pages(pages: Sequence[Page], limits: Limits) -> Reading:
    """Return the blocks of all pages in reading order, and what stands in their margins."""
    contents = [_content(page, limits) for page in pages]
    sheets = [Sheet(content.page.number, content.page.height, content.lines) for content in contents]
    roles = _without_headings(find_furniture(sheets), contents)
    contents = _with_unruled(contents, roles)
    items = list(_stitched(contents, roles, limits.max_cells))
    lines = [item for item in items if isinstance(item, Line)]
    layouts = measure({page.number: (page.width, page.height) for page in pages}, lines)
    return Reading(
        blocks=tuple(_blocks(items, layouts)),
        furniture=tuple(sorted([*furniture_of(roles), *_strays(contents)], key=_page_of)),
        skipped=tuple(note for content in contents for note in content.skipped),
    )


def _page_of(record: Furniture) -> int:
    return record.location.page or 0


def _strays(contents: Iterable[_Content]) -> Iterator[Furniture]:
    for content in contents:
        for text in (content.page.stray, content.turned):
            if text:
                yield Furniture(role="hidden", text=text, location=Location(page=content.page.number))


def _content(page: Page, limits: Limits) -> _Content:
    grids, skipped = _grids(page, limits)
    tables, rest = split_tables([*page.chars, *page.turned], grids, page.number)
    turned = set(page.turned)
    upright = [char for char in rest if char not in turned]
    aside = "".join(char.text for char in rest if char in turned).strip()
    return _Content(page, tuple(tables), tuple(lines_of(upright, page.number)), tuple(upright), aside, skipped)


def _without_headings(roles: Mapping[Line, Role], contents: Iterable[_Content]) -> dict[Line, Role]:
    """Return the lines of the margins without column headings that a table repeats at the top of every page."""
    kept = dict(roles)
    for content in contents:
        if may_hold_regions(line.text for line in content.lines if line in roles):
            bases = heading_bases(content.chars)
            for line in content.lines:
                if any(abs(line.base - base) < 0.3 * line.size for base in bases):
                    kept.pop(line, None)
    return kept


def _with_unruled(contents: Sequence[_Content], roles: Container[Line]) -> list[_Content]:
    """Return the contents with tables that have no ruling lines, where something looks like their headings."""
    bodies = {
        content.page.number: _body_chars(content, roles)
        for content in contents
        if may_hold_regions(line.text for line in content.lines)
    }
    found = unruled_tables(bodies) if bodies else {}
    return [_with_tables(content, *found.get(content.page.number, ([], []))) for content in contents]


def _body_chars(content: _Content, roles: Container[Line]) -> list[Char]:
    """Return the characters of a page that are neither in tables nor in its margins."""
    margins = [line.box for line in content.lines if line in roles]
    return [char for char in content.chars if not any(_is_inside(char, box) for box in margins)]


def _is_inside(char: Char, box: Box) -> bool:
    x, y = char.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _with_tables(content: _Content, tables: Sequence[PageTable], rest: Sequence[Char]) -> _Content:
    if not tables:
        return content
    lines = tuple(lines_of(rest, content.page.number))
    return replace(content, tables=(*content.tables, *tables), lines=lines, chars=tuple(rest))


def _grids(page: Page, limits: Limits) -> tuple[list[list[Box]], tuple[Skipped, ...]]:
    reason = english("too many ruling lines: no tables were searched on this page, its text was read as paragraphs")
    crowded = (Skipped(location=Location(page=page.number), reason=reason, kind=SkipKind.UNCLEAR),)
    if page.crowded:
        return [], crowded
    try:
        return find_grids(page.segments, limits), ()
    except CrowdedError:
        return [], crowded


def _stitched(contents: Iterable[_Content], roles: Mapping[Line, Role], most: int) -> Iterator[_Item]:
    """Give lines and tables in reading order, tables joined over pages."""
    pending: Stitched | None = None
    for content in contents:
        for item in _in_order(content, roles, pending, most):
            if isinstance(item, Line):
                if pending is not None:
                    yield pending
                    pending = None
                yield item
            elif pending is not None and pending.takes(item, most):
                pending.pieces.append(item)
            else:
                if pending is not None:
                    yield pending
                pending = Stitched([item])
    if pending is not None:
        yield pending


def _in_order(
    content: _Content, roles: Mapping[Line, Role], pending: Stitched | None, most: int
) -> list[Line | PageTable]:
    """Return lines and tables of a page from top to bottom, without its margins."""
    lines = [line for line in content.lines if line not in roles]
    items: list[Line | PageTable] = sorted([*lines, *content.tables], key=_top)
    goes_on = (
        pending is not None and len(items) > 1 and isinstance(items[1], PageTable) and pending.takes(items[1], most)
    )
    if goes_on and isinstance(items[0], Line) and _CONTINUED.fullmatch(items[0].text):
        # （续表） above the rest of a table would part it from its beginning.
        return items[1:]
    return items


def _top(item: Line | PageTable) -> tuple[float, float]:
    # Baselines place lines of mixed sizes; a line just above a table ends above its first rule.
    return (item.base, item.x0) if isinstance(item, Line) else (item.box[1], item.box[0])


def _blocks(items: Iterable[_Item], layouts: Mapping[int, Layout]) -> Iterator[Block]:
    paragraphs = tables = 0
    for is_line, run in groupby(items, key=lambda item: isinstance(item, Line)):
        if is_line:
            for flowed in reflow((item for item in run if isinstance(item, Line)), layouts):
                paragraphs += 1
                location = Location(
                    page=flowed.page, box=flowed.box, paragraph=paragraphs, confidence=flowed.confidence
                )
                yield Paragraph(text=flowed.text, centred=flowed.centred, location=location)
        else:
            for item in run:
                if isinstance(item, Stitched):
                    tables += 1
                    yield build(item, tables)
