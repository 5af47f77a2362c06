"""Gold from decisions: what people confirmed becomes the answers by which others are scored, and training data."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from planalign.evaluate.gold import Gold, GoldChild, GoldClause, GoldDrift, GoldLink, GoldParent
from planalign.model.comparison import DriftKind, Status
from planalign.model.index import PlanIndex
from planalign.model.review import Verdict, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.comparison import ClauseCoverage, Comparison, Drift, Link
    from planalign.model.review import Review

REVIEWER = "review"
"""What the list of drift is called that people confirmed."""
_LABELS = {Status.COVERED: "all", Status.PARTIAL: "part", Status.DROPPED: "none"}


def decided_gold(comparison: Comparison) -> Gold:
    """Return what people confirmed of a comparison as gold; what nobody decided, or is in doubt, is left out."""
    parent, child, upper = comparison.parent, comparison.child, PlanIndex(comparison.parent)
    clauses = [entry for entry in comparison.coverage if holds(entry.review)]
    targets = [drift for drift in comparison.drift if holds(drift.review) and drift.drift is not DriftKind.NEW]
    return Gold(
        pair=f"{PurePosixPath(child.source.file).stem}→{PurePosixPath(parent.source.file).stem}",
        child=PurePosixPath(child.source.file).name,
        parent=PurePosixPath(parent.source.file).name,
        child_tasks=tuple(_children(comparison)),
        parent_tasks=tuple(GoldParent(parent=task.id, title=task.title) for task in parent.tasks),
        parent_clauses=tuple(_clause(entry, upper) for entry in clauses),
        child_clause_texts={clause.id: clause.text for task in child.tasks for clause in task.clauses},
        drift={REVIEWER: tuple(_drift(each) for each in targets if not _is_refused(each))} if targets else {},
    )


def training_pairs(comparison: Comparison) -> str:
    """Return the clause pairs that people confirmed, one JSON object a line: label all, part or none."""
    lines = []
    for entry in comparison.coverage:
        label = _LABELS.get(entry.status)
        if label and holds(entry.review):
            for clause in entry.child_clauses or tuple(piece.child_clause for piece in entry.evidence[:1]):
                pair = {"parent": entry.parent_clause, "child": clause, "label": label, "kind": REVIEWER}
                lines.append(json.dumps(pair, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines)


def gold_text(gold: Gold) -> str:
    """Return gold as its files hold it."""
    return gold.model_dump_json(indent=1) + "\n"


def _children(comparison: Comparison) -> Iterator[GoldChild]:
    """Yield the child tasks of which every link is confirmed, or that are confirmed to have none."""
    titles = {task.id: task.title for task in comparison.child.tasks}
    local = {entry.child_task for entry in comparison.local if _is_local(entry.review)}
    for task, title in titles.items():
        links = [link for link in comparison.links if link.child_task == task]
        if links and all(holds(link.review) for link in links):
            primary = tuple(link.parent_task for link in links if link.strength == "primary")
            yield GoldChild(child=task, child_title=title, accepted_primary=primary, links=tuple(map(_link, links)))
        elif not links and task in local:
            yield GoldChild(child=task, child_title=title, accepted_primary=(None,))


def _link(link: Link) -> GoldLink:
    return GoldLink(parent=link.parent_task, strength=link.strength.value, accepted_relations=(link.relation,))


def _clause(entry: ClauseCoverage, parent: PlanIndex) -> GoldClause:
    text = parent.clauses[entry.parent_clause].text
    return GoldClause(
        parent_clause=entry.parent_clause,
        text=text,
        accepted_status=(entry.status,),
        child_clauses=entry.child_clauses,
    )


def _drift(drift: Drift) -> GoldDrift:
    return GoldDrift(
        parent=drift.parent_clause,
        child=drift.child_clause,
        matter=drift.matter,
        parent_value=drift.parent_value,
        child_value=drift.child_value,
        drift=drift.drift,
    )


def _is_local(review: Review) -> bool:
    return holds(review) and review.verdict in {Verdict.ACCEPT, Verdict.NO_COUNTERPART}


def _is_refused(drift: Drift) -> bool:
    """Whether a person called a drift a false alarm, which says not what is right."""
    return drift.review is not None and drift.review.verdict in {Verdict.REJECT, Verdict.OUT_OF_SCOPE}
