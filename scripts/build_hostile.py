"""Build files that hang, crash, bloat or mislead careless readers, into a folder outside the repository."""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from hostile import damaged_files, docx_files, other_files, pdf_files, text_files

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpora" / "jiangcheng"


def main(arguments: list[str] | None = None) -> int:
    """Write all files into the folder named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder to write into, outside the repository")
    folder: Path = parser.parse_args(arguments).folder.resolve()
    if folder.is_relative_to(ROOT):
        print("name a folder outside the repository: these files are made, not kept", file=sys.stderr)
        return 2
    print(f"{build(folder)} files in {folder}")
    return 0


def build(folder: Path) -> int:
    """Write all files into a folder and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, (name, content) in enumerate(hostile_files(), start=1):  # noqa: B007 - counted
        (folder / name).write_bytes(content)
    return count


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of every file."""
    return chain(
        damaged_files.files(CORPUS), docx_files.files(), pdf_files.files(), text_files.files(), other_files.files()
    )


if __name__ == "__main__":
    sys.exit(main())
