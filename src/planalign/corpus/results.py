"""The results of the last finished run: kept for questions and reports, with the one before it for what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planalign.corpus.columns import DOCUMENTS, TABLES
from planalign.corpus.keys import key_of
from planalign.corpus.tables import TABLE_KIND, is_whole, table_path, write_table
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planalign.corpus.build import Built
    from planalign.corpus.store import Store

_RUNS, _LAST, _BEFORE = "runs", "last", "before"
_COMPARED = ("passed", "covered", "partial", "dropped", "errors", "outcome")
"""What two runs are compared by."""


def keep(store: Store, built: Built) -> None:
    """Keep which parts make up the results, and the table of documents.

    Raises UsageError where the store cannot be written.
    """
    documents = [_row(entry) for entry in built.manifest.model_dump(mode="json")["documents"]]
    name = key_of("documents", documents)
    before = store.load(_RUNS, _LAST) or {}
    sha256 = before.get("sha256", "") if before.get("documents") == name else ""
    if not is_whole(store, "documents", name, sha256):
        sha256 = write_table(store, "documents", name, documents)
    parts = [{"part": report["part"], "tables": sorted(report["rows"])} for report in built.reports]
    now = {
        "documents": name,
        "sha256": sha256,
        "parts": parts,
        "digest": digest(built),
        "standing": dict(_standing(built)),
    }
    if now != before:
        if before:
            store.save(_RUNS, _BEFORE, before)
        store.save(_RUNS, _LAST, now)
    _drop_old(store, now)


def digest(built: Built) -> str:
    """Return a hash over the rows of all parts: the same results have the same."""
    return key_of("rows", sorted((report["part"], report["digest"]) for report in built.reports))


def table_files(store: Store) -> dict[str, list[Path]]:
    """Return the files of each table.

    Raises UsageError where no run has finished yet.
    """
    last = store.load(_RUNS, _LAST)
    if last is None:
        raise UsageError(
            english("there are no results yet"), where=str(store.folder), hint=english("planalign corpus build FOLDER")
        )
    return _files(store, last)


def changes(store: Store, built: Built) -> list[dict[str, Any]]:
    """Return the documents that stand otherwise than in the run before, in the order of their paths."""
    before = (store.load(_RUNS, _BEFORE) or {}).get("standing")
    if before is None:
        return []
    now = dict(_standing(built))
    paths = sorted({*before, *now})
    return [
        {"path": path, "before": before.get(path), "now": now.get(path)}
        for path in paths
        if before.get(path) != now.get(path)
    ]


def _standing(built: Built) -> Iterator[tuple[str, dict[str, Any]]]:
    for report in built.reports:
        for verdict in report["verdicts"]:
            yield verdict["child"], {name: verdict.get(name) for name in _COMPARED}


def _row(entry: dict[str, Any]) -> dict[str, Any]:
    return {column.name: entry[column.name] for column in DOCUMENTS}


def _files(store: Store, last: dict[str, Any]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {table: [] for table in TABLES}
    found["documents"] = [table_path(store, "documents", last["documents"])]
    for part in last["parts"]:
        for table in part["tables"]:
            found[table].append(table_path(store, table, part["part"]))
    return found


def _drop_old(store: Store, last: dict[str, Any]) -> None:
    """Remove the tables of parts that are no longer; what was judged stays in the cache."""
    kept = {path for paths in _files(store, last).values() for path in paths}
    for table in TABLES:
        for path in list((store.folder / TABLE_KIND / table).glob("*.parquet")):
            if path not in kept:
                path.unlink(missing_ok=True)
