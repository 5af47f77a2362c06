"""Word segmentation and the word lists."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.text.synonyms import unify
from planalign.text.words import data_lines, domain_words, words


def test_domain_words_stay_whole() -> None:
    """A term of the domain is one word."""
    assert words("推进安全生产治本攻坚") == ["推进", "安全生产", "治本攻坚"]


@given(st.text(max_size=80))
def test_words_join_to_the_text(text: str) -> None:
    """Nothing is lost or added by cutting."""
    assert "".join(words(text)) == text


@pytest.mark.parametrize("name", ["domain_words.txt", "light_words.txt"])
def test_word_lists_are_sorted_and_distinct(name: str) -> None:
    """A word list is a sorted set."""
    assert list(data_lines(name)) == sorted(set(data_lines(name)))


def test_synonyms_are_distinct() -> None:
    """No word belongs to two groups of synonyms."""
    members = [word for line in data_lines("synonyms.txt") for word in line.split()]
    assert len(members) == len(set(members))


def test_unify() -> None:
    """Abbreviation and full form read the same, the longest variant first."""
    assert unify("推广安全生产责任保险") == unify("推广安责险")


def test_the_shared_cache_is_never_read() -> None:
    """Jieba's own initialisation, which reads the shared temporary folder, does not run."""
    script = (
        "import planalign.text.words as w; w._import_jieba().Tokenizer.initialize = None; "
        "assert w.words('安全生产') == ['安全生产']; print('ok')"
    )
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert run.stdout == "ok\n"


def test_domain_words_are_words() -> None:
    """Domain words hold no white space."""
    assert not [word for word in domain_words() if word.split() != [word]]
