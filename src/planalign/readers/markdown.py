"""Markdown files (CommonMark, pipe tables, front matter): every line is a paragraph, as in plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.sentence import english
from planalign.readers.markdown_story import MarkdownStory
from planalign.readers.markdown_tokens import tokens
from planalign.readers.reading import Reading
from planalign.readers.txt import readable

if TYPE_CHECKING:
    from planalign.config import Limits

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n((?:(?!---)[^\n]*\n){1,60}?)---[ \t]*(?:\n|\Z)")
_STATED = re.compile(r"([^:：\s#][^:：\n]{0,40})[:：][ \t]*(.*)")


def read_markdown(data: bytes, limits: Limits) -> Reading:
    """Return the text without its marks, numbers of lists as labels, pipe tables as tables.

    Raises ReadError where the bytes are no text or hold none.
    """
    text, notes = readable(data)
    front = _FRONT_MATTER.match(text)
    # What stands below keeps its line numbers.
    body = "\n" * front[0].count("\n") + text[front.end() :] if front else text
    story = MarkdownStory(body, limits.max_cells)
    if front:
        story.front(front[1], text.count("\n", 0, front.start(1)))
    for token in tokens(body):
        story.add(token)
    story.end()
    if not story.blocks:
        raise ReadError(english("the file holds no text"), hint=english("fetch it again"))
    return Reading(tuple(story.blocks), _stated(front), tuple(story.furniture), (*notes, *story.skipped))


def _stated(front: re.Match[str] | None) -> dict[str, str]:
    """Return the key: value lines of the front matter."""
    pairs = [_STATED.fullmatch(line.rstrip()) for line in front[1].splitlines()] if front else []
    return {pair[1].strip(): pair[2].strip("\"' ") for pair in pairs if pair}
