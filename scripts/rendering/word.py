"""Word files that look like official documents under GB/T 9704—2012."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from rendering import outline, shapes
from rendering.grid import Grid
from rendering.numbering import List
from rendering.source import ANNEX, Line, items

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from rendering.source import Source

SONG, FANG, HEI, KAI = "方正小标宋_GBK", "仿宋_GB2312", "黑体", "楷体_GB2312"
CENTRED = {"red_head", "document_number", "notice_title", "title"}
RIGHT = {"signature", "dated"}
TITLES = {"red_head": (SONG, 36), "notice_title": (SONG, 22), "title": (SONG, 22), "annex": (HEI, 16)}
COUNTER = outline.Label(1, 1, "1", "%", chinese=False)
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class WordOptions:
    """What a Word file has beside its text; `revised` is the printed words and those they replaced."""

    text_box: bool = False
    autonumber: bool = False
    running_header: str = ""
    landscape: bool = False
    repeat_header: bool = True
    bookmarks: bool = False
    title_break: int = 0
    revised: tuple[str, ...] = ()


def render(source: Source, options: WordOptions) -> bytes:
    """Write the document as DOCX, with fixed dates and ids."""
    writer = _Writer(source, options)
    for item in items(source):
        if isinstance(item, Grid):
            writer.table(item)
        else:
            writer.line(item)
    return _frozen(writer.document)


class _Writer:
    """Adds one item after the other to a new document."""

    def __init__(self, source: Source, options: WordOptions) -> None:
        self.document = docx.Document()
        self._options = options
        self._source = source
        self._parts = _parts(source)
        self._list: List | None = None
        self._lying = False
        self._marks = 0
        _lay_out(self.document, options)

    def line(self, line: Line) -> None:
        """Add a paragraph."""
        if line.role in ("red_head", "document_number") and self._options.text_box:
            if line.role == "red_head":
                box = shapes.text_box(line.text, self._source.document_number)
                self.document.add_paragraph()._p.append(box)  # noqa: SLF001
            return
        if line.role == "annex":
            self._annex()
        if line.role in ("body", "annex"):
            self._body(line)
        else:
            self._fixed(line)

    def table(self, table: Grid) -> None:
        """Add a table with true merges."""
        grid = self.document.add_table(len(table.rows), table.width, "Table Grid")
        cells = [list(row.cells) for row in grid.rows]
        counted = self._counted(table)
        for box in table.boxes():
            cell = cells[box.row][box.column]
            if box.rows * box.columns > 1:
                cell = cell.merge(cells[box.row + box.rows - 1][box.column + box.columns - 1])
            _fill(cell, box.text, HEI if box.row < table.heads else FANG, None if box.column else counted.get(box.row))
        for row in list(grid.rows)[: table.heads if self._options.repeat_header else 0]:
            shapes.repeat_header(row)

    def _fixed(self, line: Line) -> None:
        """Add a line of the head or the notice."""
        paragraph = self.document.add_paragraph()
        if line.role in CENTRED:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif line.role in RIGHT:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif line.role != "addressees":
            paragraph.paragraph_format.first_line_indent = Pt(32)
        font, size = TITLES.get(line.role, (FANG, 16))
        run = _run(paragraph, self._broken(line), font, size)
        if line.role == "red_head":
            run.font.color.rgb = RGBColor(0xFF, 0, 0)
        if self._options.bookmarks and line.role == "title":
            self._bookmark(paragraph, "_Toc16950")

    def _broken(self, line: Line) -> str:
        """Return the title, wrapped by hand where the options say so."""
        at = self._options.title_break if line.role == "title" else 0
        return f"{line.text[:at]}\n{line.text[at:]}" if at else line.text

    def _body(self, line: Line) -> None:
        """Add a line of the body: heading, run-in heading or plain paragraph."""
        found = outline.label(line.text)
        rest = line.text[len(found.text) :] if found else line.text
        heading = bool(found and found.depth == 1 and "。" not in rest)
        paragraph = self.document.add_paragraph(style="Heading 1" if heading else None)
        paragraph.paragraph_format.first_line_indent = Pt(0 if line.role == "annex" else 32)
        start = "" if found and self._numbered(paragraph, found) else found.text if found else ""
        self._runs(paragraph, start, rest, found, heading)
        if heading and self._options.bookmarks:
            self._bookmark(paragraph, f"_Toc{17000 + self._marks}")

    def _runs(self, paragraph: Paragraph, start: str, rest: str, found: outline.Label | None, heading: bool) -> None:
        lead, tail = outline.run_in(rest) if found and found.depth > 1 else ("", rest)
        font = HEI if heading else FANG
        for text, face in ((start, KAI if lead else font), (lead, KAI), (tail, font)):
            for part in _cut(text, self._options.revised[:1]):
                run = _run(paragraph, part, face, 16)
                if (part,) == self._options.revised[:1]:
                    shapes.revise(run, self._options.revised[1])

    def _numbered(self, paragraph: Paragraph, found: outline.Label) -> bool:
        """Let Word number a paragraph where that prints its label."""
        if not self._options.autonumber:
            return False
        if self._list is None:
            self._list = List(self._numbering(), self._parts[0])
        if not self._list.take(found):
            return False
        self._list.mark(paragraph, found.depth)
        return True

    def _counted(self, table: Grid) -> dict[int, List]:
        """Return the rows whose 序号 is counted by Word."""
        numbers = [row[0] for row in table.rows[table.heads :]]
        named = "".join(table.rows[0][0].split()) == "序号"
        if not (self._options.autonumber and named and numbers == [str(n) for n in range(1, len(numbers) + 1)]):
            return {}
        counter = List(self._numbering(), [COUNTER])
        return dict.fromkeys(range(table.heads, len(table.rows)), counter)

    def _annex(self) -> None:
        """Start an annex on a new page, lying where the options say so, with a numbering of its own."""
        self._parts = self._parts[1:]
        self._list = None
        if self._options.landscape and not self._lying:
            self._lying = True
            _turn(self.document.add_section(WD_SECTION.NEW_PAGE))
        else:
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _numbering(self) -> Any:  # noqa: ANN401
        return self.document.part.numbering_part.element

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._marks += 1
        shapes.bookmark(paragraph, self._marks, name)


def _parts(source: Source) -> list[list[outline.Label]]:
    """Return the labels of the body and of every annex."""
    parts: list[list[outline.Label]] = [[]]
    for item in source.body:
        if isinstance(item, Grid):
            continue
        if ANNEX.match(item):
            parts.append([])
        elif found := outline.label(item):
            parts[-1].append(found)
    return parts


def _lay_out(document: Any, options: WordOptions) -> None:  # noqa: ANN401
    """Set page, type area, running header and page number (GB/T 9704, 5.1–5.2, 7.5)."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    document.styles["Normal"].paragraph_format.line_spacing = Pt(29)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    if options.running_header:
        _run(section.header.paragraphs[0], options.running_header, FANG, 9)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(footer, "— ", FANG, 14)
    shapes.page_field(footer.add_run())
    _run(footer, " —", FANG, 14)


def _turn(section: Any) -> None:  # noqa: ANN401
    """Lay a section on its side."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


def _run(paragraph: Paragraph, text: str, font: str, size: float) -> Run:
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold = "Times New Roman", Pt(size), False
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001
    return run


def _fill(cell: Any, text: str, font: str, counter: List | None) -> None:  # noqa: ANN401
    """Write a cell, one paragraph a line; a counted cell holds only its automatic number."""
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        paragraph.paragraph_format.line_spacing = Pt(18)
        if counter and counter.take(replace(COUNTER, value=int(line))):
            counter.mark(paragraph, 1)
        else:
            _run(paragraph, line, font, 12)


def _cut(text: str, words: tuple[str, ...]) -> list[str]:
    """Cut a text around the first of some words."""
    if not words or words[0] not in text:
        return [text] if text else []
    before, after = text.split(words[0], 1)
    return [part for part in (before, words[0], after) if part]


def _frozen(document: Any) -> bytes:  # noqa: ANN401
    """Save with fixed properties and dates."""
    core = document.core_properties
    core.created = core.modified = datetime(2025, 1, 1)  # noqa: DTZ001 (python-docx wants naive UTC)
    core.author = core.last_modified_by = core.comments = ""
    first, last = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return last.getvalue()
