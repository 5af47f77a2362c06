"""Known changes of one clause."""

from __future__ import annotations

from random import Random

import pytest

from planalign.evaluate.clause_edits import change_number, drop_commitment, narrow_list, paraphrase, swap_object
from planalign.evaluate.commitment_text import actions, lists


def _random() -> Random:
    return Random(1)  # noqa: S311 (test input)


def test_actions_begin_with_a_verb_and_name_an_object() -> None:
    """Scenes, wishes and commas inside brackets make no action."""
    text = "围绕汛期安全，完善会商研判机制（含线上，线下），提升防御水平，开展堤防巡查。"

    assert ["完善会商研判机制（含线上，线下）", "开展堤防巡查"] == [text[it.start : it.end] for it in actions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展矿山、桥梁、码头隐患排查。", ["开展矿山、桥梁、码头隐患排查"]),
        ("开展矿山、桥梁隐患排查。", []),
        ("教育、民政、文化等部门管好本行业。", []),
        ("坚持依法依规、实事求是、注重实效。", []),
    ],
)
def test_lists_have_three_members_that_matter(text: str, expected: list[str]) -> None:
    """Two members are a pair; lists of organisations and of manners are not what a lower level carries."""
    assert expected == [text[slice(*span)] for span in lists(text)]


def test_drop_commitment_leaves_a_whole_sentence() -> None:
    """One action goes with its comma, the others stay, whichever is drawn."""
    text = "完善会商研判机制，开展堤防巡查行动。"

    made = {drop_commitment(text, Random(seed)) for seed in range(9)}  # noqa: S311 (test input)
    assert {("开展堤防巡查行动。", ("完善会商研判机制",)), ("完善会商研判机制。", ("开展堤防巡查行动",))} == made


def test_drop_commitment_needs_two_actions() -> None:
    """What remains must be a commitment too."""
    assert drop_commitment("完善会商研判机制，提升防御水平。", _random()) is None


def test_narrow_list_keeps_first_and_last() -> None:
    """The grammar hangs on the first and the last member."""
    made = narrow_list("整治矿山、桥梁、码头、工地、景区安全隐患。", _random())

    assert ("整治矿山、工地、景区安全隐患。", ("桥梁", "码头")) == made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建充电端口3000个。", "新建充电端口1500个。"),
        ("整改率达到98.5%。", "整改率达到49.2%。"),
        ("每年演练1次。", "每年演练2次。"),
    ],
)
def test_change_number_writes_another_number(text: str, expected: str) -> None:
    """About half; one more where half would be nothing."""
    made = change_number(text, _random())

    assert made is not None
    assert expected == made.text


def test_swap_object_keeps_the_verb() -> None:
    """The verb stands, its object is another's."""
    made = swap_object("完善会商研判机制。", "开展龙舟文化比赛。", _random())

    assert ("完善龙舟文化比赛。", ("会商研判机制",)) == made


def test_paraphrase_changes_words_and_order_of_lists() -> None:
    """The meaning stays; so do the first and the last member of a list, on which the grammar hangs."""
    text = "进一步健全矿山、桥梁、工地、码头隐患排查机制。"

    made = {paraphrase(text, Random(seed)) for seed in range(9)}  # noqa: S311 (test input)
    assert {
        ("完善矿山、桥梁、工地、码头安全隐患摸排工作机制。", ()),
        ("完善矿山、工地、桥梁、码头安全隐患摸排工作机制。", ()),
    } == made


def test_paraphrase_needs_two_substitutions() -> None:
    """A clause with one word of the table is left alone."""
    assert paraphrase("加强防汛。", _random()) is None
