"""Builds every file that formats.toml asks for."""

from __future__ import annotations

import io
import tomllib
import zipfile
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from rendering import ofd, paper, plain, site, source, word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FORMATS: dict[str, tuple[Callable[..., bytes], type]] = {
    "docx": (word.render, word.WordOptions),
    "html": (site.render, site.PageOptions),
    "ofd": (ofd.render, ofd.OfdOptions),
    "pdf": (paper.render, paper.PaperOptions),
    "txt": (plain.render, plain.TextOptions),
}


def settings(corpus: Path) -> dict[str, Any]:
    """Return the table of documents, formats and options of a corpus."""
    return tomllib.loads((corpus / "formats.toml").read_text(encoding="utf-8"))


def files(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file of a corpus, in the order of formats.toml."""
    for name, formats in settings(corpus)["document"].items():
        document = source.read(corpus / "sources" / f"{name}.md")
        for kind, options in formats.items():
            render, record = FORMATS[kind]
            values = {key: tuple(value) if isinstance(value, list) else value for key, value in options.items()}
            yield f"{name}.{kind}", render(document, record(**values))


def differences(corpus: Path) -> list[str]:
    """Return the files that are missing, differ from what the sources give, or have no source."""
    built = dict(files(corpus))
    wrong = [name for name, content in built.items() if not _same(corpus / name, content)]
    left = {path.name for kind in FORMATS for path in corpus.glob(f"*.{kind}")} - set(built)
    return sorted({*wrong, *left})


def other_versions(corpus: Path) -> list[str]:
    """Return the libraries whose version is not the one that the committed files were built with."""
    wanted = settings(corpus)["built_with"]
    return [name for name, number in wanted.items() if version(name) != number]


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and _unpacked(path.read_bytes()) == _unpacked(content)


def _unpacked(content: bytes) -> object:
    """Return what a file holds: deflate gives other bytes with another zlib, so archives count by their members."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
