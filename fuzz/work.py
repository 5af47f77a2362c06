"""The work of the guarded child: one changed document."""

from __future__ import annotations

from fuzz.target import read
from planalign.model.block import Format


def work(request: bytes) -> bytes:
    """Read what a request holds: the format, an empty byte, the bytes."""
    kind, _, data = request.partition(b"\0")
    read(Format(kind.decode()), data)
    return b""
