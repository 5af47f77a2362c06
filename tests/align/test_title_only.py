"""Tasks of which only the title is known."""

from __future__ import annotations

import pytest
from tests.hand_made import dropped, link, plan, task

from planalign.align.title_only import taken_up
from planalign.model.comparison import Status

PARENT = plan("a", task(1, "提升全民安全素质", "提升全民安全素质"), task(2, "修订预案", "修订总体预案。"))
CHILD = plan("b", task(1, "提升全民安全素质", "开展安全生产月活动。", "编印宣传手册。"))
DROPPED = (dropped("t1.c1", "t1.c2", 0.3), dropped("t2.c1"))


def test_linked_title_is_covered() -> None:
    """A child task based on it carries it, whatever its body says; the nearest of its clauses are named."""
    first, second = taken_up(PARENT, CHILD, DROPPED, [link("t1", "t1"), link("t1", "t2")])
    assert (Status.COVERED, ("t1.c2",), ()) == (first.status, first.child_clauses, first.missing)
    assert DROPPED[1] == second


@pytest.mark.parametrize("links", [[], [link("t1", "t1", primary=False)]])
def test_loose_title_stays_dropped(links: list[object]) -> None:
    """Without a child task based on it nothing changes."""
    assert DROPPED == taken_up(PARENT, CHILD, DROPPED, links)  # type: ignore[arg-type]
