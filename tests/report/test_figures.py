"""The figures of a comparison: what they count, and what they leave out."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, partial, plan, status, task

from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.annex import Annex, AnnexRow
from planalign.model.comparison import ClauseCoverage, Comparison, Status
from planalign.model.plan import TaskKind
from planalign.model.wording import Lang
from planalign.report.digest import Digest
from planalign.report.figures import gap_note, left_out
from planalign.report.gap import close_call
from planalign.report.look import Look
from planalign.report.markdown import render as markdown
from planalign.report.origin import origin
from planalign.report.terminal import render as terminal


def _with_annex(rows: int) -> Comparison:
    lines = tuple(AnnexRow(id=f"a1.r{number}", seq=number, name="水库", cells=("水库",)) for number in range(rows))
    annex = Annex(id="a1", title="附件1", columns=("名称",), rows=lines)
    return comparison(CITY.model_copy(update={"annexes": (annex,)}), DISTRICT, ALIGNMENT)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (Lang.ZH, "附表：上级 1 张 2 行，下级 0 张；附表只比对数字、时限和频次"),
        (
            Lang.EN,
            (
                "Annexes: Parent 1 table with 2 rows, Child none; "
                "only numbers, deadlines and frequencies in them are compared"
            ),
        ),
    ],
)
def test_annexes(lang: Lang, expected: str) -> None:
    """Whoever compares plans with annexes is told that these took no part."""
    assert expected in list(left_out(Digest(_with_annex(2)), lang))


def test_annex_without_rows() -> None:
    """An annex of which nothing was read is no reason for a line."""
    assert not any("附表" in line for line in left_out(Digest(_with_annex(0)), Lang.ZH))


def test_requirements() -> None:
    """工作要求 that do not count are told; where they count there is nothing to tell."""
    assert 1 == len(list(left_out(Digest(comparison(CITY, DISTRICT, ALIGNMENT)), Lang.ZH)))
    counted = comparison(CITY, DISTRICT, ALIGNMENT, Settings(requirements=True))
    assert [] == list(left_out(Digest(counted), Lang.ZH))


def test_gap_note() -> None:
    """Dropped entries add up to the dropped clauses of the verdict, one of each in the singular."""
    made = comparison(CITY, DISTRICT, ALIGNMENT)
    assert "1 whole task with 2 clauses and 1 clause besides: 3 clauses" == gap_note(Digest(made), Lang.EN)
    assert 3 == made.summary.clauses[Status.DROPPED]


def _close(*entries: ClauseCoverage, kind: TaskKind = TaskKind.TASK) -> Comparison:
    parent = plan("a", task(1, "预案", "修订预案。"), task(2, "组织", "加强领导。", kind=kind))
    child = plan("b", task(1, "预案", "修订预案。", "演练预案。"))
    statuses = tuple(status(name, Status.PARTIAL) for name in ("t1", "t2"))
    return comparison(parent, child, Alignment((), entries, statuses))


def test_close_calls_agree_with_the_summary() -> None:
    """Close calls of requirements are neither counted nor listed."""
    calls = (partial("t1.c1", "t1.c1", undecided=True), partial("t2.c1", "t1.c1", undecided=True))
    made = _close(*calls, kind=TaskKind.REQUIREMENT)
    assert made.summary.undecided == len(Digest(made).close_calls()) == 1


def test_covered_close_call_is_listed() -> None:
    """A verdict of covered that was close is shown with both quotes, though it is no finding."""
    call = partial("t1.c1", "t1.c1", undecided=True).model_copy(update={"status": Status.COVERED})
    made = _close(call)
    shown = close_call(Digest(made), call)
    assert ("t1.c1", True) == (shown.id, shown.carried)
    assert "1．预案（已承接）  t1.c1\n  上级    第10行：修订预案。\n  下级    1．预案，第10行：修订预案。" in terminal(
        made, Look(width=80)
    )
    assert "### 1．预案（已承接） · t1.c1" in markdown(made, Look())


def test_close_call_has_the_id_of_its_verdict() -> None:
    """A finding about a target of the same clause lends it no name."""
    call = partial("t1.c1", "t1.c1", "演练", undecided=True)
    made = _close(call)
    others = [finding.model_copy(update={"code": "PA202", "id": "PA202-t1.c1"}) for finding in made.findings]
    both = made.model_copy(update={"findings": (*made.findings, *others)})
    assert "PA103-t1.c1" == close_call(Digest(both), call).id


def test_all_carriers_are_quoted() -> None:
    """A partly carried clause shows each of its carriers."""
    entry = partial("t1.c1", "t1.c1", "演练").model_copy(update={"child_clauses": ("t1.c1", "t1.c2")})
    made = _close(entry)
    assert "> 修订预案。\n\n**下级** 1．预案，第10行\n\n> 演练预案。" in markdown(made, Look())
    assert "\n          1．预案，第10行：演练预案。" in terminal(made, Look(width=80))


def test_origin() -> None:
    """Settings are told in one line: those that are not at their defaults, and a hash over all."""
    told = origin(comparison(CITY, DISTRICT, ALIGNMENT, Settings(requirements=True)).provenance, Lang.ZH)
    assert told.startswith("设置：requirements=true，散列 ")
    assert "\n" not in told
