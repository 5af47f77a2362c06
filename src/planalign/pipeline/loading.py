"""Reads and parses documents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.config import Settings
from planalign.parse.contact import without_contact
from planalign.parse.plan import parse_document
from planalign.readers.registry import read

if TYPE_CHECKING:
    from planalign.model.block import Document
    from planalign.model.mark import Mark
    from planalign.model.plan import Plan


def load(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read and parse one document.

    Raises ReadError where the file cannot be read.
    """
    settings = settings or Settings()
    plan = _parsed(path, settings)[1]
    return plan if settings.contact else without_contact(plan)


def load_marked(path: str | Path, settings: Settings | None = None) -> tuple[Plan, tuple[Mark, ...]]:
    """Read and parse one document, and say what each part of it was taken for.

    Raises ReadError where the file cannot be read.
    """
    from planalign.parse.marks import marks_of
    from planalign.parse.private_marks import without_contact_marks

    settings = settings or Settings()
    document, plan = _parsed(path, settings)
    marks = marks_of(document, plan)
    return (plan, marks) if settings.contact else (without_contact(plan), without_contact_marks(marks, plan))


def _parsed(path: str | Path, settings: Settings) -> tuple[Document, Plan]:
    document = read(Path(path), settings.limits)
    plan = parse_document(document)
    source = plan.source.model_copy(update={"file": _shown(Path(path))})
    return document, plan.model_copy(update={"source": source})


def _shown(path: Path) -> str:
    """Return the path relative to the current folder where it lies below it, else as given.

    Bytes of a file name that are no text become replacement characters, since records are UTF-8.
    """
    folder = Path.cwd()
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    return os.fsencode(shown.as_posix()).decode("utf-8", "replace")
