"""Progress bars of a run over many documents, with the number of those that failed."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, Self

from planalign.cli.language import said
from planalign.cli.progress import PATIENCE

if TYPE_CHECKING:
    from types import TracebackType

    import rich.progress


class RunProgress:
    """A bar for each stage on standard error, only on a terminal and only for work that takes longer than a second."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Prepare bars that are not shown yet."""
        self._silent = quiet or not sys.stderr.isatty()
        self._begin = time.monotonic()
        self._bar: rich.progress.Progress | None = None
        self._lock = threading.Lock()
        self._stage, self._total, self._done, self._failed = "", 0, 0, 0

    def begin(self, stage: str, total: int) -> None:
        """Begin a stage: read or judge."""
        with self._lock:
            self._stop()
            self._stage, self._total, self._done, self._failed = stage, total, 0, 0

    def done(self, good: bool) -> None:
        """Count a document."""
        with self._lock:
            self._done += 1
            self._failed += not good
            if self._silent or time.monotonic() - self._begin < PATIENCE:
                return
            if self._bar is None:
                self._bar = _started(self._total)
            self._bar.update(self._bar.task_ids[0], completed=self._done, description=self._described())

    def _described(self) -> str:
        names = {"read": said("读取文件"), "judge": said("比对", "corpus")}
        if not self._failed:
            return names[self._stage]
        failed = self._failed
        return names[self._stage] + said("（失败 {failed}）", failed=failed)

    def _stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self._stop()


def _started(total: int) -> rich.progress.Progress:
    """Return a running bar that vanishes at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
