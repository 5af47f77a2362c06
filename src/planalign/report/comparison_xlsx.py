"""The comparison as a workbook to read, filter, fill in and send on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.clauses_table import clauses_table
from planalign.report.comparison_xlsx_accepted import accepted_table
from planalign.report.comparison_xlsx_gaps import gaps_table
from planalign.report.comparison_xlsx_local import local_table
from planalign.report.comparison_xlsx_notes import notes_table
from planalign.report.comparison_xlsx_summary import summary_table
from planalign.report.comparison_xlsx_targets import targets_table
from planalign.report.digest import Digest
from planalign.report.review_sheet import review_tables
from planalign.report.sheets import workbook

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison
    from planalign.report.look import Look


def render(comparison: Comparison, look: Look) -> bytes:
    """Return the workbook.

    Raises UsageError where a sheet has more rows than a workbook can hold.
    """
    digest, lang = Digest(comparison), look.lang
    review, ends = review_tables(comparison, lang)
    return workbook(
        [
            summary_table(digest, lang),
            clauses_table(digest, lang),
            gaps_table(digest, lang),
            targets_table(digest, lang),
            local_table(digest, lang),
            review,
            accepted_table(digest, lang),
            notes_table(digest, lang),
            ends,
        ]
    )
