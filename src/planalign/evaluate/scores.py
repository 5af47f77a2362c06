"""From marks to scores: F1, macro-F1 and shares with the counts behind them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planalign.evaluate.bootstrap import Row, column_sums, intervals
from planalign.evaluate.marks import SCORED, ClauseMark, Marks, TaskMark
from planalign.evaluate.record import F1, ClauseScores, Interval, Mean, Scores, Share, TaskScores
from planalign.model.comparison import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TASK_COLUMNS = len(TaskMark._fields)
CLAUSE_COLUMNS = 3 * len(SCORED)


def score(marks: Marks) -> Scores:
    """Return the scores of one prediction or, over joined marks, of several."""
    clauses = score_clauses(marks.clauses) if marks.clauses else None
    return Scores(tasks=score_tasks(marks.tasks, marks.not_found), clauses=clauses)


def join(marks: Iterable[Marks]) -> Marks:
    """Pool the marks of several pairs."""
    columns = zip(*marks, strict=True)
    return Marks(*(tuple(item for part in column for item in part) for column in columns))


def f1(right: int, extra: int, missed: int) -> float:
    """Return the F1; 0 where nothing is right."""
    return 2 * right / (2 * right + extra + missed) if right else 0.0


def score_tasks(marks: Sequence[TaskMark], not_found: tuple[str, ...] = ()) -> TaskScores:
    """Return the scores of the links."""
    counts = column_sums(marks, TASK_COLUMNS)
    primary, links = intervals(marks, TASK_COLUMNS, _task_values)
    return TaskScores(
        tasks=len(marks),
        primary=_f1(counts[0:3], primary),
        links=_f1(counts[3:6], links),
        relations=_share(counts[6], counts[7]),
        not_found=not_found,
    )


def score_clauses(marks: Sequence[ClauseMark]) -> ClauseScores:
    """Return the scores of the clause statuses."""
    rows = [clause_row(mark) for mark in marks]
    counts = column_sums(rows, CLAUSE_COLUMNS)
    *single, macro = intervals(rows, CLAUSE_COLUMNS, _clause_values)
    return ClauseScores(
        clauses=len(marks),
        by_status={status: _f1(counts[3 * i : 3 * i + 3], single[i]) for i, status in enumerate(SCORED)},
        macro=Mean(value=clause_values(rows)[-1], interval=macro),
        evidence=_share(sum(mark.evidence_right for mark in marks), sum(mark.evidence for mark in marks)),
        not_found=sum(mark.predicted is None for mark in marks),
        confusion=confusion(marks),
    )


def clause_row(mark: ClauseMark) -> Row:
    """Return right, extra and missed of each scored status."""
    row: list[int] = []
    for status in SCORED:
        predicted, wanted = mark.predicted is status, mark.gold is status
        extra = predicted and not wanted and mark.gold is not Status.NOT_APPLICABLE
        row += (predicted and wanted, extra, wanted and not predicted)
    return tuple(row)


def confusion(marks: Iterable[ClauseMark]) -> dict[str, int]:
    """Count the clauses by gold and predicted status; a clause without a verdict is predicted none."""
    cells = Counter((str(mark.gold), str(mark.predicted or "none")) for mark in marks)
    return {f"{gold}->{predicted}": count for (gold, predicted), count in sorted(cells.items())}


def clause_values(rows: Sequence[Row]) -> tuple[float, ...]:
    """Return F1 for covered, partial and dropped, and their mean."""
    return _clause_values(column_sums(rows, CLAUSE_COLUMNS))


def task_values(marks: Sequence[TaskMark]) -> tuple[float, float]:
    """Return F1 of the primary and of all links."""
    return _task_values(column_sums(marks, TASK_COLUMNS))


def _task_values(counts: Row) -> tuple[float, float]:
    return f1(*counts[0:3]), f1(*counts[3:6])


def _clause_values(counts: Row) -> tuple[float, ...]:
    single = [f1(*counts[start : start + 3]) for start in range(0, CLAUSE_COLUMNS, 3)]
    return *single, sum(single) / len(single)


def _f1(counts: Row, interval: Interval) -> F1:
    right, extra, missed = counts
    return F1(value=f1(right, extra, missed), interval=interval, right=right, extra=extra, missed=missed)


def _share(right: int, total: int) -> Share:
    return Share(value=right / total if total else None, right=right, total=total)
