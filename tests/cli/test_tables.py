"""Workbooks and single tables of a comparison as files, from compare and from check with a parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.plans import CITY, DISTRICT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

NAMES = (
    "book.xlsx", "findings.csv", "links.csv:links.csv", "links.md:links.md", "clauses.csv:clauses.csv",
    "clauses.md:clauses.md", "findings.md:findings.md",
)  # fmt: skip


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Return a parent and a child."""
    made = [tmp_path / "city.txt", tmp_path / "district.txt"]
    for path, text in zip(made, (CITY, DISTRICT), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, made))


def _options(folder: Path) -> list[str]:
    parts = [name.rpartition(":") for name in NAMES]
    return [option for kind, mark, file in parts for option in ("-o", f"{kind}{mark}{folder / file}")]


def test_compare(run: Run, paths: list[str], tmp_path: Path) -> None:
    """Each kind goes into its own file, and check with a parent writes the same."""
    folders = [tmp_path / name for name in ("compared", "checked")]
    for folder in folders:
        folder.mkdir()
    run("compare", *paths, "--isolated", "-q", *_options(folders[0]))
    run("check", paths[1], "--parent", paths[0], "--isolated", "-q", *_options(folders[1]))
    files = sorted(name.rpartition(":")[2] for name in NAMES)
    assert [files, files] == [sorted(path.name for path in folder.iterdir()) for folder in folders]
    same = [name for name in files if (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()]
    assert set(files) - {"book.xlsx"} <= set(same)


def test_check_alone(run: Run, paths: list[str], tmp_path: Path) -> None:
    """Without a parent there are no links to write; the findings are there in Markdown."""
    assert 2 == run("check", paths[1], "--isolated", "-o", str(tmp_path / "book.xlsx")).code
    assert run("check", paths[1], "--isolated", "-f", "findings.md").out.startswith("# ")


def test_language(run: Run, paths: list[str], tmp_path: Path) -> None:
    """Headings are in the language asked for."""
    target = tmp_path / "links.csv"
    run("compare", *paths, "--isolated", "-q", "--lang", "en", "-o", f"links.csv:{target}")
    assert target.read_text("utf-8-sig").startswith("Child: section,Child: task,")
