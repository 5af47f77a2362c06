"""Writes a first corpus.toml: what was inferred, for people to confirm, and the questions that are open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planalign.corpus.manifest import Doubt
from planalign.corpus.words import DOUBT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.corpus.manifest import Entry, Manifest, Problem
    from planalign.model.wording import Lang

_OF_FILES = frozenset({Doubt.RIVALS, Doubt.OTHER_FIELD})
_HEAD = """[corpus]
name = ""
exclude = []
"""


def draft(manifest: Manifest, lang: Lang, *, confirm: bool) -> str:
    """Return the text of a file; with `confirm` it states all that was inferred, else the open questions only."""
    problems = {problem.path: problem for problem in manifest.problems}
    tables = [
        "\n".join(_table(entry, problems.get(entry.path), lang, confirm=confirm))
        for entry in manifest.documents
        if entry.counts and (confirm or entry.path in problems)
    ]
    return "\n".join([_HEAD, *tables])


def _table(entry: Entry, problem: Problem | None, lang: Lang, *, confirm: bool) -> Iterator[str]:
    yield "[[document]]"
    if problem:
        yield f"# {DOUBT[problem.doubt].of(lang)}"
    yield f"path = {_text(entry.path)}"
    stated = {"level": str(entry.level), "place": entry.place, "year": entry.year, "domain": entry.domain}
    for name, value in stated.items() if confirm else ():
        if value and value != "unknown":
            yield f"{name} = {_text(value) if isinstance(value, str) else value}"
    if confirm and entry.parent:
        yield f"parent = {_text(entry.parent)}"
    for name in problem.about if problem and problem.doubt in _OF_FILES else ():
        yield f"# parent = {_text(name)}"
    yield ""


def _text(value: str) -> str:
    """Return a TOML string; those of JSON are such, control characters escaped."""
    return json.dumps(value, ensure_ascii=False)
