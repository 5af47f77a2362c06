"""Fixtures for parser tests: documents from text, as the TXT reader gives them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from planalign.model.block import Document, Format, Location, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable


def document_of(text: str, file: str = "plan.txt") -> Document:
    """Return the document that the TXT reader makes of text: one paragraph per line that is not blank."""
    blocks: list[Paragraph] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            place = Location(line=number, paragraph=len(blocks) + 1)
            blocks.append(Paragraph(text=line.rstrip(), location=place))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(file=file, sha256=digest, format=Format.TXT, blocks=tuple(blocks))


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """Return a function that makes a document of text."""
    return document_of
