"""Ruling lines of a page to the cells of its tables; the geometry is that of pdfplumber."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planalign.readers.page import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.config import Limits
    from planalign.readers.page import Box

_SNAP = 3.0
# The finder compares every crossing with every other one.
_MAX_CROSSINGS = 3_000
# Borders of many programs come in pieces that are joined before they are counted.
_PIECES_PER_EDGE = 10


class CrowdedError(Exception):
    """A page has more ruling lines than tables are searched on."""


def find_grids(segments: Sequence[Segment], limits: Limits) -> list[list[Box]]:
    """Return the cells of each table of a page.

    Raises CrowdedError where there are too many lines to search in acceptable time.
    """
    if not _may_hold_table(segments):
        return []
    if len(segments) > limits.max_edges * _PIECES_PER_EDGE:
        raise CrowdedError
    from pdfplumber import table as plumber

    edges = plumber.merge_edges(
        [_edge(segment) for segment in segments],
        snap_x_tolerance=_SNAP,
        snap_y_tolerance=_SNAP,
        join_x_tolerance=_SNAP,
        join_y_tolerance=_SNAP,
    )
    edges = [edge for edge in edges if max(edge["width"], edge["height"]) >= _SNAP]
    if len(edges) > limits.max_edges:
        raise CrowdedError
    return _grids([*edges, *_open_sides(edges)])


def _may_hold_table(segments: Sequence[Segment]) -> bool:
    upright = sum(1 for segment in segments if _is_upright(segment))
    return upright >= 2 and len(segments) - upright >= 2


def _grids(edges: list[dict[str, Any]]) -> list[list[Box]]:
    from pdfplumber import table as plumber

    crossings = plumber.edges_to_intersections(edges, _SNAP, _SNAP)
    if len(crossings) > _MAX_CROSSINGS:
        raise CrowdedError
    cells = plumber.intersections_to_cells(crossings)
    return [[_box(cell) for cell in grid] for grid in plumber.cells_to_tables(cells)]


def _box(cell: tuple[float, float, float, float]) -> Box:
    x0, top, x1, bottom = cell
    return (float(x0), float(top), float(x1), float(bottom))


def _open_sides(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sides missing from tables that have inner upright lines but none on the left and right."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    groups: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for edge in edges:
        if edge["orientation"] == "h":
            groups.setdefault((round(edge["x0"] / _SNAP), round(edge["x1"] / _SNAP)), []).append(edge)
    return [side for rules in groups.values() if len(rules) >= 3 for side in _missing_sides(rules, upright)]


def _missing_sides(rules: list[dict[str, Any]], upright: list[dict[str, Any]]) -> list[dict[str, Any]]:
    top, bottom = min(rule["top"] for rule in rules), max(rule["top"] for rule in rules)
    left, right = rules[0]["x0"], rules[0]["x1"]
    across = [edge["x0"] for edge in upright if edge["top"] < bottom - _SNAP and edge["bottom"] > top + _SNAP]
    if not any(left + _SNAP < x < right - _SNAP for x in across):
        return []
    missing = [x for x in (left, right) if not any(abs(other - x) <= _SNAP for other in across)]
    return [_edge(Segment(x, top, x, bottom)) for x in missing]


def _is_upright(segment: Segment) -> bool:
    return segment.bottom - segment.top > segment.x1 - segment.x0


def _edge(segment: Segment) -> dict[str, Any]:
    upright = _is_upright(segment)
    x = (segment.x0 + segment.x1) / 2
    y = (segment.top + segment.bottom) / 2
    x0, x1 = (x, x) if upright else (segment.x0, segment.x1)
    top, bottom = (segment.top, segment.bottom) if upright else (y, y)
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "v" if upright else "h",
    }
