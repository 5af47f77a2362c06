"""Where the two documents of a gold file lie.

Folders are searched in this order: the folder given with --corpora and the folders directly inside it; without it the
folder of the gold file, the folder above that, and `../corpora` beside the gold folder with the folders directly inside
it, by name. A name without an ending stands for the same name with the first ending of ENDINGS that exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.errors import ReadError, UsageError
from planalign.model.sentence import english
from planalign.store.plain_file import is_file
from planalign.store.toml_file import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from planalign.evaluate.gold import Gold

# A gold table does not name its documents; plain texts up to this size are searched for its lead phrases.
TEXT_SUFFIXES = (".md", ".txt")
TEXT_BYTES = 2**20
ENDINGS = (".txt", ".docx", ".html", ".pdf")


class Places(NamedTuple):
    """What the user said about the documents; all may be none."""

    corpora: Path | None = None
    """Folder to search."""
    parent: Path | None = None
    """Upper-level document to take whatever the gold file names."""
    child: Path | None = None
    """Lower-level document to take whatever the gold file names."""


def find_documents(gold: Gold, path: Path, places: Places) -> tuple[Path, Path]:
    """Return the paths of parent and child.

    Raises UsageError where the folder is none, ReadError where a document is not found.
    """
    folders = search_folders(path, places.corpora)
    parent_leads = [task.title for task in gold.parent_tasks]
    child_leads = [task.child_title for task in gold.child_tasks]
    return (
        places.parent or _find(gold.parent, parent_leads, path, folders),
        places.child or _find(gold.child, child_leads, path, folders),
    )


def _find(name: str, leads: Sequence[str], path: Path, folders: Sequence[Path]) -> Path:
    return find_named(name, path, folders) if name else find_by_leads(leads, path, folders)


def search_folders(path: Path, corpora: Path | None) -> list[Path]:
    """Return the folders to search, in order."""
    if corpora is not None:
        if not corpora.is_dir():
            raise UsageError(
                english("no such folder"),
                where=str(corpora),
                hint=english("--corpora names the folder of the documents"),
            )
        return [corpora, *_inside(corpora)]
    here = path.parent
    beside = here / ".." / "corpora"
    return [here, here / "..", beside, *_inside(beside)]


def _inside(folder: Path) -> list[Path]:
    return sorted(entry for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []


def find_named(name: str, path: Path, folders: Sequence[Path]) -> Path:
    """Return the first file of that name in the folders."""
    for folder in folders:
        for ending in ("", *ENDINGS):
            if is_file(folder / f"{name}{ending}"):
                return folder / f"{name}{ending}"
    raise ReadError(
        english("the document {name} is not found", name=short(name)),
        where=str(path),
        hint=english("name the folder of the documents with --corpora"),
    )


def find_by_leads(leads: Sequence[str], path: Path, folders: Iterable[Path]) -> Path:
    """Return the one plain text in the folders that holds every lead phrase."""
    texts = {text.resolve(): text for folder in folders for text in _texts(folder)}
    hits = [text for text in texts.values() if _holds(text, leads)]
    if len(hits) == 1:
        return hits[0]
    what = (
        english("no document holds all lead phrases")
        if not hits
        else english("several documents hold all lead phrases")
    )
    raise ReadError(what, where=str(path), hint=english("name the folder of the documents with --corpora"))


def _texts(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(entry for entry in folder.iterdir() if entry.suffix in TEXT_SUFFIXES and entry.is_file())


def _holds(text: Path, leads: Sequence[str]) -> bool:
    try:
        if text.stat().st_size > TEXT_BYTES:
            return False
        words = text.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return all(lead in words for lead in leads)
