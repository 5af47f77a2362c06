"""PA001, PA002 and PA003: what is wrong with a document taken alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.hand_made import plan, task

from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.annex import Annex, AnnexRow
from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.plan import Plan, Section, StatedCount, Task

if TYPE_CHECKING:
    from planalign.model.comparison import Finding

SOUND = plan("sound", task(1, "甲", "做事。"))


def _task(number: str, label: str, section: str = "s1", task_id: str = "") -> Task:
    return Task(
        id=task_id or f"t-{number}-{section}", section=section, number=number, label=label, title="甲", clauses=()
    )


def _found(made: Plan, code: str) -> list[Finding]:
    return [finding for finding in assess(Case(made, SOUND, Alignment(), Settings())) if finding.code == code]


def test_skipped_parts_of_both_sides() -> None:
    """Every part that was not understood is a finding of its side, with its text and place."""
    part = Skipped(location=Location(page=7), reason="page without text", text="")
    broken = SOUND.model_copy(update={"skipped": (part,)})
    found = assess(Case(broken, broken, Alignment(), Settings()))
    assert ["PA001-parent-1", "PA001-child-1"] == [finding.id for finding in found if finding.code == "PA001"]
    assert found[0].parent is not None
    assert 7 == found[0].parent.location.page


def test_doubtful_readings_are_to_be_checked() -> None:
    """What was read with doubts took part in the comparison: the finding asks to check it."""
    part = Skipped(location=Location(page=2), reason="a number without text", kind=SkipKind.UNCLEAR, text="0.3%o")
    doubtful = SOUND.model_copy(update={"skipped": (part,)})
    assert ["请核对：只有编号，没有文字"] == [finding.message for finding in _found(doubtful, "PA001")]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["一", "二", "三"], []),
        (["1", "2", "4"], ["编号跳号：“2．”之后是“4．”"]),
        (["1", "2", "2"], ["编号重号：“2．”之后是“2．”"]),
        (["1", "3", "2"], ["编号跳号：“1．”之后是“3．”", "编号倒号：“3．”之后是“2．”"]),
        (["", "", ""], []),
    ],
)
def test_numbering_inside_a_section(numbers: list[str], expected: list[str]) -> None:
    """Numbers of one section follow on each other; tasks without a number are no break."""
    tasks = [_task(number, number and f"{number}．", task_id=f"t{place}") for place, number in enumerate(numbers)]
    assert expected == [finding.message for finding in _found(plan("a", *tasks), "PA002")]


@pytest.mark.parametrize(("second", "expected"), [(["3", "4"], 0), (["1", "2"], 0), (["2", "3"], 1), (["4", "5"], 1)])
def test_numbering_over_sections(second: list[str], expected: int) -> None:
    """Over sections numbers run on or start anew, nothing else."""
    tasks = [_task(number, f"（{number}）", "s1") for number in ("1", "2")]
    tasks += [_task(number, f"({number})", "s2") for number in second]
    assert expected == len(_found(plan("a", *tasks), "PA002"))


def test_other_style_is_another_sequence() -> None:
    """Tasks numbered 1. and actions numbered （一） do not disturb each other."""
    tasks = [_task("1", "1．"), _task("2", "2．"), _task("一", "（一）"), _task("二", "（二）")]
    assert [] == _found(plan("a", *tasks), "PA002")


def test_section_numbers() -> None:
    """Sections are checked too, each level for itself."""
    sections = (
        Section(id="s1", number="一", label="一、", title="甲"),
        Section(id="s2", number="一", label="（一）", title="乙", parent="s1"),
        Section(id="s3", number="三", label="三、", title="丙"),
    )
    made = plan("a", _task("1", "1．")).model_copy(update={"sections": sections})
    assert ["PA002-parent-s3"] == [finding.id for finding in _found(made, "PA002")]


def test_annex_rows() -> None:
    """序号 of an annex is a sequence; rows without one are passed over."""
    rows = tuple(AnnexRow(id=f"a1.r{place}", seq=seq, name="甲") for place, seq in enumerate((1, None, 2, 4)))
    annex = Annex(id="a1", title="附件", columns=("序号",), rows=rows)
    made = plan("a", _task("1", "1．")).model_copy(update={"annexes": (annex,)})
    assert ["编号跳号：“2”之后是“4”"] == [finding.message for finding in _found(made, "PA002")]


@pytest.mark.parametrize(("value", "expected"), [(2, 0), (3, 1)])
def test_stated_count(value: int, expected: int) -> None:
    """A stated count that no way of counting gives is reported with both numbers."""
    stated = StatedCount(text=f"共{value}项任务", value=value, noun="tasks")
    made = plan("a", _task("1", "1．"), _task("2", "2．")).model_copy(update={"stated_counts": (stated,)})
    messages = [finding.message for finding in _found(made, "PA003")]
    assert ["文中称任务共 3 项，实际识别 2 项"] * expected == messages


def test_unknown_noun_is_passed_over() -> None:
    """A count of something that is not parsed says nothing."""
    stated = StatedCount(text="共9个村", value=9, noun="villages")
    made = plan("a", _task("1", "1．")).model_copy(update={"stated_counts": (stated,)})
    assert [] == _found(made, "PA003")
