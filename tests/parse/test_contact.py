"""Contact lines are personal data and leave the plan before anything is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.hand_made import plan, task

from planalign.model.block import Location, Skipped
from planalign.model.plan import Masthead
from planalign.parse.clause import with_term
from planalign.parse.contact import REMOVED, masked, without_contact
from planalign.parse.plan import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.block import Document

CONTACT = "（联系人：江小北，联系电话：13900000000）"


def _cleaned(text: str) -> str:
    made = plan("city.txt", task(1, "完善应急预案", "修订预案。"), masthead=Masthead(contact=CONTACT))
    made = made.model_copy(update={"skipped": (Skipped(location=Location(), reason="-", text=text),)})
    return without_contact(made).skipped[0].text


def test_masthead_loses_its_contact() -> None:
    """The contact line of the masthead becomes null."""
    made = plan("city.txt", task(1, "完善应急预案", "修订预案。"), masthead=Masthead(contact=CONTACT))
    assert None is without_contact(made).masthead.contact


def test_time_of_a_note_loses_it_too() -> None:
    """A number beside the time of a task stands in no field of the plan, and the time stays the end of its clause."""
    timed = with_term(task(1, "完善应急预案", "修订预案。").clauses[0], "完成时限：12月 联系电话：13812345678")
    made = task(1, "完善应急预案", "修订预案。").model_copy(update={"clauses": (timed,), "terms": (timed.term,)})
    clean = without_contact(plan("city.txt", made))
    assert "13812345678" not in clean.model_dump_json()
    assert "修订预案。" == clean.tasks[0].clauses[0].sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"附：{CONTACT}", f"附：{REMOVED}"),
        ("联系人：江小南，办公室", f"联系人：{REMOVED}，办公室"),
        ("请拨 13911112222。", f"请拨 {REMOVED}。"),
        ("传真 0790-5550123", f"传真 {REMOVED}"),
        ("电话：5550123", f"电话{REMOVED}"),
        ("举报电话：12345", "举报电话：12345"),
        ("20250305 印发", "20250305 印发"),
    ],
)
def test_leftovers_lose_names_and_numbers(text: str, expected: str) -> None:
    """Names and numbers vanish from what was not understood; hotlines and dates stay."""
    assert expected == _cleaned(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联系人：江小北、江小南，电话：13900000000。", f"联系人：{REMOVED}，电话{REMOVED}。"),
        ("（联系人：江 北，139 0000 0000）", f"（联系人：{REMOVED}，{REMOVED}）"),
        ("联系人江小北，电话5550123", f"联系人{REMOVED}，电话{REMOVED}"),
        ("联系人及电话：江小北 0790-5550123", f"联系人及电话：{REMOVED} {REMOVED}"),
        ("建立联系人制度，落实联系人。", "建立联系人制度，落实联系人。"),
        ("投入资金2000000000元。", "投入资金2000000000元。"),
    ],
)
def test_names_and_numbers(text: str, expected: str) -> None:
    """Names stand behind a colon or before a number; other digits and the word itself are text."""
    assert expected == masked(text)


def test_clauses_lose_names_and_numbers(document: Callable[[str], Document]) -> None:
    """A contact inside a task vanishes from clause and text; targets behind it keep their words."""
    text = "江城市2025年工作要点\n一、重点\n1.演练。联系人：江小北，电话：13900000000，全年开展演练12次。\n"
    cleaned = without_contact(parse_document(document(text)))
    (clause,) = cleaned.tasks[0].clauses
    assert f"联系人：{REMOVED}，电话{REMOVED}，全年开展演练12次。" == clause.text
    assert [target.text for target in clause.targets] == [clause.text[each.start : each.end] for each in clause.targets]
    assert "江小北" not in cleaned.model_dump_json()
    assert "1390000" not in cleaned.model_dump_json()


def test_columns_of_annexes_are_masked(document: Callable[[str], Document]) -> None:
    """The cells below 联系人 and 联系电话 are masked; names of offices and hotlines stay."""
    text = (
        "江城市2025年工作要点\n一、重点\n1.演练。每季度开展一次演练。\n附件：联络表\n"
        "序号\t单位名称\t联系人\t联系电话\n1\t市应急局\t江小北\t13900000000\n2\t市水利局\t江小南\t12345\n"
    )
    (annex,) = without_contact(parse_document(document(text))).annexes
    assert [("1", "市应急局", REMOVED, REMOVED), ("2", "市水利局", REMOVED, "12345")] == [
        row.cells for row in annex.rows
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("联系人：××，电话：000-00000001", f"联系人：××，电话{REMOVED}"), ("联系人：江小北，电话：000-00000001", None)],
)
def test_blank_name_tells_of_nobody(document: Callable[[str], Document], text: str, expected: str | None) -> None:
    """A contact line whose name was never filled in is kept, its number masked; any other is taken out."""
    head = f"各镇：\n现将《要点》印发给你们。\n江城市人民政府\n2025年3月1日\n（{text}）\n"
    lines = f"{head}2025年工作要点\n一、重点\n1.演练。开展演练。\n"
    assert expected == without_contact(parse_document(document(lines))).masthead.contact
