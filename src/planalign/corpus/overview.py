"""What the overview shows, asked from the tables: the tree with its shares, maps of coverage, the worst gaps."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planalign.corpus.sql import answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from planalign.corpus.manifest import Entry, Manifest

MOST_GAPS = 30
"""So many gaps and weak documents are listed; a question lists all."""
MOST_MAPS = 40
"""So many plans have a map of coverage: those at the top, then those whose children cover least."""
MOST_SHOWN = 2000
"""About so many documents stand in the tree, so that a browser can show the page of a nation."""
_APPLIES = "counts AND status <> 'not_applicable'"
_CELLS = f"""
SELECT clauses.parent,
  CASE WHEN upper.district IS NULL THEN coalesce(lower.district, lower.place, child)
    ELSE coalesce(lower.place, child) END, section, min(clause_order),
  count(*) FILTER ({_APPLIES}), count(*) FILTER ({_APPLIES} AND status = 'covered')
FROM (SELECT *, CAST(regexp_extract(task, '[0-9]+') AS INTEGER) AS clause_order FROM clauses) AS clauses
JOIN documents AS lower ON lower.path = child JOIN documents AS upper ON upper.path = clauses.parent
WHERE clauses.parent IN (SELECT unnest(?))
GROUP BY ALL ORDER BY 1, 4, 2
"""  # noqa: S608 - made of constants
_GAPS = f"""
SELECT tasks.parent, any_value(tasks.title), count(*), count(*) FILTER (status = 'dropped')
FROM tasks WHERE counts AND status <> 'not_applicable'
GROUP BY tasks.parent, task HAVING count(*) FILTER (status = 'dropped') > 0
ORDER BY count(*) FILTER (status = 'dropped') DESC, count(*), tasks.parent, task LIMIT {MOST_GAPS}
"""  # noqa: S608 - the same
_SHARES = """
SELECT child, covered, covered + partial + dropped, errors, passed, undecided FROM pairs
WHERE parent IS NOT NULL AND outcome = 'judged'
"""


class Share(NamedTuple):
    """How much of its parent a document covers."""

    covered: int
    applicable: int
    errors: int
    passed: bool | None
    undecided: int = 0

    @property
    def rate(self) -> float:
        """Share that is covered; all of it where nothing applies."""
        return self.covered / self.applicable if self.applicable else 1.0


class Branch(NamedTuple):
    """A document in the tree, with those below it."""

    entry: Entry
    share: Share | None
    below: tuple[Branch, ...]
    left: int = 0
    """Documents right below it that are not shown."""
    size: int = 0
    """All documents below it."""
    failing: int = 0
    """Those of them that do not meet the policy."""

    @property
    def fails(self) -> bool:
        """Whether it does not meet the policy."""
        return self.share is not None and self.share.passed is False


class Cell(NamedTuple):
    """What the documents of a place cover of a section."""

    covered: int
    applicable: int


class CoverageMap(NamedTuple):
    """What becomes of one plan: its sections against the places below it."""

    parent: str
    sections: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    """A place, and a cell a section."""


class Gap(NamedTuple):
    """A task that children of its plan drop."""

    parent: str
    title: str
    children: int
    dropped: int


class Overview(NamedTuple):
    """All of it."""

    tree: tuple[Branch, ...]
    maps: tuple[CoverageMap, ...]
    gaps: tuple[Gap, ...]
    weakest: tuple[tuple[str, Share], ...]
    """Documents by the share that they cover, the least first."""
    maps_left: int
    """Plans with children that have no map."""
    undecided: int
    """Clauses whose verdict is a close call."""


def overview(manifest: Manifest, files: Mapping[str, Sequence[Path]]) -> Overview:
    """Return what the overview of a run shows."""
    shares = {str(row[0]): Share(*row[1:]) for row in answer(_SHARES, files).rows}  # type: ignore[arg-type]
    weakest = sorted(
        ((path, share) for path, share in shares.items() if share.applicable),
        key=lambda item: (item[1].rate, item[0]),
    )
    parents = _parents(manifest, shares)
    return Overview(
        _tree(manifest, shares),
        _maps(answer(_CELLS, files, [parents[:MOST_MAPS]]).rows, parents),
        tuple(Gap(*row) for row in answer(_GAPS, files).rows),  # type: ignore[arg-type]
        tuple(weakest[:MOST_GAPS]),
        max(0, len(parents) - MOST_MAPS),
        sum(share.undecided for share in shares.values()),
    )


def _parents(manifest: Manifest, shares: Mapping[str, Share]) -> list[str]:
    """Return the plans with children: those at the top first, then by the share that their children cover."""
    below: dict[str, list[Share]] = defaultdict(list)
    for entry in manifest.documents:
        if entry.parent is not None and entry.path in shares:
            below[entry.parent].append(shares[entry.path])
    above = {entry.path: entry.parent for entry in manifest.documents}
    return sorted(below, key=lambda path: (above[path] is not None, _together(below[path]).rate, path))


def _together(shares: Sequence[Share]) -> Share:
    return Share(sum(share.covered for share in shares), sum(share.applicable for share in shares), 0, None)


def _tree(manifest: Manifest, shares: Mapping[str, Share]) -> tuple[Branch, ...]:
    below = manifest.below
    crowded = sum(map(len, below.values())) > MOST_SHOWN
    room = max(1, MOST_SHOWN // len(below)) if crowded else MOST_SHOWN
    return tuple(_branch(entry, below, shares, room) for entry in below.get(None, ()))


def _branch(
    entry: Entry, below: Mapping[str | None, Sequence[Entry]], shares: Mapping[str, Share], room: int
) -> Branch:
    """Return a document with those below it; of those without children only as many as there is room for."""
    inner = [_branch(each, below, shares, room) for each in below.get(entry.path, ())]
    ends = sorted((each for each in inner if not each.size), key=lambda each: not each.fails)
    left = {each.entry.path for each in ends[room:]}
    return Branch(
        entry,
        shares.get(entry.path),
        tuple(each for each in inner if each.entry.path not in left),
        len(left),
        sum(1 + each.size for each in inner),
        sum(each.fails + each.failing for each in inner),
    )


def _maps(rows: Sequence[tuple[object, ...]], parents: Sequence[str]) -> tuple[CoverageMap, ...]:
    """Return a map for each plan that has cells, in the order of the plans, sections in the order of the plan."""
    cells: dict[str, dict[tuple[str, str], Cell]] = defaultdict(dict)
    sections: dict[str, dict[str, None]] = defaultdict(dict)
    for parent, place, section, _, applicable, covered in rows:
        cells[str(parent)][str(place), str(section)] = Cell(int(str(covered)), int(str(applicable)))
        sections[str(parent)][str(section)] = None
    return tuple(_map(parent, tuple(sections[parent]), found) for parent in parents if (found := cells.get(parent)))


def _map(parent: str, sections: tuple[str, ...], cells: Mapping[tuple[str, str], Cell]) -> CoverageMap:
    places = sorted({place for place, _ in cells})
    nothing = Cell(0, 0)
    rows = tuple((place, tuple(cells.get((place, section), nothing) for section in sections)) for place in places)
    return CoverageMap(parent, sections, rows)
