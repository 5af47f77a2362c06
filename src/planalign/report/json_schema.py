"""JSON Schemas, generated from the records."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.model.record import Record


def schema_text(record: type[Record]) -> str:
    """Return the schema of a record as it is written, indented."""
    schema = record.model_json_schema(mode="serialization")
    for kind in _family(record, schema):
        _describe(schema if kind is record else schema["$defs"][kind.__name__], kind)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, ensure_ascii=False, indent=2) + "\n"


def _family(record: type[Record], schema: dict[str, Any]) -> Iterator[type[Record]]:
    """Return the record and the records it is made of."""
    from planalign.model.record import Record

    yield record
    parts = schema.get("$defs", {})
    yield from (kind for kind in _below(Record) if _is_of(parts.get(kind.__name__, {}), kind))


def _is_of(part: dict[str, Any], kind: type[Record]) -> bool:
    """Whether a part of a schema is that of a record, and not of something else of the same name."""
    fields = {field.alias or name for name, field in kind.model_fields.items()}
    return "properties" in part and set(part["properties"]) == fields


def _below(kind: type[Record]) -> Iterator[type[Record]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


def _describe(schema: dict[str, Any], kind: type[Record]) -> None:
    """Set the docstrings below the fields as descriptions; keys stay in alphabetical order, as pydantic sets them."""
    for name, text in _docstrings(kind).items():
        field = kind.model_fields.get(name)
        shown = schema["properties"].get(field.alias or name) if field else None
        if shown is not None and "description" not in shown:
            schema["properties"][name] = dict(sorted({**shown, "description": text}.items()))


def _docstrings(kind: type[Record]) -> dict[str, str]:
    """Return the docstrings below the fields of a record and of those it extends.

    Read from the source only here: doing so where the classes are made (pydantic's `use_attribute_docstrings`)
    would cost every start 50 ms.
    """
    from planalign.model.record import Record

    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if issubclass(base, Record):
            found |= _written(base)
    return found


def _written(kind: type[Record]) -> dict[str, str]:
    """Return the docstrings in the source of one class."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    found: dict[str, str] = {}
    for field, text in pairwise(statements):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            found[field.target.id] = inspect.cleandoc(str(getattr(text.value, "value", "")))
    return found
