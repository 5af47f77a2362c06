"""Pictures of pages to pages, one after the other, with what a person should look at again."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from planalign.guard import extend
from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.sentence import english
from planalign.readers.ocr_engine import is_installed
from planalign.readers.ocr_slips import doubts
from planalign.readers.steps import step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.config import Limits
    from planalign.model.block import Furniture
    from planalign.readers.ocr_page import Seen
    from planalign.readers.ocr_picture import Picture
    from planalign.readers.page import Page

_INSTALL = english("pip install 'planalign[ocr]', or recognise its text (OCR) elsewhere and save that as TXT or PDF")
_ALLOW = english("leave out --no-ocr, or recognise its text (OCR) elsewhere and save that as TXT or PDF")
# What loading the models may take, besides the time for each page.
_START_SECONDS = 60


@dataclass(slots=True)
class Recognised:
    """The pages that were recognised, by number, and what was not or is in doubt."""

    pages: dict[int, Page] = field(default_factory=dict)
    notes: list[Skipped] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether no picture was looked at."""
        return not self.pages and not self.notes

    @property
    def unread(self) -> set[int | None]:
        """Numbers of the pages of which nothing was read."""
        return {note.location.page for note in self.notes if note.kind is SkipKind.UNREAD}


def ocr_hint(limits: Limits) -> str:
    """Return what to do about a document that is a picture and may not be read."""
    return _INSTALL if limits.ocr else _ALLOW


def may_recognise(limits: Limits) -> bool:
    """Return whether pictures are to be read and can be."""
    return limits.ocr and is_installed()


def recognise(pictures: Iterable[tuple[int, Picture]], numbers: Sequence[int], limits: Limits) -> Recognised:
    """Return what the pictures of the pages of these numbers show; no picture stops the others."""
    result = Recognised()
    allowed = _START_SECONDS + min(len(numbers), limits.max_ocr_pages) * limits.ocr_seconds
    extend(allowed + limits.ocr_seconds, limits.extra_memory)
    end = time.monotonic() + allowed
    done = 0
    # What is beyond the limits is not even unpacked.
    for done, (number, picture) in enumerate(islice(pictures, limits.max_ocr_pages), start=1):
        _look(result, number, picture)
        step(done, len(numbers))
        if time.monotonic() > end:
            break
    too_many = english("it was not recognised, for there are too many pictures")
    result.notes.extend(_unread(number, too_many) for number in numbers[done:])
    return result


def _look(result: Recognised, number: int, picture: Picture) -> None:
    from planalign.readers.ocr_page import see

    try:
        seen = see(picture, number)
    except Exception as error:  # noqa: BLE001 - whatever the libraries stumble over, the other pages are read
        result.notes.append(_unread(number, english("its recognition failed ({kind})", kind=type(error).__name__)))
        return
    result.pages[number] = seen.page
    result.notes.extend(_doubtful(number, seen.seen))
    result.notes.extend(_dim(number, seen.dim))
    if not seen.seen and not seen.page.blank:
        result.notes.append(_unread(number, english("no text was recognised on it")))


def settle(pages: Sequence[Page], recognised: Recognised) -> list[Page]:
    """Return all pages with those that were recognised in their places, their sizes evened out."""
    if not recognised.pages:
        return list(pages)
    from planalign.readers.ocr_chars import settled

    merged = [recognised.pages.get(page.number, page) for page in pages]
    return settled(merged, frozenset(recognised.pages))


def without_margins(notes: Iterable[Skipped], furniture: Iterable[Furniture]) -> list[Skipped]:
    """Return the notes apart from doubts about page numbers and running headers."""
    margins = {(record.location.page, "".join(record.text.split())) for record in furniture}
    return [note for note in notes if not note.text or (note.location.page, note.text) not in margins]


def _unread(number: int, why: str) -> Skipped:
    reason = english("page {page} is a picture: {why}", page=number, why=why)
    return Skipped(location=Location(page=number), reason=reason, kind=SkipKind.UNREAD)


def _doubtful(number: int, seen: Iterable[Seen]) -> Iterator[Skipped]:
    for one in seen:
        reasons = list(doubts(one.strip.text, one.strip.scores))
        if one.is_column:
            reasons.append(english("its characters stand one below the other"))
        if reasons:
            reason = english("recognised on a picture: {reasons}", reasons="; ".join(reasons))
            yield _note(number, one, reason)


def _dim(number: int, dim: Iterable[Seen]) -> Iterator[Skipped]:
    for one in dim:
        yield _note(number, one, english("too faint or too small to be recognised: it was left out of the text"))


def _note(number: int, one: Seen, reason: str) -> Skipped:
    x0, top, x1, bottom = (round(value, 2) for value in one.frame)
    location = Location(page=number, box=(x0, top, x1, bottom), confidence=round(one.strip.score, 3))
    return Skipped(location=location, reason=reason, kind=SkipKind.UNCLEAR, text=one.strip.text)
