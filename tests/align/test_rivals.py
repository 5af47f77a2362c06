"""What a child clause says for one parent clause when it speaks for another."""

from __future__ import annotations

from tests.align.plans import plan

from planalign.align.pair import Pair
from planalign.align.plans import align
from planalign.config import AlignSettings
from planalign.model.comparison import Status

SHARED = {
    "防汛": [
        "组织开展城市内涝防御应急演练，完善抢险物资储备机制。",
        "组织开展山洪灾害防御应急演练，完善避险转移机制。",
    ],
    "供水": ["更换老旧供水管道8公里。"],
}
DISTRICT = "江城市临江区"


def test_the_nearest_parent_clause_claims_a_child_clause() -> None:
    """The parent clause that a child clause copies has the full claim on it, its neighbour less."""
    pair = Pair(plan(SHARED), plan(SHARED, DISTRICT))
    assert pair.rivals.claims(0)[0] == 1.0
    assert pair.rivals.claims(1)[0] < 1.0


def test_a_copy_says_nothing_for_its_neighbour() -> None:
    """Of a copy of another clause, what that clause holds too counts for nothing."""
    pair = Pair(plan(SHARED), plan(SHARED, DISTRICT))
    assert pair.rivals.said_for(0, 0) == pair.child.near_terms[0]
    assert all(not family for family in pair.rivals.said_for(1, 0))


def test_an_addition_to_a_copy_counts() -> None:
    """What a child clause adds to the clause that it copies can carry another one."""
    more = SHARED | {"供水": ["更换老旧供水管道8公里，完善避险转移机制。"]}
    pair = Pair(plan(SHARED), plan(more, DISTRICT))
    assert "避险转移" in pair.rivals.said_for(1, 2).word


def test_a_clause_beside_a_copy_of_its_neighbour_is_dropped() -> None:
    """Words shared with a clause that the child copies do not make a dropped clause partly carried."""
    cut = SHARED | {"防汛": SHARED["防汛"][:1]}
    found = align(plan(SHARED), plan(cut, DISTRICT), AlignSettings()).coverage
    assert [entry.status for entry in found] == [Status.COVERED, Status.DROPPED, Status.COVERED]


def test_what_the_parent_repeats_is_carried_once() -> None:
    """A clause that a longer parent clause repeats is carried by the copy of the longer one."""
    parent = SHARED | {"救灾": ["完善避险转移机制。"]}
    child = SHARED | {"救灾": ["设立避险安置点12处。"]}
    found = align(plan(parent), plan(child, DISTRICT), AlignSettings()).coverage
    assert found[-1].status is Status.COVERED
