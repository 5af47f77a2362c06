"""`python -m fuzz.with_atheris FORMAT [options of libFuzzer]`: fuzzing led by coverage, where atheris is installed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["planalign"]):
    from fuzz.target import read, seeds
    from planalign.model.block import Format
    from planalign.readers.registry import READERS


def main(arguments: list[str]) -> None:
    """Fuzz one format from its seeds."""
    kind = Format(arguments[1])
    with atheris.instrument_imports(include=["planalign"]):
        READERS[kind]()
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, content) in enumerate(seeds(kind)):
            (Path(folder) / str(number)).write_bytes(content)
        atheris.Setup([arguments[0], *arguments[2:], folder], lambda data: read(kind, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
