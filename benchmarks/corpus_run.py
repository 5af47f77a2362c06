"""One `planalign corpus` call, measured; prints what it took as a line of JSON on standard error.

Usage: python -m benchmarks.corpus_run ARGUMENT...
"""

from __future__ import annotations

import json
import resource
import sys
import threading
from pathlib import Path

from planalign.cli.app import run
from planalign.errors import ExitCode

_EVERY = 0.1
"""Seconds between two looks at the children."""


def main() -> int:
    """Run, watch the children, print."""
    over = threading.Event()
    peaks: list[int] = [0]
    threading.Thread(target=_watch, args=(over, peaks), daemon=True).start()
    code = run(sys.argv[1:])
    over.set()
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    taken = {
        "own": own.ru_utime + own.ru_stime,
        "children": children.ru_utime + children.ru_stime,
        "parent_kib": own.ru_maxrss,
        "child_kib": max(peaks),
    }
    sys.stderr.write(json.dumps(taken))
    return 0 if code in {ExitCode.OK, ExitCode.INCOMPLETE} else 1


def _watch(over: threading.Event, peaks: list[int]) -> None:
    """Note the largest resident set of any child; ru_maxrss would hold that of this process when it made the child."""
    while not over.wait(_EVERY):
        for children in Path("/proc/self/task").glob("*/children"):
            peaks.extend(_peak(child) for child in _text(children).split())
        peaks[:] = [max(peaks)]


def _peak(child: str) -> int:
    lines = _text(Path("/proc") / child / "status").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def _text(path: Path) -> str:
    """Return a file of the system; nothing where the process has ended."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
