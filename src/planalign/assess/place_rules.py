"""PA404: the name of another place, left over from the document that was copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.ends import text_end
from planalign.assess.other_places import OtherPlaces
from planalign.assess.rule import PlanRule, Spot
from planalign.assess.standing import standing
from planalign.model.comparison import Severity
from planalign.model.index import heading, units_of
from planalign.model.plan import Level
from planalign.model.wording import Wording
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase
    from planalign.model.plan import Plan, Task


def foreign_places(case: PlanCase) -> Iterator[Spot]:
    """Find names of other districts in the plan of a district, and of other townships in that of a township."""
    head = case.plan.masthead
    level = standing(head)
    if head.place is None or level not in {Level.DISTRICT, Level.TOWNSHIP}:
        return
    words = case.passages
    places = OtherPlaces(head.place, level, "\n".join(passage.plain for passage in words))
    for passage in words:
        for found in places.find(passage.plain):
            values: dict[str, object] = {"name": found.name, "own": head.place}
            yield Spot(f"{passage.id}-{found.start}", passage.end(case.plan, found.start), values, (found.name,))
    for task in case.plan.tasks:
        yield from _foreign_units(case.plan, task, places)


def _foreign_units(plan: Plan, task: Task, places: OtherPlaces) -> Iterator[Spot]:
    """Find units of other places among those that a task names as responsible."""
    for name in dict.fromkeys(unit.name for unit in units_of(task)):
        # Who is responsible stands without 由 in a bracket and behind it in a sentence.
        for found in places.find(f"由{normalise(name)}"):
            values: dict[str, object] = {"name": found.name, "own": plan.masthead.place}
            quote = text_end(plan, name, task.location, end_id=task.id, title=heading(task))
            yield Spot(f"{task.id}-{name}", quote, values, (name,))


PA404 = PlanRule(
    code="PA404",
    severity=Severity.WARNING,
    title=Wording("遗留其他地方名称"),
    message=Wording("出现其他地方的名称“{name}”，本文件属于{own}"),
    explanation=Wording(
        "区县文件写到别的区县，或者乡镇（街道）文件写到别的乡镇（街道），而句子又不是讲合作、联动、毗邻、学习经验，多半是照抄其他"
        "地方的文件时没有改。责任单位也在其内，书名号和引号内的名称不算。区县名称依据公开的行政区划名录；乡镇名称只在前后文能确定起止时判断。"
    ),
    example=Wording("清渡镇的要点写“对白沙镇地质灾害隐患点专人盯防”。"),
    fix=Wording("改为本地名称；确需写到其他地方的，写明是什么关系。"),
    check=foreign_places,
)
