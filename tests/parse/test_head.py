"""Parts of the masthead: numbers, dates, offices, addressees."""

from __future__ import annotations

import pytest

from planalign.parse.date import find_date, is_unreadable
from planalign.parse.document_number import find_numbers, own_number
from planalign.parse.document_number import is_unreadable as is_lost_number
from planalign.parse.masthead import split_addressees
from planalign.parse.organ import is_organ, organs_of


@pytest.mark.parametrize(
    "text",
    [
        "江府发〔2025〕3号",
        "江府发［2025］3号",
        "江府发[2025]3号",
        "江府发【2025】3号",
        "江府发（2025）3号",
        "江府发(2025)3号",
        "江府发〔二〇二五〕3号",
        "江府发〔二○二五〕第3号",
        "江府发〔 2025 〕 3 号",
        "江府发2025-3号",
        "江府发〔2025〕3号        签发人：张三",
    ],
)
def test_document_number_takes_one_form(text: str) -> None:
    """All brackets and numerals give 〔〕 and Arabic digits."""
    found = own_number(text)
    assert found is not None
    assert found.text == "江府发〔2025〕3号"


@pytest.mark.parametrize(
    "text", ["根据江府发〔2025〕3号文件要求，现将有关事项通知", "二〇二五年三月五日", "江城市人民政府"]
)
def test_cited_number_is_not_the_own_one(text: str) -> None:
    """A number inside a sentence is a citation."""
    assert own_number(text) is None


def test_lead_in_words_are_no_part_of_the_number() -> None:
    """根据 before a number is not its abbreviation."""
    found = [number.text for number in find_numbers("根据江府发〔2024〕1号和临府办发〔2024〕12号文件")]
    assert found == ["江府发〔2024〕1号", "临府办发〔2024〕12号"]


@pytest.mark.parametrize("text", ["江府发〔20252号", "江府发〔2025 2号"])
def test_broken_number_is_told(text: str) -> None:
    """A number without its bracket is not guessed."""
    assert own_number(text) is None
    assert is_lost_number(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年3月5日", "2025-03-05"),
        ("2025 年 3 月 5 日", "2025-03-05"),
        ("二〇二五年三月五日", "2025-03-05"),
        ("二○二五年十二月三十一日", "2025-12-31"),
        ("二0二五年三月十日", "2025-03-10"),
        ("2025-03-05", "2025-03-05"),
        ("2025.3.5", "2025-03-05"),
        ("江城市人民政府          2025年3月5日", "2025-03-05"),
        ("2025年3月5日（本文有删减）", "2025-03-05"),
        ("2025年13月5日", None),
        ("二〇二五年", None),
        ("2025年3月5日前完成整改", None),
    ],
)
def test_date_at_the_end_of_a_line(text: str, expected: str | None) -> None:
    """Arabic and Chinese dates are read; a date inside a sentence or an impossible one is none."""
    found = find_date(text)
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize("text", ["202535日", "2020317日", "2025年35日"])
def test_broken_date_is_told(text: str) -> None:
    """A date that lost 年 or 月 is not guessed."""
    assert find_date(text) is None
    assert is_unreadable(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各区县(自治县)人民政府,市政府各部门,有关单位:", ("各区县（自治县）人民政府", "市政府各部门", "有关单位")),
        ("各村（居）委、辖区各企（事）业单位：", ("各村（居）委", "辖区各企（事）业单位")),
        ("各区人民政府，市政府各委、办、局：", ("各区人民政府", "市政府各委、办、局")),
    ],
)
def test_addressees_are_split(text: str, expected: tuple[str, ...]) -> None:
    """Brackets are kept whole, and 各委、办、局 is one name."""
    assert split_addressees(text) == expected


def test_joint_issuers_stand_apart() -> None:
    """Offices on one signature line are told apart by wide spaces."""
    assert organs_of("江城市应急管理局    江城市水务局") == ("江城市应急管理局", "江城市水务局")


@pytest.mark.parametrize("text", ["加强领导。", "2025年工作要点", "一、总体要求", "各区县："])
def test_other_lines_are_no_offices(text: str) -> None:
    """A sentence, a title or a heading is no office."""
    assert not is_organ(text)
