"""What one would write in ten minutes: two documents to Markdown, then for each paragraph the most similar one.

Usage: baseline_markitdown.py PARENT CHILD. Prints as JSON the best match in the child of each paragraph of the parent.
"""

from __future__ import annotations

import json
import sys

from markitdown import MarkItDown
from rapidfuzz import fuzz, process


def main(parent: str, child: str) -> None:
    """Convert both files, match their paragraphs and print the result."""
    converter = MarkItDown()
    paragraphs, choices = (
        [line for line in converter.convert(path).text_content.splitlines() if line.strip()] for path in (parent, child)
    )
    matches = [process.extractOne(paragraph, choices, scorer=fuzz.ratio) for paragraph in paragraphs]
    rows = [
        {"parent": paragraph, "child": match[0] if match else None, "score": match[1] if match else 0.0}
        for paragraph, match in zip(paragraphs, matches, strict=True)
    ]
    json.dump(rows, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
