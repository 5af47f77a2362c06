"""Records as JSON that is small and can still be read and compared line by line: the outer levels are broken up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.model.record import Record

_BROKEN = 3
"""So many levels have a line for each of their parts: a task, a finding or a link is one line."""
# One encoder for all parts: json.dumps makes a new one for each.
_plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def record_lines(record: Record) -> str:
    """Return the record; its bytes depend on nothing but the record."""
    return _text(record.model_dump(mode="json"), _BROKEN) + "\n"


def _text(value: object, levels: int) -> str:
    if levels and isinstance(value, dict) and value:
        parts = (f"{_plain(name)}: {_text(inside, levels - 1)}" for name, inside in value.items())
        return "{\n" + ",\n".join(parts) + "\n}"
    if levels and isinstance(value, list) and value:
        return "[\n" + ",\n".join(_text(inside, levels - 1) for inside in value) + "\n]"
    return _plain(value)
