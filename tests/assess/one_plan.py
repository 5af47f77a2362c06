"""Runs one rule over a plan made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.case import PlanCase
from planalign.config import Settings
from planalign.model.index import PlanIndex

if TYPE_CHECKING:
    from planalign.assess.rule import PlanRule, Spot
    from planalign.model.plan import Plan


def spots(rule: PlanRule, made: Plan) -> list[Spot]:
    """Return the places of a plan where a rule applies."""
    return list(rule.check(PlanCase(PlanIndex(made), Settings())))
