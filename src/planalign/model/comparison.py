"""What became of a parent plan in a child plan: links, coverage, drift, findings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planalign.model.block import Location
from planalign.model.evidence import Evidence
from planalign.model.facts import Aspect
from planalign.model.gate import Gate
from planalign.model.kinds import DriftKind, Exemption, Relation, Severity, Signal, Status, Strength
from planalign.model.plan import Plan
from planalign.model.provenance import Provenance
from planalign.model.record import Record
from planalign.model.review import Review, ReviewSummary
from planalign.model.waiver import Waiver

__all__ = [
    "ClauseCoverage",
    "Commitment",
    "Comparison",
    "Drift",
    "DriftKind",
    "Exemption",
    "Finding",
    "FindingEnd",
    "Link",
    "LocalTask",
    "Relation",
    "Severity",
    "Signal",
    "Status",
    "Strength",
    "Summary",
    "TaskStatus",
    "Waived",
]


class Link(Record):
    """A child task that carries out a parent task."""

    id: str
    """Child and parent task, for example t3-t5."""
    child_task: str
    """Id of the child task."""
    parent_task: str
    """Id of the parent task."""
    strength: Strength
    """Primary (the basis of the child task; one at most) or secondary."""
    relation: Relation
    """Of the child to the parent."""
    score: float
    """Score of the pair, 0–1."""
    runner_up: float
    """Score of the best other parent task for this child task, 0–1."""
    evidence: tuple[Evidence, ...] = ()
    """The clause pairs that speak for the link, best first."""
    review: Review | None = None
    """What a person decided of it; null where nobody did, so that it is a proposal."""


class LocalTask(Record):
    """A child task of which a person said that it has no parent task, or that it takes no part."""

    child_task: str
    """Id of the child task."""
    review: Review
    """Who said so; with out_of_scope (or with reject: it is not local, whatever its parent) it is no finding."""


class Commitment(Record):
    """One action on one object inside a parent clause, and whether the child carries it."""

    text: str
    """Verbatim text."""
    start: int
    """First character inside the clause text, from 0."""
    end: int
    """Character after the last one."""
    score: float
    """Share of its weight that the best child clause carries, 0–1."""
    carried: bool
    """Whether the child carries it."""
    child_clause: str | None = None
    """Id of the best child clause."""
    cut_out: bool = False
    """Whether it was cut out of a sentence that the child copies otherwise."""
    signals: dict[Signal, float] = Field(default_factory=dict)
    """What decided, weightiest first: how far each moves the log-odds from those of a usual commitment of this pair."""


class ClauseCoverage(Record):
    """What became of one parent clause."""

    parent_clause: str
    """Id of the parent clause."""
    parent_task: str
    """Id of its task."""
    status: Status
    """Covered, partial, dropped or not applicable."""
    score: float
    """Share of the clause that the child carries, 0–1."""
    chances: dict[Status, float] = Field(default_factory=dict)
    """How likely it is covered, partial and dropped; the status follows from its commitments too."""
    undecided: bool = False
    """Whether the verdict is a close call that a person should look at."""
    child_clauses: tuple[str, ...] = ()
    """Ids of the child clauses that carry it, best first."""
    missing: tuple[str, ...] = ()
    """Commitment texts that were not found."""
    commitments: tuple[Commitment, ...] = ()
    """All its commitments, in order."""
    reason: Exemption | None = None
    """Why the clause is not applicable, where it is: it makes the upper level's own law, names works in other places
    only, or is a slogan without an action."""
    evidence: tuple[Evidence, ...] = ()
    """The child clauses that carry it with what they share, best first."""
    review: Review | None = None
    """What a person decided of it; null where nobody did, so that it is a proposal."""


class TaskStatus(Record):
    """What became of one parent task."""

    parent_task: str
    """Id of the parent task."""
    status: Status
    """Follows from its clauses."""


class Drift(Record):
    """What became of one target."""

    matter: str
    """What the number is about."""
    parent_clause: str | None
    """Id of the parent clause or annex row."""
    child_clause: str | None
    """Id of the child clause or annex row."""
    parent_value: str | None
    """The words of the parent."""
    child_value: str | None
    """The words of the child."""
    share: str | None = None
    """The child's share of the parent's total, with its unit, where the table of shares gives it."""
    drift: DriftKind
    """What became of it."""
    aspect: Aspect = Aspect.NUMBER
    """Whether it is a number, a deadline, a frequency, a list or a verb."""
    in_words: bool = False
    """Whether the child takes the matter up, only without the number."""
    level_change: bool = False
    """Whether the change of level asks for it, so that it is no finding: 编制 becomes 配合市编制, 市级储备42类 is the
    parent's own."""
    review: Review | None = None
    """What a person decided of it; null where nobody did, so that it is a proposal."""


class FindingEnd(Record):
    """One end of a finding: what is quoted, and where it stands."""

    id: str
    """Id of the task, clause, section, annex or row; empty for the whole document."""
    file: str
    """The file."""
    title: str = ""
    """Number and title of the task or annex."""
    text: str
    """Verbatim quote."""
    location: Location = Location()
    """Where it stands."""


class Finding(Record):
    """One thing to look at."""

    id: str
    """Rule code and both ends, for example PA102-t3.c2; the same for the same input."""
    code: str
    """Rule code, for example PA102."""
    severity: Severity
    """Error, warning or info."""
    message: str
    """What is wrong, in the language asked for."""
    parent: FindingEnd | None = None
    """The end in the parent."""
    child: FindingEnd | None = None
    """The end in the child."""
    fingerprint: str = ""
    """The same as long as the rule says the same of the same words, wherever they stand; unique in a report."""
    review: Review | None = None
    """What a person decided of it, or of what it speaks of: the link, the clause, the target."""


class Waived(Record):
    """A finding that somebody has accepted; it counts no longer, and stays in the record."""

    finding: Finding
    """What was found."""
    waiver: Waiver
    """Why it is accepted."""


class Summary(Record):
    """Counts; ratios are derived from them, and an empty denominator gives none."""

    parent_tasks: int
    """Parent tasks that count (requirements left out unless configured)."""
    child_tasks: int
    """Child tasks that count."""
    tasks: dict[Status, int]
    """Parent tasks by status."""
    clauses: dict[Status, int]
    """Clauses by status of the parent tasks that count (requirements left out unless configured)."""
    undecided: int
    """Clauses whose verdict is a close call; those of requirements are left out, as from `clauses`, though `coverage`
    lists them too."""
    links: dict[Strength, int]
    """Links by strength."""
    local_tasks: int
    """Child tasks without a parent."""
    findings: dict[Severity, int]
    """Open findings by severity."""
    waived: int = 0
    """Findings that a waiver accepts."""
    waived_clauses: int = 0
    """Clauses, dropped or partial, whose gap a waiver accepts."""
    known: int = 0
    """Findings that stand in the baseline."""
    skipped: int
    """Parts of either document that were not understood."""
    confirmed_clauses: dict[Status, int] = Field(default_factory=dict)
    """Of `clauses`, those whose status a person has confirmed; empty where no decisions were read."""
    review: ReviewSummary | None = None
    """How far people have looked at it; null where no decisions were read and none are demanded."""

    @property
    def covered(self) -> int:
        """Clauses that are covered: the numerator of the strict coverage."""
        return self.clauses.get(Status.COVERED, 0)

    @property
    def confirmed(self) -> int:
        """Clauses that are covered as a person has confirmed: the numerator of the confirmed coverage."""
        return self.confirmed_clauses.get(Status.COVERED, 0)

    @property
    def applicable(self) -> int:
        """Clauses that apply to the child: the denominator of every coverage."""
        return sum(self.clauses.values()) - self.clauses.get(Status.NOT_APPLICABLE, 0)


class Comparison(Record):
    """The comparison record (specification, section 4)."""

    schema_name: Literal["planalign/comparison/1"] = Field("planalign/comparison/1", alias="schema")
    """Name and version of this record."""
    generator: str
    """Name and version of the program."""
    provenance: Provenance
    """What the result depends on besides the two files."""
    parent: Plan
    """The upper-level plan."""
    child: Plan
    """The lower-level plan."""
    links: tuple[Link, ...]
    """Child tasks and their parent tasks."""
    coverage: tuple[ClauseCoverage, ...]
    """What became of each parent clause."""
    task_status: tuple[TaskStatus, ...]
    """What became of each parent task."""
    drift: tuple[Drift, ...]
    """What became of each target."""
    findings: tuple[Finding, ...]
    """What to look at, worst first; without what is waived or stands in the baseline."""
    waived: tuple[Waived, ...] = ()
    """Findings that a waiver accepts, worst first."""
    known: tuple[Finding, ...] = ()
    """Findings that stand in the baseline, worst first: existing debt, which a gate does not count."""
    dismissed: tuple[Finding, ...] = ()
    """Findings that a person rejected, worst first; they count nowhere."""
    rejected_links: tuple[Link, ...] = ()
    """Links that the program would propose, and that a person rejected."""
    local: tuple[LocalTask, ...] = ()
    """Child tasks that a person decided to be without a parent task, in order."""
    same_plan: bool = False
    """Whether both are issues or drafts of one plan, where a gap is something dropped since (PA106)."""
    excluded: tuple[str, ...] = ()
    """Ids of the parent tasks that the settings leave out; they count nowhere."""
    summary: Summary
    """Counts."""
    gate: Gate | None = None
    """Whether the policy is met; null where none was asked for."""
