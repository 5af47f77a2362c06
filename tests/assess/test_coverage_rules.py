"""PA101, PA102, PA103 and PA106: what the child drops or carries only partly."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, covered, dropped, link, partial, plan, status, task

from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.comparison import Finding, Severity, Status
from planalign.model.plan import Level, Masthead, Plan
from planalign.model.wording import Lang


@pytest.fixture
def findings() -> dict[str, Finding]:
    """Return the findings of the two fictional plans by id."""
    return {finding.id: finding for finding in assess(Case(CITY, DISTRICT, ALIGNMENT, Settings()))}


def test_ids(findings: dict[str, Finding]) -> None:
    """Findings come worst first, then in the order of the parent, then of the child."""
    assert ["PA101-t2", "PA103-t1.c1", "PA102-t1.c2", "PA104-t3"] == list(findings)


def test_dropped_task_quotes_all_its_clauses(findings: dict[str, Finding]) -> None:
    """A dropped task is one error that quotes its clauses, which are not reported again."""
    finding = findings["PA101-t2"]
    assert finding.parent is not None
    assert Severity.ERROR is finding.severity
    assert "新建防火道路20公里。完善取水点。" == finding.parent.text
    assert ("2．建设森林防火道路", "city.txt", 20) == (
        finding.parent.title,
        finding.parent.file,
        finding.parent.location.line,
    )
    assert None is finding.child


def test_dropped_clause_quotes_the_nearest_child_clause(findings: dict[str, Finding]) -> None:
    """A dropped clause shows the child clause that comes nearest."""
    finding = findings["PA102-t1.c2"]
    assert finding.child is not None
    assert "加强值班值守。" == finding.child.text


def test_partly_carried_names_what_is_missing(findings: dict[str, Finding]) -> None:
    """A clause that is partly carried names the missing commitments."""
    assert "“1．完善应急预案”中有一条只承接了一部分，缺少：更新物资清单" == findings["PA103-t1.c1"].message


def test_english() -> None:
    """Messages come in the language of the settings; the quotes stay as they are."""
    finding = assess(Case(CITY, DISTRICT, ALIGNMENT, Settings(lang=Lang.EN)))[0]
    assert "nothing in the child carries out “2．建设森林防火道路”" == finding.message


def test_requirements_count_only_where_asked() -> None:
    """工作要求 give no findings unless the settings count them."""
    counted = assess(Case(CITY, DISTRICT, ALIGNMENT, Settings(requirements=True)))
    assert ["PA101-t2", "PA101-t4"] == [finding.id for finding in counted if finding.code == "PA101"]


def test_task_taken_up_by_its_heading_only() -> None:
    """Where a child task is linked and yet holds nothing of the parent task, the message says so."""
    parent, child = plan("a", task(1, "甲", "修订预案。")), plan("b", task(1, "甲", "种树。"))
    alignment = Alignment((link("t1", "t1"),), (dropped("t1.c1"),), (status("t1", Status.DROPPED),))
    found = assess(Case(parent, child, alignment, Settings()))
    expected = "上级任务“1．甲”在下级文件中未找到承接内容（对应任务“1．甲”没有写入其中任何一项）"
    assert [expected] == [finding.message for finding in found]


@pytest.mark.parametrize(("score", "quoted"), [(0.05, True), (0.0, False)])
def test_nearest_child_clause(score: float, quoted: bool) -> None:
    """A child clause that shares anything is quoted as the nearest one; one that shares nothing is not."""
    parent, child = plan("a", task(1, "甲", "修订预案。", "开展演练。")), plan("b", task(1, "乙", "种树。"))
    alignment = Alignment(
        coverage=(covered("t1.c1", "t1.c1"), dropped("t1.c2", "t1.c1", score)),
        task_status=(status("t1", Status.PARTIAL),),
    )
    finding = next(found for found in assess(Case(parent, child, alignment, Settings())) if found.code == "PA102")
    assert quoted is (finding.child is not None)


def _of_year(year: int, issuer: str | None = "江城市应急管理局", level: Level = Level.UNKNOWN) -> Plan:
    return plan(
        f"{year}.txt",
        task(1, "完善应急预案", "修订预案。", "开展演练。"),
        task(2, "农房抗震改造", "改造100户。"),
        masthead=Masthead(issuer=issuer, year=year, level=level, place="江城市"),
    )


LOST = Alignment(
    coverage=(covered("t1.c1", "t1.c1"), dropped("t1.c2"), dropped("t2.c1")),
    task_status=(status("t1", Status.PARTIAL), status("t2", Status.DROPPED)),
)


def test_same_issuer_other_year() -> None:
    """Between two years of one issuer PA106 stands for PA101 and PA102."""
    found = assess(Case(_of_year(2024), _of_year(2025), LOST, Settings()))
    assert ["PA106-t1.c2", "PA106-t2"] == [finding.id for finding in found if finding.parent]
    assert "2024年“2．农房抗震改造”的内容在2025年文件中未再出现" == found[1].message


def test_place_stands_for_a_government() -> None:
    """Where one document states no issuer, the place tells whose plan of the year before it is."""
    found = assess(Case(_of_year(2024, level=Level.CITY), _of_year(2025, None, Level.CITY), LOST, Settings()))
    assert {"PA106"} == {finding.code for finding in found if finding.parent}


@pytest.mark.parametrize(("year", "issuer"), [(2025, "江城市水利局"), (2024, "江城市应急管理局"), (2025, None)])
def test_other_issuer_or_same_year(year: int, issuer: str | None) -> None:
    """Another issuer or the same year is an ordinary comparison."""
    found = assess(Case(_of_year(2024), _of_year(year, issuer), LOST, Settings()))
    assert {"PA101", "PA102"} == {finding.code for finding in found if finding.parent}


def test_message_survives_braces() -> None:
    """Braces in a document are text, not fields of a template."""
    parent = plan("a", task(1, "完善{title}", "修订{0}。", "演练。"))
    alignment = Alignment(
        coverage=(partial("t1.c1", "t1.c1", "修订{0}"), covered("t1.c2", "t1.c1")),
        task_status=(status("t1", Status.PARTIAL),),
    )
    finding = assess(Case(parent, parent, alignment, Settings()))[0]
    assert "“1．完善{title}”中有一条只承接了一部分，缺少：修订{0}" == finding.message
