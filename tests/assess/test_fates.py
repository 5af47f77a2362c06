"""At which level of a chain something is lost or changed."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, status

from planalign.assess.fates import target_fates, task_fates
from planalign.model.comparison import Comparison, Drift, DriftKind, Status

C, P, D, N = Status.COVERED, Status.PARTIAL, Status.DROPPED, Status.NOT_APPLICABLE


def _descent(**updates: object) -> Comparison:
    return comparison(CITY, DISTRICT, ALIGNMENT).model_copy(update=updates)


@pytest.mark.parametrize(
    ("statuses", "changed", "lost"),
    [
        ((C, C), None, None),
        ((C, P), 2, None),
        ((P, D), 1, 2),
        ((D, D), 1, 1),
        ((D, C), None, None),
        ((D, P), 1, None),
        ((N, D), 2, 2),
        ((D, N), 1, 1),
        ((N, N), None, None),
    ],
)
def test_task_fates(statuses: tuple[Status, ...], changed: int | None, lost: int | None) -> None:
    """Lost is what is dropped from some level on; a level to which it does not apply says nothing."""
    descents = [_descent(task_status=(status("t1", each),)) for each in statuses]
    (fate,) = task_fates(CITY.tasks[:1], descents)
    assert (statuses, changed, lost) == (fate.statuses, fate.changed_at, fate.lost_at)


def _drift(kind: DriftKind, value: str | None, clause: str = "t2.c1") -> Drift:
    return Drift(
        matter="防火道路", parent_clause=clause, child_clause=None, parent_value="20公里", child_value=value, drift=kind
    )


def test_target_fates() -> None:
    """A target is changed at the first level that says otherwise; tasks that do not count stay out."""
    descents = [
        _descent(drift=(_drift(DriftKind.SAME, "20公里"), _drift(DriftKind.LOOSER, "1公里", "t4.c1"))),
        _descent(drift=(_drift(DriftKind.LOOSER, "15公里"),)),
    ]
    (fate,) = target_fates(CITY.tasks[:3], descents)
    assert ("20公里", ("20公里", "15公里"), 2) == (fate.value, fate.values, fate.changed_at)
