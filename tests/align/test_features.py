"""What speaks for a commitment being carried."""

from __future__ import annotations

from tests.align.plans import plan

from planalign.align.features import FEATURES, evidence
from planalign.align.pair import Pair
from planalign.model.comparison import Signal
from planalign.parse.clause import with_term

DISTRICT = "江城市临江区"
PARENT = {
    "防汛": ["汛前疏散危险区群众。", "组织开展山洪灾害防御演练。"],
    "养老": ["为老年人发放补贴。"],
}


def _values(child: dict[str, list[str]], signal: Signal) -> list[float]:
    """Return one feature of the first commitment of each parent clause."""
    clauses = evidence(Pair(plan(PARENT), plan(child, DISTRICT)))
    return [clause.judged[0].features[FEATURES.index(signal)] for clause in clauses]


def test_a_copy_holds_everything() -> None:
    """In a copy every commitment stands in full, and no other clause has a claim on it."""
    assert _values(PARENT, Signal.WORDING) == [1.0] * 3
    assert _values(PARENT, Signal.PART_CLAIM) == [1.0] * 3


def test_time_of_a_note_is_no_action() -> None:
    """What a note behind a clause says of when is not asked for as something to do."""
    made = plan({"养老": ["为老年人发放补贴。"]})
    (owner,) = made.tasks
    timed = owner.model_copy(update={"clauses": (with_term(owner.clauses[0], "完成时限：2025年12月底"),)})
    (clause,) = evidence(Pair(made.model_copy(update={"tasks": (timed,)}), plan(PARENT, DISTRICT)))
    assert [judged.commitment.text for judged in clause.judged] == ["为老年人发放补贴"]


def test_near_words_are_held() -> None:
    """Another word of the same group counts more than a word of another one."""
    reworded = PARENT | {"防汛": ["汛前撤离危险区群众。"]}
    different = PARENT | {"防汛": ["汛前表彰危险区群众。"]}
    assert _values(reworded, Signal.WORDING)[0] > _values(different, Signal.WORDING)[0]


def test_the_part_that_a_clause_holds_most_has_the_claim() -> None:
    """A child clause that holds more of another clause's part leaves less of a claim on itself."""
    child = {"防汛": ["开展山洪灾害防御演练，通知群众。"]}
    dropped, carried, _ = _values(child, Signal.PART_CLAIM)
    assert dropped < carried == 1.0
