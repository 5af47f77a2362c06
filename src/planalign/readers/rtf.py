"""RTF documents, converted by LibreOffice and read as .docx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.sentence import english
from planalign.readers.docx import read_docx
from planalign.readers.libreoffice import to_docx

if TYPE_CHECKING:
    from planalign.config import Limits
    from planalign.readers.reading import Reading

# LibreOffice would put today's date in place of the one that was stored; a field that it does not know it keeps.
# Control words take back nothing (possessive), and there are never many: else a hostile file costs minutes.
_DATE_FIELD = re.compile(
    rb"(\\fldinst\b[\s{]{0,40}+(?:\\[a-z]{1,32}+-?\d{0,10}+[\s{]{0,40}+){0,40}+)(?i:(?:CREATE|SAVE|PRINT)?DATE|TIME)\b"
)


def read_rtf(data: bytes, limits: Limits) -> Reading:
    """Return paragraphs and tables in reading order, as read_docx does.

    Raises ReadError where LibreOffice is not allowed or not installed, and where the document is damaged.
    """
    kept = _DATE_FIELD.sub(rb"\1KEPT", data)
    return read_docx(to_docx(kept, english("this is an RTF document"), "rtf", limits), limits)
