"""How much a status, a severity or a change of a target asks for; and each of them as a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import DriftKind, Severity, Status
from planalign.report.drift import KINDS
from planalign.report.labels import SEVERITY, STATUS
from planalign.report.table_cells import Toned
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from planalign.model.wording import Lang

STATUS_TONES = {
    Status.DROPPED: Tone.OPEN,
    Status.PARTIAL: Tone.PARTLY,
    Status.COVERED: Tone.DONE,
    Status.NOT_APPLICABLE: Tone.APART,
}
"""How much each status asks for."""
SEVERITY_TONES = {Severity.ERROR: Tone.OPEN, Severity.WARNING: Tone.PARTLY, Severity.INFO: Tone.APART}
"""How much a finding of each severity asks for."""
DRIFT_TONES = {
    DriftKind.LOOSER: Tone.OPEN,
    DriftKind.MISSING: Tone.PARTLY,
    DriftKind.STRICTER: Tone.DONE,
    DriftKind.SAME: Tone.DONE,
    DriftKind.NEW: Tone.APART,
    DriftKind.NOT_COMPARABLE: Tone.APART,
}
"""How much each change of a target asks for."""


def status_cell(status: Status | None, lang: Lang) -> Toned | None:
    """Return the cell of a status; none without one."""
    return Toned(STATUS[status].of(lang), STATUS_TONES[status]) if status else None


def severity_cell(severity: Severity, lang: Lang) -> Toned:
    """Return the cell of a severity."""
    return Toned(SEVERITY[severity].of(lang), SEVERITY_TONES[severity])


def drift_cell(kind: DriftKind, lang: Lang) -> Toned:
    """Return the cell of what became of a target."""
    return Toned(KINDS[kind].of(lang), DRIFT_TONES[kind])
