"""The bounds under which a document is read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from planalign.model.record import Record

# Clocks and systems know no larger ones: a day, and 1 TiB.
Count = Annotated[int, Field(gt=0, le=2**40)]
Time = Annotated[float, Field(gt=0, le=86_400)]
Seconds = Annotated[int, Field(gt=0, le=86_400)]


class Bounds(Record):
    """Time, memory and sizes."""

    seconds: Time = 60
    """Longest time for reading a document, in seconds; PDF pages, OCR and LibreOffice get more, as below."""
    page_seconds: Time = 1
    """What each page of a PDF adds to it, in seconds, for 300 pages at most."""
    memory: Count = 2**30
    """Most memory for reading a document, in bytes."""
    extra_memory: Count = 4 * 2**30
    """Most memory where it is read by OCR or converted by LibreOffice, in bytes."""
    max_bytes: Count = 100 * 2**20
    """Largest file, in bytes."""
    max_unpacked: Count = 200 * 2**20
    """Largest unpacked size of a package, in bytes."""
    max_entry: Count = 64 * 2**20
    """Largest unpacked size of one member of a package, in bytes."""
    max_entries: Count = 2_000
    """Most members of a package."""
    max_ratio: Count = 200
    """Largest expansion of a member over 5 MiB."""
    max_pages: Count = 2_000
    """Most pages of a PDF."""
    max_edges: Count = 2_000
    """Most ruling lines of a page on which tables are searched."""
    max_cells: Count = 100_000
    """Most cells of one table."""
    max_clauses: Count = 2_000
    """Most clauses of a plan that is compared: each is held against each of the other plan."""
    max_characters: Count = 300_000
    """Most characters of these clauses."""
    max_facts: Count = 5_000
    """Most numbers, times and lists of a plan that is compared, its annexes included: each is held against each."""
    max_ocr_pages: Count = 300
    """Most pages of a document that are read by OCR."""
    ocr_seconds: Seconds = 15
    """Time for a page read by OCR, in seconds on the average of a document; what takes longer is not read."""
    convert_seconds: Seconds = 120
    """Longest time for a document that LibreOffice converts, in seconds."""
