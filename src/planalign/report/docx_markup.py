"""Paragraphs and tables of a Word file, as elements; their looks are styles of the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from planalign.report.scrub import cleaned
from planalign.report.table_row import Band, Part, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from planalign.report.table_row import Line, Row

    Element = BaseOxmlElement

WIDTHS = (4750, 4750, 1500, 3002)
"""Widths of the four columns, in twentieths of a point: what is between the margins."""

_BAND, _TASK, _HEAD = "D9E2EC", "F2F5F8", "E7E6E6"
"""Shades behind sections, tasks and the head of a table."""
_STYLES = {
    Part.QUOTE: "CellQuote",
    Part.LEAD: "CellLead",
    Part.HEADING: "CellHeading",
    Part.NOTE: "CellNote",
    Part.ASIDE: "CellAside",
}
_TONES = {Tone.OPEN: "ToneOpen", Tone.PARTLY: "TonePartly", Tone.DONE: "ToneDone", Tone.APART: "ToneApart"}
_REMOVED, _ADDED = "Removed", "Added"


def paragraph(text: str, style: str) -> Element:
    """Return a paragraph without marks."""
    return _paragraph(style, [_run(text)])


def comparison_table(heads: Sequence[str], rows: Iterable[Row | Band]) -> Element:
    """Return a table of four columns, its head repeated on every page."""
    grid = _table(WIDTHS)
    grid.append(_plain_row(heads, WIDTHS, "CellHead", fill=_HEAD, head=True))
    for row in rows:
        grid.append(_band(row) if isinstance(row, Band) else _row(row))
    return grid


def fact_table(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> Element:
    """Return a table of plain cells."""
    grid = _table(widths)
    grid.append(_plain_row(heads, widths, "CellHead", fill=_HEAD, head=True))
    for cells in rows:
        grid.append(_plain_row(cells, widths, "CellNote"))
    return grid


def _table(widths: Sequence[int]) -> Element:
    properties = _element(
        "w:tblPr",
        _element("w:tblStyle", val="TableGrid"),
        _element("w:tblW", w=sum(widths), type="dxa"),
        _element("w:tblLayout", type="fixed"),
        _element("w:tblLook", val="0020"),
    )
    return _element("w:tbl", properties, _element("w:tblGrid", *(_element("w:gridCol", w=width) for width in widths)))


def _plain_row(
    cells: Sequence[str], widths: Sequence[int], style: str, *, fill: str = "", head: bool = False
) -> Element:
    made = [_cell([paragraph(text, style)], width, fill=fill) for text, width in zip(cells, widths, strict=True)]
    return _element("w:tr", _row_properties(head=head), *made)


def _band(band: Band) -> Element:
    cell = _cell([paragraph(band.text, "CellBand")], sum(WIDTHS), fill=_BAND, columns=len(WIDTHS))
    return _element("w:tr", _row_properties(), cell)


def _row(row: Row) -> Element:
    fill = _TASK if row.heads else ""
    cells = [
        _paragraphs(row.upper, _REMOVED, keep=row.heads),
        _paragraphs(row.lower, _ADDED, keep=row.heads),
        [_paragraph("CellHeading", [_run(kind.text, _TONES[kind.tone])], keep=row.heads) for kind in row.kinds],
        _paragraphs(row.notes, "", keep=row.heads),
    ]
    made = [_cell(cell, width, fill=fill) for cell, width in zip(cells, WIDTHS, strict=True)]
    return _element("w:tr", _row_properties(), *made)


def _row_properties(*, head: bool = False) -> Element:
    """Return the properties of a row that is not torn between two pages."""
    return _element("w:trPr", _element("w:cantSplit"), *([_element("w:tblHeader")] if head else []))


def _cell(content: Sequence[Element], width: int, *, fill: str = "", columns: int = 1) -> Element:
    properties = _element("w:tcPr", _element("w:tcW", w=width, type="dxa"))
    if columns > 1:
        properties.append(_element("w:gridSpan", val=columns))
    if fill:
        properties.append(_element("w:shd", val="clear", color="auto", fill=fill))
    # A cell without a paragraph makes the file invalid.
    return _element("w:tc", properties, *(content or [paragraph("", "CellNote")]))


def _paragraphs(lines: Iterable[Line], mark: str, *, keep: bool) -> list[Element]:
    return [_paragraph(_STYLES[line.part], _runs(line, mark), keep=keep) for line in lines]


def _runs(line: Line, mark: str) -> list[Element]:
    runs = [_run(piece.text, mark if piece.changed else "") for piece in line.pieces if piece.text]
    return [*runs, _run((" " if runs else "") + line.tail, "Tail")] if line.tail else runs


def _paragraph(style: str, runs: Iterable[Element], *, keep: bool = False) -> Element:
    properties = _element("w:pPr", _element("w:pStyle", val=style))
    if keep:
        properties.append(_element("w:keepNext"))
    return _element("w:p", properties, *runs)


def _run(text: str, style: str = "") -> Element:
    words = _element("w:t")
    words.text = cleaned(text)
    # Without this, spaces at either end are lost.
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    looks = [_element("w:rPr", _element("w:rStyle", val=style))] if style else []
    return _element("w:r", *looks, words)


def _element(tag: str, *inside: Element, **attributes: object) -> Element:
    attrs = {qn(f"w:{name}"): str(value) for name, value in attributes.items()}
    made = cast("Element", OxmlElement(tag, attrs))
    made.extend(inside)
    return made
