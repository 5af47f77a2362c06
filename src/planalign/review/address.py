"""Addresses of the pages: which report, which item, which part of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from planalign.model.comparison import Severity
from planalign.model.decision import ItemKind
from planalign.review.queue import Filter, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

_LONGEST_SEARCH = 100

Choice = TypeVar("Choice", bound="StrEnum")


def read_filter(query: Mapping[str, str]) -> Filter:
    """Return the part of the queue that a query names; words that are not known ask for nothing."""
    return Filter(
        scope=_known(Scope, query.get("scope", "")) or Scope.OPEN,
        kind=_known(ItemKind, query.get("kind", "")),
        severity=_known(Severity, query.get("severity", "")),
        words=query.get("words", "")[:_LONGEST_SEARCH],
    )


def address(report: int, wanted: Filter, item: str = "", page: int | None = None) -> str:
    """Return the address of an item in a part of the queue, of a page of its list, or of its first item."""
    asked = {"item": item, "page": "" if page is None else str(page)}
    return _joined(f"/r/{report}", {**_query(wanted), **asked})


def undo_address(wanted: Filter) -> str:
    """Return where a decision is undone; it leads back to the same part of the queue."""
    return _joined("/undo", _query(wanted))


def _joined(path: str, asked: Mapping[str, str]) -> str:
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{path}?{query}" if query else path


def _query(wanted: Filter) -> dict[str, str]:
    return {
        "scope": "" if wanted.scope is Scope.OPEN else wanted.scope,
        "kind": wanted.kind or "",
        "severity": wanted.severity or "",
        "words": wanted.words,
    }


def _known(kind: type[Choice], word: str) -> Choice | None:
    return next((each for each in kind if each.value == word), None)
