"""Plans broken down into duties: body and annexes, units, targets, times, the basis in the parent."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, plan, task

from planalign.assess.checklist import duties, duties_of
from planalign.model.annex import Annex, AnnexRow
from planalign.model.checklist import Duty, DutyRole, DutySource
from planalign.model.comparison import Commitment
from planalign.model.plan import Clause, Masthead, Plan, Task, TaskKind, Unit, UnitRole
from planalign.parse.facts import find_facts
from planalign.parse.target import find_targets

HEAD = Masthead(title="2025年要点", issuer="江城市临江区人民政府", place="江城市临江区")
LEADS = Unit(name="区水务局", role=UnitRole.LEAD)
WITH = Unit(name="各镇街", role=UnitRole.RESPONSIBLE)


def _row(number: int, name: str, target: str, leads: tuple[str, ...], cells: tuple[str, ...] = ()) -> AnnexRow:
    return AnnexRow(
        id=f"a1.r{number}", seq=number, name=name, target=target, targets=find_targets(target),
        facts=find_facts(target), lead_units=leads, responsible_units=("各镇街",), cells=cells,
    )  # fmt: skip


def _annexed(body: tuple[Task, ...], *rows: AnnexRow, columns: tuple[str, ...] = ("名称", "目标")) -> Plan:
    annex = Annex(id="a1", title="任务分工表", columns=columns, rows=rows)
    return plan("district.txt", *body, masthead=HEAD).model_copy(update={"annexes": (annex,)})


def _clause(text: str, *units: Unit) -> Clause:
    return Clause(id="t1.c1", text=text, targets=find_targets(text), facts=find_facts(text), units=units)


DUTY = "除险加固小型水库3座，每月巡查2次，6月底前完成水毁设施修复。"
BODY = (task(1, "防汛", DUTY, "清理行洪障碍。"),)


def test_clause() -> None:
    """A clause gives its numbers, how often, and by when; a number that a frequency tells is not told twice."""
    body = task(1, "防汛").model_copy(update={"clauses": (_clause(DUTY, LEADS, WITH),)})
    (duty,) = duties(plan("a.txt", body))
    assert ("1．防汛", DUTY, "一、重点任务") == (duty.task, duty.measure, duty.part)
    assert (("3座", "每月巡查2次"), ("6月底前",)) == (duty.targets, duty.deadlines)
    assert (("区水务局",), ("各镇街",)) == (duty.lead_units, duty.responsible_units)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("健全年度考核和月度调度制度。", ()),
        ("每季度调度，每年考核1次。", ("每季度", "每年考核1次")),
        ("群众应转尽转，连续两次亮红灯的约谈3个镇。", ("3个",)),
        ("起数下降5%，水塘每月检查不少于1次，盲区不超过2处。", ("下降5%", "每月检查不少于1次", "不超过2处")),
    ],
)
def test_targets(text: str, targets: tuple[str, ...]) -> None:
    """How often something is done is a target; a period that names a kind of work, slogans and conditions are none.

    What binds a number is told with it.
    """
    body = task(1, "考核").model_copy(update={"clauses": (_clause(text),)})
    assert targets == duties(plan("a.txt", body))[0].targets


def test_requirements() -> None:
    """工作要求 are no duties unless they are asked for."""
    asked = plan("a.txt", task(1, "防汛", "清淤。"), task(2, "加强领导", "高度重视。", kind=TaskKind.REQUIREMENT))
    assert ["t1.c1"] == [duty.id for duty in duties(asked)]
    assert ["t1.c1", "t2.c1"] == [duty.id for duty in duties(asked, requirements=True)]


def test_row_that_says_the_same() -> None:
    """An annex row that says no more than a clause gives it units and time, and is not told again."""
    row = _row(1, "防汛", "除险加固小型水库3座", ("区水务局",), ("防汛", "除险加固小型水库3座", "2025年6月"))
    first, second = duties(_annexed(BODY, row, columns=("名称", "目标", "完成时限")))
    assert (("a1.r1",), ("区水务局",), ("2025年6月",)) == (first.rows, first.lead_units, first.deadlines)
    assert () == second.rows


@pytest.mark.parametrize(
    ("remark", "deadlines"),
    [("6月底前", ("6月底前",)), ("2025年10月完成", ("2025年10月完成",)), ("年内", ("年内",)), ("见正文", ())],
)
def test_remark(remark: str, deadlines: tuple[str, ...]) -> None:
    """A remark that only says when is a deadline too."""
    row = _row(1, "物资", "储备物资30类", ("区应急管理局",)).model_copy(update={"remark": remark})
    assert (remark, deadlines) == (duties(_annexed((), row))[0].remark, duties(_annexed((), row))[0].deadlines)


def test_row_that_says_more() -> None:
    """A row with a number of its own stays beside the clause."""
    made = duties(_annexed(BODY, _row(1, "防汛", "除险加固小型水库5座", ("区水务局",))))
    assert ["t1.c1", "t1.c2", "a1.r1"] == [duty.id for duty in made]
    assert (DutySource.ANNEX, "任务分工表", ("5座",)) == (made[2].source, made[2].part, made[2].targets)


def test_rows_of_other_clauses() -> None:
    """Where the rows of a task have other leads, a clause takes those of its own row only."""
    rows = (_row(1, "防汛", "除险加固小型水库3座", ("区水务局",)), _row(2, "防汛", "储备物资30类", ("区应急管理局",)))
    first, second, last = duties(_annexed(BODY, *rows))
    assert (("区水务局",), (), ("区应急管理局",)) == (first.lead_units, second.lead_units, last.lead_units)


@pytest.mark.parametrize(
    ("unit", "roles"),
    [
        ("区水务局", [("t1.c1", DutyRole.LEAD)]),
        ("临江区应急局", [("a1.r2", DutyRole.LEAD)]),
        ("清渡镇", [("t1.c1", DutyRole.MEMBER), ("a1.r2", DutyRole.MEMBER)]),
        ("区教育局", []),
    ],
)
def test_unit(unit: str, roles: list[tuple[str, DutyRole]]) -> None:
    """A unit gets what it leads, takes part in or is meant by, from body and annexes alike."""
    rows = (_row(1, "防汛", "除险加固小型水库3座", ("区水务局",)), _row(2, "防汛", "储备物资30类", ("区应急管理局",)))
    asked = _annexed(BODY, *rows)
    found = duties_of(asked, unit, duties(asked))
    assert roles == [(duty.id, duty.role) for duty in found]


def test_own_plan() -> None:
    """What nobody is named for falls to the office that issued the plan."""
    asked = plan("a.txt", *BODY, masthead=HEAD.model_copy(update={"issuer": "江城市临江区应急管理局"}))
    assert [DutyRole.LEAD] * 2 == [duty.role for duty in duties_of(asked, "区应急局", duties(asked))]
    assert () == duties_of(asked, "区水务局", duties(asked))


def test_basis() -> None:
    """A clause names the parent clause that it carries, else the parent task; a local task says so."""
    by_id: dict[str, Duty] = {duty.id: duty for duty in duties(DISTRICT, comparison(CITY, DISTRICT, ALIGNMENT))}
    (carried,) = by_id["t1.c1"].basis
    assert ("t1", "t1.c1", "修订市级总体预案，更新物资清单。") == (carried.task, carried.clause, carried.text)
    assert [("t1", None)] == [(basis.task, basis.clause) for basis in by_id["t1.c2"].basis]
    assert ((), True) == (by_id["t3.c1"].basis, by_id["t3.c1"].local)


@pytest.mark.parametrize(("score", "clauses"), [(0.9, ["t1.c1"]), (0.5, [None])])
def test_weak_basis(score: float, clauses: list[str | None]) -> None:
    """A parent clause of which a clause hardly carries anything is no basis; the parent task is named instead."""
    first, *others = ALIGNMENT.coverage
    part = Commitment(text="修订市级总体预案", start=0, end=8, score=score, carried=True, child_clause="t1.c1")
    verdicts = (first.model_copy(update={"commitments": (part,)}), *others)
    made = duties(DISTRICT, comparison(CITY, DISTRICT, ALIGNMENT._replace(coverage=verdicts)))
    assert clauses == [basis.clause for basis in made[0].basis]
