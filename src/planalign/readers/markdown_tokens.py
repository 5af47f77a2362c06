"""The grammar of Markdown: text to tokens."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["Token", "tokens"]

# [text](address "title") and ![text](address). The rule of the grammar takes minutes over a line of open brackets.
_LINK = re.compile(r'(?<!\\)(!?)\[([^\[\]\n]*)\]\(<?([^()<>\s]*)>?(?:[ \t]+"[^"\n]*")?\)')
_ADDRESS = frozenset("/.#:@")


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text; links are their words.

    Indented lines are ordinary ones, since Chinese paragraphs are indented; link definitions stay text.
    """
    grammar = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"])
    return grammar.disable(["code", "reference", "link", "image"]).parse(_LINK.sub(_words, text))


def _words(link: re.Match[str]) -> str:
    """Return the words of a link, nothing for a picture; brackets around no address are text: [附件](略)."""
    if not _ADDRESS.intersection(link[3]):
        return link[0]
    return "" if link[1] else link[2]
