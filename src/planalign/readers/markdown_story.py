"""The blocks of a Markdown file, collected token by token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from planalign.model.block import Block, Cell, Furniture, Location, Paragraph, SkipKind, Skipped, Table
from planalign.model.sentence import english
from planalign.readers.markdown_inline import Inline, read_inline, without_tags

if TYPE_CHECKING:
    from planalign.readers.markdown_tokens import Token

_Role = Literal["header", "hidden", "deleted", "note"]
_LISTS = frozenset({"ordered_list_open", "bullet_list_open"})
_LISTS_END = frozenset({"ordered_list_close", "bullet_list_close"})
_VERBATIM = frozenset({"fence", "code_block"})
# Not an item of a list but a page number: - 3 -
_PAGE_NUMBER = re.compile(r"\d{1,4} -")
_BAR = re.compile(r"(?<!\\)\|")


class MarkdownStory:
    """Collects blocks in reading order; block quotes, comments and struck-out words stand apart."""

    def __init__(self, text: str, max_cells: int) -> None:
        """Start with nothing; tables are cut at a number of cells."""
        self._source = text.split("\n")
        self.blocks: list[Block] = []
        self.furniture: list[Furniture] = []
        self.skipped: list[Skipped] = []
        self._max_cells = max_cells
        self._paragraphs = 0
        self._tables = 0
        self._line = 0
        self._quotes = 0
        self._quoted: list[Paragraph] = []
        self._counts: list[int | None] = []
        self._label = ""
        self._rows: list[list[str]] | None = None

    def front(self, text: str, before: int) -> None:
        """Set the front matter apart, which has some lines before it."""
        for number, line in enumerate(text.splitlines(), start=before + 1):
            if line.strip():
                self.furniture.append(Furniture(role="header", text=line, location=Location(line=number)))

    def add(self, token: Token) -> None:
        """Take the next token."""
        if token.map:
            self._line = token.map[0] + 1
        if token.type == "inline":
            self._inline(read_inline(token.children or []))
        elif token.type == "html_block":
            inline = Inline()
            inline.text = without_tags(token.content, inline)
            self._inline(inline)
        elif token.type in _VERBATIM:
            self._text(token.content, self._line + (token.type == "fence"))
        elif token.type in _LISTS or token.type in _LISTS_END or token.type == "list_item_open":
            self._list(token)
        elif token.type.startswith("blockquote"):
            self._quotes += token.nesting
        else:
            self._table(token)

    def end(self) -> None:
        """Set block quotes apart as remarks on the text; they are the text where there is no other."""
        if self.blocks:
            self.furniture += [Furniture(role="note", text=each.text, location=each.location) for each in self._quoted]
        else:
            self.blocks += self._quoted

    def _list(self, token: Token) -> None:
        if token.type in _LISTS:
            start = token.attrGet("start")
            bullets = token.type == "bullet_list_open"
            self._counts.append(None if bullets else int(1 if start is None else start))
        elif token.type in _LISTS_END:
            self._counts.pop()
        else:
            count = self._counts[-1]
            self._label = "" if count is None else f"{count}{token.markup}"
            self._counts[-1] = None if count is None else count + 1

    def _inline(self, inline: Inline) -> None:
        if self._rows is not None:
            self._rows[-1].append("\n".join(line.strip() for line in inline.text.split("\n")))
        else:
            self._text(inline.text, self._line)
        self._aside("hidden", inline.hidden)
        self._aside("deleted", inline.deleted)

    def _text(self, text: str, first: int) -> None:
        for number, line in enumerate(text.split("\n"), start=first):
            if line.strip():
                is_page = self._label == "" and self._counts[-1:] == [None] and _PAGE_NUMBER.fullmatch(line)
                self._paragraph(f"- {line}" if is_page else line.rstrip(), number)

    def _paragraph(self, text: str, line: int) -> None:
        self._paragraphs += 1
        location = Location(line=line, paragraph=self._paragraphs)
        paragraph = Paragraph(text=text, label=self._label, location=location)
        self._label = ""
        (self._quoted if self._quotes else self.blocks).append(paragraph)

    def _aside(self, role: _Role, texts: list[str]) -> None:
        self.furniture += [
            Furniture(role=role, text=text, location=Location(line=self._line)) for text in texts if text
        ]

    def _table(self, token: Token) -> None:
        if token.type == "table_open":
            self._tables += 1
            self._rows = []
        elif token.type == "tr_open" and self._rows is not None:
            self._rows.append([])
            self._surplus(len(self._rows[0]))
        elif token.type == "table_close" and self._rows is not None:
            rows, self._rows = self._rows, None
            self._close_table(rows)

    def _surplus(self, columns: int) -> None:
        """Tell of the cells of a row beyond the columns of the heading, which the grammar leaves out."""
        cells = _BAR.split(self._source[self._line - 1].strip().removeprefix("|").removesuffix("|"))
        if 0 < columns < len(cells):
            reason = english("cells beyond the columns of the table were left out")
            text, place = "|".join(cells[columns:]), Location(line=self._line, table=self._tables)
            self.skipped.append(Skipped(location=place, reason=reason, kind=SkipKind.UNREAD, text=text))

    def _close_table(self, rows: list[list[str]]) -> None:
        kept = self._max_cells // max(1, len(rows[0]))
        location = Location(table=self._tables)
        grid = tuple(
            tuple(
                Cell(text=text, location=Location(table=self._tables, row=row, cell=column))
                for column, text in enumerate(cells, start=1)
            )
            for row, cells in enumerate(rows[:kept], start=1)
        )
        self.blocks.append(Table(rows=grid, location=location))
        if kept < len(rows):
            reason = english("{number} rows of a table with too many cells were left out", number=len(rows) - kept)
            self.skipped.append(Skipped(location=location, reason=reason, kind=SkipKind.UNREAD))
