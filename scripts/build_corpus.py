"""Build the documents of corpora/jiangcheng from their sources, or check that they are up to date."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rendering import build

CORPUS = Path(__file__).resolve().parent.parent / "corpora" / "jiangcheng"


def main(arguments: list[str] | None = None) -> int:
    """Write the files; with --check only compare them: 0 when all agree, 1 with a list when not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with formats.toml and sources/")
    parser.add_argument("--out", type=Path, help="folder to write to (default: the corpus itself)")
    parser.add_argument("--check", action="store_true", help="write nothing, list the files that differ")
    options = parser.parse_args(arguments)
    if options.check:
        return _check(options.corpus)
    for name, content in build.files(options.corpus):
        (options.out or options.corpus).joinpath(name).write_bytes(content)
    return 0


def _check(corpus: Path) -> int:
    wrong = build.differences(corpus)
    for name in wrong:
        print(f"differs from its source: {name}")
    if wrong and (others := build.other_versions(corpus)):
        print(f"built with other versions of: {', '.join(others)}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
