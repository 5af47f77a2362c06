"""The text and the tables of every page of a PDF, as pdfplumber gives them, without any structure.

Usage: baseline_pdfplumber.py FILE. Prints them as JSON.
"""

from __future__ import annotations

import json
import sys

import pdfplumber


def main(path: str) -> None:
    """Extract text and tables page by page and print them."""
    with pdfplumber.open(path) as pdf:
        pages = [{"text": page.extract_text(), "tables": page.extract_tables()} for page in pdf.pages]
    json.dump(pages, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
