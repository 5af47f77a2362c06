"""Parsed documents as JSON: one record for one document, else a list of records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planalign.model.plan import PlanRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.plan import Plan
    from planalign.report.look import Look


def render(plans: Sequence[Plan], look: Look) -> str:  # noqa: ARG001
    """Return the records, indented."""
    records = _records(plans)
    return _text(records[0] if len(records) == 1 else records)


def render_list(plans: Sequence[Plan]) -> str:
    """Return a list of records, of one or none too: its shape does not hang on how many could be read."""
    return _text(_records(plans))


def _records(plans: Sequence[Plan]) -> list[dict[str, Any]]:
    return [as_record(plan).model_dump(mode="json") for plan in plans]


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_record(plan: Plan) -> PlanRecord:
    """Return the plan with the name of its schema."""
    fields = {name: getattr(plan, name) for name in type(plan).model_fields}
    return PlanRecord(schema="planalign/plan/1", **fields)
