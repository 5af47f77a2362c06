"""A status as a cell: its word, and how much it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import DriftKind, Severity, Status
from planalign.report.drift import KINDS
from planalign.report.labels import SEVERITY, STATUS
from planalign.report.table_cells import Toned
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from planalign.model.wording import Lang

_STATUS = {
    Status.DROPPED: Tone.OPEN,
    Status.PARTIAL: Tone.PARTLY,
    Status.COVERED: Tone.DONE,
    Status.NOT_APPLICABLE: Tone.APART,
}
_SEVERITY = {Severity.ERROR: Tone.OPEN, Severity.WARNING: Tone.PARTLY, Severity.INFO: Tone.APART}
_DRIFT = {
    DriftKind.LOOSER: Tone.OPEN,
    DriftKind.MISSING: Tone.PARTLY,
    DriftKind.STRICTER: Tone.DONE,
    DriftKind.SAME: Tone.DONE,
    DriftKind.NEW: Tone.APART,
    DriftKind.NOT_COMPARABLE: Tone.APART,
}


def status_cell(status: Status | None, lang: Lang) -> Toned | None:
    """Return the cell of a status; none without one."""
    return Toned(STATUS[status].of(lang), _STATUS[status]) if status else None


def severity_cell(severity: Severity, lang: Lang) -> Toned:
    """Return the cell of a severity."""
    return Toned(SEVERITY[severity].of(lang), _SEVERITY[severity])


def drift_cell(kind: DriftKind, lang: Lang) -> Toned:
    """Return the cell of what became of a target."""
    return Toned(KINDS[kind].of(lang), _DRIFT[kind])
