"""The plan of a run: which pairs are judged, and in which part the rows of each are written."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from planalign.corpus.keys import key_of, program
from planalign.corpus.plans import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planalign.corpus.manifest import Manifest
    from planalign.corpus.plans import Reading

PER_PART = 100
"""So many documents go into a part, on the average."""


class Pair(NamedTuple):
    """A document and what it is held against."""

    key: str
    """Name of its result: both documents, how they are read, what they are judged by."""
    child: Document
    parent: Document | None
    terms: str
    """Key of the terms."""


class Part(NamedTuple):
    """Pairs whose rows lie in one file a table."""

    id: str
    """Name by content: the keys of its pairs in order."""
    pairs: tuple[Pair, ...]


def pairs(manifest: Manifest, reading: Reading, terms: Mapping[str, str]) -> list[Pair]:
    """Return the pairs of a corpus in the order of the children; `terms` gives the key of the terms by path."""
    documents = {entry.path: Document(entry.path, entry.sha256) for entry in manifest.documents}
    read = reading.dump()
    return [
        _pair(documents[entry.path], documents[entry.parent] if entry.parent else None, read, terms[entry.path])
        for entry in manifest.documents
        if entry.counts
    ]


def _pair(child: Document, parent: Document | None, reading: dict[str, Any], terms: str) -> Pair:
    key = key_of("pair", program(), child, parent, reading, terms)
    return Pair(key, child, parent, terms)


def partition(pairs: Sequence[Pair], per_part: int = PER_PART) -> list[Part]:
    """Return the parts of a run, the same for the same pairs.

    The path decides about the part, so that a new document changes one part and leaves the others as they are.
    """
    buckets: dict[int, list[Pair]] = defaultdict(list)
    bits = max(0, (len(pairs) - 1) // per_part).bit_length()
    for pair in pairs:
        buckets[_bucket(pair.child.path, bits)].append(pair)
    return [_part(buckets[number]) for number in sorted(buckets)]


def _bucket(path: str, bits: int) -> int:
    return int.from_bytes(hashlib.sha256(path.encode()).digest()[:4]) >> (32 - bits)


def _part(pairs: list[Pair]) -> Part:
    return Part(key_of("part", [pair.key for pair in pairs]), tuple(pairs))


def shard(parts: Iterable[Part], number: int, count: int) -> list[Part]:
    """Return the parts of one shard of several; shards are numbered from 1."""
    return [part for place, part in enumerate(parts) if place % count == number - 1]
