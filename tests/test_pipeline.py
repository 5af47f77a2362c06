"""The steps together: paths, refusals, counts, the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, plan

from planalign import compare, compare_files, load
from planalign.assess.checklist import duties
from planalign.config import Limits, Settings
from planalign.errors import NotAPlanError, ReadError
from planalign.model.comparison import Status
from planalign.model.plan import PlanKind
from planalign.report.comparison_record import render
from planalign.report.look import Look

if TYPE_CHECKING:
    from pathlib import Path

UPPER = """2025年全市应急管理工作要点

一、重点任务

（一）修订应急预案。修订市级总体预案，更新物资清单。

（二）开展联合演练。每季度开展一次联合演练；演练后及时评估。

（三）建设森林防火道路。新建防火道路20公里，完善取水点。

二、工作要求

（一）加强领导。各单位要高度重视。
"""
LOWER = """2025年全区应急管理工作要点

一、重点任务

（一）修订应急预案。修订区级总体预案，更新物资清单。

（二）开展联合演练。每季度开展一次联合演练；演练后及时评估。

（三）防范柑橘冻害。为果农发放防冻物资。
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Return the two plans as files below the current folder."""
    monkeypatch.chdir(tmp_path)
    paths = tmp_path / "city.txt", tmp_path / "district.txt"
    for path, text in zip(paths, (UPPER, LOWER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_absolute_path_becomes_relative(files: tuple[Path, Path]) -> None:
    """A path below the current folder is recorded relative to it, so that records do not depend on the machine."""
    assert "city.txt" == load(files[0]).source.file


def test_path_elsewhere_stays(files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other path is recorded as given."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    assert ["../city.txt", files[0].as_posix()] == [load(path).source.file for path in ("../city.txt", files[0])]


def test_other_kind_is_refused() -> None:
    """A document of another kind is no plan to compare, and the message names it."""
    other = CITY.model_copy(update={"kind": PlanKind.OTHER})
    with pytest.raises(NotAPlanError, match=r"city\.txt: this is no work plan"):
        compare(other, DISTRICT)


def test_no_tasks_are_refused() -> None:
    """A plan without tasks is never passed."""
    with pytest.raises(NotAPlanError, match=r"empty\.txt: no task was found"):
        compare(CITY, plan("empty.txt"))


@pytest.mark.parametrize("name", ["max_clauses", "max_characters", "max_facts"])
def test_too_much_is_refused(name: str, files: tuple[Path, Path]) -> None:
    """What would take too long to compare is refused, with what to do."""
    with pytest.raises(ReadError, match=r"city\.txt: the .*plan ha.* more than 1\b") as caught:
        compare(load(files[0]), DISTRICT, Settings(limits=Limits.model_validate({name: 1})))
    assert name in caught.value.hint


def test_real_comparison(files: tuple[Path, Path]) -> None:
    """What was dropped, kept and added in two small plans is found."""
    found = compare_files(*files)
    assert ["PA101-t3"] == [finding.id for finding in found.findings if finding.code == "PA101"]
    assert ["PA104-t3"] == [finding.id for finding in found.findings if finding.code == "PA104"]
    assert 3 == found.summary.parent_tasks


def test_requirements_count_on_request(files: tuple[Path, Path]) -> None:
    """工作要求 count only where the settings say so."""
    assert 4 == compare_files(*files, Settings(requirements=True)).summary.parent_tasks


def test_same_bytes_twice(files: tuple[Path, Path]) -> None:
    """Two runs on the same input give the same bytes."""
    first, second = (render(compare_files(*files), Look()) for _ in range(2))
    assert first == second


def test_summary_counts() -> None:
    """Counts leave out 工作要求 and name every status, the absent ones too."""
    summary = comparison(CITY, DISTRICT, ALIGNMENT).summary
    assert (3, 3, 1) == (summary.parent_tasks, summary.child_tasks, summary.local_tasks)
    assert summary.clauses == {Status.COVERED: 1, Status.PARTIAL: 1, Status.DROPPED: 3, Status.NOT_APPLICABLE: 0}


TABLE = """2025年全区应急管理重点任务分解表

序号\t重点任务\t工作措施\t完成时限\t牵头单位
1\t修订应急预案\t修订区级总体预案，更新物资清单\t6月底\t区应急局
2\t开展联合演练\t每半年开展一次联合演练\t全年\t区消防队
3\t建设森林防火道路\t新建防火道路12公里，完善取水点\t11月\t区林业局
"""


def test_a_plan_that_is_a_table_is_told_once(files: tuple[Path, Path]) -> None:
    """The rows of such a plan take part as tasks, on either side, and neither targets nor duties are told again."""
    files[1].write_text(TABLE, encoding="utf-8")
    down, up = (compare_files(*pair) for pair in (files, files[::-1]))
    assert ["t1", "t2", "t3"] == [link.parent_task for link in down.links]
    assert ["t1", "t2", "t3"] == [link.parent_task for link in up.links]
    ends = [(drift.parent_clause, drift.child_clause) for found in (down, up) for drift in found.drift]
    assert [] == [end for pair in ends for end in pair if end and end.startswith("a")]
    assert [("20公里", "12公里")] == [
        (drift.parent_value, drift.child_value) for drift in down.drift if drift.parent_value == "20公里"
    ]
    assert [("t1.c1", ("6月底",)), ("t2.c1", ("全年",)), ("t3.c1", ("11月",))] == [
        (duty.id, duty.deadlines) for duty in duties(down.child)
    ]
