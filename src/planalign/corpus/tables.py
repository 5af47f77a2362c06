"""Writes the rows of a part as Parquet; the only file that imports pyarrow."""

from __future__ import annotations

import hashlib
import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from planalign.corpus.columns import TABLES
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import pyarrow as pa

    from planalign.corpus.columns import Column
    from planalign.corpus.store import Store

TABLE_KIND = "tables"


def require_tables() -> None:
    """Say what to install where the libraries of the tables are missing.

    Raises UsageError.
    """
    if any(find_spec(name) is None for name in ("duckdb", "pyarrow")):
        hint = "pip install 'planalign[corpus]'"
        raise UsageError(english("the tables of a corpus need pyarrow and duckdb"), hint=hint)


def write_part(store: Store, part: str, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Write the rows of a part, a file a table, and return its report.

    Raises UsageError where the store cannot be written.
    """
    digest = hashlib.sha256()
    counts: dict[str, int] = {}
    files: dict[str, str] = {}
    for table in TABLES:
        rows = [row for record in records for row in record["rows"].get(table, ())]
        if rows:
            counts[table] = len(rows)
            digest.update(_digest(table, rows))
            files[table] = write_table(store, table, part, rows)
    verdicts = [record["verdict"] for record in records]
    failed = [verdict["child"] for verdict in verdicts if verdict["outcome"] != "judged"]
    return {
        "part": part,
        "rows": counts,
        "files": files,
        "digest": digest.hexdigest(),
        "verdicts": verdicts,
        "failed": failed,
    }


def write_table(store: Store, table: str, part: str, rows: Sequence[dict[str, Any]]) -> str:
    """Write rows whole or not at all and return the hash of the file; the same rows give the same bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = TABLES[table]
    schema = pa.schema([pa.field(column.name, _type(column)) for column in columns])
    content = pa.table({column.name: [row.get(column.name) for row in rows] for column in columns}, schema=schema)
    sink = pa.BufferOutputStream()
    pq.write_table(content, sink, compression="zstd")
    written = sink.getvalue().to_pybytes()
    store.write(table_path(store, table, part), written)
    return hashlib.sha256(written).hexdigest()


def is_whole(store: Store, table: str, part: str, sha256: str) -> bool:
    """Whether a table of a part is there as it was written."""
    try:
        content = table_path(store, table, part).read_bytes()
    except OSError:
        return False
    return hashlib.sha256(content).hexdigest() == sha256


def table_path(store: Store, table: str, part: str) -> Path:
    """Return where a table of a part lies."""
    return store.folder / TABLE_KIND / table / f"{part}.parquet"


def _digest(table: str, rows: Iterable[dict[str, Any]]) -> bytes:
    digest = hashlib.sha256(table.encode())
    for row in rows:
        digest.update(json.dumps(row, ensure_ascii=False, sort_keys=True).encode() + b"\n")
    return digest.digest()


def _type(column: Column) -> pa.DataType:
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "share": pa.float64(),
        "truth": pa.bool_(),
    }
    return types[column.kind]
