"""The benchmarks measure single processes and compare them round by round."""

from __future__ import annotations

import sys

import pytest
from benchmarks.measure import Ratio, Run, peak_memory, run_once, run_rounds, time_ratio

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs wait4")


def test_memory_is_that_of_the_process() -> None:
    """A process that holds 256 MiB is seen to hold them, and a small one after it is not."""
    large = run_once([sys.executable, "-c", "block = b'x' * (256 * 2**20)"])
    small = run_once([sys.executable, "-c", "pass"])

    assert large.memory > 256 * 2**20
    assert small.memory < large.memory


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
