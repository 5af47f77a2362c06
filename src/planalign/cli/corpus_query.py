"""Answers a question to the results of a corpus, in the format asked for."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from planalign.cli.corpus_options import AnswerFormat
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.corpus.sql import Answer
    from planalign.report.look import Look

_LIST = "list"


def answered(
    folder: Path, question: str | None, ready: str | None, form: AnswerFormat, store: Path | None, look: Look
) -> str:
    """Return the answer as text.

    Raises UsageError where there are no results, or where the question cannot be answered.
    """
    from planalign.corpus.questions import QUESTIONS
    from planalign.corpus.results import table_files
    from planalign.corpus.sql import answer
    from planalign.corpus.store import FOLDER, Store
    from planalign.corpus.tables import require_tables

    if ready == _LIST:
        return "".join(f"{name:<10} {entry.title.of(look.lang)}\n" for name, entry in QUESTIONS.items())
    require_tables()
    sql = _sql(question, ready)
    return _text(answer(sql, table_files(Store(store or folder / FOLDER))), form, look)


def _sql(question: str | None, ready: str | None) -> str:
    from planalign.corpus.questions import QUESTIONS

    if (question is None) == (ready is None):
        raise UsageError(
            english("either a SELECT or --ready is asked for"),
            hint=english("--ready list lists the ready-made questions"),
        )
    if question is not None:
        return question
    if ready not in QUESTIONS:
        raise UsageError(
            english("there is no question {name!r}", name=ready),
            hint=english("known: {names}", names=" ".join(QUESTIONS)),
        )
    return QUESTIONS[ready].sql


def _text(found: Answer, form: AnswerFormat, look: Look) -> str:
    from planalign.corpus.answer_table import table_text

    if form is AnswerFormat.JSON:
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n"
    if form is AnswerFormat.CSV:
        return _csv(found)
    return table_text(found, look)


def _csv(found: Answer) -> str:
    from planalign.report.csv_table import guarded

    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(found.columns)
    writer.writerows([guarded(value) if isinstance(value, str) else value for value in row] for row in found.rows)
    return target.getvalue()
