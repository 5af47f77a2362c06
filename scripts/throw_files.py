"""Throw every file of a folder at planalign and say what became of them: nothing may crash, hang or leak."""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from build_hostile import build

from planalign.config import Limits, Settings
from planalign.errors import PlanalignError
from planalign.guarded import PLAN, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BROKEN = ("reading broke down", "the document could not be understood")
_STOPPED = ("reading took too",)


class Throw(NamedTuple):
    """What became of one file."""

    path: Path
    """The file."""
    became: str
    """`plan`, `other`, `refused`, `stopped` (time, memory) or `broken`."""
    what: str
    """What the message says; empty where there is none."""
    hint: str
    """What it says to do."""
    seconds: float
    """How long it took."""


def main(arguments: list[str] | None = None) -> int:
    """Throw all files of a folder; exit code 1 where anything broke or stayed behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="by default all hostile files, built for this run")
    parser.add_argument("--seconds", type=float, default=60, help="time for one file")
    parser.add_argument("--no-ocr", action="store_true", help="do not recognise the text of pictures")
    parser.add_argument("--show", choices=["all", "bad"], default="bad", help="which files to name")
    wishes = parser.parse_args(arguments)
    limits = Limits(seconds=wishes.seconds, ocr=not wishes.no_ocr)
    with tempfile.TemporaryDirectory() as files, tempfile.TemporaryDirectory() as private:
        folder = wishes.folder or _built(Path(files))
        tempfile.tempdir = private
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        return _throw_all(paths, Settings(limits=limits), show_all=wishes.show == "all")


def _built(folder: Path) -> Path:
    build(folder)
    return folder


def _throw_all(paths: list[Path], settings: Settings, *, show_all: bool) -> int:
    before = _left_behind()
    throws = []
    for throw in thrown(paths, settings):
        throws.append(throw)
        if show_all or throw.became in {"broken", "stopped"}:
            name = throw.path.name
            print(f"{throw.became:8}{throw.seconds:7.2f} s  {name}  {throw.what} ({throw.hint})", flush=True)
    left = [after - earlier for earlier, after in zip(before, _left_behind(), strict=True)]
    _report(throws, left)
    return int(any(left) or any(throw.became == "broken" for throw in throws))


def thrown(paths: Iterable[Path], settings: Settings, work: str = PLAN) -> Iterator[Throw]:
    """Yield what becomes of each file; work: what the guarded child does with it."""
    with Reading(work, settings) as reading:
        for path in paths:
            begin = time.monotonic()
            became = _became(reading, path)
            yield Throw(path, *became, time.monotonic() - begin)


def _became(reading: Reading, path: Path) -> tuple[str, str, str]:
    try:
        plan = reading.plan(path)
    except PlanalignError as error:
        kinds = {"broken": _BROKEN, "stopped": _STOPPED, "refused": ("",)}
        kind = next(kind for kind, beginnings in kinds.items() if error.what.startswith(beginnings))
        return kind, error.what, error.hint
    return ("plan" if plan.tasks else "other"), "", ""


def _left_behind() -> tuple[int, int]:
    """Return how many temporary files of ours and open file handles there are."""
    files = sum(1 for _ in Path(tempfile.gettempdir()).iterdir())
    return files, len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a handle is no path


def _report(throws: list[Throw], left: list[int]) -> None:
    counts = Counter(throw.became for throw in throws)
    print(f"{len(throws)} files: {', '.join(f'{count} {name}' for name, count in counts.most_common())}")
    slowest = sorted(throws, key=lambda throw: -throw.seconds)[:5]
    print("slowest:", ", ".join(f"{throw.path.name} {throw.seconds:.1f} s" for throw in slowest))
    mebibytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"largest child {mebibytes} MiB, temporary files left {left[0]}, file handles left {left[1]}")


if __name__ == "__main__":
    sys.exit(main())
