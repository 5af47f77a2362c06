"""What a document of each format costs, as ratios to the bare library call on the same file."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Run, peak_memory, time_ratio

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpora" / "jiangcheng"


class Case(NamedTuple):
    """A file and the library call beside which its reading is measured."""

    what: str
    file: Path
    call: str
    bound: float | None = None
    """Largest ratio of times, reader and parser to bare call, that is accepted."""


CASES = (
    Case("text", CORPUS / "city-2024.txt", "read"),
    Case("Markdown", CORPUS / "sources" / "city-2024.md", "markdown-it"),
    Case("HTML", CORPUS / "city-2025.html", "lxml"),
    Case("DOCX, six tables", CORPUS / "linjiang-district-2025.docx", "python-docx"),
    Case("DOC, six tables", CORPUS / "linjiang-district-2025.doc", "olefile"),
    Case("ODT, six tables", CORPUS / "linjiang-district-2025.odt", "zip+lxml"),
    Case("OFD, six tables", CORPUS / "linjiang-district-2025.ofd", "zip+lxml"),
    Case("PDF, six tables", CORPUS / "linjiang-district-2025.pdf", "pdfplumber", 1.5),
    Case("PDF, no table", CORPUS / "city-2024.pdf", "pdfplumber", 1.5),
    Case("PDF, no table", CORPUS / "city-2024.pdf", "pypdfium2"),
    Case("scan, one page", ROOT / "tests" / "readers" / "ocr" / "page.png", "rapidocr"),
)
"""Our own documents; the fonts of the second PDF are not embedded, so that PDFium looks for others first."""


def rendered_cases(folder: Path) -> tuple[Case, ...]:
    """Return the cases over real documents outside the repository, whose fonts are embedded, as is usual."""
    tables, plain = folder / "wl2025_plain.pdf", folder / "cq2024.pdf"
    return (
        Case("PDF, embedded fonts, six tables", tables, "pdfplumber", 1.5),
        Case("PDF, embedded fonts, no table", plain, "pdfplumber", 0.5),
        Case("PDF, embedded fonts, no table", plain, "pypdfium2"),
    )


def measure_formats(rounds: int, rendered: Path | None = None) -> bool:
    """Measure and print each case; return whether a bound is exceeded."""
    cases = (*CASES, *(rendered_cases(rendered) if rendered else ()))
    print(f"{'reader':>8}{'whole':>8}  {'lowest–highest':<15}{'memory':>6}  {'bound':<12}format / bare call")
    exceeded = [_print_case(case, rounds) for case in cases if _ready(case)]
    return any(exceeded)


def _ready(case: Case) -> bool:
    """Return whether a case can run here; one that cannot is named on stderr."""
    needs = {"rapidocr": "rapidocr"}.get(case.call)
    if needs and find_spec(needs) is None:
        print(f"left out: {case.what} ({needs} is not installed)", file=sys.stderr)
        return False
    return True


def _print_case(case: Case, rounds: int) -> bool:
    calls = ("reader", "whole", case.call)
    runs: dict[str, list[Run]] = {call: [] for call in calls}
    for _ in range(rounds):
        for call in calls:
            runs[call].append(_measured(call, case.file))
    reader = time_ratio(runs["reader"], runs[case.call])
    whole = time_ratio(runs["whole"], runs[case.call])
    memory = peak_memory(runs["whole"]) / peak_memory(runs[case.call])
    exceeded = case.bound is not None and whole.median > case.bound
    bound = "" if case.bound is None else f"≤ {case.bound:.2f} {'no' if exceeded else 'yes'}"
    spread = f"{whole.low:.2f}–{whole.high:.2f}"
    numbers = f"{reader.median:>8.2f}{whole.median:>8.2f}  {spread:<15}{memory:>6.2f}"
    print(f"{numbers}  {bound:<12}{case.what} / {case.call}", flush=True)
    return exceeded


def _measured(call: str, file: Path) -> Run:
    """Return the time of one call and the memory of its process; raises SystemExit where it fails."""
    command = [sys.executable, "-m", "benchmarks.one_file", call, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"exit code {done.returncode}: {' '.join(command)}\n{done.stderr}")
    return Run(**json.loads(done.stdout))
