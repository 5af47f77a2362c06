"""Where parsed documents go: lines leave at once, every other format is written at the end."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO, Self

from planalign.cli.language import said
from planalign.cli.output import drafted, emit, target_file, target_format, tell, write_whole
from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.report.formats import plan_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from planalign.model.plan import Plan
    from planalign.report.look import Look

_LINES = "jsonl"
_SHAPED = {"json", "xlsx"}
"""Formats of a shape that stands without any document too."""


class PlanOutputs:
    """Standard output and the files asked for; files of lines are drafts until all documents are read."""

    def __init__(self, form: str, targets: Sequence[Path], look: Look, *, several: bool, quiet: bool) -> None:
        """Prepare the outputs; `several` makes JSON a list, whatever could be read."""
        if form == "xlsx" and sys.stdout.isatty():
            raise UsageError(english("a workbook is nothing to show in a terminal"), hint=english("-o NAME.xlsx"))
        self._form, self._look, self._several, self._quiet = form, look, several, quiet
        self._lined = [target_file(target) for target in targets if target_format(target) == _LINES]
        self._rest = [target for target in targets if target_format(target) != _LINES]
        self._keeps = form != _LINES or bool(self._rest)
        self._plans: list[Plan] = []
        self._drafts = ExitStack()
        self._open: list[BinaryIO] = []
        self._unheard: BrokenPipeError | None = None
        """That the reader of standard output went away, while files are still to be written."""

    def __enter__(self) -> Self:
        """Open the drafts: all of them, or none where one cannot be."""
        with ExitStack() as opening:
            self._open = [opening.enter_context(drafted(target)) for target in self._lined]
            self._drafts = opening.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the drafts in their places, or throw them away where something failed.

        Raises BrokenPipeError where the reader of standard output went away before them.
        """
        self._drafts.__exit__(kind, error, trace)
        if error is None:
            self._tell(self._lined)
            if self._unheard is not None:
                raise self._unheard

    def take(self, plan: Plan) -> None:
        """Write the line of a plan, and keep the plan where another format needs it."""
        if self._keeps:
            self._plans.append(plan)
        if self._form != _LINES and not self._open:
            return
        line = self._rendered([plan], _LINES)
        if self._form == _LINES:
            self._print(line)
        for file in self._open:
            file.write(line if isinstance(line, bytes) else line.encode())

    def finish(self) -> None:
        """Print what is no line, and write the files: all of them made before the first is written.

        Where the one document asked for could not be read there is nothing to print and to write.
        """
        if not self._plans and not self._several:
            return
        made = {target_file(target): self._rendered(self._plans, target_format(target)) for target in self._rest}
        for file, content in made.items():
            write_whole(file, content)
        if self._form != _LINES and (self._plans or self._form in _SHAPED):
            self._print(self._rendered(self._plans, self._form))
        self._tell(made)

    def _print(self, text: str | bytes) -> None:
        """Print a text; where nobody reads it any more, go on only for the sake of files that were asked for."""
        try:
            if self._unheard is None:
                emit(text)
        except BrokenPipeError as error:
            if not (self._lined or self._rest):
                raise
            self._unheard = error

    def _rendered(self, plans: Sequence[Plan], form: str) -> str | bytes:
        if form == "json" and self._several:
            from planalign.report.plan_record import render_list

            return render_list(plans)
        return plan_report(form)(plans, self._look)

    def _tell(self, files: Iterable[Path]) -> None:
        for file in files:
            if not self._quiet:
                tell(said("已写入 {file}", file=file))
