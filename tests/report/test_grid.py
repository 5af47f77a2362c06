"""Tables for a terminal."""

from __future__ import annotations

from planalign.report.folding import width
from planalign.report.grid import Line, draw
from planalign.report.look import Look
from planalign.report.screen import Screen


def _drawn(columns: int, head: Line, *lines: Line) -> list[str]:
    screen = Screen(Look(width=columns))
    draw(screen, columns, head, lines)
    return screen.render().splitlines()


def test_columns() -> None:
    """Narrow cells stand right, under each other, behind a wide first column."""
    drawn = _drawn(40, Line("任务", ("甲区", "乙区")), Line("加强演练", ("已承接", "—")))
    assert [40, 40] == [width(line) for line in drawn]
    assert drawn[1].startswith("加强演练 ")
    assert drawn[1].endswith("  已承接     —")


def test_long_names_are_broken() -> None:
    """A name that is too long for its column goes on in the next line, without cells."""
    drawn = _drawn(40, Line("任务", ("甲区",)), Line("加强演练" * 10, ("已承接",)))
    assert 4 == len(drawn)
    assert ["已承接" in line for line in drawn] == [False, True, False, False]


def test_many_children_are_broken_into_blocks() -> None:
    """Cells that do not fit stand in a further block that repeats the names; none is lost."""
    names = tuple(f"第{number}区" for number in range(9))
    drawn = _drawn(60, Line("任务", names), Line("演练", ("已承接",) * 9))
    assert 9 == sum(line.count("已承接") for line in drawn)
    assert max(width(line) for line in drawn) <= 60
    assert drawn.count("") == sum(line.startswith("演练") for line in drawn) - 1
