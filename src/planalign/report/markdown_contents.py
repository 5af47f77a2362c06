"""The table of contents of a Markdown report: one line that leads to its chapters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report.punctuation import colon

if TYPE_CHECKING:
    from planalign.model.wording import Lang

_CONTENTS = Wording("目录", "heading")
_NO_ANCHOR = re.compile(r"[^\w\- ]")


def with_contents(parts: list[str], lang: Lang) -> list[str]:
    """Return the parts of a report behind links to those that are chapters."""
    titles = [part.removeprefix("## ") for part in parts if part.startswith("## ")]
    links = " · ".join(f"[{title}](#{_anchor(title)})" for title in titles)
    return [f"{_CONTENTS.of(lang)}{colon(lang)}{links}", *parts]


def _anchor(title: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return _NO_ANCHOR.sub("", title.lower()).replace(" ", "-")
