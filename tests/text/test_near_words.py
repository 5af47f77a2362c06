"""Words that come near each other."""

from __future__ import annotations

from planalign.text.near_words import near_words
from planalign.text.words import data_lines, light_words


def test_words_of_a_group_take_one_form() -> None:
    """The words of a line become the first of them."""
    assert near_words()["撤离"] == near_words()["疏散"] == "转移"


def test_another_action_is_another_group() -> None:
    """Verbs that bind to different things stay apart: who inspects has not trained anybody."""
    forms = near_words()
    assert len({forms[verb] for verb in ("巡查", "培训", "演练", "奖励", "处罚")}) == 5


def test_a_light_word_stays() -> None:
    """A word that says little keeps its own form."""
    assert light_words().isdisjoint(near_words())


def test_the_first_word_of_a_group_has_one_form() -> None:
    """Taking the form twice changes nothing."""
    forms = near_words()
    assert [forms.get(form, form) for form in forms.values()] == list(forms.values())


def test_single_words() -> None:
    """A line holds words parted by one space."""
    assert [" ".join(line.split()) for line in data_lines("near_words.txt")] == list(data_lines("near_words.txt"))


def test_one_group() -> None:
    """No word is in two groups."""
    found = [word for line in data_lines("near_words.txt") for word in line.split()]
    assert len(set(found)) == len(found)
