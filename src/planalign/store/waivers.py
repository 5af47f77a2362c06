"""Reads planalign-waivers.toml: a list of `[[waiver]]` tables."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from planalign.errors import UsageError
from planalign.model.waiver import Waiver, WaiverEnd

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

LEAST_QUOTE = 4
"""A shorter quote would stand in too many clauses."""


def read_waivers(path: Path, rules: Collection[str]) -> tuple[Waiver, ...]:
    """Return the waivers of a file; `rules` are the codes that exist.

    Raises UsageError that names all problems of the file.
    """
    content = _content(path)
    problems = [_unknown(key, ["waiver"]) for key in content if key != "waiver"]
    entries = content.get("waiver", [])
    tables = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    if tables != entries:
        problems.append("waivers are written as [[waiver]] tables")
    found: list[Waiver] = []
    for number, entry in enumerate(tables, start=1):
        read = _waiver(entry, number, rules)
        if isinstance(read, Waiver):
            found.append(read)
        else:
            problems += [f"waiver {number}: {problem}" for problem in read]
    if problems:
        raise UsageError("; ".join(problems), where=str(path))
    return tuple(found)


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"the waivers cannot be read: {error.strerror}", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"this is no TOML in UTF-8: {error}", where=str(path)) from error


def _waiver(entry: dict[str, Any], number: int, rules: Collection[str]) -> Waiver | list[str]:
    """Return the waiver, or what is wrong with it."""
    if "number" in entry:
        return [_unknown("number", _keys(Waiver))]
    try:
        waiver = Waiver.model_validate({**entry, "number": number})
    except ValidationError as error:
        return [_problem(detail["type"], detail["loc"], detail["msg"]) for detail in error.errors()]
    return list(_doubts(waiver, rules)) or waiver


def _problem(kind: str, place: tuple[int | str, ...], message: str) -> str:
    key = ".".join(map(str, place))
    if kind == "extra_forbidden":
        return _unknown(key, _keys(Waiver if len(place) == 1 else WaiverEnd))
    return f"{key} is missing" if kind == "missing" else f"{key}: {message}"


def _doubts(waiver: Waiver, rules: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with a waiver whose keys and types are right."""
    if waiver.rule not in rules:
        yield f"there is no rule {waiver.rule!r}{_suggestion(waiver.rule, rules)}"
    quotes = [end.quote for end in (waiver.parent, waiver.child) if end and end.quote]
    if not quotes:
        yield "it needs a quote of the parent or of the child"
    for quote in quotes:
        if len(quote) < LEAST_QUOTE:
            yield f"the quote {quote!r} is too short to tell one clause from another"


def _keys(record: type[Waiver | WaiverEnd]) -> list[str]:
    return [name for name in record.model_fields if name != "number"]


def _unknown(key: str, known: Collection[str]) -> str:
    return f"unknown key {key!r}{_suggestion(key.rpartition('.')[2], known)}"


def _suggestion(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f", did you mean {near[0]!r}?" if near else f", known: {' '.join(known)}"
