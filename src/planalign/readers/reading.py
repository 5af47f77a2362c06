"""What one format module returns, and the shape of such a module."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planalign.config import Limits
    from planalign.model.block import Block, Furniture, Skipped


@dataclass(frozen=True, slots=True)
class Reading:
    """The blocks of one file, before file name and hash are added."""

    blocks: tuple[Block, ...]
    metadata: dict[str, str] = field(default_factory=dict)
    furniture: tuple[Furniture, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Reader(Protocol):
    """Turns the bytes of one format into blocks; raises ReadError where it cannot."""

    def __call__(self, data: bytes, limits: Limits) -> Reading:
        """Return the blocks in reading order."""
        ...
