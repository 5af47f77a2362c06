"""A copy of a plan in the words of the level below: level words and place names changed, nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planalign.evaluate.mutant import rewritten
from planalign.model.plan import Level
from planalign.text.levels import place_names

if TYPE_CHECKING:
    from planalign.model.plan import Plan, Task

_ORGAN = r"(?=[\u4e00-\u9fff]{1,8}?(?:局|委|办|部门|中心|支队|总队|政府))"


class Step(NamedTuple):
    """From one level to the next."""

    level: Level
    place: str
    words: tuple[tuple[str, str], ...]


_STEPS = {
    Level.CITY: Step(
        Level.DISTRICT,
        "新河区",
        (
            (r"全市", "全区"),
            (r"(?:本|我)市", "我区"),
            (r"市级", "区级"),
            (r"各(?:区县|区|县)(?:（[^）]*）)?", "各镇街"),
            (rf"(?<![\u4e00-\u9fff])市{_ORGAN}", "区"),
        ),
    ),
    Level.DISTRICT: Step(
        Level.TOWNSHIP,
        "新桥镇",
        (
            (r"全(?:区|县)", "全镇"),
            (r"(?:本|我)(?:区|县)", "我镇"),
            (r"(?:区|县)级", "镇级"),
            (r"各(?:乡镇|镇街|镇乡|镇|乡|街道)(?:（[^）]*）)?", "各村（社区）"),
            (rf"(?<![\u4e00-\u9fff])(?:区|县){_ORGAN}", "镇"),
        ),
    ),
}
_STEPS[Level.DEPARTMENT] = _STEPS[Level.DISTRICT]


def can_be_lowered(plan: Plan) -> bool:
    """Return whether the plan's level has a level below it that we can write."""
    return plan.masthead.level in _STEPS


def lowered(child: Plan) -> Plan:
    """Return the plan in the words of the level below."""
    step = _STEPS[child.masthead.level]
    own = (place_names(child.masthead.place) or ("",))[-1]
    masthead = child.masthead.model_copy(
        update={"level": step.level, "place": f"{child.masthead.place or ''}{step.place}"}
    )
    tasks = tuple(_lowered_task(task, own, step) for task in child.tasks)
    return child.model_copy(update={"masthead": masthead, "tasks": tasks})


def _lowered_task(task: Task, own: str, step: Step) -> Task:
    clauses = tuple(rewritten(clause, _lowered_text(clause.text, own, step)) for clause in task.clauses)
    return task.model_copy(update={"title": _lowered_text(task.title, own, step), "clauses": clauses})


def _lowered_text(text: str, own: str, step: Step) -> str:
    if own:
        text = text.replace(own, step.place)
    for pattern, word in step.words:
        text = re.sub(pattern, word, text)
    return text
