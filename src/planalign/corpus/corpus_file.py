"""Reads corpus.toml: what belongs to a corpus, and what people know better than the documents say."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field, ValidationError

from planalign.errors import UsageError
from planalign.model.plan import Level
from planalign.model.record import Record
from planalign.model.sentence import english
from planalign.store.toml_file import in_lines, key_lines, parsed, read_text, slip_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.model.project import LevelTable

NAME = "corpus.toml"
"""What the file is called, in the folder of the documents."""
NO_PARENT = "none"
"""Says that a document has no parent."""


class CorpusTable(Record):
    """`[corpus]`."""

    name: str = ""
    """What the documents are."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths, from the folder, that are no documents of the corpus."""


class DocumentTable(Record):
    """`[[document]]`: what is known of one document, or of all whose paths match a pattern."""

    path: str
    """The path from the folder, or a pattern of paths."""
    level: Level | None = None
    """Level of government."""
    place: str | None = None
    """Place of the issuer."""
    year: int | None = None
    """The year that the plan is for."""
    domain: str | None = None
    """The field of work."""
    parent: str | None = None
    """Path of the parent from the folder, or none."""
    among: tuple[str, ...] | None = None
    """Patterns of paths: the parent is one of these documents."""


class CorpusFile(Record):
    """The whole file."""

    corpus: CorpusTable = CorpusTable()
    """What belongs to the corpus."""
    document: tuple[DocumentTable, ...] = Field(default=())
    """What is known of documents; where several match, the last one that says something holds."""

    def about(self, path: str) -> Known:
        """Return what the file says of a document."""
        known = Known()
        for table in self.document:
            if table.path == path or fnmatchcase(path, table.path):
                said = {name: getattr(table, name) for name in Known._fields}
                known = known._replace(**{name: value for name, value in said.items() if value is not None})
        return known

    def leaves_out(self, path: str) -> bool:
        """Whether a path is no document of the corpus."""
        return any(fnmatchcase(path, pattern) for pattern in self.corpus.exclude)


class Known(NamedTuple):
    """What people say of a document; None where they leave it to the document."""

    level: Level | None = None
    place: str | None = None
    year: int | None = None
    domain: str | None = None
    parent: str | None = None
    among: tuple[str, ...] | None = None


def with_levels(file: CorpusFile, levels: Sequence[LevelTable]) -> CorpusFile:
    """Return a file that also holds what `[[level]]` tables of planalign.toml say; what it says itself comes first."""
    docs = {level.id: level.docs for level in levels}
    tables = [
        DocumentTable(path=pattern, among=docs[level.parent])
        if level.parent
        else DocumentTable(path=pattern, parent=NO_PARENT)
        for level in levels
        for pattern in level.docs
    ]
    return file.model_copy(update={"document": (*tables, *file.document)})


def read_corpus_file(path: Path) -> CorpusFile:
    """Return the content of a file; what holds where there is none.

    Raises UsageError that names all problems of the file with their lines.
    """
    if not path.exists():
        return CorpusFile()
    text = read_text(path, english("the settings of the corpus cannot be read"))
    content = parsed(text, path)
    try:
        return CorpusFile.model_validate_json(json.dumps(content, default=str), strict=True)
    except ValidationError as error:
        slips = (slip_in(CorpusFile, slip) for slip in error.errors())
        raise UsageError("\n".join(in_lines(slips, key_lines(text))), where=str(path)) from error
