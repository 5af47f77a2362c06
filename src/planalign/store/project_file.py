"""Reads planalign.toml: which settings a project asks for, and in which line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from planalign.errors import UsageError
from planalign.model.project import Project
from planalign.model.sentence import english
from planalign.store.toml_file import in_lines, key_lines, parsed, read_text, slip_in, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

NAME = "planalign.toml"
"""What the file is called where it is searched for."""


class ProjectFile(NamedTuple):
    """What a file asks for."""

    path: Path
    """The file."""
    project: Project
    """Its content, with defaults where it says nothing."""
    lines: dict[str, int]
    """The line of each key that it states, by dotted name."""

    def line(self, key: str) -> int | None:
        """Return the line in which the file states a key; None where it does not."""
        return self.lines.get(key)


def read_project(path: Path, rules: Callable[[], Collection[str]]) -> ProjectFile:
    """Return the content of a file; `rules` gives the codes that exist, where the file names some.

    Raises UsageError that names all problems of the file with their lines.
    """
    text = read_text(path, english("the settings cannot be read"))
    content = parsed(text, path)
    lines = key_lines(text)
    problems = in_lines(_problems(content, rules, path), lines)
    if problems:
        raise UsageError("\n".join(problems), where=str(path))
    return ProjectFile(path, _validated(content), lines)


def _validated(content: Mapping[str, Any]) -> Project:
    """Check every value as it stands: by way of JSON a list is a list, and 20261122 is no date."""
    return Project.model_validate_json(json.dumps(content, default=str), strict=True)


def _problems(
    content: Mapping[str, Any], rules: Callable[[], Collection[str]], path: Path
) -> Iterator[tuple[str, str]]:
    """Yield the key and what is wrong with it."""
    stated = content.get("rules")
    for code in stated if isinstance(stated, dict) else ():
        if code not in rules():
            yield f"rules.{code}", f"there is no rule {code!r}{suggestion(code, rules())}"
    try:
        project = _validated(content)
    except ValidationError as error:
        yield from (slip_in(Project, detail) for detail in error.errors())
        return
    yield from _level_problems(project)
    table = project.scope.allocations
    if table is not None and not (path.parent / table).is_file():
        yield "scope.allocations", english("{key}: there is no such file: {path}", key="scope.allocations", path=table)


def _level_problems(project: Project) -> Iterator[tuple[str, str]]:
    """Yield names of levels that stand twice, or that no level has."""
    names = [level.id for level in project.level]
    for place, level in enumerate(project.level):
        if level.id in names[:place]:
            yield f"level.{place}.id", english("the level {level!r} stands twice", level=level.id)
        if level.parent is not None and level.parent not in names:
            yield f"level.{place}.parent", f"there is no level {level.parent!r}{suggestion(level.parent, names)}"
        elif level.parent == level.id:
            yield f"level.{place}.parent", english("the level {level!r} stands above itself", level=level.id)
