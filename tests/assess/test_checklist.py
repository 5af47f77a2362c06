"""Plans broken down into duties: body and annexes, units, targets, times, the basis in the parent."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, plan, task

from planalign.assess.checklist import duties, duties_of
from planalign.model.annex import Annex, AnnexRow
from planalign.model.block import Location
from planalign.model.checklist import Duty, DutyRole, DutySource
from planalign.model.comparison import Commitment, Drift, DriftKind
from planalign.model.plan import Clause, Masthead, Plan, Task, TaskKind, Unit, UnitRole
from planalign.parse.clause import with_term
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


def _body(*clauses: Clause) -> tuple[Task, ...]:
    """Return one task of these clauses."""
    named = tuple(clause.model_copy(update={"id": f"t1.c{number}"}) for number, clause in enumerate(clauses, start=1))
    return (task(1, "防汛").model_copy(update={"clauses": named}),)


DUTY = "除险加固小型水库3座，每月巡查2次，6月底前完成水毁设施修复。"
BODY = _body(_clause(DUTY), _clause("清理行洪障碍。"))


def test_clause() -> None:
    """A clause gives its numbers, how often, and by when; a number that a frequency tells is not told twice."""
    (duty,) = duties(plan("a.txt", *_body(_clause(DUTY, LEADS, WITH))))
    assert ("1．防汛", DUTY, "一、重点任务") == (duty.task, duty.measure, duty.part)
    assert (("3座", "每月巡查2次"), ("6月底前",)) == (duty.targets, duty.deadlines)
    assert (("区水务局",), ("各镇街",)) == (duty.lead_units, duty.responsible_units)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("健全年度考核和月度调度制度。", ()),
        ("每季度调度，每年考核1次。", ("每季度", "每年考核1次")),
        ("上半年组织1次推演，下半年组织1次演练；每日检查，每日公示。", ("1次", "1次", "每日")),
        ("群众应转尽转，连续两次亮红灯的约谈3个镇。", ("3个",)),
        ("起数下降5%，水塘每月检查不少于1次，盲区不超过2处。", ("下降5%", "每月检查不少于1次", "不超过2处")),
    ],
)
def test_targets(text: str, targets: tuple[str, ...]) -> None:
    """How often something is done is a target; a period that names a kind of work, slogans and conditions are none.

    What binds a number is told with it.
    """
    assert targets == duties(plan("a.txt", *_body(_clause(text))))[0].targets


def test_term_of_the_task() -> None:
    """A time in a note below the task holds for its measures that name no day of their own and no other units."""
    timed = with_term(_clause("清理行洪障碍。", LEADS), "完成时限：10月底")
    clauses = (_clause("值守2小时内到岗。"), _clause(DUTY, LEADS), _clause("巡查水塘。", WITH), timed)
    tasks = tuple(each.model_copy(update={"units": (LEADS,), "terms": ("10月底",)}) for each in _body(*clauses))
    made = duties(plan("a.txt", *tasks))
    assert [("2小时内", "10月底"), ("6月底前",), (), ("10月底",)] == [duty.deadlines for duty in made]
    assert made[3].measure == "清理行洪障碍。"


def test_requirements() -> None:
    """工作要求 are no duties unless they are asked for."""
    asked = plan("a.txt", task(1, "防汛", "清淤。"), task(2, "加强领导", "高度重视。", kind=TaskKind.REQUIREMENT))
    assert ["t1.c1"] == [duty.id for duty in duties(asked)]
    assert ["t1.c1", "t2.c1"] == [duty.id for duty in duties(asked, requirements=True)]


def test_row_that_says_the_same() -> None:
    """An annex row that says no more than a clause gives it units and time, and is not told again."""
    row = _row(1, "防汛", "除险加固小型水库3座", ("区水务局",), ("防汛", "除险加固小型水库3座", "2025年6月"))
    first, second = duties(_annexed(BODY, row, columns=("名称", "目标", "完成时限")))
    assert (("a1.r1",), ("区水务局",), ("6月底前", "2025年6月")) == (first.rows, first.lead_units, first.deadlines)
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


@pytest.mark.parametrize(
    ("clause", "target", "told"),
    [
        ("新建避难场所13处，改造堤防2公里。", "新建避难场所3处", False),
        ("新建避难场所3处，改造堤防2公里。", "新建避难场所3处", True),
        ("人均避难面积不少于2平方米。", "人均避难面积2平方米", True),
        ("火灾起数下降2%以上。", "火灾起数2%以内", False),
        ("灾害风险普查每年至少组织1次。", "灾害风险普查每年不少于1次", True),
        ("灾害风险普查每年至少组织1次。", "灾害风险普查每季度不少于1次", False),
        ("2025年6月底前完成水毁设施修复。", "6月底前完成水毁设施修复", True),
        ("2025年6月底前完成水毁设施修复。", "9月底前完成水毁设施修复", False),
        ("充实区级救援力量，完善物资清单。", "充实市级救援力量", False),
        ("落实《江城市防汛条例》，宣传防汛知识。", "落实《江城市抗旱条例》，宣传防汛知识", False),
        ("暑期对河流、水库等重点水域安排巡查。", "重点水域暑期安排巡查", True),
        ("暑期对河流、水库等重点水域安排巡查。", "重点水域暑期安排巡查，增设警示标志和救生器材", False),
    ],
)
def test_row_against_clause(clause: str, target: str, told: bool) -> None:
    """A row says no more if its facts, level words and titles stand in the clause, and nearly all its other words."""
    first, *others = duties(_annexed(_body(_clause(clause)), _row(1, "防汛", target, ("区水务局",))))
    assert ((("a1.r1",), 0) if told else ((), 1)) == (first.rows, len(others))


def test_units_of_clause_and_row() -> None:
    """A duty told by both has the units of both, each once, and says where both stand."""
    offices = [Unit(name=name, role=UnitRole.RESPONSIBLE) for name in ("应急局", "水务局", "各社区")]
    place = Location(table=1, row=2)
    row = _row(1, "防汛", "除险加固小型水库3座", ("区水务局",)).model_copy(update={"location": place})
    (duty,) = duties(_annexed(_body(_clause(DUTY, *offices)), row))
    assert (("区水务局",), ("应急局", "各社区", "各镇街")) == (duty.lead_units, duty.responsible_units)
    assert (place,) == duty.row_locations


@pytest.mark.parametrize(
    ("units", "leads", "rows"),
    [
        ((LEADS,), ("区水务局",), ("a1.r1",)),
        ((LEADS,), ("区住房城乡建设局",), ()),
        ((), ("区住房城乡建设局",), ("a1.r1",)),
        ((LEADS,), (), ("a1.r1",)),
    ],
)
def test_leads_of_clause_and_row(units: tuple[Unit, ...], leads: tuple[str, ...], rows: tuple[str, ...]) -> None:
    """Where clause and row name other leads, both are told."""
    made = duties(_annexed(_body(_clause(DUTY, *units)), _row(1, "防汛", "除险加固小型水库3座", leads)))
    assert (rows, [] if rows else ["a1.r1"]) == (made[0].rows, [duty.id for duty in made[1:]])


def test_rows_with_other_leads() -> None:
    """Of a clause without units the rows say who leads which part, where they do not agree."""
    parts = (("除险加固小型水库3座", "区水务局"), ("每月巡查2次", "区应急管理局"))
    rows = [_row(number, "防汛", part, (lead,)) for number, (part, lead) in enumerate(parts, start=1)]
    made = duties(_annexed(_body(_clause(DUTY)), *rows))
    assert ["t1.c1", "a1.r1", "a1.r2"] == [duty.id for duty in made]


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


def test_basis_of_row() -> None:
    """A duty told by clause and row names what the parent says to either."""
    child = _annexed(_body(_clause(DUTY)), _row(1, "防汛", "除险加固小型水库3座", ("区水务局",)))
    drift = Drift(
        matter="水库", parent_clause="t2.c1", child_clause="a1.r1", parent_value="20公里", child_value="3座",
        drift=DriftKind.NOT_COMPARABLE,
    )  # fmt: skip
    (duty,) = duties(child, comparison(CITY, child, ALIGNMENT._replace(links=(), coverage=(), drift=(drift,))))
    assert ["t2.c1"] == [basis.clause for basis in duty.basis]


@pytest.mark.parametrize(("score", "clauses"), [(0.9, ["t1.c1"]), (0.5, [None])])
def test_weak_basis(score: float, clauses: list[str | None]) -> None:
    """A parent clause of which a clause hardly carries anything is no basis; the parent task is named instead."""
    first, *others = ALIGNMENT.coverage
    part = Commitment(text="修订市级总体预案", start=0, end=8, score=score, carried=True, child_clause="t1.c1")
    verdicts = (first.model_copy(update={"commitments": (part,)}), *others)
    made = duties(DISTRICT, comparison(CITY, DISTRICT, ALIGNMENT._replace(coverage=verdicts)))
    assert clauses == [basis.clause for basis in made[0].basis]
