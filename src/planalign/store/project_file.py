"""Reads planalign.toml: which settings a project asks for, and in which line."""

from __future__ import annotations

import json
import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from planalign.errors import UsageError
from planalign.model.project import Project
from planalign.model.sentence import english
from planalign.store.plain_file import is_file
from planalign.store.toml_file import in_lines, key_lines, parsed, read_text, short, slip_in, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

NAME = "planalign.toml"
"""What the file is called where it is searched for."""
MOST = 2**18
"""Characters of a settings file."""
MOST_TOLD = 20
"""Mistakes of a file that are told at once."""
_MORE = english("and more")


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


def read_project(path: Path, rules: Callable[[], Collection[str]], *, found: bool = False) -> ProjectFile:
    """Return the content of a file; `rules` gives the codes that exist, where the file names some.

    A file that was found, and that nobody named, leads to no file outside of its folder. Raises UsageError that names
    the problems of the file with their lines, the first ones where there are many.
    """
    text = read_text(path, english("the settings cannot be read"), MOST)
    content = parsed(text, path)
    lines = key_lines(text)
    problems = list(islice(_problems(content, rules, path, found=found), MOST_TOLD + 1))
    if problems:
        told = in_lines(problems[:MOST_TOLD], lines)
        raise UsageError("\n".join([*told, *([_MORE] if problems[MOST_TOLD:] else [])]), where=str(path))
    return ProjectFile(path, _validated(content), lines)


def _validated(content: Mapping[str, Any]) -> Project:
    """Check every value as it stands: by way of JSON a list is a list, and 20261122 is no date."""
    return Project.model_validate_json(json.dumps(content, default=str), strict=True)


def _problems(
    content: Mapping[str, Any], rules: Callable[[], Collection[str]], path: Path, *, found: bool
) -> Iterator[tuple[str, str]]:
    """Yield the key and what is wrong with it."""
    stated = content.get("rules")
    for code in stated if isinstance(stated, dict) else ():
        if code not in rules():
            yield f"rules.{code}", f"there is no rule {short(code)!r}{suggestion(code, rules())}"
    try:
        project = _validated(content)
    except ValidationError as error:
        yield from (slip_in(Project, detail) for detail in error.errors())
        return
    yield from _level_problems(project)
    if project.scope.allocations is not None:
        yield from _path_problems("scope.allocations", project.scope.allocations, path.parent, found=found)


def _path_problems(key: str, name: str, folder: Path, *, found: bool) -> Iterator[tuple[str, str]]:
    """Yield that a file is missing, or that a settings file that nobody named leads out of its folder."""
    if "\0" in name:
        yield key, english("{key}: there is no such file: {path}", key=key, path=short(name))
    elif found and not Path(os.path.realpath(folder / name)).is_relative_to(os.path.realpath(folder)):
        yield key, english("{key} leads out of the folder: name the settings with --config to allow it", key=key)
    elif not is_file(folder / name):
        yield key, english("{key}: there is no such file: {path}", key=key, path=short(name))


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
