"""Names of results by what they were made of: bytes, version, settings and dictionaries."""

from __future__ import annotations

import hashlib
import json
from functools import cache

import planalign

_FORM = 2
"""Raised whenever the content of a cache file or of a table changes its shape."""


def key_of(*content: object) -> str:
    """Return a name for JSON values; equal values have equal names on every machine."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def program() -> str:
    """Return what every result depends on: version, form of the files, segmenter, dictionaries."""
    from planalign.text.words import SEGMENTER, dictionaries_hash

    return key_of(planalign.__version__, _FORM, SEGMENTER, dictionaries_hash())
