"""The pages about corpora list the tables as they are."""

from __future__ import annotations

import corpus_tables

from planalign.corpus.questions import QUESTIONS
from planalign.model.wording import Lang


def test_tables_are_documented() -> None:
    """The list of tables and columns is what the code says, in both languages."""
    for lang, name in corpus_tables.PAGES.items():
        assert corpus_tables.page(lang) == (corpus_tables.ROOT / name).read_text("utf-8"), (
            "run scripts/corpus_tables.py"
        )


def test_questions_are_documented() -> None:
    """Every ready-made question stands in both pages."""
    for name in corpus_tables.PAGES.values():
        text = (corpus_tables.ROOT / name).read_text("utf-8")
        assert [] == [question for question in QUESTIONS if f"`{question}`" not in text]


def test_both_languages() -> None:
    """Both languages have a page."""
    assert set(Lang) == set(corpus_tables.PAGES)
