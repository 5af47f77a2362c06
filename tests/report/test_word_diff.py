"""Passages set against each other word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.model.plan import Clause
from planalign.parse.target import find_targets
from planalign.report.word_diff import Piece, Quote, clause_quote, contrast


def _marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces)


def _quote(text: str) -> Quote:
    return clause_quote(Clause(id="t1.c1", text=text, targets=find_targets(text)))


@pytest.mark.parametrize(
    ("upper", "lower", "marked_upper", "marked_lower"),
    [
        ("新建取水点120座。", "新建取水点100座。", "新建取水点[120座]。", "新建取水点[100座]。"),
        ("检验率达到100%。", "检验率达到95%。", "检验率达到[100%]。", "检验率达到[95%]。"),
        ("修订总体预案，更新物资清单。", "修订总体预案。", "修订总体预案，[更新物资清单]。", "修订总体预案。"),
        ("全市开展应急演练", "全镇开展应急演练。", "全市开展应急演练", "全镇开展应急演练。"),
        ("修订市级总体预案", "修订区级总体预案", "修订市级总体预案", "修订区级总体预案"),
        ("排查水库（含山塘）隐患", "排查水库隐患", "排查水库（[含山塘]）隐患", "排查水库隐患"),
        ("新建消防站３座。", "新建消防站3座。", "新建消防站３座。", "新建消防站3座。"),
    ],
)
def test_words(upper: str, lower: str, marked_upper: str, marked_lower: str) -> None:
    """A number with its unit is one word; level words, width and punctuation are no change."""
    found = contrast(_quote(upper), [_quote(lower)])
    assert (marked_upper, [marked_lower]) == (_marked(found.upper), [_marked(side) for side in found.lower])


def test_several_carriers() -> None:
    """A word of the parent is kept where any of its carriers has it."""
    found = contrast(_quote("修订总体预案，更新物资清单。"), [_quote("修订总体预案。"), _quote("及时更新物资清单。")])
    assert "修订总体预案，更新物资清单。" == _marked(found.upper)
    assert ["修订总体预案。", "[及时]更新物资清单。"] == [_marked(side) for side in found.lower]


def test_other_sentences_are_not_marked() -> None:
    """Two sentences that share next to nothing are left as they are, but for what is known to be missing."""
    text = "组织宣传进社区，发放手册。"
    found = contrast(_quote(text), [_quote("加强值班值守。")], [(8, 12)])
    assert not found.alike
    assert ("组织宣传进社区，[发放手册]。", "加强值班值守。") == (_marked(found.upper), _marked(found.lower[0]))


def test_known_to_be_kept() -> None:
    """What is known to be kept is not marked, though the passage beside it is another sentence for the most part."""
    found = contrast(_quote("组织宣传进社区，发放手册。"), [_quote("组织宣传进社区。")], held=[(8, 12)])
    assert "组织宣传进社区，发放手册。" == _marked(found.upper)


def test_names_of_the_own_place_are_no_change() -> None:
    """What each plan calls its own place says nothing."""
    places = ("江城市", "临江区")
    found = contrast(Quote("完善江城市总体预案", places=places), [Quote("完善临江区总体预案", places=places)])
    assert ("完善江城市总体预案", "完善临江区总体预案") == (_marked(found.upper), _marked(found.lower[0]))


@given(
    st.text(alphabet="建设100座%市级（），。a \x07", max_size=30), st.text(alphabet="建设20座市级（）。", max_size=30)
)
def test_nothing_is_lost(upper: str, lower: str) -> None:
    """The pieces of a passage, joined, are the passage."""
    found = contrast(_quote(upper), [_quote(lower)])
    assert upper == "".join(piece.text for piece in found.upper)
    assert lower == "".join(piece.text for piece in found.lower[0])
