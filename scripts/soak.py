"""Read many documents in one process and show that neither memory nor file handles grow."""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from planalign.config import Limits, Settings
from planalign.errors import PlanalignError
from planalign.guarded import PLAN, Reading

ROOT = Path(__file__).resolve().parent.parent
PARTS = 10
"""How often the figures are taken."""
MOST_GROWTH = 1.05
"""By how much memory may grow from the second look to the last."""
_FORMATS = (".docx", ".html", ".txt", ".doc", ".odt")
_DAMAGED = b"PK\x03\x04 no package"


class Look(NamedTuple):
    """What the process holds at one moment."""

    documents: int
    """Documents read so far."""
    mebibytes: float
    """Its memory."""
    handles: int
    """Its open file handles."""
    left: int
    """Temporary files that lie about."""


def main(arguments: list[str] | None = None) -> int:
    """Read our own documents again and again; exit code 1 where something grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpora" / "jiangcheng")
    wishes = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as private:
        tempfile.tempdir = private
        looks = soak(_documents(wishes.corpus, Path(private)), wishes.documents)
    print("documents    MiB  handles  left")
    for look in looks:
        print(f"{look.documents:9} {look.mebibytes:6.1f} {look.handles:8} {look.left:5}")
    print(f"largest child {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB")
    return int(not is_flat(looks))


def soak(paths: list[Path], documents: int) -> list[Look]:
    """Return what was held at ten moments of reading so many documents."""
    looks = []
    start = _left()
    with Reading(PLAN, Settings(limits=Limits(ocr=False))) as reading:
        for number in range(1, documents + 1):
            try:
                reading.plan(paths[number % len(paths)])
            except PlanalignError as error:
                if "understood" in error.what or "broke" in error.what:
                    raise
            if number % max(documents // PARTS, 1) == 0:
                looks.append(_look(number, start))
    return looks


def is_flat(looks: list[Look]) -> bool:
    """Return whether nothing grew after the first tenth, in which caches fill."""
    first, last = looks[min(1, len(looks) - 1)], looks[-1]
    return last.mebibytes <= first.mebibytes * MOST_GROWTH and last.handles == first.handles and last.left == first.left


def _documents(corpus: Path, folder: Path) -> list[Path]:
    """Return our own documents in the quick formats, and one that cannot be read."""
    damaged = folder / "damaged.docx"
    damaged.write_bytes(_DAMAGED)
    found = [path for path in sorted(corpus.iterdir()) if path.suffix in _FORMATS and path.stat().st_size < 2**17]
    return [*found, damaged]


def _look(number: int, start: int) -> Look:
    pages = int(Path("/proc/self/statm").read_bytes().split()[1])
    handles = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a handle is no path
    return Look(number, pages * os.sysconf("SC_PAGE_SIZE") / 2**20, handles, _left() - start)


def _left() -> int:
    return sum(1 for _ in Path(tempfile.gettempdir()).iterdir())


if __name__ == "__main__":
    sys.exit(main())
