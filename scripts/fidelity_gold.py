"""What a rendered file of a real plan holds: by the gold, by its born-digital twin, or by what we wrote ourselves.

All three have the shape of structure-chongqing.json (`tasks`, `annexes`, `masthead`), with `text` (all characters in
reading order) and `cells` (all cells of the annex tables, filled down) beside it.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium

from planalign.config import Limits
from planalign.model.block import CellOrigin, Paragraph
from planalign.parse.plan import parse_document
from planalign.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.block import Document
    from planalign.model.plan import Plan

OURS = Path(__file__).resolve().parent.parent / "tests" / "parse" / "tricky.json"
"""What we expect of tricky.*, which the gold leaves to its readers."""
SOURCES = {
    "wl2025": "002_1c36940f70e7059d.txt",
    "np2025": "001_a311506c5bab1914.txt",
    "wl2024": "003_5a1b62da68a7e5ec.txt",
    "cq2024": "004_f2673a1d053848d2.txt",
    "cq2025": "000_67410808bd0a0d86.txt",
}
"""Which plan a file holds, by the beginning of its name."""


class Twin(NamedTuple):
    """The pages of a born-digital PDF of which a scan was made."""

    name: str
    first: int
    last: int


TWINS = {
    "cq2024_hybrid.pdf": Twin("cq2024.pdf", 1, 4),
    "cq2024_scan200_dirty.pdf": Twin("cq2024.pdf", 1, 3),
    "cq2024_scan300.pdf": Twin("cq2024.pdf", 1, 4),
    "rot90_scan200.pdf": Twin("cq2024.pdf", 3, 3),
    "wl2025_annex_scan300.pdf": Twin("wl2025_plain.pdf", 11, 13),
}


class Gold:
    """The expectations for the files of a folder."""

    def __init__(self, rendered: Path, gold: Path) -> None:
        """Read the structure gold and the gold of the rendered files."""
        self._rendered = rendered
        self._structure = json.loads((gold / "structure-chongqing.json").read_text("utf-8"))
        self._texts = json.loads((rendered / "gold.json").read_text("utf-8"))

    def of(self, name: str) -> dict[str, Any]:
        """Return what the file of this name holds."""
        if name in TWINS:
            return self._of_twin(TWINS[name])
        if name.startswith("tricky"):
            ours: dict[str, Any] = json.loads(OURS.read_text("utf-8"))
            return ours
        part = self._texts[self._key(name)]
        tables = part["tables"]
        cells = [cell for table in tables for row in table["filled"][1:] for cell in row]
        return {**self._structure[SOURCES[name[:6]]], "text": _gold_text(part), "cells": cells}

    def _key(self, name: str) -> str:
        """Return the key of the rendered gold that says most about the name: wl2025_plain for the rest of wl2025."""
        known = [key for key in self._texts if name.startswith((key, key.removesuffix("_html")))]
        return max(known, key=len, default=f"{name[:6]}_plain")

    def _of_twin(self, twin: Twin) -> dict[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / twin.name
            with pdfium.PdfDocument(self._rendered / twin.name) as whole, pdfium.PdfDocument.new() as pages:
                pages.import_pages(whole, list(range(twin.first - 1, twin.last)))
                pages.save(path)
            document = read(path, Limits(ocr=False))
        return _expectation(document, parse_document(document))


def text_of(document: Document) -> str:
    """Return all characters of the body in reading order; merged cells count once."""
    return "".join(_texts(document))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.label + block.text
        else:
            yield from (cell.text for row in block.rows for cell in row if cell.origin is CellOrigin.OWN)


def _expectation(document: Document, plan: Plan) -> dict[str, Any]:
    record = plan.model_dump(mode="json")
    tasks = [{"n": task.number, "title": task.title, "clauses": len(task.clauses)} for task in plan.tasks]
    cells = [cell for annex in plan.annexes for row in annex.rows for cell in row.cells]
    masthead = {key: value for key, value in record["masthead"].items() if value}
    return {**record, "tasks": tasks, "masthead": masthead, "text": text_of(document), "cells": cells}


def _gold_text(part: dict[str, Any]) -> str:
    """Join paragraphs and tables; the paragraphs end with the captions of all tables, which stand above each."""
    captions = [table["title"] for table in part["tables"]]
    body = part["paras"][: len(part["paras"]) - len(captions)]
    tables = [table["title"] + "".join(cell for row in table["rows"] for cell in row) for table in part["tables"]]
    return "".join([part.get("title", ""), *body, *tables])
