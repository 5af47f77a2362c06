"""Word segmentation and the word lists."""

from __future__ import annotations

import subprocess
import sys
import warnings
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.text.synonyms import unify
from planalign.text.words import _word_list, data_lines, domain_words, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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


@pytest.mark.parametrize("name", ["near_words.txt", "synonyms.txt"])
def test_groups_are_distinct(name: str) -> None:
    """No word belongs to two groups, and no group is a single word."""
    groups = [line.split() for line in data_lines(name)]
    members = [word for group in groups for word in group]
    assert len(members) == len(set(members))
    assert min(map(len, groups)) > 1


def test_unify() -> None:
    """Abbreviation and full form read the same, the longest variant first."""
    assert unify("推广安全生产责任保险") == unify("推广安责险")


@pytest.fixture(scope="module")
def jieba_tokenizer() -> Callable[[str], list[str]]:
    """Return jieba's own cut, without its guesses, on our word list."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    lines = _word_list().text.split("\n")[1:]
    tokenizer = jieba.Tokenizer()
    entries = (entry.rsplit(" ", 1) for line in lines for entry in line.strip("\t").split("\t"))
    tokenizer.FREQ = {word: int(frequency) for word, frequency in entries}
    tokenizer.total = sum(tokenizer.FREQ.values())
    tokenizer.initialized = True
    return partial(tokenizer.lcut, HMM=False)


def test_documents_are_cut_as_jieba_cuts(jieba_tokenizer: Callable[[str], list[str]], jiangcheng: Path) -> None:
    """Every line of our own sources is cut as jieba cuts it."""
    sources = sorted((jiangcheng / "sources").iterdir())
    lines = [line for path in sources if path.is_file() for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 100
    assert [jieba_tokenizer(line) for line in lines] == [words(line) for line in lines]


@given(st.text("安全生产治本攻坚的了aB1 .，。-+%\r\n", max_size=40))
def test_anything_is_cut_as_jieba_cuts(jieba_tokenizer: Callable[[str], list[str]], text: str) -> None:
    """Odd mixtures are cut as jieba cuts them."""
    assert jieba_tokenizer(text) == words(text)


def test_jieba_is_not_imported() -> None:
    """Jieba, which reads the shared temporary folder, stays out of the process."""
    script = "import sys; from planalign.text.words import words; words('安全生产'); print('jieba' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert run.stdout == "False\n"


def test_domain_words_are_words() -> None:
    """Domain words hold no white space."""
    assert not [word for word in domain_words() if word.split() != [word]]
