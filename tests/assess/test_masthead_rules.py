"""PA006: what a masthead lacks, and document numbers that are not in order."""

from __future__ import annotations

import pytest
from tests.assess.one_plan import spots
from tests.hand_made import plan, task

from planalign.assess.masthead_rules import PA006
from planalign.model.plan import Masthead, PlanKind

WHOLE = Masthead(
    title="要点",
    issuer="江城市临江区人民政府",
    document_number="临江府发〔2025〕6号",
    document_number_printed="临江府发〔2025〕6号",
    dated="2025-03-12",
)


def _keys(**changes: object) -> list[str]:
    made = plan("a", task(1, "甲", "做事。"), masthead=WHOLE.model_copy(update=changes))
    return [spot.key for spot in spots(PA006, made)]


def test_whole_head() -> None:
    """A head in order gives nothing."""
    assert [] == _keys()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"document_number": None, "document_number_printed": None}, ["number"]),
        ({"issuer": None}, ["issuer"]),
        ({"dated": None}, ["dated"]),
        ({"document_number": None, "document_number_printed": None, "issuer": None, "dated": None}, []),
    ],
)
def test_missing(changes: dict[str, object], expected: list[str]) -> None:
    """Each missing element is told, but nothing where only the text of the plan is there."""
    assert expected == _keys(**changes)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("临江府发[2025]6号", ["brackets"]),
        ("临江府发（2025）6号", ["brackets"]),
        ("临江府发〔2025〕第6号", ["ordinal"]),
        ("临江府发〔2025〕06号", ["zero"]),
        ("临江府发〔2025年〕6号", ["word"]),
        ("临江府发〔2023〕6号", ["dated"]),
        ("临江府发〔2024〕6号", []),
        ("临江府发 〔2025〕 6 号", []),
    ],
)
def test_malformed(printed: str, expected: list[str]) -> None:
    """Brackets, 第, leading zeros and a year that is not that of the date are told."""
    assert expected == _keys(document_number_printed=printed)


def test_unreadable() -> None:
    """A number without its serial is told as it is printed."""
    assert ["unreadable"] == _keys(document_number=None, document_number_printed="临江府发[2025]×号")


def test_other_document() -> None:
    """News has no masthead."""
    made = plan("a", masthead=Masthead(title="消息", dated="2025-03-12")).model_copy(update={"kind": PlanKind.OTHER})
    assert [] == spots(PA006, made)
