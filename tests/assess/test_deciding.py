"""What a person may say, and what makes it count."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.deciding import LOWER, MONDAY, UPPER, item, read, said

from planalign import compare
from planalign.assess.deciding import decide, outweighing, withdraw
from planalign.errors import UsageError
from planalign.model.decision import Outcome
from planalign.model.review import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.comparison import Comparison


@pytest.fixture
def found(tmp_path: Path) -> Comparison:
    """Return what the program says by itself."""
    return compare(read(tmp_path, "city.txt", UPPER), read(tmp_path, "district.txt", LOWER))


def test_clock_ahead(found: Comparison) -> None:
    """A decision that bears a later time than the present one is taken back by it; older and other ones are not."""
    late, early, other = (
        said(found, name, Verdict.REJECT, hour=hour)
        for name, hour in (("clause:t1.c1", 5), ("clause:t1.c1", 0), ("clause:t3.c1", 5))
    )
    made = said(found, "clause:t1.c1", Verdict.ACCEPT, hour=1)
    lines = outweighing(made, [early, late, other])
    assert [(Verdict.WITHDRAW, late.id), (Verdict.ACCEPT, None)] == [(each.verdict, each.withdraws) for each in lines]
    assert made == lines[-1]
    taken_back = withdraw(late.id, by="李敏", at=MONDAY)
    assert (taken_back,) == outweighing(taken_back, [late])


def test_bytes_that_are_no_text(found: Comparison) -> None:
    """What a terminal gives that is no text becomes a question mark, and can be written."""
    made = decide(item(found, "clause:t1.c1"), Verdict.ACCEPT, by="王\udcff ", at=MONDAY, reason="\ud800")
    assert ("王?", "?") == (made.by, made.reason)


def test_refused(found: Comparison) -> None:
    """Nobody, no time zone, a correction that says nothing: no decision."""
    clause = item(found, "clause:t1.c1")
    for by, at in ((" ", MONDAY), ("李敏", dt.datetime(2026, 3, 2))):  # noqa: DTZ001 - the point of the test
        with pytest.raises(UsageError):
            decide(clause, Verdict.ACCEPT, by=by, at=at)
    with pytest.raises(UsageError):
        decide(clause, Verdict.ADJUST, by="李敏", at=MONDAY, instead=Outcome())
