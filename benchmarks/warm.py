"""What a comparison costs in a process that is running already, and how it grows with the plans.

Usage: python -m benchmarks.warm PARENT CHILD
Both are read and compared once unmeasured, then the least of several times counts, in seconds of the processor, so that
other work on the machine counts little.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.pipeline.comparing import compare
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.plan import Plan, Task

ROUNDS = 5
GROWTH = (1, 2, 4)
"""How many times as long the plans are made."""


def main(parent: str, child: str) -> None:
    """Measure and print."""
    paths = Path(parent), Path(child)
    upper, lower = load(paths[0]), load(paths[1])
    reading = least_seconds(lambda: [load(path) for path in paths])
    comparing = least_seconds(lambda: compare(upper, lower))
    print(f"\nin one process, warm: read and parse both {1000 * reading:.0f} ms, compare {1000 * comparing:.0f} ms")
    for times in GROWTH:
        print(growth_line(*(enlarged(plan, times) for plan in (upper, lower))))


def least_seconds(call: Callable[[], object]) -> float:
    """Return the least time of several calls, in seconds of the processor; the first call is not counted."""
    call()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def growth_line(parent: Plan, child: Plan) -> str:
    """Say what aligning two plans costs for each pair of clauses."""
    seconds = least_seconds(lambda: align(parent, child, AlignSettings()))
    clauses = [sum(len(task.clauses) for task in plan.tasks) for plan in (parent, child)]
    pairs = clauses[0] * clauses[1]
    sizes = f"{clauses[0]} × {clauses[1]} clauses"
    return f"align {sizes:<22}{1000 * seconds:>8.0f} ms{1e6 * seconds / pairs:>8.1f} µs a pair"


def enlarged(plan: Plan, times: int) -> Plan:
    """Return a plan that holds each task several times, under ids of their own."""
    copies = [_copy(task, number) for number in range(times) for task in plan.tasks]
    return plan.model_copy(update={"tasks": tuple(copies)})


def _copy(task: Task, number: int) -> Task:
    if not number:
        return task
    clauses = tuple(clause.model_copy(update={"id": f"{clause.id}-{number}"}) for clause in task.clauses)
    return task.model_copy(update={"id": f"{task.id}-{number}", "clauses": clauses})


if __name__ == "__main__":
    main(*sys.argv[1:])
