"""Take one file in a process of its own, again and again, and print the time of a call and the peak memory as JSON.

Usage: python -m benchmarks.one_file CALL FILE, where CALL is `reader`, `whole` (reader and parser) or a name of CALLS.
The first call is not counted: it imports and warms up. Seconds are the least of the others, and those of the processor,
so that other work on the machine counts little; recognition, which uses several processors, is counted in full.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.bare import CALLS

if TYPE_CHECKING:
    from collections.abc import Callable

ENOUGH = 0.5
"""Seconds after which no further call is made."""


def main(name: str, file: str) -> None:
    """Measure and print."""
    # rapidocr tells which models it loads.
    logging.disable(logging.INFO)
    call, path = _ours(name) or CALLS[name], Path(file)
    call(path)
    times: list[float] = []
    while sum(times) < ENOUGH:
        start = time.process_time()
        call(path)
        times.append(time.process_time() - start)
    # Linux counts in KiB, macOS in bytes.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    json.dump({"seconds": min(times), "memory": memory}, sys.stdout)


def _ours(name: str) -> Callable[[Path], Any] | None:
    if name == "reader":
        from planalign.config import Limits
        from planalign.readers.registry import read

        return lambda path: read(path, Limits())
    if name == "whole":
        from planalign.pipeline.loading import load

        return load
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
