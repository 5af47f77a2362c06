"""Questions to the tables of a run in SQL; the only file that imports duckdb."""

from __future__ import annotations

import atexit
import gc
from typing import TYPE_CHECKING, NamedTuple

from planalign.corpus.columns import TABLES
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import duckdb

_SHUT: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "temp_directory": "",
    "python_enable_replacements": False,
}
"""Nothing is fetched from a network, no memory spills into a file, and no variable of ours passes for a table."""
_TYPES = {"text": "VARCHAR", "texts": "VARCHAR[]", "whole": "BIGINT", "share": "DOUBLE", "truth": "BOOLEAN"}


class Answer(NamedTuple):
    """What a question gives."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def answer(question: str, files: Mapping[str, Sequence[Path]], values: Sequence[object] = ()) -> Answer:
    """Return the answer to one SELECT over the tables; nothing can be written, nothing else on the machine be read.

    `values` stand for the question marks of the question.

    Raises UsageError where the question is no SELECT or cannot be answered.
    """
    import duckdb

    # The program freezes what is left when it ends; duckdb would print a list of it.
    atexit.register(gc.unfreeze)
    with duckdb.connect(":memory:", config=_SHUT) as connection:
        _register(connection, files)
        _lock(connection)
        try:
            _require_question(connection, question)
            found = connection.execute(question, values)
            columns = tuple(column[0] for column in found.description or ())
            return Answer(columns, tuple(found.fetchall()))
        except duckdb.Error as error:
            what = str(error).splitlines()[0]
            hint = english("tables: {names}; docs/corpus.md lists their columns", names=" ".join(TABLES))
            raise UsageError(english("the question cannot be answered: {what}", what=what), hint=hint) from error


def _register(connection: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[Path]]) -> None:
    """Make a view of each table; its files are all that may be read from now on."""
    allowed = _listed([path for paths in files.values() for path in paths])
    connection.execute(f"SET allowed_paths = {allowed}")
    connection.execute("SET enable_external_access = false")
    for table, columns in TABLES.items():
        paths = files.get(table, ())
        if paths:
            connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet({_listed(paths)})")  # noqa: S608 - quoted
        else:
            typed = ", ".join(f'"{column.name}" {_TYPES[column.kind]}' for column in columns)
            connection.execute(f"CREATE TABLE {table} ({typed})")


def _lock(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET lock_configuration = true")


def _require_question(connection: duckdb.DuckDBPyConnection, question: str) -> None:
    import duckdb

    statements = connection.extract_statements(question)
    # EXPLAIN ANALYZE would run what it explains, also a COPY into our own tables.
    if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
        raise UsageError(
            english("one SELECT is asked for"),
            hint=english("planalign corpus query FOLDER 'SELECT count(*) FROM pairs'"),
        )


def _listed(paths: Sequence[Path]) -> str:
    quoted = ("'" + str(path).replace("'", "''") + "'" for path in paths)
    return f"[{', '.join(quoted)}]"
