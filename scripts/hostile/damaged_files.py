"""Our own documents cut off, changed, wrongly named and glued together."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SEEDS = (
    "linjiang-district-2025.docx",
    "linjiang-district-2025.doc",
    "fenglin-township-2025.pdf",
    "wangshan-district-2025.ofd",
    "linjiang-district-2025.odt",
    "city-2025.html",
    "city-2024.txt",
)
_CUTS = (0.0, 0.001, 0.1, 0.5, 0.9, 0.999)
_CHANGES = (1, 30, 1_000)


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents; the folder holds our own documents."""
    seeds = {name: (folder / name).read_bytes() for name in _SEEDS}
    for name, blob in seeds.items():
        stem, _, ending = name.rpartition(".")
        yield from ((f"cut-{cut}.{ending}", blob[: int(len(blob) * cut)]) for cut in _CUTS)
        yield from ((f"changed-{count}.{ending}", _changed(blob, count)) for count in _CHANGES)
        yield f"middle-gone.{ending}", blob[: len(blob) // 3] + blob[len(blob) // 2 :]
        yield f"doubled.{ending}", blob + blob
        yield f"{stem}-{ending}-as.xyz", blob
    for first, second in zip(seeds, (*list(seeds)[1:], next(iter(seeds))), strict=True):
        yield f"glued-{first.rpartition('.')[2]}-{second}", seeds[first] + seeds[second]


def _changed(blob: bytes, count: int) -> bytes:
    """Return the bytes with so many of them changed, the same ones every time."""
    chance = random.Random(count)  # noqa: S311 - nothing secret
    changed = bytearray(blob)
    for _ in range(count):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)
