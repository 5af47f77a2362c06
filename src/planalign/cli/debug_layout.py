"""`planalign parse --debug-layout`: for each document a file that shows what its parts were taken for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from planalign.cli.files import OUTLINE, PAGES
from planalign.cli.output import write_whole
from planalign.errors import PlanalignError, ReadError, UsageError
from planalign.guarded import Reading, reply
from planalign.model.block import Format
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from planalign.config import Settings
    from planalign.guarded import Listener
    from planalign.model.mark import Mark
    from planalign.model.plan import Plan
    from planalign.readers.page import Box

_WORK = "planalign.cli.debug_layout:layout"
_PAGED = (Format.PDF, Format.OFD, Format.IMAGE)


class LayoutFolder:
    """The folder of these files, each named after its document."""

    def __init__(self, folder: Path, settings: Settings, inputs: Iterable[Path] = ()) -> None:
        """Make the folder.

        Raises UsageError where it cannot be made, or where a file of it that is read could be overwritten.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                english("the folder cannot be made: {why}", why=error.strerror), where=str(folder)
            ) from error
        _refuse_inputs(folder, inputs)
        self._folder = folder
        self._reading = Reading(_WORK, settings)
        self._names: set[str] = set()

    def plan(self, path: Path, listener: Listener | None = None) -> Plan:
        """Read a document and write what its parts were taken for.

        Raises ReadError where the file cannot be read, or its pages cannot be drawn.
        """
        from planalign.model.plan import Plan

        head, _, text = self._reading.answer(path, listener).partition(b"\n")
        plan = Plan.model_validate_json(head)
        ending = PAGES if Format(plan.source.format) in _PAGED else OUTLINE
        write_whole(self._folder / self._name(path.name, ending), text)
        return plan

    def __enter__(self) -> Self:
        """Return the folder."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child that reads."""
        self._reading.close()

    def _name(self, document: str, ending: str) -> str:
        """Return a name that no other document of this run took; a case apart is none on some systems."""
        name, number = f"{document}{ending}", 1
        while name.casefold() in self._names:
            number += 1
            name = f"{document}.{number}{ending}"
        self._names.add(name.casefold())
        return name


def _refuse_inputs(folder: Path, inputs: Iterable[Path]) -> None:
    """Refuse inputs that are called like what is written into this folder; what their own outputs are is known late."""
    place = os.path.realpath(folder)
    for path in inputs:
        parent, name = os.path.split(os.path.realpath(path))
        if parent == place and name.endswith((OUTLINE, PAGES)):
            hint = english("choose another name")
            raise UsageError(english("the output would overwrite an input"), where=str(path), hint=hint)


def layout(request: bytes) -> bytes:
    """Read a document as a plan, and show what its parts were taken for: the work of the child."""
    return reply(request, lambda path, settings, _: _laid_out(path, settings))


def _laid_out(path: Path, settings: Settings) -> bytes:
    """Return the plan in one line of JSON, and below it the text that shows its parts."""
    from planalign.pipeline.loading import load_marked

    plan, marks = load_marked(path, settings)
    paged = Format(plan.source.format) in _PAGED
    text = _pages(path, plan, marks, settings) if paged else _outline(plan, marks, settings)
    return f"{plan.model_dump_json()}\n{text}".encode()


def _pages(path: Path, plan: Plan, marks: Sequence[Mark], settings: Settings) -> str:
    from planalign.readers.page_views import page_views
    from planalign.report.layout_pages import render

    views = page_views(path.read_bytes(), Format(plan.source.format), settings.limits, _covers(marks))
    try:
        return render(plan, marks, views, settings.lang)
    except (PlanalignError, MemoryError):
        raise
    except Exception as error:
        # The libraries that draw may stumble where those that read do not; the other documents go on.
        what = english("the pages could not be drawn ({kind})", kind=type(error).__name__)
        raise ReadError(what, where=str(path), hint=english("leave out --debug-layout")) from error


def _outline(plan: Plan, marks: Sequence[Mark], settings: Settings) -> str:
    from planalign.report.layout_outline import render

    return render(plan, marks, settings.lang)


def _covers(marks: Sequence[Mark]) -> dict[int, list[Box]]:
    """Return the boxes of what holds names or telephone numbers, by page."""
    covers: dict[int, list[Box]] = {}
    for place in (place for mark in marks if mark.private for place in mark.places):
        if place.page is not None and place.box is not None:
            covers.setdefault(place.page, []).append(place.box)
    return covers
