"""The committed documents are what their sources give."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "build_corpus.py"


def _build(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def _settings(corpus: Path) -> dict[str, Any]:
    return tomllib.loads((corpus / "formats.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with a fresh build of the whole corpus."""
    folder = tmp_path_factory.mktemp("built")
    assert _build("--out", folder).returncode == 0
    return folder


def test_committed(built: Path, jiangcheng: Path) -> None:
    """The committed files are what the sources give, with the library versions that the corpus names."""
    wanted = _settings(jiangcheng)["built_with"]
    others = [f"{name} {version(name)}" for name in wanted if version(name) != wanted[name]]
    if others:
        pytest.skip(f"the committed files were built with other versions, not with {', '.join(others)}")

    assert [path.name for path in built.iterdir() if path.read_bytes() != (jiangcheng / path.name).read_bytes()] == []


def test_all_files(built: Path, jiangcheng: Path) -> None:
    """Every document has the files that formats.toml asks for and every file has a document."""
    kinds = {f"{name}.{kind}" for name, formats in _settings(jiangcheng)["document"].items() for kind in formats}

    assert {path.name for path in built.iterdir()} == kinds
    endings = {".docx", ".html", ".ofd", ".pdf", ".txt"}
    assert {path.name for path in jiangcheng.iterdir() if path.suffix in endings} == kinds


def test_check(built: Path, jiangcheng: Path) -> None:
    """A second build gives the same bytes, and --check is silent; a changed and a missing file it names and exits 1."""
    (built / "formats.toml").write_bytes((jiangcheng / "formats.toml").read_bytes())
    (built / "sources").symlink_to(jiangcheng / "sources")
    result = _build("--check", "--corpus", built)

    assert (result.stdout, result.returncode) == ("", 0)
    names = sorted(path.name for path in built.iterdir() if path.suffix == ".txt")
    (built / names[0]).write_bytes(b"changed")
    (built / names[1]).unlink()

    result = _build("--check", "--corpus", built)

    assert result.returncode == 1
    assert set(names[:2]) <= {line.removeprefix("differs from its source: ") for line in result.stdout.splitlines()}


def test_converted(jiangcheng: Path) -> None:
    """What LibreOffice wrote is what formats.toml names; the carriers are compared by what they say."""
    named = {f"{name}.{kind}" for name, kinds in _settings(jiangcheng)["converted"].items() for kind in kinds}

    assert {path.name for path in jiangcheng.iterdir() if path.suffix in {".doc", ".odt"}} == named
