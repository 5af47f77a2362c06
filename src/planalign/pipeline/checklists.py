"""Breaks a plan down into duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import planalign
from planalign.config import Settings
from planalign.model.plan_head import PlanHead
from planalign.pipeline.comparing import require_tasks

if TYPE_CHECKING:
    from planalign.model.checklist import Checklist
    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan


def checklist(
    plan: Plan, found: Comparison | None = None, settings: Settings | None = None, unit: str | None = None
) -> Checklist:
    """Break a plan down into duties, with the words of its parent where it was compared with one; `unit` keeps its own.

    Raises NotAPlanError where the document holds no task.
    """
    from planalign.assess.checklist import duties, duties_of, names_unit
    from planalign.assess.duties import Duties
    from planalign.model.checklist import Checklist

    require_tasks(plan)
    units = Duties(plan).all
    made = duties(plan, found, requirements=(settings or Settings()).requirements)
    return Checklist(
        schema="planalign/checklist/1",
        generator=f"planalign {planalign.__version__}",
        plan=PlanHead.of(plan),
        parent=PlanHead.of(found.parent) if found else None,
        unit=unit,
        named=names_unit(plan, unit, units) if unit else None,
        duties=duties_of(plan, unit, made) if unit else made,
        units=units,
    )
