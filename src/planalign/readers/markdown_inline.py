"""The text inside one Markdown block: marks removed, line breaks kept, comments and struck-out words apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.readers.markdown_tokens import Token

_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|td|th|h[1-6])>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Beside Chinese punctuation the grammar leaves the marks of bold type standing: **强化责任。**落实…
_LEFT_BOLD = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,400}?)(?<=\S)\1")
_BREAKS = frozenset({"softbreak", "hardbreak"})


@dataclass(slots=True)
class Inline:
    """What one block holds."""

    text: str = ""
    hidden: list[str] = field(default_factory=list)
    """Comments."""
    deleted: list[str] = field(default_factory=list)
    """Words struck out."""


def read_inline(children: Sequence[Token]) -> Inline:
    """Return what the tokens inside a block hold."""
    inline = Inline()
    pieces: list[str] = []
    sink = pieces
    for child in children:
        if child.type == "s_open":
            sink = inline.deleted
        elif child.type == "s_close":
            sink = pieces
        elif child.type in _BREAKS:
            sink.append("\n")
        elif child.type == "html_inline":
            sink.append(without_tags(child.content, inline))
        else:
            sink.append(child.content)
    inline.text = _LEFT_BOLD.sub(r"\2", "".join(pieces))
    return inline


def without_tags(html: str, inline: Inline) -> str:
    """Return the text between tags, with line ends where blocks end; comments are added to what is hidden."""
    inline.hidden.extend(text.strip() for text in _COMMENT.findall(html))
    return _TAG.sub("", _BREAK.sub("\n", _COMMENT.sub("", html)))
