"""How many function calls a cold comparison takes, imports and all.

Usage: PYTHONHASHSEED=0 python -m benchmarks.calls PARENT CHILD
Unlike seconds the number belongs to the code and the version of Python, not to the machine and what else it does, so
that a test can hold it (tests/benchmarks/test_calls.py).
"""

from __future__ import annotations

import contextlib
import cProfile
import io
import sys


def main(parent: str, child: str) -> None:
    """Compare two files under the profiler and print the number of calls."""
    profile = cProfile.Profile()
    with profile, contextlib.redirect_stdout(io.StringIO()):
        # Imported here: importing is part of the cost.
        from planalign.cli.app import run

        code = run(["compare", parent, child, "--format", "json", "--isolated"])
    if code:
        raise SystemExit(code)
    print(sum(entry.callcount for entry in profile.getstats()))


if __name__ == "__main__":
    main(*sys.argv[1:])
