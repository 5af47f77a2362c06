"""Which parsed task and clause a gold task and clause is: by title, and by shared character 4-grams."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planalign.evaluate.gold import Gold, GoldClause
    from planalign.model.plan import Plan, Task

GRAM = 4
SAME_CLAUSE = 0.7
"""Share of the 4-grams of the shorter text from which two clauses are the same clause."""

Grams = frozenset[str]


@dataclass(frozen=True, slots=True)
class Matches:
    """Ids of the parsed plans for the ids of the gold file."""

    parents: dict[str, str | None]
    """Parent task by gold id; none where it was not found."""
    children: dict[str, str | None]
    """Child task by gold id; none where it was not found."""
    clauses: dict[str, tuple[str, ...]]
    """Parent clauses by gold clause id, in document order."""
    carriers: dict[str, frozenset[str]]
    """Child clauses that carry a gold clause, by its id."""

    @property
    def not_found(self) -> tuple[str, ...]:
        """Gold ids of the tasks that the parsed plans do not hold."""
        return tuple(key for tasks in (self.parents, self.children) for key, task in tasks.items() if task is None)


def match(gold: Gold, parent: Plan, child: Plan) -> Matches:
    """Find the tasks and clauses of the gold in the parsed plans."""
    parent_titles = {task.parent: task.title for task in gold.parent_tasks}
    child_titles = {task.child: task.child_title for task in gold.child_tasks}
    parent_grams = _clause_grams(parent)
    child_grams = _clause_grams(child)
    texts = {key: grams(text) for key, text in gold.child_clause_texts.items()}
    return Matches(
        parents={key: find_task(parent, title, key if gold.numbered else "") for key, title in parent_titles.items()},
        children={key: find_task(child, title, key if gold.numbered else "") for key, title in child_titles.items()},
        clauses={q.parent_clause: _same(grams(q.text), parent_grams) for q in gold.parent_clauses},
        carriers={q.parent_clause: _carriers(q, texts, child_grams) for q in gold.parent_clauses},
    )


def find_task(plan: Plan, title: str, item: str = "") -> str | None:
    """Return the id of the task with this title; else of the first whose title holds it or is held by it.

    A printed item number chooses among several, and finds the task where no title does.
    """
    hits = _titled(plan.tasks, title_key(title))
    if not item:
        return hits[0].id if hits else None
    numbered = [task for task in plan.tasks if printed_number(plan, task) == title_key(item)]
    both = [task for task in hits if task in numbered]
    found = both or hits or numbered
    return found[0].id if found else None


def _titled(tasks: Sequence[Task], key: str) -> list[Task]:
    exact = [task for task in tasks if title_key(task.title) == key]
    if exact or not key:
        return exact
    keys = [(task, title_key(task.title)) for task in tasks]
    return [task for task, other in keys if key in other or (other and other in key)]


def printed_number(plan: Plan, task: Task) -> str:
    """Return section numbers and item number without brackets, for example 二一1 for 二、（一）1."""
    sections = {section.id: section for section in plan.sections}
    numbers = [task.number]
    section = sections.get(task.section or "")
    while section is not None and len(numbers) <= len(sections):
        numbers.append(section.number)
        section = sections.get(section.parent or "")
    return title_key("".join(reversed(numbers)))


def normalise(text: str) -> str:
    """Return the text with full-width forms folded and white space removed."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def title_key(title: str) -> str:
    """Return the letters and digits of a title."""
    return re.sub(r"\W", "", normalise(title))


def grams(text: str) -> Grams:
    """Return the character 4-grams of a text; a shorter text is its own only gram."""
    flat = normalise(text)
    return frozenset(flat[start : start + GRAM] for start in range(max(1, len(flat) - GRAM + 1)))


def is_same_clause(one: Grams, other: Grams) -> bool:
    """Return whether two clauses share enough of the shorter one."""
    return len(one & other) / min(len(one), len(other)) >= SAME_CLAUSE


def _clause_grams(plan: Plan) -> dict[str, Grams]:
    return {clause.id: grams(clause.text) for task in plan.tasks for clause in task.clauses}


def _same(wanted: Grams, clauses: Mapping[str, Grams]) -> tuple[str, ...]:
    return tuple(key for key, other in clauses.items() if is_same_clause(wanted, other))


def _carriers(clause: GoldClause, texts: Mapping[str, Grams], clauses: Mapping[str, Grams]) -> frozenset[str]:
    wanted = [texts[key] for key in clause.child_clauses if key in texts]
    return frozenset(key for text in wanted for key in _same(text, clauses))
