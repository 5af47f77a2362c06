"""The steps in order: read, parse, align, assess. The only place that knows their order."""

from __future__ import annotations

from pathlib import Path

import planalign
from planalign.config import Settings
from planalign.model.comparison import Comparison
from planalign.model.plan import Plan


def load(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read and parse one document.

    Raises ReadError where the file cannot be read.
    """
    from planalign.parse.plan import parse_document
    from planalign.readers.registry import read

    settings = settings or Settings()
    return parse_document(read(Path(path), settings.limits))
