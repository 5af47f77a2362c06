"""The settings: one frozen record that is passed in wherever it is needed."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from planalign.model.comparison import Severity
from planalign.model.limits import Bounds
from planalign.model.policy import FailOn, RequireReview, RuleLevel
from planalign.model.record import Record
from planalign.model.wording import Lang

__all__ = ["AlignSettings", "Lang", "Limits", "Policy", "Settings", "Thresholds"]


class Limits(Bounds):
    """Bounds under which a file is read, and what may be used to read it."""

    ocr: bool = True
    """Whether pages that are pictures are read by OCR, where the extra `ocr` is installed."""
    libreoffice: bool = False
    """Whether LibreOffice, where it is installed, may convert what is not read otherwise."""


class AlignSettings(Record):
    """Weights and thresholds of the alignment; docs/alignment.md says how they were found."""

    title_weight: float = 0.6
    """What an identical title adds to the score of a task pair (its wording counts 1)."""
    order_weight: float = 0.01
    """What the same place in the order of tasks adds: it decides between tasks of the same wording."""
    action_malus: float = 0.2
    """What a 重点行动 loses as a basis against an ordinary task, unless the title names it."""
    least_score: float = 0.36
    """Task pairs below this score are no link."""
    least_likeness: float = 0.17
    """A link needs one clause pair of this cosine (a title of the same wording adds up to `title_likeness`)."""
    title_likeness: float = 0.2
    """What an identical title adds to the likeness of the best clause pair."""
    secondary_share: float = 0.3
    """A secondary link needs this share of the primary link's score."""
    ambiguous_margin: float = 0.05
    """Links whose runner-up is nearer than this are ambiguous."""
    carried: float = 0.5
    """Probability from which a commitment counts as carried."""
    list_share: float = 0.7
    """A list counts as shortened if at least this share of its members is carried and the rest is not."""
    undecided_margin: float = 0.15
    """A verdict that leads the next one by less than this probability is undecided."""
    carrier_share: float = 0.6
    """Further child clauses are carriers if they hold this share of what the best one holds."""
    own_share: float = 0.2
    """A child clause of which the parent task holds less than this share is the child's own."""


class Thresholds(Record):
    """Bounds on shares of clauses, 0–1; null bounds nothing."""

    coverage: float | None = None
    """Least share of the clauses that apply which is covered."""
    coverage_with_waivers: float | None = None
    """Least share of them which is covered, or whose gap a waiver accepts."""
    undecided_max: float | None = None
    """Largest share of clauses whose verdict is a close call."""


class Policy(Record):
    """What a result must meet to pass `planalign check`."""

    fail_on: FailOn = FailOn.ERROR
    """From which severity on an open finding breaks the policy."""
    require_review: RequireReview = RequireReview.NONE
    """Which findings a person must have decided on."""
    thresholds: Thresholds = Thresholds()
    """Bounds on shares of clauses."""


class Settings(Record):
    """All settings in force."""

    lang: Lang = Lang.ZH
    """Language of messages and reports."""
    as_of: dt.date | None = None
    """The day by which waivers are judged; never taken from a clock."""
    requirements: bool = False
    """Whether 工作要求 count in coverage ratios."""
    same_plan: bool | None = None
    """Whether both documents are issues or drafts of one plan; null leaves it to their mastheads."""
    exclude_parent: tuple[str, ...] = ()
    """Sections and tasks of the parent that count nowhere, as section:TITLE or task:TITLE; * stands for anything."""
    allocations: str | None = None
    """CSV file with the shares of a total that several children divide among them."""
    rules: dict[str, RuleLevel] = Field(default_factory=dict)
    """Severities that differ from those of the catalogue, by rule code."""
    policy: Policy = Policy()
    """What a result must meet."""
    contact: bool = False
    """Whether contact lines (names, telephone numbers) are kept in records and reports."""
    limits: Limits = Limits()
    """Bounds under which a file is read."""
    align: AlignSettings = AlignSettings()
    """Weights and thresholds of the alignment."""

    def in_force(self, code: str) -> bool:
        """Whether a rule is applied."""
        return self.rules.get(code) is not RuleLevel.OFF

    def severity(self, code: str, usual: Severity) -> Severity:
        """Return what a finding of a rule weighs."""
        level = self.rules.get(code, RuleLevel.OFF)
        return usual if level is RuleLevel.OFF else Severity(level.value)
