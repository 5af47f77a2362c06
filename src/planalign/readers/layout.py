"""The measure of a document's body: margins, body size, first-line indent, how its lines are broken."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planalign.readers.page import Line

# Fewer lines than this say little about their page.
_ENOUGH = 8
_HANGING = re.compile(r"[，。、；：？！）》”’」』〕】,.;:]$")
_TERMINAL = re.compile(r"[。！？；：:;!?…][”’』」）)〕】]*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the body of one page is set; lengths in points."""

    left: float
    right: float
    middle: float
    """Middle of the page."""
    size: float
    """Usual size of the type."""
    leading: float
    """Usual distance from one baseline to the next."""
    turnover: float | None
    """Indent at which paragraphs go on, in characters, where they begin at another one; mostly 0."""
    per_line: int | None
    """Characters after which a line is broken whatever their width; None where lines end at the right margin."""

    def indent(self, line: Line) -> float:
        """Return how far a line stands in from the left margin, in characters of the body."""
        return (line.x0 - self.left) / self.size

    def at_turnover(self, line: Line) -> bool:
        """Return whether a line stands where a paragraph would go on."""
        return abs(self.indent(line) - (self.turnover or 0.0)) < 0.6

    def is_full(self, line: Line, following: Line) -> bool:
        """Return whether a line ends because what follows did not fit."""
        if self.per_line is not None:
            return self.count(line) >= self.per_line - 1
        return line.x1 + following.head > self.right + 0.05 * line.size

    def count(self, line: Line) -> int:
        """Return the characters of a line, its indent included."""
        return line.length + max(round(self.indent(line)), 0)


def ends_sentence(text: str) -> bool:
    """Return whether a text ends with a mark that ends a sentence or announces a list."""
    return _TERMINAL.search(text.rstrip()) is not None


def measure(pages: Mapping[int, tuple[float, float]], lines: Sequence[Line]) -> dict[int, Layout]:
    """Return the layout of every page with lines; `pages` gives width and height by number.

    Pages of one size and parity share their margins: a short last page says little about them.
    """
    groups: dict[tuple[int, int, int], list[Line]] = defaultdict(list)
    for line in lines:
        groups[_group(pages, line.page)].append(line)
    size = _body_size(lines)
    leading = _leading(lines, size, 1.5 * size)
    bare = {key: _margins(held, size, leading, key[0]) for key, held in _levelled(groups, size).items()}
    first = {
        number: replace(bare[_group(pages, number)], leading=_leading(list(held), size, leading))
        for number, held in groupby(lines, key=lambda line: line.page)
    }
    return _with_habits(first, lines)


def _group(pages: Mapping[int, tuple[float, float]], number: int) -> tuple[int, int, int]:
    width, height = pages[number]
    return (round(width), round(height), number % 2)


def _levelled(groups: dict[tuple[int, int, int], list[Line]], size: float) -> dict[tuple[int, int, int], list[Line]]:
    """Measure odd and even pages together unless their margins are mirrored."""
    merged = dict(groups)
    for key, lines in groups.items():
        others = groups.get((key[0], key[1], 1 - key[2]), [])
        few = min(len(lines), len(others)) < _ENOUGH
        if others and (few or abs(_left(lines, size) - _left(others, size)) < 0.5 * size):
            merged[key] = lines + others
    return merged


def _body_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(max(sizes, key=lambda size: (sizes[size], size)), 1.0) if sizes else 12.0


def _leading(lines: Sequence[Line], size: float, usual: float) -> float:
    """Return the middle one of the distances between neighbouring lines, where there are enough of them."""
    steps = [
        b.base - a.base
        for a, b in pairwise(lines)
        if a.page == b.page and 0.8 * size < b.base - a.base < 4 * size and a.size == b.size
    ]
    return sorted(steps)[len(steps) // 2] if len(steps) >= _ENOUGH else usual


def _left(lines: Sequence[Line], size: float) -> float:
    """Return the leftmost edge at which a fair share of the lines begins."""
    edges = sorted(line.x0 for line in lines if abs(line.size - size) < 0.15 * size)
    edges = edges or sorted(line.x0 for line in lines)
    least = max(1, 0.06 * len(edges))
    for index, edge in enumerate(edges):
        if bisect_left(edges, edge + 0.2 * size) - index >= least:
            return edge
    return edges[0]


def _margins(lines: Sequence[Line], usual: float, leading: float, width: float) -> Layout:
    size = _body_size(lines) if len(lines) >= _ENOUGH else usual
    body = [line for line in lines if abs(line.size - size) < 0.15 * size] or lines
    # Marks may hang over the margin.
    inside = [line for line in body if not _HANGING.search(line.text)]
    ends = sorted((line.x1 for line in (inside if len(inside) >= _ENOUGH else body)), reverse=True)
    right = ends[min(int(0.04 * len(ends)), len(ends) - 1)]
    left = _left(lines, size)
    if right - left < 0.6 * width:
        # No line is long enough to show the margin; pages are mostly set in the middle.
        right = max(right, width - left)
    return Layout(left, right, width / 2, size, leading, turnover=None, per_line=None)


def _with_habits(first: dict[int, Layout], lines: Sequence[Line]) -> dict[int, Layout]:
    """Add what only the whole document shows: where paragraphs go on, and how lines are broken."""
    pairs = _pairs(first, lines)
    turnover = _turnover(first, pairs, lines)
    per_line = None if turnover is None else _fixed_count(pairs, turnover)
    return {number: replace(page, turnover=turnover, per_line=per_line) for number, page in first.items()}


def _pairs(first: Mapping[int, Layout], lines: Sequence[Line]) -> list[tuple[Line, Line, Layout]]:
    """Return the neighbours of which the second must go on with the sentence of the first, by its punctuation."""
    return [
        (a, b, first[a.page])
        for a, b in pairwise(lines)
        if a.page == b.page and a.size == b.size and abs(a.size - first[a.page].size) < 0.15 * a.size
        # Headings end without a mark as well, but are rarely as long as a line.
        if not ends_sentence(a.text) and a.width > 0.75 * (first[a.page].right - first[a.page].left)
    ]


def _turnover(
    first: Mapping[int, Layout], pairs: Sequence[tuple[Line, Line, Layout]], lines: Sequence[Line]
) -> float | None:
    """Return the indent at which sentences go on, if they nearly all do and paragraphs begin elsewhere."""
    shifts = sorted(page.indent(b) for _, b, page in pairs)
    if not shifts:
        return 0.0 if any(1.2 < first[line.page].indent(line) < 4.5 for line in lines) else None
    usual = shifts[len(shifts) // 2]
    alike = sum(1 for shift in shifts if abs(shift - usual) < 0.6)
    elsewhere = sum(1 for line in lines if 0.8 < abs(first[line.page].indent(line) - usual) < 4.5)
    return usual if alike >= 0.7 * len(shifts) and elsewhere >= max(1, 0.04 * len(lines)) else None


def _fixed_count(found: Sequence[tuple[Line, Line, Layout]], turnover: float) -> int | None:
    """Return the characters per line where lines are broken by count: fonts without proper widths."""
    pairs = [(a, b, page) for a, b, page in found if abs(page.indent(b) - turnover) < 0.6]
    if len(pairs) < 5 or sum(page.is_full(a, b) for a, b, page in pairs) >= 0.85 * len(pairs):
        return None
    counts = sorted((page.count(a) for a, _, page in pairs), reverse=True)
    most = counts[len(counts) // 20]
    near = sum(1 for count in counts if abs(count - most) <= 1)
    return most if near >= 0.8 * len(counts) else None
