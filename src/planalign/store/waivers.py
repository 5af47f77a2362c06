"""Reads planalign-waivers.toml: a list of `[[waiver]]` tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.model.waiver import Waiver, WaiverEnd
from planalign.store.toml_file import parsed, read_text, suggestion, unknown
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_KINDS = {
    "date": english("{key} is no date such as 2025-12-31"),
    "string": english("{key} is no text in quotation marks"),
    "tuple": english("{key} is no list of texts in square brackets"),
    "model": english("{key} is no table with document and quote"),
}
"""What to say of a value of the wrong kind, by the first word of pydantic's name for the slip."""
UNREAD_RULE = "PA001"
"""The rule whose waiver, naming a child without a quote, accepts that the whole document cannot be read."""
LEAST_QUOTE = 4
"""A shorter quote would stand in too many clauses."""


def read_waivers(path: Path, rules: Collection[str]) -> tuple[Waiver, ...]:
    """Return the waivers of a file; `rules` are the codes that exist.

    Raises UsageError that names all problems of the file.
    """
    content = parsed(read_text(path, english("the waivers cannot be read")), path)
    problems = [unknown(key, ["waiver"]) for key in content if key != "waiver"]
    entries = content.get("waiver", [])
    tables = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    if tables != entries:
        problems.append(english("waivers are written as [[waiver]] tables"))
    found: list[Waiver] = []
    for number, entry in enumerate(tables, start=1):
        read = _waiver(entry, number, rules)
        if isinstance(read, Waiver):
            found.append(read)
        else:
            problems += [english("waiver {number}: {problem}", number=number, problem=problem) for problem in read]
    if problems:
        raise UsageError("\n".join(problems), where=str(path))
    return tuple(found)


def _waiver(entry: dict[str, Any], number: int, rules: Collection[str]) -> Waiver | list[str]:
    """Return the waiver, or what is wrong with it."""
    if "number" in entry:
        return [unknown("number", _keys(Waiver))]
    try:
        waiver = Waiver.model_validate({**entry, "number": number})
    except ValidationError as error:
        return [_problem(detail["type"], detail["loc"]) for detail in error.errors()]
    return list(_doubts(waiver, rules)) or waiver


def _problem(kind: str, place: tuple[int | str, ...]) -> str:
    key = ".".join(map(str, place))
    if kind == "extra_forbidden":
        return unknown(key, _keys(Waiver if len(place) == 1 else WaiverEnd))
    if kind == "missing":
        return english("{key} is missing", key=key)
    return _KINDS.get(kind.partition("_")[0], english("{key} cannot be read")).format(key=key)


def _doubts(waiver: Waiver, rules: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with a waiver whose keys and types are right."""
    if waiver.rule not in rules:
        yield f"there is no rule {waiver.rule!r}{suggestion(waiver.rule, rules)}"
    quotes = [end.quote for end in (waiver.parent, waiver.child) if end and end.quote]
    # What cannot be read can be named, not quoted.
    if not quotes and not (waiver.rule == UNREAD_RULE and waiver.child):
        yield english("it needs a quote of the parent or of the child")
    for quote in quotes:
        if len(normalise(quote)) < LEAST_QUOTE:
            yield english("the quote {quote!r} is too short to tell one clause from another", quote=quote)


def _keys(record: type[Waiver | WaiverEnd]) -> list[str]:
    return [name for name in record.model_fields if name != "number"]
