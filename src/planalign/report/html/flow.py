"""The flow of tasks from the chapters of the parent to those of the child, as ribbons of a drawing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planalign.model.plan import Task
    from planalign.model.wording import Lang
    from planalign.report.chapters import Chapter
    from planalign.report.digest import Digest

WIDTH, LABEL, BAR, GAP = 980, 300, 8, 16
"""Width of the drawing, of the labels on either side and of the bars; space between two bars."""
_UNIT, _LEAST = 9, 200
"""Height of one link where there are few, and the least height of the drawing."""
_MOST = 420
_LOST, _LOCAL = "lost", "local"
_NOTHING = Wording("没有对应的{side}任务")


class Node(NamedTuple):
    """A chapter on one side, as a bar."""

    title: str
    number: int
    kind: str
    """lost or local where it stands for tasks without a counterpart, else empty."""
    y: float
    height: float


class Ribbon(NamedTuple):
    """The links between two chapters."""

    upper: str
    lower: str
    number: int
    kind: str
    path: str
    """The outline, as SVG writes it."""


class Flow(NamedTuple):
    """The whole picture."""

    upper: tuple[Node, ...]
    lower: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    height: float


class _Side(NamedTuple):
    """The chapters of one side in order, with their titles, the one for no counterpart last."""

    titles: dict[str, str]
    kind: str

    def names(self, used: Mapping[str, int]) -> list[str]:
        return [key for key in self.titles if used[key]]


def flow(digest: Digest, upper: Sequence[Chapter], lower: Sequence[Chapter], lang: Lang) -> Flow | None:
    """Return the picture; nothing where neither side has two chapters, for it would say nothing."""
    if len(upper) < 2 and len(lower) < 2:
        return None
    counted = _counted(digest, upper, lower)
    above = _Side(_titles(upper, _LOCAL, _NOTHING.of(lang).format(side=digest.upper.of(lang))), _LOCAL)
    below = _Side(_titles(lower, _LOST, _NOTHING.of(lang).format(side=digest.lower.of(lang))), _LOST)
    return _drawn(counted, above, below) if counted else None


def _titles(chapters: Iterable[Chapter], kind: str, nothing: str) -> dict[str, str]:
    # An id of a section is never the name of a kind: it is a letter with a number.
    return {chapter.key: chapter.title for chapter in chapters} | {kind: nothing}


def _counted(digest: Digest, upper: Iterable[Chapter], lower: Iterable[Chapter]) -> Counter[tuple[str, str]]:
    """Count links by their two chapters, and the tasks that have none."""
    excluded = digest.comparison.excluded
    above = {task.id: (chapter.key, task) for chapter in upper for task in chapter.tasks if task.id not in excluded}
    below = {task.id: (chapter.key, task) for chapter in lower for task in chapter.tasks}
    links = [link for link in digest.comparison.links if link.parent_task in above]
    counted = Counter((above[link.parent_task][0], below[link.child_task][0]) for link in links)
    counted.update((key, _LOST) for key in _alone(digest, above, {link.parent_task for link in links}))
    counted.update((_LOCAL, key) for key in _alone(digest, below, {link.child_task for link in links}))
    return counted


def _alone(digest: Digest, tasks: Mapping[str, tuple[str, Task]], linked: set[str]) -> list[str]:
    """Return the chapters of the tasks that count and have no link."""
    return [key for name, (key, task) in tasks.items() if name not in linked and digest.counts(task)]


def _drawn(counted: Counter[tuple[str, str]], above: _Side, below: _Side) -> Flow:
    total = sum(counted.values())
    left, right = Counter[str](), Counter[str]()
    for (one, other), count in counted.items():
        left[one] += count
        right[other] += count
    gaps = GAP * max(len(above.names(left)), len(below.names(right)))
    height = min(_MOST, max(_LEAST, _UNIT * total)) + gaps
    unit = (height - gaps) / total
    upper, lower = _nodes(above, left, unit), _nodes(below, right, unit)
    return Flow(tuple(upper.values()), tuple(lower.values()), _ribbons(counted, upper, lower, unit), height)


def _nodes(side: _Side, used: Counter[str], unit: float) -> dict[str, Node]:
    nodes, y = {}, GAP / 2
    for key in side.names(used):
        height = used[key] * unit
        nodes[key] = Node(side.titles[key], used[key], key if key == side.kind else "", _rounded(y), _rounded(height))
        y += height + GAP
    return nodes


def _ribbons(
    counted: Counter[tuple[str, str]], upper: dict[str, Node], lower: dict[str, Node], unit: float
) -> tuple[Ribbon, ...]:
    """Return the ribbons, each below the one before it on both sides, so that few of them cross."""
    left = {key: node.y for key, node in upper.items()}
    right = {key: node.y for key, node in lower.items()}
    order = [(one, other) for one in upper for other in lower if counted[one, other]]
    ribbons = []
    for one, other in order:
        thick = counted[one, other] * unit
        ribbons.append(
            Ribbon(
                upper[one].title,
                lower[other].title,
                counted[one, other],
                upper[one].kind or lower[other].kind,
                _path(left[one], right[other], thick),
            )
        )
        left[one] += thick
        right[other] += thick
    return tuple(ribbons)


def _path(one: float, other: float, thick: float) -> str:
    """Return the outline of a ribbon from the right edge of one bar to the left edge of another."""
    start, end = LABEL + BAR, WIDTH - LABEL - BAR
    middle = (start + end) / 2
    top, foot = _rounded(one), _rounded(other)
    below, under = _rounded(one + thick), _rounded(other + thick)
    there = f"M{start} {top}C{middle:g} {top:g} {middle:g} {foot:g} {end} {foot:g}"
    return f"{there}V{under:g}C{middle:g} {under:g} {middle:g} {below:g} {start} {below:g}Z"


def _rounded(number: float) -> float:
    return round(number, 1)
