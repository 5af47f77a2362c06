"""Interpretations (解读): the tasks that their prose states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.block import SkipKind, Skipped
from planalign.model.plan import Clause, Section, Task
from planalign.model.sentence import english
from planalign.parse.aside import when
from planalign.parse.clause import sentence_spans, split_clauses
from planalign.parse.enumeration import Item, Point, find_points, list_items
from planalign.parse.furniture import as_furniture
from planalign.parse.heading import split_heading
from planalign.parse.label import label_of
from planalign.parse.line import text_of
from planalign.parse.outline import Outline
from planalign.parse.tasks import Body, add_to_body, heading_alone
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.parse.line import Line
    from planalign.parse.outline import Node

_TITLE = compiled(
    r"解读(?:材料|文件|稿|之.{1,3})?(?:[（(].*[）)])?$|^.{0,3}解读[】：:|]|一图读懂|^图解|政策问答|答记者问",
)
_CONTENT = compiled(r"(?:主要|核心|具体|重点)内容|(?:主要|重点|工作)任务|主要举措|主要措施|亮点")
_QUESTION = compiled(r"(?:\d{1,2}\s*[.．、]\s*|[一二三四五六七八九十]+、\s*)?(?:问|Q)\s*\d*\s*[：:]|.{4,80}[？?]$")
_ANSWER = compiled(r"(?:答|A)\s*[：:]")


def is_interpretation(title: str) -> bool:
    """Say whether a document explains a plan instead of being one."""
    return _TITLE.search(title) is not None


def read_interpretation(outline: Outline) -> Body:
    """Return the sections and tasks that the part on the main content states; questions and answers are set aside."""
    body = Body(preamble=list(outline.intro))
    told = [node for node in outline.nodes if _CONTENT.search(node.heading.title.text)]
    for node in outline.nodes:
        if node in told and not _enumerates(node) and node.children:
            _add_structured(node, body)
        elif node in told or (not told and _enumerates(node)):
            _add_prose(node, body)
        else:
            _add_rest(node, body)
    return body


def _enumerates(node: Node) -> bool:
    return bool(find_points(list(_prose(node))))


def _add_structured(node: Node, body: Body) -> None:
    """Take numbered items below 主要内容 as a plan of its own."""
    add_to_body(Outline([], [node]), body)


def _add_prose(node: Node, body: Body) -> None:
    """Take the points of the prose as tasks; what stands around them is introduction."""
    body.headings.append(heading_alone(node))
    lines = [line for line in _prose(node) if line.text]
    points = find_points(lines)
    for line in lines:
        first = next((point for point in points if point.paragraph is line), None)
        before = line.part(0, first.start) if first else line
        body.preamble += [before] if before.text else []
    for point in points:
        _add_point(point, body)


def _prose(node: Node) -> Iterator[Line]:
    yield node.heading.body
    yield from node.body
    for child in node.children:
        yield from child.full_lines()


def _add_point(point: Point, body: Body) -> None:
    """Take the first sentence of 一是… as the heading of a section and the rest as its tasks."""
    heading = split_heading(point.line)
    if len(sentence_spans(point.line.text)) < 2 or not heading.body.text or heading.body.text == point.line.text:
        body.tasks.append(_task_of_point(point, len(body.tasks) + 1))
        return
    section = Section(
        id=f"s{len(body.sections) + 1}",
        number=point.number,
        title=heading.title.text,
        label=point.label,
        location=point.line.place(),
    )
    body.sections.append(section)
    for index, item in enumerate(list_items(heading.body), start=1):
        body.tasks.append(_task_of_item(item, section.id, index, len(body.tasks) + 1))


def _task_of_point(point: Point, number: int) -> Task:
    body = split_clauses([point.line], f"t{number}")
    title = point.line.text.rstrip("。；;")
    return Task(
        id=f"t{number}",
        section=None,
        number=point.number,
        title=title,
        clauses=body.clauses or (_clause(title, point.line, f"t{number}"),),
        label=point.label,
        text=point.line.text,
        units=body.units,
        terms=tuple(map(when, body.terms)),
        location=point.line.place(),
    )


def _task_of_item(item: Item, section: str, index: int, number: int) -> Task:
    return Task(
        id=f"t{number}",
        section=section,
        number=str(index),
        title=item.title,
        clauses=(_clause(item.title, item.line, f"t{number}"),),
        text=item.line.text,
        location=item.line.place(),
    )


def _clause(text: str, line: Line, owner: str) -> Clause:
    return Clause(id=f"{owner}.c1", text=text, normalized=normalise(text), location=line.place())


def _add_rest(node: Node, body: Body) -> None:
    """Keep the basis and the aims as introduction, every question with its answer as set aside."""
    lines = [line for line in node.lines() if line.text]
    asked = any(_ANSWER.match(line.text) for line in lines) or _QUESTION.match(node.text.text)
    if not asked:
        body.headings.append(heading_alone(node))
        body.preamble += [line for line in node.body_lines() if line.text]
        return
    pairs = list(_pairs(lines))
    for line in lines[: len(lines) - sum(map(len, pairs))]:
        body.headings.append(as_furniture(line, "heading"))
    for pair in pairs:
        reason = english("a question and its answer, no task")
        body.skipped.append(Skipped(location=pair[0].place(), reason=reason, kind=SkipKind.NO_TASK, text=text_of(pair)))


def _pairs(lines: list[Line]) -> Iterator[list[Line]]:
    """Group lines into questions with their answers; a heading above them is left out."""
    pair: list[Line] = []
    for line in lines:
        label = label_of(line)
        if _QUESTION.match(line.text if label is None else line.text[label.end :]) or _QUESTION.match(line.text):
            if pair:
                yield pair
            pair = [line]
        elif pair:
            pair.append(line)
    if pair:
        yield pair
