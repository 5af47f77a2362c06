"""How fast a run over many documents is: cold, without changes, with one changed document, with more workers.

Usage: python -m benchmarks.corpus [--documents N ...] [--workers N ...] [--engine local|ray] [--tasks N]
  [--formats txt:70,docx:25] [--folder FOLDER]
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

from benchmarks.measure import gain
from benchmarks.plans import generate, shares


class Measured(NamedTuple):
    """One run."""

    seconds: float
    own: float
    """Processor seconds of the process that plans the work: what more workers do not make shorter."""
    children: float
    """Processor seconds of its children: other work on the machine changes them less than the time on the clock."""
    parent: float
    """Largest resident set of the process itself, in MiB."""
    child: float
    """Largest resident set of one of its children, in MiB; 0 where the system does not tell."""
    digest: str
    """Hash of the rows."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast a run over many documents is.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--engine", nargs="+", default=["local"], choices=["local", "ray"])
    parser.add_argument("--formats", default="txt:70,docx:25,pdf:5")
    parser.add_argument("--tasks", type=int, default=25)
    parser.add_argument("--folder", type=Path, help="where documents and results are written (default: a new one)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="planalign-bench-") as made:
        for count in arguments.documents:
            folder = (arguments.folder or Path(made)) / str(count)
            generate(folder / "plans", count, shares(arguments.formats), arguments.tasks)
            measure(folder, count, [(engine, number) for engine in arguments.engine for number in arguments.workers])


def measure(folder: Path, count: int, ways: list[tuple[str, int]]) -> None:
    """Print what runs over one folder take; their rows must be the same."""
    digests = set()
    for engine, workers in ways:
        if workers > 1:
            print(f"{workers} busy processes do here {gain(workers):.2f} times the work of one", flush=True)
        cold = _run(folder, engine, workers)
        digests.add(cold.digest)
        _print(f"{count} documents, {engine}, {workers} workers, cold", cold, count)
    _print(f"{count} documents, nothing new", _run(folder, *ways[0]), count)
    _change(folder / "plans")
    _print(f"{count} documents, one changed", _run(folder, *ways[0]), count)
    if len(digests) > 1:
        raise SystemExit("the rows differ between engines or numbers of workers")


def _run(folder: Path, engine: str, workers: int) -> Measured:
    store = folder / f"store-{engine}-{workers}"
    options = ["--store", str(store), "--engine", engine, "--workers", str(workers), "--format", "json", "--quiet"]
    command = [sys.executable, "-m", "benchmarks.corpus_run", "corpus", "build", str(folder / "plans"), *options]
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, check=True)
    seconds = time.perf_counter() - start
    taken = json.loads(result.stderr.splitlines()[-1])
    parent, child = taken["parent_kib"] / 1024, taken["child_kib"] / 1024
    return Measured(seconds, taken["own"], taken["children"], parent, child, json.loads(result.stdout)["digest"])


def _change(plans: Path) -> None:
    path = next(plans.rglob("town-*.txt"))
    path.write_text(path.read_text("utf-8").replace("制定本要点", "特制定本要点"), "utf-8")


def _print(name: str, run: Measured, count: int) -> None:
    rates = f"{run.seconds:.1f} s, {count / run.seconds:.1f} documents/s, cpu {run.own:.1f} s + {run.children:.1f} s"
    print(f"{name}: {rates}, parent {run.parent:.0f} MiB, child {run.child:.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
