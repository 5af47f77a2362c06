"""How many function calls a cold comparison takes, imports and all.

Usage: PYTHONHASHSEED=0 python -m benchmarks.calls PARENT CHILD
Unlike seconds the number belongs to the code and the version of Python, not to the machine and what else it does, so
that a test can hold it (tests/benchmarks/test_calls.py).
"""

from __future__ import annotations

import cProfile
import sys


def main(parent: str, child: str) -> None:
    """Compare two files under the profiler and print the number of calls."""
    profile = cProfile.Profile()
    with profile:
        # Imported here: importing is part of the cost. Read without the child process, in which calls are not seen.
        from planalign.pipeline.comparing import compare_files
        from planalign.report.comparison_record import render
        from planalign.report.look import Look

        render(compare_files(parent, child), Look())
    print(sum(entry.callcount for entry in profile.getstats()))


if __name__ == "__main__":
    main(*sys.argv[1:])
