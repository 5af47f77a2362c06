"""What is fuzzed: bytes of one format, read and parsed; and the seeds from which the bytes are made."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.config import Limits
from planalign.errors import PlanalignError
from planalign.model.block import Document, Format
from planalign.parse.plan import parse_document
from planalign.readers.image import pictures_of
from planalign.readers.reading import Reader, Reading
from planalign.readers.registry import READERS, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpora" / "jiangcheng"
CASES = ROOT / "fuzz" / "cases"
"""Inputs that once broke something; the tests read them all."""
LIMITS = Limits(ocr=False, max_bytes=2**20, max_unpacked=2**23, max_entry=2**22)

_LARGEST_SEED = 200_000


def read(kind: Format, data: bytes) -> None:
    """Read and parse bytes as a format.

    Raises whatever is no PlanalignError: that is what fuzzing looks for.
    """
    try:
        reader: Reader = _decoded if kind is Format.IMAGE else READERS[kind]()
        reading = apply(reader, data, LIMITS)
    except PlanalignError:
        return
    document = Document(
        file=f"fuzz.{kind.value}", sha256="", format=kind, blocks=reading.blocks,
        metadata=reading.metadata, furniture=reading.furniture, skipped=reading.skipped,
    )  # fmt: skip
    parse_document(document).model_dump_json()


def _decoded(data: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - the shape is Reader's
    """Decode the pages of an image, whose text is recognised by others."""
    for _number, _picture in pictures_of(data):
        pass
    return Reading(())


def seeds(kind: Format) -> Iterator[tuple[str, bytes]]:
    """Yield the seeds of a format: our own documents and the small ones of the hostile files."""
    endings = _ENDINGS[kind]
    for path in sorted(CORPUS.glob("*.*")):
        if path.suffix in endings:
            yield path.name, path.read_bytes()[:_LARGEST_SEED]
    yield from (found for found in _hostile() if found[0].endswith(endings))


@cache
def _hostile() -> list[tuple[str, bytes]]:
    sys.path.insert(0, str(ROOT / "scripts"))
    from build_hostile import hostile_files

    return [(name, content) for name, content in hostile_files() if len(content) < _LARGEST_SEED // 10]


_ENDINGS: dict[Format, tuple[str, ...]] = {
    Format.TXT: (".txt",),
    Format.HTML: (".html",),
    Format.DOCX: (".docx",),
    Format.DOC: (".doc",),
    Format.RTF: (".rtf",),
    Format.ODT: (".odt",),
    Format.MARKDOWN: (".md",),
    Format.PDF: (".pdf",),
    Format.OFD: (".ofd",),
    Format.IMAGE: (".png", ".jpg", ".tif", ".bmp", ".webp"),
}
