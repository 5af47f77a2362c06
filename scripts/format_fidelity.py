"""Write docs/format-fidelity.md: what is read of each rendered file of the real plans, against the gold.

Usage: python scripts/format_fidelity.py CORPORA GOLD [--out FILE] [--no-ocr]
CORPORA holds rendered/, GOLD holds structure-chongqing.json. Scans take some seconds a page where OCR is installed,
RTF some seconds where LibreOffice is.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fidelity_gold import Gold, text_of
from rapidfuzz.distance import LCSseq, Levenshtein

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.parse.plan import parse_document
from planalign.readers.registry import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.block import Document
    from planalign.model.plan import Plan

OUT = Path(__file__).resolve().parent.parent / "docs" / "format-fidelity.md"
ROW = ("seq", "name", "target", "remark")
UNITS = ("lead_units", "responsible_units")
HEAD = ("document_number", "issuer", "title", "dated", "addressees", "level", "year")
COLUMNS = ("tasks", "titles", "clauses", "annex rows", "annex cells", "units", "masthead", "characters")
INTRODUCTION = (
    """# What is read of each file

Written by `python scripts/format_fidelity.py CORPORA GOLD`, with OCR and LibreOffice at hand. Each file holds one of
the real plans; the figures are what is right of what the gold holds, in the same order, and how many were found where
that is not the same number. *Characters*: 1 − edit distance ÷ length, between the whole text in reading order and that
of the gold, without spaces and with full-width and half-width forms taken as one. – : the gold says nothing of this, or
the file holds no such part. *Doubts* are readings to be checked, which reports list with page and box.

The scans hold some pages of a plan only: what is expected of them is what the same pages of the born-digital file give,
which is held against the gold in a line of its own (`cq2024.pdf`, `wl2025_plain.pdf`). For `tricky.*` we wrote the
expectation ourselves: [tricky.json](../tests/parse/tricky.json).

What a file itself lost or adds counts as wrong ([formats](formats.md)). LibreOffice, which wrote `autonum.doc` and
`autonum.pdf`, began （一） anew in every section, and counted 序号 otherwise in the former; in `tricky.doc` it wrote a
content control three times and a date field anew, and in `tricky.pdf` it printed deleted words like any others, and
ruby beside its word. The gold of `np2025` leaves out the title above the page, that of `wl2024` four rare characters
that were added to the files.

*Units*, 119 of 121: the table merges 牵头单位 over three rows, and the gold, made from text, has it once, like the OFD
without ruling lines. *Annex cells* are the gold's merged cells in each of their rows: in PDF such a cell is blank where
it goes on on the next page, and in the OFD in all rows but the first; names of rows are filled down all the same.

| file | """
    + " | ".join(COLUMNS)
    + """ | said |
|---|"""
    + "---|" * (len(COLUMNS) + 1)
    + "\n"
)


def main() -> int:
    """Read every file and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--no-ocr", action="store_true", help="leave pictures unread")
    options = parser.parse_args()
    rendered = options.corpora / "rendered"
    gold = Gold(rendered, options.gold)
    limits = Limits(ocr=not options.no_ocr, libreoffice=True)
    files = sorted(path for path in rendered.iterdir() if path.suffix not in {".json", ".md"})
    options.out.write_text(INTRODUCTION + "".join(_line(path, gold, limits) for path in files), encoding="utf-8")
    return 0


def _line(path: Path, gold: Gold, limits: Limits) -> str:
    try:
        document = read(path, limits)
    except ReadError as error:
        return f"| {path.name} |" + " – |" * len(COLUMNS) + f" {error.what} |\n"
    plan = parse_document(document)
    return f"| {path.name} | {' | '.join(scores(document, plan, gold.of(path.name)))} | {_said(plan)} |\n"


def _said(plan: Plan) -> str:
    unread = sum(part.kind == "unread" for part in plan.skipped)
    unclear = sum(part.kind == "unclear" for part in plan.skipped)
    notes = [f"{unread} parts unread"] * bool(unread) + [f"{unclear} doubts"] * bool(unclear)
    return ", ".join(notes)


def scores(document: Document, plan: Plan, gold: dict[str, Any]) -> list[str]:
    """Return the cells of a line: right parts of expected ones, in the order of COLUMNS."""
    rows = [row for annex in gold.get("annexes", ()) for row in annex["rows"]]
    found = [row.model_dump(mode="json") for annex in plan.annexes for row in annex.rows]
    return [
        *_task_scores(plan, gold),
        _right([[row[key] for key in ROW] for row in rows], [[row[key] for key in ROW] for row in found]),
        _right(gold["cells"], [cell for row in found for cell in row["cells"]]),
        _right([[row[key] for key in UNITS] for row in rows], [[row[key] for key in UNITS] for row in found]),
        _masthead_score(plan, gold.get("masthead", {})),
        _alike(gold["text"], text_of(document)),
    ]


def _task_scores(plan: Plan, gold: dict[str, Any]) -> list[str]:
    """Return the right numbers, titles and counts of clauses; the gold of a 解读 has the tasks of each section only."""
    if "tasks" not in gold:
        per_section = [sum(task.section == section.id for task in plan.tasks) for section in plan.sections]
        expected, found = (
            [place for place, count in enumerate(counts) for _ in range(count)]
            for counts in (gold["tasks_per_section"], per_section)
        )
        return [_right(expected, found), "–", "–"]
    tasks = gold["tasks"]
    return [
        _right([task["n"].split("-")[-1] for task in tasks], [task.number for task in plan.tasks]),
        _right([task["title"] for task in tasks], [task.title for task in plan.tasks]),
        _right([task["clauses"] for task in tasks], [len(task.clauses) for task in plan.tasks]),
    ]


def _masthead_score(plan: Plan, gold: dict[str, Any]) -> str:
    head = plan.masthead.model_dump(mode="json")
    wanted = [key for key in HEAD if key in gold]
    return _share(sum(head[key] == gold[key] for key in wanted), len(wanted))


def _right(expected: Sequence[Any], found: Sequence[Any]) -> str:
    """Count what is found in the right order; say how many were found where that is another number."""
    keys = [[json.dumps(one, ensure_ascii=False) for one in many] for many in (expected, found)]
    share = _share(LCSseq.similarity(*keys), len(expected))
    return share if len(expected) == len(found) or not expected else f"{share} ({len(found)} found)"


def _share(right: int, total: int) -> str:
    return f"{right}/{total}" if total else "–"


def _alike(expected: str, found: str) -> str:
    """Return how like two texts are, as a percentage that reads 100 only where nothing is wrong."""
    meant, seen = _plain(expected), _plain(found)
    share = 100 * Levenshtein.normalized_similarity(meant, seen)
    return "100 %" if meant == seen else f"{min(share, 99.99):.2f} %"


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


if __name__ == "__main__":
    raise SystemExit(main())
