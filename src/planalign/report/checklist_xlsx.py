"""A checklist as a workbook: the table, and what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.checklist_table import checklist_table, facts_table
from planalign.report.sheets import workbook

if TYPE_CHECKING:
    from planalign.model.checklist import Checklist
    from planalign.report.look import Look


def render(checklist: Checklist, look: Look) -> bytes:
    """Return the workbook.

    Raises UsageError where a sheet has more rows than a workbook can hold.
    """
    return workbook([checklist_table(checklist, look.lang), facts_table(checklist, look.lang)])
