"""What a library gives of a file by itself, in the fewest lines: the other side of the ratios per format."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def decoded_text(path: Path) -> Any:  # noqa: ANN401 - what a library gives is of no interest here, only its price
    """Return a text file decoded."""
    return path.read_text(encoding="utf-8")


def markdown_tokens(path: Path) -> Any:  # noqa: ANN401
    """Return the tokens of markdown-it-py."""
    from markdown_it import MarkdownIt

    return MarkdownIt("gfm-like", {"linkify": False}).parse(path.read_text(encoding="utf-8"))


def lxml_text(path: Path) -> Any:  # noqa: ANN401
    """Return the text of a web page."""
    import lxml.html

    return list(lxml.html.document_fromstring(path.read_bytes()).itertext())


def docx_text(path: Path) -> Any:  # noqa: ANN401
    """Return the paragraphs and the cells of python-docx."""
    import docx

    document = docx.Document(str(path))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return [paragraph.text for paragraph in document.paragraphs], cells


def ole_streams(path: Path) -> Any:  # noqa: ANN401
    """Return the streams of a compound file, as bytes: no library at hand reads the text of a .doc."""
    import olefile

    with olefile.OleFileIO(path) as package:
        return [package.openstream(name).read() for name in package.listdir()]


def zipped_xml(path: Path) -> Any:  # noqa: ANN401
    """Return the text of every XML member of a package, in no order (ODT, OFD)."""
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.endswith(".xml")]
        return [list(etree.fromstring(package.read(name)).itertext()) for name in names]


def pdfplumber_text_and_tables(path: Path) -> Any:  # noqa: ANN401
    """Return the text and the tables of every page."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]


def pdfium_text(path: Path) -> Any:  # noqa: ANN401
    """Return the text of every page, without places."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


_ENGINES: list[Any] = []


def rapidocr_lines(path: Path) -> Any:  # noqa: ANN401
    """Return the lines that rapidocr sees on a picture; its models are loaded once."""
    from rapidocr import RapidOCR

    if not _ENGINES:
        _ENGINES.append(RapidOCR())
    return _ENGINES[0](str(path))


CALLS: dict[str, Callable[[Path], Any]] = {
    "read": decoded_text,
    "markdown-it": markdown_tokens,
    "lxml": lxml_text,
    "python-docx": docx_text,
    "olefile": ole_streams,
    "zip+lxml": zipped_xml,
    "pdfplumber": pdfplumber_text_and_tables,
    "pypdfium2": pdfium_text,
    "rapidocr": rapidocr_lines,
}
"""By the name of the library."""
