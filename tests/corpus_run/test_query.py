"""`planalign corpus query`: what the tables answer, and that they answer questions only."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.corpus_run.corpora import HERE

from planalign.corpus.columns import TABLES
from planalign.corpus.questions import QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def test_build_and_query(run: Run, plans: Path) -> None:
    """After a build the tables answer."""
    assert 2 == run("corpus", "query", "plans", "SELECT 1").code
    built = run("corpus", "build", str(plans), "--format", "json", *HERE)
    assert 0 == built.code
    assert 4 == len(json.loads(built.out)["verdicts"])
    levels = ("corpus", "query", "plans", "SELECT level, count(*) AS n FROM documents GROUP BY 1 ORDER BY 1", "-f")
    assert {"level": "district", "n": 1} == json.loads(run(*levels, "json").out)[1]
    assert "level,n\ncity,1\ndistrict,1\ntownship,2\n" == run(*levels, "csv").out


def test_ready_made(run: Run, plans: Path) -> None:
    """Every ready-made question is listed and answers."""
    assert 0 == run("corpus", "build", str(plans), "--quiet", *HERE).code
    listed = run("corpus", "query", "plans", "--ready", "list").out.splitlines()
    assert list(QUESTIONS) == [line.split()[0] for line in listed]
    assert {0} == {run("corpus", "query", "plans", "--ready", name).code for name in QUESTIONS}


@pytest.mark.parametrize(
    "question",
    [
        "COPY (SELECT 1) TO 'out.csv'",
        "CREATE TABLE x AS SELECT 1",
        "SELECT * FROM read_text('secret.txt')",
        "SELECT * FROM glob('*')",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "SELECT 1; SELECT 2",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{table}' (USE_TMP_FILE false)",
        "SELECT * FROM sqlite_scan('other.db', 'x')",
        "DROP VIEW pairs",
        "SELECT nonsense",
        "",
    ],
)
def test_nothing_but_questions(run: Run, plans: Path, question: str) -> None:
    """A question reads the tables and nothing else, and writes nothing."""
    (plans.parent / "secret.txt").write_text("secret", "utf-8")
    assert 0 == run("corpus", "build", "plans", "--quiet", *HERE).code
    before = {path: path.is_file() and path.read_bytes() for path in plans.parent.rglob("*")}
    table = next(plans.rglob("pairs/*.parquet"))
    result = run("corpus", "query", "plans", question.replace("{table}", str(table.relative_to(plans.parent))))
    assert (2, "") == (result.code, result.out)
    assert "install the required" not in result.err
    assert before == {path: path.is_file() and path.read_bytes() for path in plans.parent.rglob("*")}


def test_nothing_else_is_said(run: Run, plans: Path) -> None:
    """A question in a process of its own gives its answer and not a word more, at the end of the process either."""
    assert 0 == run("corpus", "build", "plans", "--quiet", *HERE).code
    command = [sys.executable, "-m", "planalign", "corpus", "query", "plans", "SELECT count(*) AS n FROM pairs"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=plans.parent, check=False)
    assert (0, "n\n4\n", "") == (result.returncode, result.stdout, result.stderr)


def test_every_table_answers(run: Run, plans: Path) -> None:
    """Each table has the columns that are documented, in their order, also where it has no row."""
    assert 0 == run("corpus", "build", str(plans), "--quiet", *HERE).code
    for table, columns in TABLES.items():
        head = run("corpus", "query", "plans", f"FROM {table} LIMIT 0", "-f", "csv").out
        assert ",".join(column.name for column in columns) == head.strip()
