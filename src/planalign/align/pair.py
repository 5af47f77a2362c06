"""Two plans made comparable: neutral texts, their terms, and the similarity of every task and clause pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planalign.align.rivals import Rivals
from planalign.align.terms import Index, Likeness, Terms, Weights, terms_of, union, with_near_words
from planalign.text.levels import neutral, own_documents, place_names
from planalign.text.width import letters, normalise

if TYPE_CHECKING:
    from planalign.model.plan import Clause, Plan, Task


@dataclass(frozen=True)
class Side:
    """One plan as the aligner sees it."""

    plan: Plan
    places: tuple[str, ...]

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Return its tasks, in order."""
        return self.plan.tasks

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the clauses of all tasks, in order."""
        return tuple(clause for task in self.tasks for clause in task.clauses)

    @cached_property
    def owners(self) -> tuple[int, ...]:
        """Return for each clause the position of its task."""
        return tuple(number for number, task in enumerate(self.tasks) for _ in task.clauses)

    @cached_property
    def neutral_texts(self) -> tuple[str, ...]:
        """Return the neutral text of each clause."""
        return tuple(self.neutral(clause.sentence) for clause in self.clauses)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """Return the letters and digits of each neutral text."""
        return tuple(map(letters, self.neutral_texts))

    @cached_property
    def terms(self) -> tuple[Terms, ...]:
        """Return the terms of each clause."""
        return tuple(terms_of(text) for text in self.neutral_texts)

    @cached_property
    def near_terms(self) -> tuple[Terms, ...]:
        """Return the terms of each clause with near words as one."""
        return tuple(map(with_near_words, self.terms))

    @cached_property
    def titles(self) -> tuple[Terms, ...]:
        """Return the terms of each task's title."""
        return tuple(self.terms_of(task.title) for task in self.tasks)

    @cached_property
    def task_terms(self) -> tuple[Terms, ...]:
        """Return the terms of each task's title and clauses together."""
        bodies: list[list[Terms]] = [[title] for title in self.titles]
        for owner, terms in zip(self.owners, self.terms, strict=True):
            bodies[owner].append(terms)
        return tuple(union(body) for body in bodies)

    @cached_property
    def near_task_terms(self) -> tuple[Terms, ...]:
        """Return the terms of each task with near words as one."""
        return tuple(map(with_near_words, self.task_terms))

    def neutral(self, text: str) -> str:
        """Return a text of this plan without level words and place names."""
        flat = normalise(text)
        return neutral(own_documents(flat, self.own_place) if self.own_place else flat, self.places)

    @cached_property
    def own_place(self) -> str:
        """Return the name of the plan's own place without the places above it; empty where it is unknown."""
        return (place_names(self.plan.masthead.place) or ("",))[-1]

    def terms_of(self, text: str) -> Terms:
        """Return the terms of a text of this plan."""
        return terms_of(self.neutral(text))


class Pair:
    """A parent and a child plan with all their similarities."""

    def __init__(self, parent: Plan, child: Plan) -> None:
        """Prepare both sides; everything else is computed on first use."""
        places = {name for plan in (parent, child) for name in place_names(plan.masthead.place)}
        longest_first = tuple(sorted(places, key=lambda name: (-len(name), name)))
        self.parent = Side(parent, longest_first)
        self.child = Side(child, longest_first)

    @cached_property
    def weights(self) -> Weights:
        """Return the weights of terms over the clauses of both plans."""
        return Weights.over((*self.parent.terms, *self.child.terms))

    @cached_property
    def near_weights(self) -> Weights:
        """Return the weights of terms with near words as one."""
        return self.weights.for_near((*self.parent.near_terms, *self.child.near_terms))

    @cached_property
    def index(self) -> Index:
        """Return the index over the child clauses."""
        return Index(self.child.terms, self.weights)

    @cached_property
    def clause_likeness(self) -> list[Likeness]:
        """Return for each parent clause how alike it and each child clause are."""
        return [self.index.likeness(terms) for terms in self.parent.terms]

    @cached_property
    def clause_recall(self) -> list[list[float]]:
        """Return for each parent clause the share of it that each child clause holds."""
        return [row.recall for row in self.clause_likeness]

    @cached_property
    def clause_held(self) -> list[list[float]]:
        """Return for each parent clause the share of each child clause that it holds."""
        return [row.held for row in self.clause_likeness]

    @cached_property
    def clause_cosine(self) -> list[list[float]]:
        """Return for each parent clause its cosine with each child clause."""
        return [row.cosine for row in self.clause_likeness]

    @cached_property
    def rivals(self) -> Rivals:
        """Return which parent clauses compete for each child clause."""
        return Rivals(self.parent.near_terms, self.child.near_terms, self.clause_likeness)

    @cached_property
    def task_cosine(self) -> list[list[float]]:
        """Return for each parent task its cosine with each child task, title and body together."""
        index = Index(self.child.task_terms, self.weights)
        return [index.cosine(terms) for terms in self.parent.task_terms]

    @cached_property
    def kinship(self) -> list[list[float]]:
        """Return for each parent task the likeness of each child clause's task with it, 1 for the most alike."""
        tops = [max(row) or 1.0 for row in self.task_cosine]
        return [
            [row[owner] / top for owner in self.child.owners] for row, top in zip(self.task_cosine, tops, strict=True)
        ]

    @cached_property
    def title_cosine(self) -> list[list[float]]:
        """Return for each parent task the cosine of its title with each child title."""
        index = Index(self.child.titles, self.weights)
        return [index.cosine(terms) for terms in self.parent.titles]
