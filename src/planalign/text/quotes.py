"""Quotation marks inside quotation marks."""

from __future__ import annotations

_INNER = str.maketrans("“”", "‘’")


def inner(text: str) -> str:
    """Return text that is to stand in quotation marks, its own ones made single."""
    return text.translate(_INNER)
