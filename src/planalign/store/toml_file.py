"""Reads a TOML file that people edit, and says what is wrong with it where they can find it."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.store.plain_file import require_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_SLIP = re.compile(r"at line (\d+), column (\d+)")
_TABLE = re.compile(r"\s*(\[{1,2})([^\[\]#]+)\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"[A-Za-z0-9_\"'.\s-]+")
# Lists in lists and keys of many parts take the reader of TOML time, or more levels than Python has.
_DEEP = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){32}""")
_TOO_DEEP = english("keys, lists or tables stand too deep in each other")
LONGEST_NAME = 80
"""Characters of a name out of a file that a message quotes."""
_KINDS = {
    "string_pattern_mismatch": english("{key} begins neither with section: nor with task:"),
    "greater_than_equal": english("{key} does not lie between 0 and 1"),
    "greater_than": english("{key} is not more than 0"),
    "less_than_equal": english("{key} does not lie between 0 and 1"),
    "bool": english("{key} is neither true nor false"),
    "date": english("{key} is no date such as 2025-12-31"),
    "dict": english("{key} is no table"),
    "float": english("{key} is no number"),
    "int": english("{key} is no whole number"),
    "model": english("{key} is no table"),
    "string": english("{key} is no text in quotation marks"),
    "tuple": english("{key} is no list in square brackets"),
}
"""What to say of a wrong value, by pydantic's name for the slip or its first word."""


def read_text(path: Path, unreadable: str, most: int = 2**24) -> str:
    """Return the text of a file of so many characters at most; `unreadable` is what to say where it cannot be opened.

    Raises UsageError.
    """
    try:
        require_plain(path)
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(most + 1)
    except FileNotFoundError as error:
        raise UsageError(english("there is no such file"), where=str(path), hint=english("check the path")) from error
    except OSError as error:
        raise UsageError(unreadable, where=str(path), hint=english("check the path and its permissions")) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            english("this is no TOML in UTF-8 (byte {byte})", byte=error.start), where=str(path)
        ) from error
    if len(text) > most:
        hint = english("shorten it, or name another file")
        raise UsageError(english("the file has more than {most} characters", most=most), where=str(path), hint=hint)
    return text


def parsed(text: str, path: Path) -> dict[str, Any]:
    """Return the content of a file.

    Raises UsageError that names line and column.
    """
    if deep := _DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        raise UsageError(english("line {line}: {problem}", line=line, problem=_TOO_DEEP), where=str(path))
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise UsageError(_TOO_DEEP, where=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(english("this is no TOML: {why}", why=_slip(str(error))), where=str(path)) from error
    except ValueError as error:
        # Python turns no more than 4,300 digits into a number.
        raise UsageError(english("a number has too many digits"), where=str(path)) from error


def key_lines(text: str) -> dict[str, int]:
    """Return the line of each table and key by its dotted name; tables of a list are numbered from 0 (level.0.id)."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _TABLE.match(line):
            table = _dotted(head[2])
            if head[1] == "[[":
                place = counts.get(table, 0)
                counts[table] = place + 1
                found.setdefault(table, number)
                table = f"{table}.{place}"
            found.setdefault(table, number)
        elif key := _key(line):
            found.setdefault(f"{table}.{key}".lstrip("."), number)
    return found


def line_of(name: str, lines: dict[str, int]) -> int | None:
    """Return the line of a key, else that of the nearest key or table around it."""
    while name and name not in lines:
        name = name.rpartition(".")[0]
    return lines.get(name)


def unknown(key: str, known: Collection[str]) -> str:
    """Say that there is no such key, and what may be meant."""
    return f"unknown key {short(key)!r}{suggestion(key.rpartition('.')[2], known)}"


def wrong(key: str, slip: ErrorDetails) -> str:
    """Return what to say of a wrong or missing value."""
    kind = slip["type"]
    if kind == "missing":
        return english("{key} is missing", key=key)
    if kind == "enum":
        return english(
            "{key} may be {known}, not {value!r}",
            key=key,
            known=slip["ctx"]["expected"],
            value=short(str(slip["input"])),
        ).replace(" or ", ", ")
    if kind == "less_than_equal" and (most := slip["ctx"]["le"]) > 1:
        return english("{key} is more than {most}", key=key, most=int(most))
    wording = _KINDS.get(kind) or _KINDS.get(kind.partition("_")[0], english("{key} cannot be read"))
    return wording.format(key=key)


def short(name: str) -> str:
    """Return a name out of a file, cut where it is too long for a message."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def slip_in(file: type[BaseModel], slip: ErrorDetails) -> tuple[str, str]:
    """Return the key of a slip and what to say of it; `file` is the record of a whole file."""
    if slip["type"] == "json_invalid":
        return "", _TOO_DEEP
    place = slip["loc"]
    name = ".".join(str(part) for part in place if not isinstance(part, int))
    what = unknown(name, _keys(file, place[:-1])) if slip["type"] == "extra_forbidden" else wrong(name, slip)
    return ".".join(map(str, place)), what


def in_lines(problems: Iterable[tuple[str, str]], lines: dict[str, int]) -> list[str]:
    """Return problems of keys, each with its line, from top to bottom."""
    found = sorted(((line_of(key, lines), problem) for key, problem in problems), key=lambda each: each[0] or 0)
    return [
        english("line {line}: {problem}", line=line, problem=problem) if line else problem for line, problem in found
    ]


def suggestion(word: str, known: Collection[str]) -> str:
    """Return what may be meant, else all that there is, as the end of a sentence."""
    near = get_close_matches(short(word), known, n=1)
    return f", did you mean {near[0]!r}?" if near else f", known: {' '.join(known)}"


def _keys(table: type[BaseModel], place: tuple[int | str, ...]) -> list[str]:
    """Return the keys that a table of a file may have."""
    for part in place:
        if isinstance(part, str):
            table = _inner(table.model_fields[part].annotation)
    return list(table.model_fields)


def _inner(annotation: Any) -> type[BaseModel]:  # noqa: ANN401 - what a field is annotated with has no type
    """Return the table of a field, or that of the members of a list."""
    members = getattr(annotation, "__args__", ())
    return members[0] if members else annotation  # type: ignore[no-any-return]


def _slip(message: str) -> str:
    """Return where the parser of TOML stumbled; what it says of the cause is of little help and English only."""
    found = _SLIP.search(message)
    return (
        english("look at line {line}, column {column}", line=found[1], column=found[2])
        if found
        else english("it ends too early")
    )


def _key(line: str) -> str:
    """Return the dotted name of the key that a line sets; empty where it sets none."""
    before, sign, _ = line.partition("=")
    return _dotted(before) if sign and _KEY.fullmatch(before) else ""


def _dotted(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
