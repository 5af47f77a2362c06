"""Have LibreOffice write those documents of corpora/jiangcheng that no Python library can write (.doc, .odt)."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

CORPUS = Path(__file__).resolve().parent.parent / "corpora" / "jiangcheng"
FILTERS = {"doc": "doc:MS Word 97", "odt": "odt:writer8"}
LONGEST = 180
"""Seconds for one document."""


def main(arguments: list[str] | None = None) -> int:
    """Write the files that formats.toml names under [converted], each from the .docx of the same name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with formats.toml")
    corpus = parser.parse_args(arguments).corpus
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice Writer is needed (package libreoffice-writer-nogui)", file=sys.stderr)
        return 1
    names = tomllib.loads((corpus / "formats.toml").read_text(encoding="utf-8"))["converted"]
    for name, endings in names.items():
        for ending in endings:
            _convert(program, corpus / f"{name}.docx", FILTERS[ending], corpus)
    return 0


def _convert(program: str, source: Path, form: str, folder: Path) -> None:
    with TemporaryDirectory() as profile:
        options = [f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", form]
        command = [program, *options, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, timeout=LONGEST, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
