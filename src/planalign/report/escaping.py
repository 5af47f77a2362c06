"""Escapes document text for Markdown as GitHub renders it."""

from __future__ import annotations

import re

from planalign.report.scrub import one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&@$^]|(?<=\w)://|(?<=www)\.", re.ASCII)
_LIST_MARK = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])")


def escaped(text: str) -> str:
    """Return one line in which no character of the document acts as markup."""
    line = _MARKUP.sub(_guard, one_line(text))
    return _LIST_MARK.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", line)


def _guard(match: re.Match[str]) -> str:
    """Put a backslash before a sign; an ampersand and angle brackets become entities, which tables keep too."""
    entities = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
    return entities.get(match[0], "\\" + match[0])
