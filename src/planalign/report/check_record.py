"""The record of a check as JSON: planalign/check/1, or with a parent planalign/comparison/1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(record: Check | Comparison, look: Look) -> str:  # noqa: ARG001
    """Return the record; its bytes depend on nothing but the record."""
    return record.model_dump_json(indent=2) + "\n"
