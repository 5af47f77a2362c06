"""Texts in two languages."""

from __future__ import annotations

import pytest

from planalign.model.wording import Lang, Plural, Wording, joined


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (Wording("上级", "heading"), ("上级", "Parent")),
        (Wording("上级"), ("上级", "parent")),
        (Wording("第{number}页").filled(number=7), ("第7页", "page 7")),
        (Wording("编号{kind}：“{before}”之后是“{after}”"), None),
        (Wording(""), ("", "")),
    ],
)
def test_both_languages(wording: Wording, expected: tuple[str, str] | None) -> None:
    """A text is Chinese in the code and English in the catalogue; the same Chinese may read otherwise in a context."""
    said = (wording.of(Lang.ZH), wording.of(Lang.EN))
    assert expected == said if expected else said[0] != said[1]


def test_words_in_a_place() -> None:
    """What fills a place is told in the language of the text around it; the words of a document stay as they are."""
    kind = Wording("编号{kind}：“{before}”之后是“{after}”").filled(
        kind=Wording("跳号"), before="（一）", after="（三）"
    )
    assert "编号跳号：“（一）”之后是“（三）”" == kind.of(Lang.ZH)
    assert "numbering gap: “（三）” follows “（一）”" == kind.of(Lang.EN)


def test_braces_of_a_document() -> None:
    """Braces in the words of a document are no places."""
    assert "第{x}页" == Wording("第{number}页").filled(number="{x}").of(Lang.ZH)
    assert "{x}" == Wording("{x}").of(Lang.ZH)


def test_list() -> None:
    """Words of a document are joined by the sign of the language."""
    assert ("甲；乙", "甲; 乙") == tuple(joined(["甲", "乙"], Wording("；")).of(lang) for lang in Lang)


@pytest.mark.parametrize(("number", "expected"), [(0, "0 clauses"), (1, "1 clause"), (2, "2 clauses")])
def test_plural(number: int, expected: str) -> None:
    """English has a singular; in Chinese the sentence around the number names what is counted."""
    clauses = Plural("{number}", "clause")
    assert (str(number), expected) == (clauses.of(number, Lang.ZH), clauses.of(number, Lang.EN))
