"""Decisions found again in other issues, drafts and carriers of the plans, by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.deciding import LOWER, RENUMBERED, UPPER, doubted, everything, read, said

from planalign import compare
from planalign.assess.review_items import item_key, review_items, said_of
from planalign.model.comparison import Status
from planalign.model.review import ReviewState, Verdict
from planalign.pipeline.redeciding import redecided

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan

TWINS = (
    UPPER.replace("更新物资清单。（责任单位：市应急局）", "更新物资清单。落实专人负责，定期通报情况。")
    .replace("及时评估总结。（责任单位：市应急局、市消防局）", "及时评估总结。落实专人负责，定期通报情况。")
)  # fmt: skip


def test_renumbering_and_reformatting_leave_nothing_in_doubt(found: Comparison, city: Plan, tmp_path: Path) -> None:
    """Other numbers, order, widths, spaces and a section more: every decision is found again, none is in doubt."""
    after = compare(city, read(tmp_path, "again.txt", RENUMBERED), decisions=everything(found, Verdict.ACCEPT))
    assert after.summary.review
    assert (12, 0, 0, 0) == (
        after.summary.review.confirmed, after.summary.review.suspect,
        after.summary.review.proposed, after.summary.review.unplaced,
    )  # fmt: skip


def test_decision_on_exactly_this_text_outweighs_a_newer_one(found: Comparison, city: Plan, tmp_path: Path) -> None:
    """Who decided on this very text is heard before who decided on another draft, even later."""
    changed = read(tmp_path, "changed.txt", LOWER.replace("6场", "4场"))
    other = compare(city, changed)
    decisions = [
        said(found, "clause:t2.c1", Verdict.ACCEPT),
        said(other, "clause:t2.c1", Verdict.NO_COUNTERPART, hour=5),
    ]
    entry = {each.parent_clause: each for each in redecided(found, decisions).coverage}["t2.c1"]
    assert entry.review
    assert (Status.COVERED, ReviewState.CONFIRMED) == (entry.status, entry.review.state)


def test_decisions_about_other_documents_are_left_alone(found: Comparison, city: Plan, tmp_path: Path) -> None:
    """What was said of one district says nothing of another, though its plan has the same words."""
    other = read(tmp_path, "other.txt", LOWER.replace("临江区", "望山区"))
    after = compare(city, other, decisions=everything(found, Verdict.REJECT))
    assert after.summary.review
    assert (0, 12) == (after.summary.review.confirmed, after.summary.review.elsewhere)


def test_next_year(found: Comparison, tmp_path: Path) -> None:
    """In the plan of another year decisions on unchanged words hold; a year in the words is a deadline that changed."""
    upper, lower = (
        read(tmp_path, f"{name}.txt", text.replace("2025", "2026")) for name, text in (("u", UPPER), ("l", LOWER))
    )
    after = compare(upper, lower, decisions=everything(found, Verdict.ACCEPT))
    assert {"link:t2-t2", "clause:t2.c1", "target:t2.c1-t2.c1"} == set(doubted(after))
    assert after.summary.review
    assert 9 == after.summary.review.confirmed


def test_gone_words_are_counted(found: Comparison, city: Plan, tmp_path: Path) -> None:
    """A decision whose words stand in the document no more is counted, never applied to something else."""
    cut = LOWER.replace("（三）防范柑橘冻害。为果农发放防冻物资。（责任单位：区农业农村委）", "")
    after = compare(city, read(tmp_path, "cut.txt", cut), decisions=[said(found, "link:t3-", Verdict.ACCEPT)])
    assert after.summary.review
    assert (0, 1) == (after.summary.review.confirmed, after.summary.review.unplaced)


def test_same_words_under_two_tasks(district: Plan, tmp_path: Path) -> None:
    """Of two clauses with the same words each keeps what was said of it, also after a task was put in front."""
    found = compare(read(tmp_path, "city.txt", TWINS), district)
    first, second = (entry.parent_clause for entry in found.coverage if entry.parent_clause in {"t1.c2", "t2.c3"})
    decisions = [
        said(found, f"clause:{first}", Verdict.OUT_OF_SCOPE),
        said(found, f"clause:{second}", Verdict.NO_COUNTERPART, hour=1),
    ]
    assert 1 == len({item_key(each.item) for each in decisions if each.item})
    after = redecided(found, decisions)
    verdicts = {entry.parent_clause: entry.review.verdict for entry in after.coverage if entry.review}
    assert {first: Verdict.OUT_OF_SCOPE, second: Verdict.NO_COUNTERPART} == verdicts
    assert {f"clause:{name}": verdict for name, verdict in verdicts.items()} == {
        name: each.verdict for name, each in said_of(review_items(found), decisions).items()
    }
    shifted = TWINS.replace("（一）修订", "（一）开展督查。每季度督查一次。\n\n（二）修订")
    again = compare(read(tmp_path, "shifted.txt", shifted), district, decisions=decisions)
    assert {"t2.c2": Verdict.OUT_OF_SCOPE, "t3.c3": Verdict.NO_COUNTERPART} == {
        entry.parent_clause: entry.review.verdict for entry in again.coverage if entry.review
    }


def test_corrected_title(found: Comparison, city: Plan, tmp_path: Path) -> None:
    """A plan whose title alone was corrected is the same plan."""
    titled = LOWER.replace("应急管理工作要点", "应急管理重点工作")
    after = compare(city, read(tmp_path, "titled.txt", titled), decisions=everything(found, Verdict.ACCEPT))
    assert after.summary.review
    assert (12, 0, 0) == (
        after.summary.review.confirmed, after.summary.review.suspect, after.summary.review.elsewhere
    )  # fmt: skip


def test_decision_of_each_item_by_what_was_seen(found: Comparison) -> None:
    """The newest decision on exactly an item is found by its key, whatever its id is now."""
    decisions = everything(found, Verdict.ACCEPT)
    items = review_items(found)
    assert len(items) == len({item_key(each) for each in items})
    assert {each.id for each in items} == set(said_of(items, decisions))
