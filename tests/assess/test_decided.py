"""Decisions in a comparison: kept while nothing changes, in doubt with the facet named where something does."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

import pytest
from tests.deciding import LOWER, UPPER, doubted, everything, item, read, said

from planalign import compare
from planalign.assess.review_items import findings_of, review_items, review_of
from planalign.config import Policy, Settings
from planalign.model.comparison import DriftKind, Relation, Status, Strength
from planalign.model.decision import Outcome
from planalign.model.review import Change, Facet, ReviewState, Side, Verdict
from planalign.model.waiver import Waiver
from planalign.pipeline.comparing import check
from planalign.pipeline.redeciding import redecided

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan
    from planalign.model.policy import RequireReview


def test_accepting_all_changes_nothing_but_the_counts(found: Comparison, city: Plan, district: Plan) -> None:
    """Who accepts what was proposed gets the same links, verdicts and findings, all of them confirmed."""
    decisions = everything(found, Verdict.ACCEPT)
    after = compare(city, district, decisions=decisions)
    assert [(each.id, each.message) for each in found.findings] == [(each.id, each.message) for each in after.findings]
    assert found.summary.clauses == after.summary.confirmed_clauses
    assert after.summary.review
    assert (len(decisions), 0, 0) == (
        after.summary.review.confirmed, after.summary.review.suspect, after.summary.review.proposed
    )  # fmt: skip
    assert (2, 2) == (found.summary.covered - 1, after.summary.confirmed - 1)


def test_nothing_is_reviewed_without_decisions(found: Comparison) -> None:
    """A comparison without a store says nothing of reviews; one with an empty store counts what is open."""
    assert (None, {}) == (found.summary.review, review_of(found))
    empty = redecided(found, ())
    assert empty.summary.review
    assert len(review_items(found)) == empty.summary.review.proposed


@pytest.mark.parametrize(
    ("change", "facet", "doubtful"),
    [
        (("演练6场", "演练4场"), Facet.TARGET, {"link:t2-t2", "clause:t2.c1", "target:t2.c1-t2.c1.2"}),
        (("6月底", "9月底"), Facet.DEADLINE, {"link:t2-t2", "clause:t2.c1", "target:t2.c1-t2.c1"}),
        (("区应急局、区消防局", "区消防局"), Facet.UNIT, {"link:t2-t2", "clause:t2.c1", "clause:t2.c2"}),
        (("及时评估总结", "评估"), Facet.TEXT, {"link:t2-t2", "clause:t2.c2"}),
    ],
)
def test_one_change_puts_one_task_in_doubt(
    found: Comparison, tmp_path: Path, change: tuple[str, str], facet: Facet, doubtful: set[str]
) -> None:
    """A changed number, time, unit or word puts only what speaks of it in doubt, and the facet is named."""
    changed = read(tmp_path, "changed.txt", LOWER.replace(*change))
    again = compare(found.parent, changed, decisions=everything(found, Verdict.ACCEPT))
    assert dict.fromkeys(doubtful, (Change(side=Side.CHILD, facet=facet),)) == doubted(again)
    told = [each for each in again.findings if each.code == "PA502"]
    assert 1 == len(told)
    assert f"李敏 于 2026-03-02 对“（二）开展联合演练”作出决定（{len(doubtful)} 项）之后" in told[0].message


def test_change_in_the_parent_is_named_too(found: Comparison, district: Plan, tmp_path: Path) -> None:
    """A number that changes in the parent is in doubt on that side."""
    upper = read(tmp_path, "city.txt", UPPER.replace("6场", "8场"))
    again = compare(upper, district, decisions=everything(found, Verdict.ACCEPT))
    assert (Change(side=Side.PARENT, facet=Facet.TARGET),) == doubted(again)["link:t2-t2"]


def test_rejected_link_is_not_proposed_again(found: Comparison, city: Plan, district: Plan) -> None:
    """A rejected pair is no link; what only its task carried is dropped; the record says who rejected it."""
    after = compare(city, district, decisions=[said(found, "link:t1-t1", Verdict.REJECT)])
    assert "t1-t1" not in [link.id for link in after.links]
    assert [("t1-t1", "李敏")] == [(link.id, link.review.by) for link in after.rejected_links if link.review]
    assert [Status.DROPPED] == [entry.status for entry in after.coverage if entry.parent_task == "t1"]
    assert {"PA101-t1", "PA104-t1"} <= {each.id for each in after.findings}


def test_rejected_link_is_proposed_again_where_its_words_change(found: Comparison, city: Plan, tmp_path: Path) -> None:
    """A rejection is about the words of that time: after a change the link is proposed again, in doubt."""
    rejected = [said(found, "link:t2-t2", Verdict.REJECT)]
    again = compare(city, read(tmp_path, "changed.txt", LOWER.replace("6场", "4场")), decisions=rejected)
    assert {"link:t2-t2": (Change(side=Side.CHILD, facet=Facet.TARGET),)} == doubted(again)
    assert "t2-t2" in [link.id for link in again.links]


def test_link_to_another_task(found: Comparison, city: Plan, district: Plan) -> None:
    """Adjusting moves a link to the task that the person names, as primary, with the relation that is given."""
    other = item(found, "link:t2-t2").parent
    instead = Outcome(parent=other, relation=Relation.NARROWER)
    after = compare(city, district, decisions=[said(found, "link:t1-t1", Verdict.ADJUST, instead)])
    links = {link.id: link for link in after.links}
    assert "t1-t1" not in links
    assert (Strength.PRIMARY, Relation.NARROWER) == (links["t1-t2"].strength, links["t1-t2"].relation)
    assert ["t1-t1"] == [link.id for link in after.rejected_links]


def test_local_task_gets_a_parent(found: Comparison, city: Plan, district: Plan) -> None:
    """A child task that seemed local is linked to the task that a person names."""
    instead = Outcome(parent=item(found, "link:t1-t1").parent)
    after = compare(city, district, decisions=[said(found, "link:t3-", Verdict.ADJUST, instead)])
    assert "t3-t1" in [link.id for link in after.links]
    assert "PA104" not in [each.code for each in after.findings]


@pytest.mark.parametrize(
    ("verdict", "findings"), [(Verdict.ACCEPT, ["PA104-t3"]), (Verdict.OUT_OF_SCOPE, []), (Verdict.REJECT, [])]
)
def test_local_task(found: Comparison, city: Plan, district: Plan, verdict: Verdict, findings: list[str]) -> None:
    """A confirmed local task stays a finding; one that takes no part is none."""
    after = compare(city, district, decisions=[said(found, "link:t3-", verdict)])
    assert ["t3"] == [entry.child_task for entry in after.local]
    assert findings == [each.id for each in after.findings if each.code == "PA104"]


def test_child_task_without_counterpart(found: Comparison, city: Plan, district: Plan) -> None:
    """Without a counterpart a child task has no link at all, and a later decision on a pair outweighs that."""
    none = said(found, "link:t1-t1", Verdict.NO_COUNTERPART)
    after = compare(city, district, decisions=[none])
    assert "t1" not in [link.child_task for link in after.links]
    assert ["t1"] == [entry.child_task for entry in after.local]
    back = compare(city, district, decisions=[none, said(found, "link:t1-t1", Verdict.ACCEPT, hour=1)])
    assert "t1" in [link.child_task for link in back.links]


@pytest.mark.parametrize(
    ("clause", "verdict", "status"),
    [
        ("clause:t3.c1", Verdict.ACCEPT, Status.DROPPED),
        ("clause:t3.c1", Verdict.REJECT, Status.COVERED),
        ("clause:t3.c1", Verdict.OUT_OF_SCOPE, Status.NOT_APPLICABLE),
        ("clause:t1.c1", Verdict.REJECT, Status.DROPPED),
        ("clause:t1.c1", Verdict.NO_COUNTERPART, Status.DROPPED),
    ],
)
def test_clause(found: Comparison, clause: str, verdict: Verdict, status: Status) -> None:
    """The status of a clause is what the person says, its task's and its parts' follow, and it is confirmed."""
    after = redecided(found, [said(found, clause, verdict)])
    entry = next(entry for entry in after.coverage if clause == f"clause:{entry.parent_clause}")
    assert (status, False) == (entry.status, entry.undecided)
    assert status in [task.status for task in after.task_status if task.parent_task == entry.parent_task]
    assert {status is Status.COVERED} == {part.carried for part in entry.commitments}
    assert 1 == after.summary.confirmed_clauses[status]
    assert bool(entry.missing) == (status is Status.DROPPED)


def test_clause_carried_by_another(found: Comparison, city: Plan, district: Plan) -> None:
    """Who names the child clauses that carry a gap makes it covered by these."""
    carrier = item(found, "clause:t4.c1").children[0]
    decision = said(found, "clause:t3.c1", Verdict.ADJUST, Outcome(children=(carrier,)))
    after = compare(city, district, decisions=[decision])
    entry = next(entry for entry in after.coverage if entry.parent_clause == "t3.c1")
    assert (Status.COVERED, (carrier.id,)) == (entry.status, entry.child_clauses)
    assert "PA101" not in [each.code for each in after.findings]


def test_confirmed_gap_is_in_doubt_once_the_child_has_it(found: Comparison, city: Plan, tmp_path: Path) -> None:
    """A confirmed gap does not hide that the child has taken the clause up since."""
    filled = LOWER.replace("为果农发放防冻物资", "为果农发放防冻物资。新建防火道路20公里，完善取水点")
    after = compare(city, read(tmp_path, "filled.txt", filled), decisions=everything(found, Verdict.ACCEPT))
    entry = next(entry for entry in after.coverage if entry.parent_clause == "t3.c1")
    assert entry.review
    assert (Status.COVERED, ReviewState.SUSPECT, "covered") == (
        entry.status, entry.review.state, entry.review.proposed
    )  # fmt: skip


@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.OUT_OF_SCOPE])
def test_target_that_is_no_finding(city: Plan, tmp_path: Path, verdict: Verdict) -> None:
    """A lowered number that a person finds right is no finding, and stays in the record with who said so."""
    lower = read(tmp_path, "lower.txt", LOWER.replace("6场", "4场"))
    settings = Settings(same_plan=False)
    before = compare(city, lower, settings)
    target = next(each for each in before.drift if each.child_value == "4场")
    name = next(name for name, told in findings_of(before).items() if told[0].code in {"PA201", "PA209"})
    after = compare(city, lower, settings, decisions=[said(before, name, verdict)])
    assert not {"PA201", "PA209"} & {each.code for each in after.findings}
    assert [target.drift] == [each.drift for each in after.drift if each.review]


def test_target_adjusted(city: Plan, tmp_path: Path) -> None:
    """A person may say that a number is as it should be, or lower."""
    lower = read(tmp_path, "lower.txt", LOWER.replace("6场", "4场"))
    before = compare(city, lower)
    name = next(name for name, told in findings_of(before).items() if told[0].code in {"PA201", "PA209"})
    decision = said(before, name, Verdict.ADJUST, Outcome(drift=DriftKind.LOOSER))
    after = compare(city, lower, decisions=[decision])
    assert "PA201" in [each.code for each in after.findings]


def test_dismissed_finding(city: Plan, tmp_path: Path) -> None:
    """A finding that a person rejects leaves the open ones, and is kept; it comes back in doubt if its words change."""
    text = LOWER.replace("为果农发放防冻物资", "为果农发放防冻物资，全市推广")
    lower = read(tmp_path, "lower.txt", text)
    before = compare(city, lower)
    name = next(name for name in findings_of(before) if name.startswith("finding:PA403"))
    rejected = [said(before, name, Verdict.REJECT)]
    after = compare(city, lower, decisions=rejected)
    assert "PA403" not in [each.code for each in after.findings]
    assert ["PA403"] == [each.code for each in after.dismissed]
    alone = check(lower, decisions=rejected)
    assert ["PA403"] == [each.code for each in alone.dismissed]


def test_newest_decision_wins_whatever_the_order(found: Comparison, city: Plan, district: Plan) -> None:
    """Of several decisions on one item the newest one counts."""
    decisions = [
        said(found, "clause:t3.c1", Verdict.OUT_OF_SCOPE),
        said(found, "clause:t3.c1", Verdict.REJECT, hour=2),
    ]
    after = compare(city, district, decisions=decisions)
    assert Status.COVERED in [entry.status for entry in after.coverage if entry.parent_clause == "t3.c1"]


@pytest.mark.parametrize(("demand", "required"), [("none", 0), ("error-only", 1), ("all", 3)])
def test_required_reviews(city: Plan, district: Plan, demand: RequireReview, required: int) -> None:
    """require_review asks for a decision on errors or on all findings; without one the policy is not met."""
    settings = Settings(policy=Policy(fail_on="never", require_review=demand))  # type: ignore[arg-type] # as read from TOML
    before = check(district, city, settings)
    assert before.gate
    assert (not required) == before.gate.passed
    assert bool(required) == ("PA501" in [each.code for each in before.findings])
    assert required == (before.summary.review.unreviewed if before.summary.review else 0)
    after = check(district, city, settings, decisions=everything(compare(city, district), Verdict.ACCEPT))
    assert after.gate
    assert after.gate.passed


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_said_of_unchanged_documents_holds(found: Comparison, seed: int) -> None:
    """Decisions on everything, however they contradict the program, leave nothing in doubt while no word changes."""
    chance = random.Random(seed)  # noqa: S311 - a choice, no secret
    verdicts = (Verdict.ACCEPT, Verdict.REJECT, Verdict.NO_COUNTERPART, Verdict.OUT_OF_SCOPE)
    names = [each.id for each in review_items(found)]
    after = redecided(found, [said(found, name, chance.choice(verdicts)) for name in names])
    review = after.summary.review
    assert review
    assert (0, 0) == (review.suspect, review.unplaced)
    assert len(review_items(after)) == review.confirmed + review.proposed
    assert len(review_of(after)) == review.confirmed
    children = [link.child_task for link in after.links if link.strength is Strength.PRIMARY]
    assert len(children) == len(set(children))


def test_status_outweighs_a_rejected_link(found: Comparison) -> None:
    """Who says what carries a clause is heard before what follows from a rejected link; nothing is listed twice."""
    link = said(found, "link:t2-t2", Verdict.REJECT)
    lost = {each.parent_clause: each for each in redecided(found, [link]).coverage}["t2.c1"]
    assert (Status.DROPPED, len(set(lost.missing))) == (lost.status, len(lost.missing))
    partly = said(found, "clause:t2.c1", Verdict.ADJUST, Outcome(status=Status.PARTIAL))
    kept = {each.parent_clause: each for each in redecided(found, [link, partly]).coverage}["t2.c1"]
    assert (Status.PARTIAL, ("t2.c1",)) == (kept.status, kept.child_clauses)
    assert not any(one != other and one in other for one in lost.missing for other in lost.missing)


def test_waivers_that_accept_nothing_are_told_again(city: Plan, district: Plan) -> None:
    """A report keeps what is wrong with its waivers under other decisions, though it does not hold these waivers."""
    entry = {"rule": "PA101", "reason": "另行安排", "basis": "江应急〔2025〕3号", "approver": "李敏", "number": 1}
    end = {"document": "江城市2025年应急管理工作要点", "quote": "没有这句话"}
    waiver = Waiver.model_validate({**entry, "parent": end, "expires": "2026-12-31"})
    before = compare(city, district, Settings(as_of=dt.date(2026, 3, 1)), waivers=[waiver])
    assert "PA504" in [each.code for each in before.findings]
    after = redecided(before, [said(before, "link:t1-t1", Verdict.ACCEPT)])
    assert [each.id for each in before.findings] == [each.id for each in after.findings]
