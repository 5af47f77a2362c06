"""Plans and predictions made from a gold file, so that the scorer can be tested without a parser or an aligner."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from planalign.model.comparison import ClauseCoverage, Comparison, Link, Relation, Status, Strength, Summary
from planalign.model.plan import Clause, Masthead, Plan, Source, Task
from planalign.model.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planalign.evaluate.gold import Gold


def make_plan(titles: Sequence[str], clauses: Iterable[tuple[int, str]], name: str = "计划") -> Plan:
    """Return a plan with these task titles; each clause comes with the index of its task."""
    texts: list[list[str]] = [[] for _ in titles]
    for task, text in clauses:
        texts[task].append(text)
    return Plan(
        id=name,
        source=Source(file=f"{name}.txt", sha256="0"),
        masthead=Masthead(title=name),
        tasks=tuple(
            Task(
                id=f"t{number}",
                section=None,
                number=str(number),
                title=title,
                clauses=tuple(
                    Clause(id=f"t{number}.c{place}", text=text) for place, text in enumerate(texts[number - 1], 1)
                ),
            )
            for number, title in enumerate(titles, 1)
        ),
    )


def gold_plans(gold: Gold) -> tuple[Plan, Plan]:
    """Return the parent and the child as a perfect parser would see them."""
    parents = [task.parent for task in gold.parent_tasks]
    children = [task.child for task in gold.child_tasks]
    parent_clauses = [(parents.index(q.parent_clause.rpartition(".")[0]), q.text) for q in gold.parent_clauses]
    child_clauses = [(children.index(key.rpartition(".")[0]), text) for key, text in gold.child_clause_texts.items()]
    return (
        make_plan([task.title for task in gold.parent_tasks], parent_clauses, "上级计划"),
        make_plan([task.child_title for task in gold.child_tasks], child_clauses, "本级计划"),
    )


def make_comparison(parent: Plan, child: Plan, links: Sequence[Link], coverage: Sequence[ClauseCoverage]) -> Comparison:
    """Return a comparison that holds these links and verdicts."""
    return Comparison(
        schema="planalign/comparison/1",
        generator="test",
        provenance=Provenance(settings={}, segmenter="", dictionaries=""),
        parent=parent,
        child=child,
        links=tuple(links),
        coverage=tuple(coverage),
        task_status=(),
        drift=(),
        findings=(),
        summary=Summary(
            parent_tasks=0,
            child_tasks=0,
            tasks={},
            clauses={},
            undecided=0,
            links={},
            local_tasks=0,
            findings={},
            skipped=0,
        ),
    )


def make_link(child: str, parent: str, strength: Strength, relation: Relation = Relation.OVERLAPS) -> Link:
    """Return a link without evidence."""
    return Link(
        id=f"{child}-{parent}",
        child_task=child,
        parent_task=parent,
        strength=strength,
        relation=relation,
        score=0.5,
        runner_up=0.0,
    )


def make_verdict(parent_clause: str, status: Status, *child_clauses: str) -> ClauseCoverage:
    """Return a verdict on a clause."""
    return ClauseCoverage(
        parent_clause=parent_clause,
        parent_task=parent_clause.partition(".")[0],
        status=status,
        score=0.5,
        child_clauses=child_clauses,
    )


def random_comparison(parent: Plan, child: Plan, seed: int) -> Comparison:
    """Return a comparison whose links and verdicts are drawn at random; some clauses have no verdict."""
    random = Random(seed)  # noqa: S311 (test input)
    parents = [task.id for task in parent.tasks]
    child_clauses = [clause.id for task in child.tasks for clause in task.clauses]
    links = [
        make_link(task.id, other, Strength.SECONDARY if rank else Strength.PRIMARY, random.choice(list(Relation)))
        for task in child.tasks
        for rank, other in enumerate(random.sample(parents, min(len(parents), random.randrange(4))))
    ]
    coverage = [
        make_verdict(clause.id, random.choice(list(Status)), *random.sample(child_clauses, random.randrange(3)))
        for task in parent.tasks
        for clause in task.clauses
        if random.random() < 0.95
    ]
    return make_comparison(parent, child, links, coverage)
