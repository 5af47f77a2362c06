"""How fast a run over many documents is: cold, without changes, with one changed document, with more workers.

Usage: python -m benchmarks.corpus [--documents N ...] [--workers N ...] [--formats txt:70,docx:25] [--folder FOLDER]
Documents are generated. Every run is a new process; seconds depend on the machine and promise nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.plans import generate

PROGRAM = """
import json, resource, sys
from planalign.cli.app import run
code = run(sys.argv[1:])
usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
cpu = sum(usage.ru_utime + usage.ru_stime for usage in usages)
sys.stderr.write(json.dumps([cpu, *(usage.ru_maxrss for usage in usages)]))
sys.exit(code if code in (0, 3) else 1)
"""


class Measured(NamedTuple):
    """One run."""

    seconds: float
    cpu: float
    """Processor seconds of the process and its children: other work on the machine changes them less."""
    parent: float
    """Largest resident set of the process itself, in MiB."""
    child: float
    """Largest resident set of one of its children, in MiB."""
    digest: str
    """Hash of the rows."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast a run over many documents is.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--formats", default="txt:70,docx:25,pdf:5")
    parser.add_argument("--tasks", type=int, default=25)
    parser.add_argument("--folder", type=Path, help="where documents and results are written (default: a new one)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="planalign-bench-") as made:
        for count in arguments.documents:
            folder = (arguments.folder or Path(made)) / str(count)
            formats = [name for part in arguments.formats.split(",") for name in _repeated(part)]
            generate(folder / "plans", count, formats, arguments.tasks)
            measure(folder, count, arguments.workers)


def measure(folder: Path, count: int, workers: list[int]) -> None:
    """Print what runs over one folder take; their rows must be the same."""
    digests = set()
    for number in workers:
        cold = _run(folder / "plans", folder / f"store-{number}", number)
        digests.add(cold.digest)
        _print(f"{count} documents, {number} workers, cold", cold, count)
    store = folder / f"store-{workers[-1]}"
    _print(f"{count} documents, nothing new", _run(folder / "plans", store, workers[-1]), count)
    _change(folder / "plans")
    _print(f"{count} documents, one changed", _run(folder / "plans", store, workers[-1]), count)
    if len(digests) > 1:
        raise SystemExit("the rows differ between numbers of workers")


def _run(plans: Path, store: Path, workers: int) -> Measured:
    options = ["corpus", "build", str(plans), "--store", str(store), "--workers", str(workers), "--format", "json"]
    start = time.perf_counter()
    command = [sys.executable, "-c", PROGRAM, *options, "--quiet"]
    result = subprocess.run(command, capture_output=True, check=True)
    seconds = time.perf_counter() - start
    cpu, parent, child = json.loads(result.stderr.splitlines()[-1])
    return Measured(seconds, cpu, parent / 1024, child / 1024, json.loads(result.stdout)["digest"])


def _change(plans: Path) -> None:
    path = next(plans.rglob("town-*.txt"))
    path.write_text(path.read_text("utf-8").replace("制定本要点", "特制定本要点"), "utf-8")


def _print(name: str, run: Measured, count: int) -> None:
    rates = f"{run.seconds:.1f} s, {count / run.seconds:.1f} documents/s, {run.cpu:.1f} cpu s"
    print(f"{name}: {rates}, parent {run.parent:.0f} MiB, child {run.child:.0f} MiB", flush=True)


def _repeated(part: str) -> list[str]:
    name, _, share = part.partition(":")
    return [name] * int(share or 1)


if __name__ == "__main__":
    main()
