"""How fast planalign starts and works, as ratios to other programs measured in the same run.

Usage: python -m benchmarks.run [--files PARENT.docx CHILD.docx] [--pdf FILE.pdf] [--rounds N]
                                [--baseline-python PATH] [--check]
       python -m benchmarks.run --formats [--rendered FOLDER] [--rounds N] [--check]
Behind the ratios: what a comparison costs in a process that runs already, and how that grows (benchmarks/warm.py).
With --formats: what a document of each format costs beside the bare call of the library that reads it.
Every command starts a new process. Ratios are taken round by round; seconds depend on the machine and promise nothing.
Exit code 1 with --check where a bound is exceeded or a measurement is left out. Needs wait4 (Linux, macOS).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.formats import measure_formats
from benchmarks.measure import median_seconds, peak_memory, run_rounds, time_ratio

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.measure import Run

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpora" / "jiangcheng"
FILES = (CORPUS / "city-2025.docx", CORPUS / "linjiang-district-2025.docx")
PDF = CORPUS / "linjiang-district-2025.pdf"
TEXTS = (CORPUS / "city-2024.txt", CORPUS / "linjiang-bureau-2024.txt")


class Pair(NamedTuple):
    """What is compared with what."""

    ours: str
    other: str
    bound: float | None = None
    """Largest ratio of times that is accepted."""


HELP = "planalign --help"
COMPARE = "planalign compare (2 DOCX)"
PARSE = "planalign parse (PDF with tables)"
TYPER = "python -c 'import typer'"
FLOOR = "python -c pass"
MARKITDOWN = "markitdown + rapidfuzz (the same 2 DOCX)"
PDFPLUMBER = "pdfplumber, bare text and tables (the same PDF)"
DOCX = "python-docx, bare text (the same 2 DOCX)"
PAIRS = (
    Pair(HELP, TYPER, 3.0),
    Pair(HELP, FLOOR),
    Pair(COMPARE, MARKITDOWN, 1 / 3),
    Pair(COMPARE, DOCX),
    Pair(COMPARE, FLOOR),
    Pair(PARSE, PDFPLUMBER, 1.3),
)


def main() -> int:
    """Measure, print, and return the exit code."""
    arguments = read_arguments()
    if arguments.formats:
        return 1 if measure_formats(arguments.rounds, arguments.rendered) and arguments.check else 0
    commands = ready_commands(arguments)
    runs = run_rounds(commands, arguments.rounds)
    print_commands(runs)
    failed = print_pairs(runs)
    sys.stdout.flush()
    subprocess.run([sys.executable, "-m", "benchmarks.warm", *map(str, TEXTS)], cwd=HERE.parent, check=True)
    return 1 if failed and arguments.check else 0


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Ratios of planalign to other programs, measured in one run.")
    parser.add_argument(
        "--files", nargs=2, type=Path, default=FILES, metavar=("PARENT", "CHILD"), help="two DOCX plans"
    )
    parser.add_argument("--pdf", type=Path, default=PDF, help="a PDF with tables")
    parser.add_argument("--formats", action="store_true", help="measure the reading of each format instead")
    parser.add_argument("--rendered", type=Path, metavar="FOLDER", help="with --formats: real documents as well")
    parser.add_argument("--rounds", type=int, default=7, help="measured rounds (default 7)")
    parser.add_argument("--baseline-python", default=sys.executable, help="the Python that has markitdown")
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is exceeded")
    return parser.parse_args()


def ready_commands(arguments: argparse.Namespace) -> dict[str, list[str]]:
    """Return the commands by name; those that cannot run here are named on stderr and left out."""
    python, planalign = sys.executable, [sys.executable, "-m", "planalign"]
    commands = {HELP: [*planalign, "--help"], TYPER: [python, "-c", "import typer"], FLOOR: [python, "-c", "pass"]}
    files = [str(path) for path in arguments.files]
    if _ready(arguments.files, arguments.baseline_python, "markitdown"):
        commands[COMPARE] = [*planalign, "compare", *files, "--format", "json"]
        commands[MARKITDOWN] = [arguments.baseline_python, str(HERE / "baseline_markitdown.py"), *files]
        commands[DOCX] = [python, str(HERE / "baseline_docx.py"), *files]
    if _ready([arguments.pdf], python, "pdfplumber"):
        commands[PARSE] = [*planalign, "parse", str(arguments.pdf), "--format", "json"]
        commands[PDFPLUMBER] = [python, str(HERE / "baseline_pdfplumber.py"), str(arguments.pdf)]
    return commands


def _ready(files: Sequence[Path], python: str, library: str) -> bool:
    missing = [f"no such file: {path}" for path in files if not path.is_file()]
    find = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({library!r}) is None)"
    if subprocess.run([python, "-c", find], check=False).returncode:
        missing.append(f"{library} is not installed for {python}")
    for reason in missing:
        print(f"left out: {reason}", file=sys.stderr)
    return not missing


def print_commands(runs: Mapping[str, Sequence[Run]]) -> None:
    """Print the time of each command as a multiple of starting Python, and its memory in MiB."""
    floor = median_seconds(runs[FLOOR])
    print(f"{'command (medians)':<50}{'× start':>10}{'MiB':>10}")
    for name, mine in runs.items():
        print(f"{name:<50}{median_seconds(mine) / floor:>10.2f}{peak_memory(mine) / 2**20:>10.1f}")


def print_pairs(runs: Mapping[str, Sequence[Run]]) -> bool:
    """Print the ratio of each pair; return whether a bound is exceeded or could not be checked."""
    failed = False
    print(f"\n{'time':>6}  {'lowest–highest':>15}  {'memory':>6}  {'bound':<12}pair")
    for pair in PAIRS:
        if pair.ours not in runs:
            failed = failed or pair.bound is not None
            continue
        ratio = time_ratio(runs[pair.ours], runs[pair.other])
        memory = peak_memory(runs[pair.ours]) / peak_memory(runs[pair.other])
        exceeded = pair.bound is not None and ratio.median > pair.bound
        failed = failed or exceeded
        spread = f"{ratio.low:.2f}–{ratio.high:.2f}"
        numbers = f"{ratio.median:>6.2f}  {spread:>15}  {memory:>6.2f}"
        print(f"{numbers}  {_bound(pair, exceeded):<12}{pair.ours} / {pair.other}")
    return failed


def _bound(pair: Pair, exceeded: bool) -> str:
    if pair.bound is None:
        return ""
    return f"≤ {pair.bound:.2f} {'no' if exceeded else 'yes'}"


if __name__ == "__main__":
    sys.exit(main())
