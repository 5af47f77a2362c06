"""Recognises one document in several files, so that it counts once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.corpus.head import SKETCH
from planalign.text.width import letters, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from planalign.corpus.head import Head

_BEST = ("docx", "doc", "odt", "rtf", "txt", "md", "html", "ofd", "pdf", "image")
"""Formats in the order in which their text can be relied on."""
_SAME = 0.95
"""Two files of different formats that share so many clauses under one title are one document: a page break or a
picture changes a few."""


def twins(heads: Mapping[str, Head]) -> dict[str, str]:
    """Return for each file that repeats another one the path of the file that counts."""
    found: dict[str, str] = {}
    for group in _groups(heads, _same_words):
        found |= _repeated(group, heads)
    left = {path: head for path, head in heads.items() if path not in found}
    for group in _groups(left, _same_head):
        found |= _repeated(group, heads)
    return {path: found.get(same, same) for path, same in found.items()}


def _groups(heads: Mapping[str, Head], key: Callable[[Head], tuple[object, ...] | None]) -> list[list[str]]:
    """Return the files that may be one document: only within such a group two are looked at together."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for path, head in heads.items():
        name = key(head)
        if name is not None:
            groups[name].append(path)
    return [group for group in groups.values() if len(group) > 1]


def _same_words(head: Head) -> tuple[object, ...] | None:
    return (head.digest, _title(head), head.masthead.year) if head.tasks else None


def _same_head(head: Head) -> tuple[object, ...] | None:
    """Return title, year and issuer: a whole nation has many plans of one title."""
    issuer = head.masthead.issuer or head.masthead.place or ""
    return (_title(head), head.masthead.year, normalise(issuer)) if _title(head) else None


def _title(head: Head) -> str:
    return letters(normalise(head.masthead.title))


def _repeated(paths: Sequence[str], heads: Mapping[str, Head]) -> dict[str, str]:
    """Return the files of a group that repeat another one of it."""
    found: dict[str, str] = {}
    kept: list[str] = []
    for path in sorted(paths, key=lambda path: _rank(path, heads[path])):
        same = next((other for other in kept if _one_document(heads[path], heads[other])), None)
        if same is None:
            kept.append(path)
        else:
            found[path] = same
    return found


def _rank(path: str, head: Head) -> tuple[bool, int, str]:
    """Order files by how far they can be relied on: read wholly first, then by format."""
    place = _BEST.index(head.format) if head.format in _BEST else len(_BEST)
    return head.incomplete, place, path


def _one_document(one: Head, other: Head) -> bool:
    numbers = {head.masthead.document_number for head in (one, other)} - {None}
    issuers = {normalise(head.masthead.issuer) for head in (one, other) if head.masthead.issuer}
    if len(numbers) > 1 or len(issuers) > 1 or one.kind is not other.kind:
        return False
    if not one.tasks and not other.tasks:
        return one.format != other.format
    return one.digest == other.digest or (one.format != other.format and _shared(one.sketch, other.sketch) >= _SAME)


def _shared(one: Sequence[str], other: Sequence[str]) -> float:
    """Estimate what share of their clauses two documents have in common."""
    least = set(sorted({*one, *other})[:SKETCH])
    return len(least & {*one} & {*other}) / len(least) if least else 0.0
