"""Tables over pages: pieces joined, repeated headers dropped, rows split by a page break glued."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.model.block import Cell, CellOrigin, Location, Table
from planalign.readers.page import confidence
from planalign.readers.page_tables import PageTable, cluster, slot
from planalign.readers.reflow import join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.readers.page import Box, Line

_NEAR = 6.0
_MAX_HEADER = 3
_NUMBER_HEAD = re.compile(r"序号|编号|项次|序|No\.?|NO\.?|#")
_NUMBER = re.compile(r"\d+(?:[.\-－—]\d+)*[.、．]?|[（(]?[一二三四五六七八九十]+[)）]?、?|[①-⑳]")
_TOTAL = re.compile(r"合计|小计|总计|共计")
_PROSE = re.compile(r"[。；，：]")
_UNIT_END = re.compile(r"(?:[局委办处会院部队所站厅社校司府]|中心)$")
_UNIT_START = re.compile(r"[省市区县州旗镇乡](?![域场级内外镇村民区县长街属直管])")
_UNFINISHED = ("，", "、", "（", "“", "《", "—")
_SENTENCE_END = re.compile(r"[。；;！？]$")


@dataclass(slots=True)
class _Content:
    """What stands in one cell, however many places of the grid it covers."""

    page: int
    box: Box
    lines: list[Line]
    room: float
    """Width of the text area, in points."""
    tall: bool
    """Whether it covers several rows of its page."""


@dataclass(slots=True)
class _Place:
    content: _Content
    origin: CellOrigin


_Row = list[_Place]


@dataclass(slots=True)
class Stitched:
    """A table made of the pieces of one or more pages."""

    pieces: list[PageTable] = field(default_factory=list)

    def takes(self, piece: PageTable, most: int) -> bool:
        """Return whether a piece at the top of the next page goes on with this table of at most `most` cells."""
        last = self.pieces[-1]
        if sum(one.height * len(one.edges) for one in [*self.pieces, piece]) > most:
            return False
        if piece.page != last.page + 1 or not _same_columns(last, piece):
            return False
        old, new = _header(self.pieces[0]), _header(piece)
        return old == new or not _is_header(new)


def _same_columns(one: PageTable, other: PageTable) -> bool:
    """Return whether two pieces share their columns; margins may be mirrored, merged columns may hide some."""
    few, many = sorted((_relative(one), _relative(other)), key=len)
    if abs(few[-1] - many[-1]) > _NEAR:
        return False
    return all(min(abs(edge - mate) for mate in many) <= _NEAR for edge in few)


def _relative(piece: PageTable) -> list[float]:
    return [edge - piece.edges[0] for edge in piece.edges]


def _header(piece: PageTable) -> list[str]:
    cells = [cell for cell in piece.cells if cell.rows.start == 0]
    return [_plain(cell.lines) for cell in sorted(cells, key=lambda cell: cell.box[0])]


def _is_header(row: Sequence[str]) -> bool:
    return len(row) > 1 and _NUMBER_HEAD.fullmatch(row[0]) is not None


def _plain(lines: Sequence[Line]) -> str:
    return re.sub(r"\s+", "", "".join(line.text for line in lines))


def build(stitched: Stitched, number: int) -> Table:
    """Return the record of a table."""
    rows = _stitched_rows(stitched.pieces)
    rooms = _rooms(rows)
    first = stitched.pieces[0]
    return Table(
        rows=tuple(tuple(_cells(row, index, number, rooms)) for index, row in enumerate(rows, start=1)),
        location=Location(page=first.page, box=first.box, table=number),
    )


def _stitched_rows(pieces: Sequence[PageTable]) -> list[_Row]:
    edges = cluster([edge for piece in pieces for edge in _relative(piece)], _NEAR)
    rows: list[_Row] = []
    for piece in pieces:
        more = _grid(piece, edges)
        if rows:
            more = more[_repeated(rows, more) :]
            if more and _is_split(rows, more[0]):
                _glue(rows[-1], more.pop(0))
        rows.extend(more)
    return rows


def _grid(piece: PageTable, edges: Sequence[float]) -> list[_Row]:
    """Lay the cells of a piece on the columns of the whole table."""
    empty = _Content(piece.page, piece.box, [], 0.0, tall=False)
    width = len(edges) - 1
    rows = [[_Place(empty, CellOrigin.OWN) for _ in range(width)] for _ in range(piece.height)]
    left = piece.edges[0]
    padding = _padding(piece)
    for cell in piece.cells:
        start, end = slot(edges, cell.box[0] - left), slot(edges, cell.box[2] - left)
        room = cell.box[2] - cell.box[0] - padding
        content = _Content(piece.page, cell.box, list(cell.lines), room, len(cell.rows) > 1)
        for row in cell.rows:
            for column in range(start, min(max(end, start + 1), width)):
                if row < piece.height:
                    rows[row][column] = _Place(content, _origin(row - cell.rows.start, column - start))
    return rows


def _origin(down: int, across: int) -> CellOrigin:
    if down:
        return CellOrigin.VMERGE
    return CellOrigin.HMERGE if across else CellOrigin.OWN


def _padding(piece: PageTable) -> float:
    """Return left and right padding of the cells together, taken as equal: text may run over on either side."""
    left = min((line.x0 - cell.box[0] for cell in piece.cells for line in cell.lines), default=0.0)
    right = min((cell.box[2] - line.x1 for cell in piece.cells for line in cell.lines), default=0.0)
    return 2 * min(max(left, right, 0.0), 8.0)


def _repeated(rows: Sequence[_Row], more: Sequence[_Row]) -> int:
    """Return how many rows at the start of a piece repeat the header of the table."""
    count = 0
    for old, new in zip(rows[:_MAX_HEADER], more, strict=False):
        words = [_plain(place.content.lines) for place in new]
        if words != [_plain(place.content.lines) for place in old] or not any(words):
            break
        count += 1
    return count


def _is_split(rows: Sequence[_Row], row: _Row) -> bool:
    """Return whether the first row of a piece is the rest of the last row before the page break."""
    last = rows[-1]
    if row[0].content.lines or not last[0].content.lines or row[0].content.tall:
        return False
    texts = [_plain(place.content.lines) for place in row]
    if not any(texts) or any(_TOTAL.match(text) for text in texts):
        return False
    return _is_numbered(rows) or any(_runs_on(old.content, new.content) for old, new in zip(last, row, strict=True))


def _is_numbered(rows: Sequence[_Row]) -> bool:
    """Return whether the first column holds serial numbers."""
    words = [_plain(row[0].content.lines) for row in rows]
    if any(_NUMBER_HEAD.fullmatch(word) for word in words[:_MAX_HEADER]):
        return True
    filled = [word for word in words if word]
    return sum(1 for word in filled if _NUMBER.fullmatch(word)) > 0.6 * len(filled)


def _runs_on(old: _Content, new: _Content) -> bool:
    if not old.lines or not new.lines or _SENTENCE_END.search(old.lines[-1].text):
        return False
    return _is_wrapped(old.lines[-1], new.lines[0], old.room)


def _glue(last: _Row, row: _Row) -> None:
    seen: set[int] = set()
    for old, new in zip(last, row, strict=True):
        if id(new.content) not in seen:
            seen.add(id(new.content))
            old.content.lines.extend(new.content.lines)


def _rooms(rows: Sequence[_Row]) -> dict[int, float]:
    """Return the width at which the lines of each content are wrapped, by its identity."""
    lines: dict[tuple[int, int], list[float]] = {}
    for column, content in _contents(rows):
        long = [line.width for line in content.lines[:-1] if line.width > 0.6 * content.room]
        lines.setdefault((column, round(content.room / _NEAR)), []).extend(long)
    rooms = {}
    for column, content in _contents(rows):
        widths = sorted(lines[(column, round(content.room / _NEAR))])
        size = max((line.size for line in content.lines), default=0.0)
        # Where lines of the column fill it, they are the better measure; a few may hang over with their last mark.
        usual = widths[int(0.7 * len(widths))] if widths else 0.0
        near = 1.5 if len(widths) >= 3 else 1.0
        rooms[id(content)] = usual if usual > content.room - near * size else content.room
    return rooms


def _contents(rows: Sequence[_Row]) -> Iterator[tuple[int, _Content]]:
    for row in rows:
        for column, place in enumerate(row):
            if place.origin is CellOrigin.OWN:
                yield column, place.content


def _cells(row: _Row, index: int, table: int, rooms: dict[int, float]) -> Iterator[Cell]:
    for column, place in enumerate(row, start=1):
        content = place.content
        location = Location(
            page=content.page,
            box=content.box,
            table=table,
            row=index,
            cell=column,
            confidence=confidence(content.lines),
        )
        room = rooms.get(id(content), content.room)
        yield Cell(text=cell_text(content.lines, room), origin=place.origin, location=location)


def cell_text(lines: Sequence[Line], room: float) -> str:
    """Return the text of a cell: wrapped lines joined, breaks typed by the author kept as newlines."""
    text = ""
    listed = not any(_PROSE.search(line.text) for line in lines)
    for index, line in enumerate(lines):
        if index and _is_wrapped(lines[index - 1], line, room) and not (listed and _are_units(lines[index - 1], line)):
            text = join(text, line.text)
        else:
            text = f"{text}\n{line.text}" if text else line.text
    return text


def _are_units(line: Line, following: Line) -> bool:
    """Return whether one unit ends and another one begins, in a cell that lists units a line each."""
    return _UNIT_END.search(line.text) is not None and _UNIT_START.match(following.text) is not None


def _is_wrapped(line: Line, following: Line, room: float) -> bool:
    """Return whether a line ends because what follows did not fit, or could not end where it does."""
    return line.text.endswith(_UNFINISHED) or line.width + following.head > room + 0.1 * line.size
