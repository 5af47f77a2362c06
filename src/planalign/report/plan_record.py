"""Parsed documents as JSON: one record for one document, else a list of records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planalign.model.plan import PlanRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.plan import Plan
    from planalign.report.look import Look


def render(plans: Sequence[Plan], look: Look) -> str:  # noqa: ARG001
    """Return the records, indented."""
    records = [as_record(plan).model_dump(mode="json") for plan in plans]
    content = records[0] if len(records) == 1 else records
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_record(plan: Plan) -> PlanRecord:
    """Return the plan with the name of its schema."""
    fields = {name: getattr(plan, name) for name in type(plan).model_fields}
    return PlanRecord(schema="planalign/plan/1", **fields)
