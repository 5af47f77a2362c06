"""Writes paragraphs as TXT, DOCX or PDF, as little of each format as a reader needs, the same bytes every time."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_EPOCH = (2025, 1, 1, 0, 0, 0)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
_BODY = (
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
    '2006/main"><w:body>{}</w:body></w:document>'
)
_SIZE, _LEADING, _LEFT, _TOP, _BOTTOM = 11, 18, 60, 780, 60
_CHARACTERS = 42


def write_txt(target: Path, lines: Sequence[str]) -> None:
    """Write a text file in UTF-8."""
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_docx(target: Path, lines: Sequence[str]) -> None:
    """Write the least package that is a Word document."""
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _BODY.format(paragraphs),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, _EPOCH), text.encode(), zipfile.ZIP_DEFLATED)


def write_pdf(target: Path, lines: Sequence[str]) -> None:
    """Write pages of text without tables."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    if "STSong-Light" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(target), invariant=1)
    height = 0
    for line in _broken(lines):
        if height < _BOTTOM:
            canvas.showPage() if height else None
            canvas.setFont("STSong-Light", _SIZE)
            height = _TOP
        canvas.drawString(_LEFT, height, line)
        height -= _LEADING
    canvas.save()


def _broken(lines: Sequence[str]) -> list[str]:
    """Return printed lines; a paragraph begins with two spaces of the width of a character."""
    printed: list[str] = []
    for number, line in enumerate(lines):
        text = line if number < _HEAD else f"　　{line}"
        printed += [text[at : at + _CHARACTERS] for at in range(0, len(text), _CHARACTERS)]
    return printed


_HEAD = 4
"""So many lines at the top are no paragraphs of the text."""
WRITERS: dict[str, Callable[[Path, Sequence[str]], None]] = {"txt": write_txt, "docx": write_docx, "pdf": write_pdf}
"""By kind."""
