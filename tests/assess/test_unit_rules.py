"""PA301 and PA302: tasks that nobody takes over, and leads without a counterpart."""

from __future__ import annotations

from tests.hand_made import covered, link, plan, task

from planalign.assess.case import Case
from planalign.assess.duties import Duties, field
from planalign.assess.unit_rules import nobody_answers, offices_without_counterpart
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.plan import Level, Masthead, Task, Unit, UnitRole

CITY = Masthead(title="要点", level=Level.CITY, place="江城市")
DISTRICT = Masthead(title="要点", level=Level.DISTRICT, place="江城市临江区")
TOWN = Masthead(title="要点", level=Level.TOWNSHIP, place="江城市临江区清渡镇")
ALIGNMENT = Alignment(
    links=tuple(link(f"t{number}", f"t{number}") for number in (1, 2, 3)),
    coverage=tuple(covered(f"t{number}.c1", f"t{number}.c1") for number in (1, 2, 3)),
)


def _with(made: Task, *names: str, role: UnitRole = UnitRole.LEAD) -> Task:
    return made.model_copy(update={"units": tuple(Unit(name=name, role=role) for name in names)})


def _tasks(*units: str) -> list[Task]:
    tasks = [task(number, f"任务{number}", "加强管理。") for number in range(1, len(units) + 1)]
    return [_with(made, name) if name else made for made, name in zip(tasks, units, strict=True)]


def _case(upper: list[Task], lower: list[Task], head: Masthead = DISTRICT) -> Case:
    return Case(plan("p", *upper, masthead=CITY), plan("c", *lower, masthead=head), ALIGNMENT, Settings())


def test_nobody() -> None:
    """A child task without units is told where its parent has some and the other child tasks have too."""
    case = _case(_tasks("市应急局", "市水利局", "市林业局"), _tasks("区应急局", "区水利局", ""))
    assert ["t3-t3"] == [hit.key for hit in nobody_answers(case)]


def test_somebody_acts() -> None:
    """A sentence that says who acts needs no bracket."""
    lower = [*_tasks("区应急局", "区水利局"), task(3, "任务3", "区林业局要加强巡查。")]
    assert [] == list(nobody_answers(_case(_tasks("市应急局", "市水利局", "市林业局"), lower)))


def test_parent_without_units() -> None:
    """What the parent gives to nobody, nobody has to take over."""
    assert [] == list(nobody_answers(_case(_tasks("市应急局", "市水利局", ""), _tasks("区应急局", "区水利局", ""))))


def test_nobody_at_all() -> None:
    """A child that names no unit at all is told once; a department answers for its own plan."""
    upper, lower = _tasks("市应急局", "市水利局", "市林业局"), _tasks("", "", "")
    assert ["plan"] == [hit.key for hit in nobody_answers(_case(upper, lower, TOWN))]
    bureau = Masthead(title="要点", level=Level.DEPARTMENT, place="江城市临江区")
    assert [] == list(nobody_answers(_case(upper, lower, bureau)))


def test_lead_without_counterpart() -> None:
    """An office whose field no unit of the district has is told once, also by short names; crowds are passed over."""
    upper = _tasks("市地方海事局", "市发展和改革委员会", "各区县人民政府")
    found = list(offices_without_counterpart(_case(upper, _tasks("区应急局", "区发改委", "区水利局"))))
    assert ["市地方海事局"] == [hit.values["unit"] for hit in found]


def test_townships_have_other_offices() -> None:
    """The offices of a township are not held against those of a district."""
    case = _case(_tasks("市地方海事局", "", ""), _tasks("镇应急办", "镇农业办", "镇应急办"), TOWN)
    assert [] == list(offices_without_counterpart(case))


def test_fields() -> None:
    """The field of an office is its name without place and kind."""
    names = ("江城市应急管理局", "区应急局", "区住房和城乡建设委员会", "各乡镇（街道）", "区教委")
    assert ["应急", "应急", "住房城乡建设", "", "教育"] == [field(name) for name in names]


def test_rows_of_the_name_of_a_task() -> None:
    """Units of annex rows belong to the task that the row names."""
    assert () == Duties(plan("a", task(1, "甲", "做。"))).all
