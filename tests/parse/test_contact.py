"""Contact lines are personal data and leave the plan before anything is shown."""

from __future__ import annotations

import pytest
from tests.hand_made import plan, task

from planalign.model.block import Location, Skipped
from planalign.model.plan import Masthead
from planalign.parse.contact import REMOVED, without_contact

CONTACT = "（联系人：江小北，联系电话：13900000000）"


def _cleaned(text: str) -> str:
    made = plan("city.txt", task(1, "完善应急预案", "修订预案。"), masthead=Masthead(contact=CONTACT))
    made = made.model_copy(update={"skipped": (Skipped(location=Location(), reason="-", text=text),)})
    return without_contact(made).skipped[0].text


def test_masthead_loses_its_contact() -> None:
    """The contact line of the masthead becomes null."""
    made = plan("city.txt", task(1, "完善应急预案", "修订预案。"), masthead=Masthead(contact=CONTACT))
    assert None is without_contact(made).masthead.contact


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
