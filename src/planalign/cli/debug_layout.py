"""`planalign parse --debug-layout`: for each document a file that shows what its parts were taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.cli.files import OUTLINE, PAGES
from planalign.cli.output import write_whole
from planalign.errors import PlanalignError, ReadError, UsageError
from planalign.model.block import Format

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.config import Settings
    from planalign.model.mark import Mark
    from planalign.model.plan import Plan
    from planalign.readers.page import Box

_PAGED = (Format.PDF, Format.OFD, Format.IMAGE)


class LayoutFolder:
    """The folder of these files, each named after its document."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        """Make the folder.

        Raises UsageError where it cannot be made.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"the folder cannot be made: {error.strerror}", where=str(folder)) from error
        self._folder, self._settings = folder, settings
        self._names: set[str] = set()

    def load(self, path: Path) -> Plan:
        """Read a document and write what its parts were taken for.

        Raises ReadError where the file cannot be read, or its pages cannot be drawn.
        """
        from planalign.pipeline import load_marked

        plan, marks = load_marked(path, self._settings)
        paged = Format(plan.source.format) in _PAGED
        text = self._pages(path, plan, marks) if paged else _outline(plan, marks, self._settings)
        write_whole(self._folder / self._name(path.name, PAGES if paged else OUTLINE), text)
        return plan

    def _name(self, document: str, ending: str) -> str:
        """Return a name that no other document of this run took; a case apart is none on some systems."""
        name, number = f"{document}{ending}", 1
        while name.casefold() in self._names:
            number += 1
            name = f"{document}.{number}{ending}"
        self._names.add(name.casefold())
        return name

    def _pages(self, path: Path, plan: Plan, marks: Sequence[Mark]) -> str:
        from planalign.readers.page_views import page_views
        from planalign.report.layout_pages import render

        views = page_views(path.read_bytes(), Format(plan.source.format), self._settings.limits, _covers(marks))
        try:
            return render(plan, marks, views, self._settings.lang)
        except PlanalignError:
            raise
        except Exception as error:
            # The libraries that draw may stumble where those that read do not; the other documents go on.
            what = f"the pages could not be drawn ({type(error).__name__})"
            raise ReadError(what, where=str(path), hint="leave out --debug-layout") from error


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
