"""What an evaluation yields: counts, scores and intervals for each pair and in total."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from planalign.model.comparison import Drift, DriftKind, Status
from planalign.model.record import Record


class Interval(Record):
    """A 95 % bootstrap interval."""

    low: float
    """The 2.5th percentile."""
    high: float
    """The 97.5th percentile."""


class F1(Record):
    """An F1 with the counts behind it."""

    value: float
    """2·right / (2·right + extra + missed); 0 where nothing is right."""
    interval: Interval
    """Where the value lies when the gold items are drawn anew."""
    right: int
    """Right answers (true positives)."""
    extra: int
    """Answers that the gold does not give (false positives)."""
    missed: int
    """Answers that were not found (false negatives)."""


class Mean(Record):
    """A mean of several F1."""

    value: float
    """The unweighted mean."""
    interval: Interval
    """Where the value lies when the gold items are drawn anew."""


class Share(Record):
    """How many of how many."""

    value: float | None
    """The share, 0–1; null where there was nothing to judge."""
    right: int
    """Right answers."""
    total: int
    """Answers judged."""


class TaskScores(Record):
    """How well child tasks found their parents."""

    tasks: int
    """Gold child tasks."""
    primary: F1
    """The one primary parent of each child task."""
    links: F1
    """All parents of each child task."""
    relations: Share
    """The relation, over the gold links that were found."""
    not_found: tuple[str, ...]
    """Gold tasks that the parsed plans do not hold."""


class ClauseScores(Record):
    """How well the status of the parent clauses was told."""

    clauses: int
    """Gold clauses."""
    by_status: dict[Status, F1]
    """F1 for covered, partial and dropped."""
    macro: Mean
    """Mean of the three."""
    evidence: Share
    """Whether the first child clause given is one that the gold gives."""
    not_found: int
    """Gold clauses without a verdict in the prediction."""
    confusion: dict[str, int]
    """Number of clauses by gold and predicted status, for example partial->covered."""


class Scores(Record):
    """What one system scores."""

    tasks: TaskScores
    """Links between tasks."""
    clauses: ClauseScores | None
    """Status of clauses; null where the gold is about tasks only."""


class SystemName(StrEnum):
    """Who made a prediction."""

    PLANALIGN = "planalign"
    TITLE_RATIO = "title_ratio"
    TFIDF = "tfidf"


class System(Record):
    """One system and what it scores."""

    name: SystemName
    """Who made the prediction."""
    thresholds: dict[str, float] = Field(default={})
    """Of a baseline: chosen on this very gold, so that its scores are the best it can reach here."""
    best_dropped: float | None = None
    """Of a baseline: the best dropped F1 of any threshold, though its other statuses suffer."""
    scores: Scores
    """What it scores."""


class EvaluatedPlan(Record):
    """Which document was compared."""

    title: str
    """Title of the plan."""
    file: str
    """The file it was read from."""
    sha256: str
    """Hash of the bytes of that file, in hex."""


class DriftRecall(Record):
    """How much of what one annotator lists was found."""

    annotator: str
    """Name of the annotator in the gold file."""
    recall: Share
    """Items found, by parent clause and kind, over those with a number, a deadline or a frequency."""
    by_kind: dict[DriftKind, Share]
    """The same for same, stricter, looser and missing_in_child."""
    missed: tuple[str, ...]
    """What was not found: clause, kind and matter."""


class DriftScores(Record):
    """How well the drift of targets was told."""

    annotators: tuple[DriftRecall, ...]
    """One for each annotator."""
    reported: int
    """Drifts in the comparison."""
    beyond: tuple[Drift, ...]
    """Those that no annotator lists; which of them are right is for people to say (docs/drift.md)."""


class PairEvaluation(Record):
    """One gold file."""

    gold: str
    """The gold file, as it was given."""
    pair: str
    """Name of the pair."""
    parent: EvaluatedPlan
    """The upper-level plan."""
    child: EvaluatedPlan
    """The lower-level plan."""
    systems: tuple[System, ...]
    """Ours first, then the baselines."""
    drift: DriftScores | None = None
    """What became of numbers, deadlines and frequencies; null where the gold lists none."""


class Evaluation(Record):
    """All pairs, and the total over their pooled counts."""

    schema_name: Literal["planalign/evaluation/1"] = Field(default="planalign/evaluation/1", alias="schema")
    """Name and version of this record."""
    generator: str
    """Name and version of the program."""
    rounds: int
    """Rounds of the bootstrap."""
    seed: int
    """Its seed."""
    pairs: tuple[PairEvaluation, ...]
    """One for each gold file, in the order given."""
    total: tuple[System, ...]
    """Scores over the pooled counts of all pairs."""
