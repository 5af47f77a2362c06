"""The settings: one frozen record that is passed in wherever it is needed."""

from __future__ import annotations

from enum import StrEnum

from planalign.model.record import Record


class Lang(StrEnum):
    """Language of messages and reports."""

    ZH = "zh"
    EN = "en"


class Limits(Record):
    """Bounds under which a file is read."""

    max_bytes: int = 100 * 2**20
    """Largest file, in bytes."""
    max_unpacked: int = 200 * 2**20
    """Largest unpacked size of a package, in bytes."""
    max_entry: int = 64 * 2**20
    """Largest unpacked size of one member of a package, in bytes."""
    max_entries: int = 2_000
    """Most members of a package."""
    max_ratio: int = 200
    """Largest expansion of a member over 5 MiB."""
    max_pages: int = 2_000
    """Most pages of a PDF."""
    max_edges: int = 2_000
    """Most ruling lines of a page on which tables are searched."""
    max_cells: int = 100_000
    """Most cells of one table."""


class AlignSettings(Record):
    """Weights and thresholds of the alignment; docs/alignment.md says how they were found."""


class Settings(Record):
    """All settings in force."""

    lang: Lang = Lang.ZH
    """Language of messages and reports."""
    requirements: bool = False
    """Whether 工作要求 count in coverage ratios."""
    limits: Limits = Limits()
    """Bounds under which a file is read."""
    align: AlignSettings = AlignSettings()
    """Weights and thresholds of the alignment."""
