"""Fingerprints: what a passage says, whatever its number, its spaces and the width of its signs.

They tell whether something is still what somebody saw: in a baseline, in a decision, in the pages of a code host.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata

from planalign.model.review import Facet
from planalign.text.numerals import signs_between
from planalign.text.pattern import compiled
from planalign.text.width import normalise

__all__ = ["Facet", "fingerprint", "unnumbered"]

VERSION = 1
"""Raised whenever the same words would get another fingerprint."""
DIGITS = 16
"""Length of the hash, in hex digits."""

_HAN_SIGNS = "一二三四五六七八九十百零〇"
_HAN = f"[{_HAN_SIGNS}]{{1,4}}"
_NUMBER = compiled(
    rf"(?:[（(]\s?(?:{_HAN}|\d{{1,2}})\s?[)）][、.．]?"
    rf"|{_HAN}(?:[、．.]|是)"
    r"|\d{1,2}(?:[、．.](?!\d)|[)）])"
    r"|\d{1,2}(?:[.．]\d{1,2})+[、.．]?\s+"
    r"|[①-⑳㈠-㈩⑴-⒛])\s*"
)
_STARTS = frozenset(f"（({_HAN_SIGNS}" + signs_between("①", "⑳") + signs_between("㈠", "㈩") + signs_between("⑴", "⒛"))
"""What a number begins with, besides digits."""
_LAST = "。；.;"


def fingerprint(facet: Facet, values: object) -> str:
    """Return facet, version and hash, for example text/1:0123456789abcdef.

    `values` is what JSON can hold; it is hashed in a canonical form in which all texts are normalised.
    """
    canonical = json.dumps(_plain(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{facet}/{VERSION}:{hashlib.sha256(canonical.encode()).hexdigest()[:DIGITS]}"


def unnumbered(text: str) -> str:
    """Return text without the number it begins with: （一） 1. ① 一是."""
    text = text.lstrip()
    # Most passages begin with a word; the pattern need not even be compiled for these.
    found = _NUMBER.match(text) if text[:1] in _STARTS or text[:1].isdecimal() else None
    return text[found.end() :] if found else text


def _plain(value: object) -> object:
    """Return a value whose texts are in one form; the number goes before NFKC makes a digit of ①."""
    if isinstance(value, str):
        plain = unicodedata.normalize("NFKC", normalise(unnumbered(value)))
        return "".join(plain.split()).rstrip(_LAST)
    if isinstance(value, dict):
        return {str(name): _plain(inside) for name, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inside) for inside in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
