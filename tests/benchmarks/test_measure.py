"""The benchmarks measure single processes and compare them round by round."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.measure import Ratio, Run, peak_memory, run_once, run_rounds, time_ratio

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs wait4")

ROOT = Path(__file__).resolve().parents[2]
MEASURING = """
import sys
from benchmarks.measure import run_once
for code in ("block = b'x' * (256 * 2**20)", "pass"):
    print(run_once([sys.executable, "-c", code]).memory)
"""


def test_memory_is_that_of_the_process() -> None:
    """A process that holds 256 MiB is seen to hold them, and a small one after it is not."""
    # Measured from a small process, since a command counts at least as large as the process that starts it.
    done = subprocess.run([sys.executable, "-c", MEASURING], cwd=ROOT, capture_output=True, text=True, check=True)
    large, small = map(int, done.stdout.split())

    assert large > 256 * 2**20
    assert small < large


def test_failing_command_ends_the_run() -> None:
    """A command that fails is named with its exit code: its time would mean nothing."""
    with pytest.raises(SystemExit, match="exit code 3"):
        run_once([sys.executable, "-c", "raise SystemExit(3)"])


def test_every_command_runs_in_every_round() -> None:
    """All commands have as many runs as there are rounds."""
    command = [sys.executable, "-c", "pass"]

    assert [2, 2] == [len(runs) for runs in run_rounds({"a": command, "b": command}, 2).values()]


def test_ratio_is_taken_within_rounds() -> None:
    """A slow round that slows both sides does not move the ratio."""
    ours = [Run(1.0, 10), Run(10.0, 30), Run(1.5, 20)]
    theirs = [Run(2.0, 1), Run(20.0, 1), Run(2.0, 1)]

    assert Ratio(0.5, 0.5, 0.75) == time_ratio(ours, theirs)
    assert peak_memory(ours) == 20
