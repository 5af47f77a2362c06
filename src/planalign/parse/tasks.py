"""Tasks: which numbered items are sections, which are tasks, and what is only introduction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.block import Furniture, SkipKind, Skipped
from planalign.model.facts import Facts
from planalign.model.plan import Clause, Section, Task, TaskKind, Unit
from planalign.model.sentence import english
from planalign.parse.aside import when
from planalign.parse.clause import clause, is_wordless, sentence_spans, split_clauses, with_terms
from planalign.parse.facts import find_facts
from planalign.parse.furniture import as_furniture
from planalign.parse.label import Rank
from planalign.parse.line import text_of
from planalign.parse.section import Purpose, kind_of, purpose_of
from planalign.parse.target import find_targets
from planalign.parse.unit import cut_notes
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.parse.line import Line
    from planalign.parse.outline import Node, Outline

_LONGEST_TITLE = 50


@dataclass
class Body:
    """What the outline holds, in order."""

    sections: list[Section] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    preamble: list[Line] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    headings: list[Furniture] = field(default_factory=list)
    """Headings inside the introduction, which are no sections."""


class _Place(NamedTuple):
    """Where in the plan an item stands."""

    section: str | None = None
    kind: TaskKind = TaskKind.TASK
    purpose: Purpose = Purpose.TASKS


def read_body(outline: Outline) -> Body:
    """Sort the items of an outline into sections, tasks and introduction."""
    body = Body(preamble=list(outline.intro))
    add_to_body(outline, body)
    return body


def add_to_body(outline: Outline, body: Body) -> None:
    """Sort the items of an outline behind what the body holds already."""
    for node in outline.nodes:
        _sort(node, _Place(), body)


def preamble_clauses(lines: Sequence[Line]) -> tuple[Clause, ...]:
    """Return the clauses of the introduction; brackets with units stay in their text, which stands nowhere else."""
    parts = [line.part(start, end) for line in lines for start, end in sentence_spans(line.text)]
    return tuple(clause(part, f"p.c{number}", _units(part)) for number, part in enumerate(parts, start=1))


def _units(line: Line) -> tuple[Unit, ...]:
    return tuple(unit for note in cut_notes(line)[1] for unit in note.units)


def _sort(node: Node, place: _Place, body: Body) -> None:
    title = node.heading.title.text
    top = node.label.rank <= Rank.HAN
    detailed = any(_has_body(child) for child in node.children)
    purpose = purpose_of(title, detailed=detailed) if top or is_section(node) else Purpose.TASKS
    if all(is_wordless(line.text) for line in node.full_lines()):
        body.skipped.append(_set_aside(node, english("a number without text"), SkipKind.UNCLEAR))
    elif top and purpose is Purpose.PAST:
        body.skipped.append(_set_aside(node, english("a look back at what was done, no tasks"), SkipKind.NO_TASK))
    elif Purpose.DUTIES in (purpose, place.purpose):
        body.skipped.append(_set_aside(node, english("duties of single offices, no tasks"), SkipKind.NO_TASK))
    elif Purpose.PREAMBLE in (purpose, place.purpose):
        if top:
            _add_section(node, place, body)
        for child in node.children if top else [node]:
            body.headings += _bare_headings(child)
        body.preamble += [line for line in _aims(node) if line.text]
    elif is_section(node):
        section = _add_section(node, place, body)
        body.preamble += [line for line in (_after_title(node), *node.body) if line.text]
        below = _Place(section.id, kind_of(section.title, place.kind))
        for child in node.children:
            _sort(child, below, body)
    elif top and not _has_body(node) and purpose is Purpose.TASKS and not _stands_alone(node):
        _add_section(node, place, body)
    else:
        kind = kind_of(title, place.kind) if top else place.kind
        body.tasks.append(read_task(node, place.section, kind, len(body.tasks) + 1))


def _set_aside(node: Node, reason: str, kind: SkipKind) -> Skipped:
    return Skipped(location=node.line.place(), reason=reason, kind=kind, text=text_of(node.lines()))


def _bare_headings(node: Node) -> Iterator[Furniture]:
    """Return the headings that the introduction leaves out."""
    if _has_body(node) or node.label.rank <= Rank.HAN:
        yield heading_alone(node)
    for child in node.children:
        yield from _bare_headings(child)


def heading_alone(node: Node) -> Furniture:
    """Return the heading of an item as furniture, without the text behind it."""
    end = len(node.line.text) - len(node.text.text) + len(node.heading.title.text)
    return as_furniture(node.line.part(0, end), "heading")


def _aims(node: Node) -> Iterator[Line]:
    """Return the text of an introducing section and of its sub-items without their bare headings."""
    yield node.heading.body if _has_body(node) or node.label.rank <= Rank.HAN else node.text
    yield from node.body
    for child in node.children:
        yield from _aims(child)


def is_section(node: Node) -> bool:
    """Say whether an item groups tasks, so that its sub-items are the tasks."""
    children = node.children
    if not children:
        return False
    titled = sum(1 for child in children if is_titled(child)) * 2 >= len(children)
    own_body = bool(node.heading.body.text)
    if node.label.rank <= Rank.HAN and children[0].label.rank <= Rank.DECIMAL:
        return not (own_body and _is_list(children))
    if any(is_section(child) for child in children):
        return True
    return titled and not own_body and not node.body and children[0].label.rank <= _lowest_task_rank(node)


def _lowest_task_rank(node: Node) -> Rank:
    return Rank.CIRCLE if node.label.rank <= Rank.HAN else Rank.DECIMAL_DEEP


def is_titled(node: Node) -> bool:
    """Say whether an item has a heading and a body of its own."""
    heading = node.heading
    return len(heading.title.text) <= _LONGEST_TITLE and _has_body(node) and heading.body.text != node.text.text


def _has_body(node: Node) -> bool:
    return bool(node.heading.body.text or node.body or node.children)


def _is_list(children: Sequence[Node]) -> bool:
    """Say whether items are the parts of one sentence: they end in ； ."""
    parts = sum(1 for child in children if child.line.text.endswith(("；", ";")))
    return parts * 2 >= len(children)


def _stands_alone(node: Node) -> bool:
    """Say whether a line without a body is a sentence, so a task of its own, and no bare heading."""
    return node.text.text.endswith(("。", "；", ";"))


def _after_title(node: Node) -> Line:
    body = node.heading.body
    return body if body.text != node.text.text else body.part(len(_section_title(node)))


def _section_title(node: Node) -> str:
    """Return the heading as printed, with its final stop where it has one."""
    text, title = node.text.text, node.heading.title.text
    return text[: len(title) + 1] if text[len(title) : len(title) + 1] == "。" else title


def _add_section(node: Node, place: _Place, body: Body) -> Section:
    section = Section(
        id=f"s{len(body.sections) + 1}",
        number=node.label.number,
        title=_section_title(node),
        parent=place.section,
        label=node.label.text,
        location=node.line.place(),
    )
    body.sections.append(section)
    return section


def read_task(node: Node, section: str | None, kind: TaskKind, number: int) -> Task:
    """Return a numbered item with all below it as one task; `number` is its place in the plan, from 1."""
    name = f"t{number}"
    title, notes = cut_notes(node.heading.title)
    own = tuple(note.term for note in notes if note.term) if title.text else ()
    body = split_clauses([line for line in node.body_lines() if line.text], name, own)
    units = body.units or tuple(unit for note in notes for unit in note.units)
    return Task(
        id=name,
        section=section,
        number=node.label.number,
        title=title.text,
        kind=kind,
        clauses=body.clauses or (_title_clause(node, title, name, units, body.terms),),
        label=node.label.text,
        text=text_of(node.lines()),
        targets=find_targets(title.text),
        facts=find_facts(title.text),
        units=units,
        terms=tuple(map(when, body.terms)),
        location=node.line.place(),
    )


def _title_clause(node: Node, title: Line, owner: str, units: tuple[Unit, ...], terms: tuple[str, ...]) -> Clause:
    """Return the title as the clause of a task whose body says nothing but when: 新建公厕10座，完成时限：2025年底."""
    only = title if title.text else node.text
    place = only.place() if title.text else node.line.place()
    clause = Clause(id=f"{owner}.c1", text=only.text, normalized=normalise(only.text), units=units, location=place)
    if not terms:
        return clause
    timed = with_terms(clause, terms)
    # What the title itself says is told with the task.
    due = tuple(each for each in timed.facts.deadlines if each.start >= len(only.text))
    return timed.model_copy(update={"targets": (), "facts": Facts(deadlines=due)})
