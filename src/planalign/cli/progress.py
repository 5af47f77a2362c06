"""A progress bar on standard error, only on a terminal and only for work that takes longer than a second."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from planalign.cli.language import said
from planalign.cli.steps import step
from planalign.readers.steps import listening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    import rich.progress

PATIENCE = 1.0
"""Seconds of work before a bar appears."""


class Progress:
    """Counts steps; the bar appears at the first step after the patience is over."""

    def __init__(self, description: str, total: int, *, quiet: bool = False) -> None:
        """Prepare a bar that is not shown yet."""
        self._description = description
        self._total = total
        self._silent = quiet or not sys.stderr.isatty()
        self._begin = time.monotonic()
        self._bar: rich.progress.Progress | None = None
        self._done = 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """Count one step."""
        self._done += 1
        self._show(self._done)

    def within(self, done: int, total: int) -> None:
        """Show how far the step at work has come, where it tells so itself: pages of a scan."""
        self._show(self._done + done / total)

    def _show(self, completed: float) -> None:
        if self._silent or time.monotonic() - self._begin < PATIENCE:
            return
        if self._bar is None:
            self._bar = _started(self._description, self._total)
        self._bar.update(self._bar.task_ids[0], completed=completed)


@contextmanager
def comparing(*, quiet: bool) -> Iterator[None]:
    """Show how many of several comparisons are done, and tell how long they took."""
    name = said("比对")
    with step(name), Progress(name, 1, quiet=quiet) as bar, listening(bar.within):
        yield


def _started(description: str, total: int) -> rich.progress.Progress:
    """Return a running bar that vanishes at the end."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    bar.add_task(description, total=total)
    bar.start()
    return bar
