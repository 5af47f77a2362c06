"""Which clauses carry a clause, and how it is marked where several do."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.hand_made import comparison, covered, link, plan, status, task

from planalign.model.alignment import Alignment
from planalign.model.comparison import ClauseCoverage, Commitment, Finding, FindingEnd, Severity, Status
from planalign.model.review import Review, ReviewState, Verdict
from planalign.model.wording import Lang
from planalign.report.carriers import Carried, carried
from planalign.report.digest import Digest
from planalign.report.html.marker import Marker
from planalign.report.table_clauses import ClauseRows

if TYPE_CHECKING:
    from planalign.report.table_row import Line

TEXT = "修订总体预案120本，明晰沟渠管护边界。"
UPPER = plan("p.txt", task(1, "预案", TEXT))
LOWER = plan("c.txt", task(1, "预案", "修订总体预案100本。", "明晰沟渠管护边界，落实巡查人员，每月报告120本。"))


def _part(text: str, child: str | None) -> Commitment:
    start = TEXT.index(text)
    return Commitment(
        text=text, start=start, end=start + len(text), score=0.9, carried=child is not None, child_clause=child
    )


FIRST, SECOND = _part("修订总体预案120本", "t1.c1"), _part("明晰沟渠管护边界", "t1.c2")


def _digest(*parts: Commitment) -> Digest:
    entry = covered("t1.c1", "t1.c1").model_copy(update={"commitments": parts})
    alignment = Alignment((link("t1", "t1"),), (entry,), (status("t1", Status.COVERED),))
    return Digest(comparison(UPPER, LOWER, alignment))


def _entry(digest: Digest) -> ClauseCoverage:
    return digest.coverage["t1.c1"]


def _marked(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(f"[{piece.text}]" if piece.changed else piece.text for piece in line.pieces) for line in lines]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((FIRST, SECOND), Carried(("t1.c1", "t1.c2"), ((SECOND.start, SECOND.end),))),
        ((FIRST, _part("明晰沟渠管护边界", None)), Carried(("t1.c1",))),
        ((_part("修订总体预案120本", "t1.c2"),), Carried(("t1.c1",))),
        ((_part(TEXT, "t1.c1"), SECOND), Carried(("t1.c1",))),
    ],
    ids=["another clause", "not carried", "other words", "item of a list"],
)
def test_carriers(parts: tuple[Commitment, ...], expected: Carried) -> None:
    """A clause that holds a whole part word for word is a carrier too; no item of a list is such a part."""
    digest = _digest(*parts)
    assert expected == carried(digest, _entry(digest))


def test_decided() -> None:
    """Where a person named the carriers, there are no others."""
    digest = _digest(FIRST, SECOND)
    review = Review(
        state=ReviewState.CONFIRMED, decision="d1", verdict=Verdict.ACCEPT, by="王审核",
        at=dt.datetime(2025, 6, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    assert ("t1.c1",) == carried(digest, _entry(digest).model_copy(update={"review": review})).clauses


def test_row() -> None:
    """The row of a clause quotes all its carriers and strikes no word that one of them holds."""
    digest = _digest(FIRST, SECOND)
    row = ClauseRows(digest, {}, Lang.ZH).clause(UPPER.tasks[0].clauses[0], _entry(digest))
    assert ["修订总体预案[120本]，明晰沟渠管护边界。"] == _marked(row.upper)
    assert "修订总体预案[100本]。" in _marked(row.lower)
    assert any("巡查人员" in text for text in _marked(row.lower))


def test_finding() -> None:
    """A finding quotes one carrier; words of another are kept, numbers are held against the quoted one alone."""
    ends = [
        FindingEnd(id="t1.c1", file=side.source.file, text=side.tasks[0].clauses[0].text) for side in (UPPER, LOWER)
    ]
    finding = Finding(
        id="PA201-t1.c1", code="PA201", severity=Severity.WARNING, message="降低", parent=ends[0], child=ends[1]
    )
    upper, _ = Marker(_digest(FIRST, SECOND), Lang.ZH).sides(finding)
    assert "修订总体预案[120本]，明晰沟渠管护边界。" in _marked(upper)
