"""Terms, their weights, and the index over them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planalign.align.terms import Index, Terms, Weights, terms_of, union, with_near_words
from planalign.text.words import light_words

TEXTS = st.lists(st.text(alphabet="加强燃气管道隐患排查3处", min_size=1, max_size=12), min_size=1, max_size=6)


def test_terms_of_a_text() -> None:
    """A text gives pairs of neighbouring characters, words and single characters."""
    assert terms_of("更换管道26公里") == Terms(
        frozenset({"更换", "换管", "管道", "道2", "26", "6公", "公里"}),
        frozenset({"更换", "管道", "26", "公里"}),
        frozenset({"更", "换", "管", "道", "26", "公", "里"}),
    )


def test_light_words_weigh_less() -> None:
    """Of two words that no clause holds, the light one says less."""
    weights = Weights.over([terms_of("燃气管道")])
    assert "扎实" in light_words()
    assert weights.of(1, "扎实") < weights.of(1, "闸口")


@given(TEXTS, st.text(alphabet="加强燃气管道隐患排查3处", min_size=1, max_size=12))
def test_index_equals_brute_force(texts: list[str], query: str) -> None:
    """The inverted index gives the recall that comparing text by text gives."""
    terms = [terms_of(text) for text in texts]
    weights, wanted = Weights.over(terms), terms_of(query)
    fast = Index(terms, weights).likeness(wanted).recall
    slow = weights.recalls(wanted, terms)
    assert [round(score, 9) for score in fast] == [round(score, 9) for score in slow]


@given(TEXTS)
def test_a_text_carries_itself(texts: list[str]) -> None:
    """Recall and cosine of a text with itself are 1."""
    terms = [terms_of(text) for text in texts]
    weights = Weights.over(terms)
    index = Index(terms, weights)
    found = [score[place] for place, text in enumerate(terms) for score in index.likeness(text)]
    assert [round(score, 9) for score in found] == [1.0] * (3 * len(terms))


def test_nothing_is_like_an_empty_text() -> None:
    """A query without a term is carried by nothing."""
    terms = [terms_of("燃气管道")]
    assert Index(terms, Weights.over(terms)).likeness(terms_of("，。")).recall == [0.0]


def test_union() -> None:
    """The union holds the terms of all texts."""
    assert union([terms_of("燃气"), terms_of("管道")]).word == frozenset({"燃气", "管道"})


def test_near_words_are_one_term() -> None:
    """Texts that differ by words of one group hold the same words, though not the same characters."""
    one, other = (with_near_words(terms_of(text)) for text in ("组织群众疏散", "组织群众撤离"))
    assert one.word == other.word
    assert one.pair != other.pair


def test_a_group_weighs_by_all_its_words() -> None:
    """A word that no clause holds weighs less once clauses hold another word of its group."""
    terms = [terms_of("组织群众疏散"), terms_of("组织群众撤离")]
    near = [with_near_words(entry) for entry in terms]
    weights = Weights.over(terms)
    assert weights.for_near(near).of(1, "转移") < weights.of(1, "转移")
