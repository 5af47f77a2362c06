"""Run commands in turn, each in a new process, and take time and peak memory of each run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BUSY = "for _ in range(20_000_000): pass"
_LOOKS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one command."""

    seconds: float
    """Wall time from start to end of the process."""
    memory: int
    """Largest resident set, in bytes; a command smaller than this program counts as large as it (Linux hands it on)."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How one command compares with another, from the rounds in which both ran."""

    median: float
    low: float
    high: float


def run_once(command: Sequence[str]) -> Run:
    """Run a command to its end; raises SystemExit where it fails."""
    start = time.perf_counter()
    # The output is not read: reading would compete with the command for the processor.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # wait4 gives the usage of this child alone; getrusage would give the largest child so far.
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(command)}")
    # Linux counts in KiB, macOS in bytes.
    return Run(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def run_rounds(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """Run all commands once unmeasured, to warm the file cache and write byte code, then `rounds` times in turn."""
    for command in commands.values():
        run_once(command)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run_once(command))
    return runs


def time_ratio(ours: Sequence[Run], theirs: Sequence[Run]) -> Ratio:
    """Compare the times round by round, so that a slow moment of the machine touches both."""
    ratios = sorted(our.seconds / their.seconds for our, their in zip(ours, theirs, strict=True))
    return Ratio(statistics.median(ratios), ratios[0], ratios[-1])


def gain(processes: int) -> float:
    """Return how many times the work of one busy process the machine does in so many: the most that workers can gain.

    Two processors of a virtual machine may be one of the real one, or others may be at work on them.
    """
    ratios = [processes * _busy(1) / _busy(processes) for _ in range(_LOOKS)]
    return statistics.median(ratios)


def _busy(processes: int) -> float:
    start = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", _BUSY]) for _ in range(processes)]
    for process in running:
        process.wait()
    return time.perf_counter() - start


def median_seconds(runs: Sequence[Run]) -> float:
    """Return the median time, in seconds."""
    return statistics.median(run.seconds for run in runs)


def peak_memory(runs: Sequence[Run]) -> int:
    """Return the median of the largest resident sets, in bytes."""
    return int(statistics.median(run.memory for run in runs))
