"""What a document is judged by: settings, waivers and baseline; those of a folder hold for the documents in it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.config import Settings
from planalign.corpus.keys import key_of
from planalign.model.baseline import Baseline
from planalign.model.decision import Decision
from planalign.model.record import Record
from planalign.model.waiver import Waiver

if TYPE_CHECKING:
    from collections.abc import Callable

    TermsOf = Callable[[Path], "Terms"]
    """Gives the terms of a document by its path."""


class Terms(Record):
    """What a document is judged by."""

    settings: Settings
    """The settings in force."""
    waivers: tuple[Waiver, ...] = ()
    """What is accepted."""
    baseline: Baseline | None = None
    """Existing debt."""
    decisions: tuple[Decision, ...] | None = None
    """What people decided; null where nobody keeps decisions."""

    def key(self) -> str:
        """Return the name of these terms; the table of shares counts by its content, not by its path."""
        content = self.model_dump(mode="json")
        table = self.settings.allocations
        content["settings"]["allocations"] = _hash(Path(table)) if table else None
        return key_of(content)


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        # The comparison says that the table is missing.
        return ""
