"""The text of two Word documents as python-docx gives it, without numbers, places or any structure.

Usage: baseline_docx.py FILE FILE. Prints paragraphs and cells as JSON.
"""

from __future__ import annotations

import json
import sys

import docx


def main(*paths: str) -> None:
    """Read the files and print them."""
    texts = []
    for path in paths:
        document = docx.Document(path)
        cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
        texts.append([[paragraph.text for paragraph in document.paragraphs], cells])
    json.dump(texts, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
