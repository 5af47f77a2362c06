"""Finds the documents of a folder, and knows again those that have not changed without reading them."""

from __future__ import annotations

import hashlib
import json
import os
import re
from typing import TYPE_CHECKING, NamedTuple

from planalign.errors import ReadError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from planalign.corpus.store import Store

ENDINGS = frozenset({
    ".txt", ".htm", ".html", ".docx", ".doc", ".wps", ".rtf", ".odt", ".md", ".pdf", ".ofd", ".jpg", ".jpeg", ".png",
    ".tif", ".tiff", ".bmp",
})  # fmt: skip
"""Endings of the names of documents; other files of a folder are none."""
_OWN = (".layout.txt", ".layout.html")
_GENERATED = b'<meta name="generator" content="planalign'
_BEGINNING = 65536
_NONE = "-"
"""Stands for the hash of a file that is no document."""
_HASH = re.compile(f"(?:[0-9a-f]{{64}}|{_NONE})?")
_PARTS = 5


class Source(NamedTuple):
    """A document on disk."""

    path: str
    """From the folder of the corpus, with slashes; bytes that are no UTF-8 are written out, as records are UTF-8."""
    sha256: str
    """Hash of its bytes, in hex; empty where it cannot be read."""


def sources(folder: Path, leaves_out: Callable[[str], bool], store: Store) -> list[Source]:
    """Return the documents of a folder in the order of their paths; only what changed since the last time is read.

    Raises ReadError where the folder cannot be read or holds no document.
    """
    if not folder.is_dir():
        raise ReadError(english("there is no such folder"), where=str(folder), hint=english("check the path"))
    index = store.folder / "files.json"
    before = _read_index(index)
    signatures = dict(sorted(_below(folder, leaves_out)))
    if not signatures:
        raise ReadError(
            english("the folder holds no document"), where=str(folder), hint=english("check the path and corpus.toml")
        )
    now = {path: _entry(folder / path, signature, before.get(path)) for path, signature in signatures.items()}
    if now != before:
        store.write(index, json.dumps(now, ensure_ascii=False, indent=0).encode())
    return [Source(path, str(entry[-1])) for path, entry in now.items() if entry[-1] != _NONE]


def _below(folder: Path, leaves_out: Callable[[str], bool]) -> Iterator[tuple[str, list[int]]]:
    """Yield each document with its size, times and number; hidden folders and links out of the folder are left out."""
    root = os.path.realpath(folder)
    for current, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in files:
            path = os.path.join(current, name)  # noqa: PTH118 - a Path for each of a million files is slow
            shown = os.path.relpath(path, folder).replace(os.sep, "/")
            shown = shown.encode("utf-8", "backslashreplace").decode()
            if _is_document(name) and not leaves_out(shown) and _inside(path, root):
                stat = os.stat(path)  # noqa: PTH116 - the same
                yield shown, [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _is_document(name: str) -> bool:
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - the same
    return ending in ENDINGS and not name.startswith((".", "~$")) and not name.endswith(_OWN)


def _inside(path: str, root: str) -> bool:
    """Whether a file is no link that leads out of the folder or nowhere."""
    return not os.path.islink(path) or (  # noqa: PTH114 - the same
        os.path.realpath(path).startswith(root + os.sep) and os.path.exists(path)  # noqa: PTH110 - the same
    )


def _entry(path: Path, signature: list[int], before: list[int | str] | None) -> list[int | str]:
    """Return signature and hash of a file; its bytes are read only where the signature is a new one."""
    if before is not None and before[:-1] == signature:
        return before
    try:
        if not path.is_file():
            # Nobody may ever write to a named pipe.
            return [*signature, ""]
        with path.open("rb") as file:
            if _is_ours(path, file.read(_BEGINNING)):
                return [*signature, _NONE]
            file.seek(0)
            return [*signature, hashlib.file_digest(file, "sha256").hexdigest()]
    except OSError:
        # The reader says what is wrong with it.
        return [*signature, ""]


def _is_ours(path: Path, beginning: bytes) -> bool:
    """Whether a web page is a report of this program, which may well lie among the documents."""
    return path.suffix.lower() in {".htm", ".html"} and _GENERATED in beginning


def _read_index(path: Path) -> dict[str, list[int | str]]:
    """Return what was known of the files; nothing where the index is damaged."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and all(map(_is_entry, found.values())) else {}


def _is_entry(value: object) -> bool:
    """Whether a value is what `_entry` gives: size, two times, number and hash."""
    if not isinstance(value, list) or len(value) != _PARTS or not isinstance(value[-1], str):
        return False
    return all(type(part) is int for part in value[:-1]) and _HASH.fullmatch(value[-1]) is not None
