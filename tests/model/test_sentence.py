"""Sentences that are English in the code, in Chinese."""

from __future__ import annotations

import pytest

from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.sentence import english, sentence_in
from planalign.model.skip_reason import skip_reason
from planalign.model.wording import Lang


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the file is empty", "文件是空的"),
        ("page 7 is an image without text: it needs OCR", "第 7 页是图片，没有文字，需先做文字识别（OCR）"),
        ("3 rows of a table with too many cells were left out", "表格单元格过多，有 3 行未读取"),
        (
            (
                "part of the document was not read, so the analysis is incomplete: "
                "an embedded object was not read; and 2 more"
            ),
            "文件有一部分未读取，分析不完整：嵌入的对象未读取；另有 2 处",
        ),
        ("something that nobody has translated", None),
    ],
)
def test_sentences(sentence: str, expected: str | None) -> None:
    """What changes is carried over, sentences inside sentences are translated too, and unknown ones are left alone."""
    assert expected == sentence_in(Lang.ZH, sentence)


def test_english_stays() -> None:
    """Nothing is looked up for those who read English."""
    assert "something that nobody has translated" == sentence_in(Lang.EN, "something that nobody has translated")


def test_places() -> None:
    """A place is filled as format does it; without values the sentence is what it is."""
    assert "there is no rule 'PA9'" == english("there is no rule {rule!r}", rule="PA9")
    assert "{key} is no table" == english("{key} is no table")


def test_no_mixture() -> None:
    """A sentence beside one that has no Chinese stays English: half of each helps nobody."""
    assert "a.xml 已损坏；b.xml 已损坏" == sentence_in(Lang.ZH, "the part a.xml is damaged; the part b.xml is damaged")
    assert sentence_in(Lang.ZH, "the part a.xml is damaged; nobody translated this") is None
    assert sentence_in(Lang.ZH, "the file cannot be read: a.xml; nobody translated this") is None


def test_unknown_reason_is_told_by_its_kind() -> None:
    """A Chinese report holds no English sentence, whatever a reader says."""
    part = Skipped(location=Location(), reason="a new trouble", kind=SkipKind.UNREAD)
    assert ("这一部分未读取", "a new trouble") == (skip_reason(part).of(Lang.ZH), skip_reason(part).of(Lang.EN))
