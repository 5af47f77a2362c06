"""Count in how many clauses of our own documents each term stands: the background of the aligner's weights.

Run from anywhere: `python scripts/build_frequencies.py`. The table is sorted, so that two runs give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from planalign import load
from planalign.align.pair import Side
from planalign.align.terms import FAMILIES
from planalign.text.levels import place_names

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpora" / "jiangcheng"
TABLE = ROOT / "src" / "planalign" / "text" / "data" / "frequencies.tsv"
ENDINGS = (".docx", ".html", ".txt", ".pdf")
LEAST = 4
"""Terms of fewer clauses say little about what is common and are left out."""


def main() -> None:
    """Write the table."""
    counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
    clauses = 0
    for plan in map(load, _documents()):
        side = Side(plan, place_names(plan.masthead.place))
        clauses += len(side.clauses)
        for terms in side.terms:
            for counter, family in zip(counts, terms, strict=True):
                counter.update(family)
    rows = [f"clauses\t\t{clauses}"]
    for name, counter in zip(FAMILIES, counts, strict=True):
        rows += [f"{name}\t{term}\t{count}" for term, count in sorted(counter.items()) if count >= LEAST]
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows) - 1} terms of {clauses} clauses")


def _documents() -> list[Path]:
    """One file per source, in the first format that exists."""
    names = sorted(path.stem for path in (CORPUS / "sources").glob("*.md"))
    found = [
        [CORPUS / f"{name}{ending}" for ending in ENDINGS if (CORPUS / f"{name}{ending}").is_file()] for name in names
    ]
    return [files[0] for files in found if files]


if __name__ == "__main__":
    main()
