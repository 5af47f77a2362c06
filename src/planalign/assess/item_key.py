"""The key of an item of review: the same as long as nothing changed of what a person sees, wherever it stands."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from planalign.text.fingerprint import DIGITS

if TYPE_CHECKING:
    from planalign.model.decision import Item, Seen

VERSION = 1
"""Raised whenever the same item would get another key."""


def item_key(item: Item) -> str:
    """Return for example item/1:0123456789abcdef."""
    seen = {
        "kind": item.kind,
        "about": item.about,
        "documents": [item.upper.name if item.upper else None, item.lower.name],
        "ends": [_end(item.parent), *map(_end, item.children)],
    }
    canonical = json.dumps(seen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"item/{VERSION}:{hashlib.sha256(canonical.encode()).hexdigest()[:DIGITS]}"


def _end(seen: Seen | None) -> dict[str, str] | None:
    return None if seen is None else {facet.value: value for facet, value in seen.fingerprints.items()}
