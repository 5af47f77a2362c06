"""What `--verbose` tells on standard error: what was read, which settings are in force, how long each step took."""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from planalign.cli.language import said
from planalign.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from planalign.model.plan import Plan

_ON: ContextVar[bool] = ContextVar("verbose", default=False)


def tell_steps(verbose: bool) -> None:
    """Tell the steps of this run, or tell none."""
    _ON.set(verbose)


def note(sentence: str) -> None:
    """Tell a sentence where the steps are wanted."""
    if _ON.get():
        tell(sentence)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Tell how long a step took, where the steps are wanted."""
    begin = time.perf_counter()
    yield
    note(_timed(name, begin))


@contextmanager
def read_step(path: Path, found: Sequence[object]) -> Iterator[None]:
    """Tell how large a file is and how long reading it took, and of a plan that was found what it holds."""
    begin = time.perf_counter()
    yield
    if not _ON.get():
        return
    from planalign.model.plan import Plan

    note(_timed(said("读取 {path}", path=path), begin) + _size(path))
    for plan in found:
        if isinstance(plan, Plan):
            _note_plan(plan)


def _note_plan(plan: Plan) -> None:
    tasks, clauses = len(plan.tasks), sum(len(task.clauses) for task in plan.tasks)
    rows, skipped = sum(len(annex.rows) for annex in plan.annexes), len(plan.skipped)
    kind, hashed = f"{plan.source.format} {plan.kind}", plan.source.sha256[:16]
    note(
        said(
            "　{kind}，sha256 {hashed}；任务 {tasks}，条款 {clauses}，附表行 {rows}，未能识别或需核对 {skipped}",
            kind=kind,
            hashed=hashed,
            tasks=tasks,
            clauses=clauses,
            rows=rows,
            skipped=skipped,
        )
    )


def _timed(name: str, begin: float) -> str:
    seconds = f"{time.perf_counter() - begin:.2f}"
    return said("{name}：{seconds} 秒", name=name, seconds=seconds)


def _size(path: Path) -> str:
    try:
        size = path.stat().st_size
    except OSError:
        return ""
    return said("，{size} 字节", size=size)
