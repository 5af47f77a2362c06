"""Outline: numbered lines as a tree, by the style of their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planalign.parse.heading import Heading, split_heading
from planalign.parse.label import Label, Rank, label_of, lost_dot_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.parse.line import Line

# 一、二级响应 and 一、二、三 are lists inside a sentence, no heading.
_LIST = re.compile(r"[一二三四五六七八九十][、级类等]")


@dataclass
class Node:
    """A numbered line with the lines below it."""

    label: Label
    line: Line
    """The whole line, label included."""
    body: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def text(self) -> Line:
        """The line without its label."""
        return self.line.part(self.label.end)

    @property
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
    for line in lines:
        label = _label(line, stack)
        if label is None:
            (stack[-1].body if stack else outline.intro).append(line)
            continue
        node = Node(label, line)
        while stack and stack[-1].label.rank >= label.rank:
            stack.pop()
        (stack[-1].children if stack else outline.nodes).append(node)
        stack.append(node)
    return outline


def _label(line: Line, stack: Sequence[Node]) -> Label | None:
    label = label_of(line)
    if label is None:
        above = next((node for node in reversed(stack) if node.label.rank is Rank.DIGIT), None)
        if above and above.label.value:
            return lost_dot_label(line.text, above.label.value + 1)
        # The first one needs a space: 1 镇村责任; 1号线 is text.
        return lost_dot_label(line.text, 1) if stack and re.match(r"1\s", line.text) else None
    if label.rank is Rank.HAN and label.end and _LIST.match(line.text, label.end):
        return None
    return label
