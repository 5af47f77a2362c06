"""One page as SVG: its picture or its characters, and the boxes of what was recognised over it."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.mark import Taken
    from planalign.readers import page
    from planalign.readers.page_views import PageView

_TAG = 9.0
"""Height of the tag that bears a number, in points."""


class Box(NamedTuple):
    """One part of a document on a page."""

    number: int
    taken: Taken
    title: str
    """Its words, escaped."""
    box: page.Box
    tight: bool
    """Whether the box touches others, as cells do, and is drawn without room around it."""


def sheet(view: PageView, drawn: Iterable[Box]) -> str:
    """Return a page with a numbered box for each part."""
    size = f"0 0 {view.width:.1f} {view.height:.1f}"
    numbered: set[int] = set()
    boxes = "".join(_box(part, numbered) for part in drawn)
    return f'<svg viewBox="{size}" xmlns="http://www.w3.org/2000/svg">{_below(view)}{boxes}</svg>'


def _below(view: PageView) -> str:
    if view.picture:
        data = b64encode(view.picture).decode("ascii")
        return f'<image width="{view.width:.1f}" height="{view.height:.1f}" href="data:image/webp;base64,{data}"/>'
    rules = (
        f'<line class="rule" x1="{rule.x0:.1f}" y1="{rule.top:.1f}" x2="{rule.x1:.1f}" y2="{rule.bottom:.1f}"/>'
        for rule in view.segments
    )
    return "".join([*rules, *_words(view.chars)])


def _words(chars: Iterable[page.Char]) -> Iterator[str]:
    """Give runs of characters of one size on one baseline, each character at its own place."""
    for (base, size), run in groupby(chars, key=lambda char: (round(char.base, 1), round(char.size, 1))):
        seen = [char for char in run if one_line(char.text)]
        if seen:
            places = " ".join(f"{char.x0:.1f}" for char in seen)
            text = escape("".join(one_line(char.text)[:1] for char in seen))
            yield f'<text x="{places}" y="{base}" font-size="{size}">{text}</text>'


def _box(part: Box, numbered: set[int]) -> str:
    room = 0.0 if part.tight else 1.0
    x0, top, x1, bottom = part.box
    tag = "" if part.number in numbered else _tag(part.number, x0, top)
    numbered.add(part.number)
    return (
        f'<a href="#m{part.number}" class="{part.taken}"><rect x="{x0 - room:.1f}" y="{top - room:.1f}"'
        f' width="{x1 - x0 + 2 * room:.1f}" height="{bottom - top + 2 * room:.1f}"><title>{part.title}</title></rect>'
        f"{tag}</a>"
    )


def _tag(number: int, x0: float, top: float) -> str:
    """Return the number of a part on its own ground, left of its box where there is room."""
    width = 5.0 * len(str(number)) + 4
    left = max(x0 - 1 - width, 0.0)
    ground = f'<rect class="tag" x="{left:.1f}" y="{top - 1:.1f}" width="{width:.1f}" height="{_TAG}"/>'
    return ground + f'<text class="number" x="{left + width / 2:.1f}" y="{top + _TAG - 3:.1f}">{number}</text>'
