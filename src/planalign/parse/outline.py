"""Outline: numbered lines as a tree, by the style of their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from planalign.parse.bare_label import bare_labels
from planalign.parse.heading import Heading, split_heading
from planalign.parse.label import Label, Rank, label_of, lost_dot_label, lost_dot_value
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.parse.line import Line

# 一、二级响应 and 一、二、三 are lists inside a sentence, no heading.
_LIST = compiled(r"[一二三四五六七八九十][、级类等]")
_DASH = compiled(r"[—－―-]{1,3}\s*(?=[^\W\d])")
_PART = compiled(r"(?:总体|工作|主要|重点|具体|有关|保障|组织)(?:要求|目标|任务|工作|措施|安排|内容|实施|领导)")


@dataclass
class Node:
    """A numbered line with the lines below it."""

    label: Label
    line: Line
    """The whole line, label included."""
    body: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @cached_property
    def text(self) -> Line:
        """The line without its label."""
        return self.line.part(self.label.end)

    @cached_property
    def heading(self) -> Heading:
        """The line cut into title and body."""
        return split_heading(self.text)

    def lines(self) -> Iterator[Line]:
        """Return all lines of this item and its sub-items, in order, labels included."""
        yield self.line
        yield from self.body
        for child in self.children:
            yield from child.lines()

    def body_lines(self) -> Iterator[Line]:
        """Return the text behind the title and of all sub-items, labels taken off."""
        yield self.heading.body
        yield from self.body
        for child in self.children:
            yield from child.full_lines()

    def full_lines(self) -> Iterator[Line]:
        """Return all text of this item and its sub-items, labels taken off."""
        yield self.text
        yield from self.body
        for child in self.children:
            yield from child.full_lines()


@dataclass
class Outline:
    """The lines before the first number, and the numbered items of the highest level."""

    intro: list[Line]
    nodes: list[Node]


def build_outline(lines: Iterable[Line]) -> Outline:
    """Arrange lines as a tree; a line without a number belongs to the item above it."""
    outline = Outline([], [])
    stack: list[Node] = []
    lines = list(lines)
    counted = {1, 2} <= {lost_dot_value(line.text) for line in lines}
    bare = bare_labels(lines)
    named: Rank | None = None
    for at, line in enumerate(lines):
        label = bare.get(at) or _label(line, stack, counted=counted)
        if label is None:
            (stack[-1].body if stack else outline.intro).append(line)
            continue
        if label.named:
            named = named or _named_rank(stack)
            label = label._replace(rank=named)
        node = Node(label, line)
        while stack and _depth(stack[-1].label) >= _depth(label):
            stack.pop()
        (stack[-1].children if stack else outline.nodes).append(node)
        stack.append(node)
    _promote(outline.nodes)
    _number_dashes(outline.nodes)
    return outline


def _named_rank(stack: Sequence[Node]) -> Rank:
    """Return the rank of 任务1 and those that follow: below the bare heading above the first, else that of （一）."""
    above = stack[-1] if stack else None
    if above is None or above.body or above.heading.body.text or above.text.text.endswith(("。", "；", ";")):
        return Rank.HAN_BRACKET
    return Rank(min(max(above.label.rank + 1, Rank.HAN_BRACKET), Rank.CIRCLE))


def _depth(label: Label) -> tuple[Rank, bool]:
    """Return how deep a label stands: 1. below 任务1 of the same rank is a part of it."""
    return label.rank, not label.named


def _number_dashes(nodes: Sequence[Node]) -> None:
    """Take the ——… paragraphs below a bare heading as items where each has a heading and a body of its own."""
    for node in nodes:
        _number_dashes(node.children)
        if node.children or node.heading.body.text or len(node.body) < 2 or node.label.rank > Rank.HAN:
            continue
        items = [_dashed(line) for line in node.body]
        children = [item for item in items if item and item.heading.body.text not in ("", item.text.text)]
        if len(children) == len(items):
            node.children, node.body = children, []


def _dashed(line: Line) -> Node | None:
    match = _DASH.match(line.text)
    return Node(Label(Rank.DIGIT, match[0].strip(), "", None, match.end()), line) if match else None


def _promote(nodes: Sequence[Node]) -> None:
    """Rank 1、 as 一、 where it numbers the headings of the whole text: bare numbers above 2.1, or 1、工作目标."""
    if not all(node.label.rank is Rank.DIGIT for node in nodes):
        return
    decimal = any(child.label.rank is Rank.DECIMAL and not node.label.end for node in nodes for child in node.children)
    grouped = all(_is_group(node) for node in nodes)
    parted = any(_PART.fullmatch(node.heading.title.text) and node.children for node in nodes)
    if decimal or parted or grouped:
        for node in nodes:
            node.label = node.label._replace(rank=Rank.HAN)


def _is_group(node: Node) -> bool:
    """Say whether a heading has no text of its own, and below it items with headings and bodies."""
    titled = [child for child in node.children if child.heading.body.text not in ("", child.text.text)]
    return bool(node.children) and not node.heading.body.text and not node.body and len(titled) == len(node.children)


def _label(line: Line, stack: Sequence[Node], *, counted: bool) -> Label | None:
    label = label_of(line)
    if label is None:
        above = next((node for node in reversed(stack) if node.label.rank is Rank.DIGIT), None)
        if above and above.label.value:
            return lost_dot_label(line.text, above.label.value + 1)
        # The first one needs a space, or a 2 that follows: 1 镇村责任; 1号线 is text.
        first = stack and (counted or re.match(r"1\s", line.text))
        return lost_dot_label(line.text, 1) if first else None
    if label.rank is Rank.HAN and label.end and _LIST.match(line.text, label.end):
        return None
    return label
