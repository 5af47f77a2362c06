"""What a result depends on besides the files that were read."""

from __future__ import annotations

from planalign.model.record import Record


class Provenance(Record):
    """What the result depends on besides the two files."""

    settings: dict[str, object]
    """The settings in force."""
    segmenter: str
    """Name and version of the word segmenter."""
    dictionaries: str
    """Hash over dictionary, lexicon and frequency table, in hex."""
