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
_APPLIES = "counts AND status <> 'not_applicable'"
_CELLS = f"""
SELECT clauses.parent,
  CASE WHEN upper.district IS NULL THEN coalesce(lower.district, lower.place, child)
    ELSE coalesce(lower.place, child) END, section, min(clause_order),
  count(*) FILTER ({_APPLIES}), count(*) FILTER ({_APPLIES} AND status = 'covered')
FROM (SELECT *, CAST(regexp_extract(task, '[0-9]+') AS INTEGER) AS clause_order FROM clauses) AS clauses
JOIN documents AS lower ON lower.path = child JOIN documents AS upper ON upper.path = clauses.parent
GROUP BY ALL ORDER BY 1, 4, 2
"""  # noqa: S608 - made of constants
_GAPS = f"""
SELECT tasks.parent, any_value(tasks.title), count(*), count(*) FILTER (status = 'dropped')
FROM tasks WHERE counts AND status <> 'not_applicable'
GROUP BY tasks.parent, task HAVING count(*) FILTER (status = 'dropped') > 0
ORDER BY count(*) FILTER (status = 'dropped') DESC, count(*), tasks.parent, task LIMIT {MOST_GAPS}
"""  # noqa: S608 - the same
_SHARES = "SELECT child, covered, covered + partial + dropped, errors, passed FROM pairs WHERE parent IS NOT NULL"


class Share(NamedTuple):
    """How much of its parent a document covers."""

    covered: int
    applicable: int
    errors: int
    passed: bool | None


class Branch(NamedTuple):
    """A document in the tree, with those below it."""

    entry: Entry
    share: Share | None
    below: tuple[Branch, ...]


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


def overview(manifest: Manifest, files: Mapping[str, Sequence[Path]]) -> Overview:
    """Return what the overview of a run shows."""
    shares = {str(row[0]): Share(*row[1:]) for row in answer(_SHARES, files).rows}  # type: ignore[arg-type]
    weakest = sorted(
        ((path, share) for path, share in shares.items() if share.applicable),
        key=lambda item: (item[1].covered / item[1].applicable, item[0]),
    )
    return Overview(
        _tree(manifest, shares),
        _maps(answer(_CELLS, files).rows),
        tuple(Gap(*row) for row in answer(_GAPS, files).rows),  # type: ignore[arg-type]
        tuple(weakest[:MOST_GAPS]),
    )


def _tree(manifest: Manifest, shares: Mapping[str, Share]) -> tuple[Branch, ...]:
    below: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in manifest.documents:
        if entry.counts:
            below[entry.parent].append(entry)
    return _branches(None, below, shares)


def _branches(
    parent: str | None, below: Mapping[str | None, list[Entry]], shares: Mapping[str, Share]
) -> tuple[Branch, ...]:
    return tuple(
        Branch(entry, shares.get(entry.path), _branches(entry.path, below, shares)) for entry in below.get(parent, ())
    )


def _maps(rows: Sequence[tuple[object, ...]]) -> tuple[CoverageMap, ...]:
    """Return a map for each plan that has children, sections in the order of the plan."""
    cells: dict[str, dict[tuple[str, str], Cell]] = defaultdict(dict)
    sections: dict[str, dict[str, None]] = defaultdict(dict)
    for parent, place, section, _, applicable, covered in rows:
        cells[str(parent)][str(place), str(section)] = Cell(int(str(covered)), int(str(applicable)))
        sections[str(parent)][str(section)] = None
    return tuple(_map(parent, tuple(sections[parent]), found) for parent, found in sorted(cells.items()))


def _map(parent: str, sections: tuple[str, ...], cells: Mapping[tuple[str, str], Cell]) -> CoverageMap:
    places = sorted({place for place, _ in cells})
    nothing = Cell(0, 0)
    rows = tuple((place, tuple(cells.get((place, section), nothing) for section in sections)) for place in places)
    return CoverageMap(parent, sections, rows)
