"""`-o NAME.docx`: a comparison as a Word file, written whole or not at all."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def test_compare(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """Two runs write the same bytes, beside what is printed; contact lines are not in them."""
    for name in ("a", "b"):
        assert 0 == run("compare", *documents, "--isolated", "-f", "summary", "-o", f"{tmp_path}/{name}.docx").code
    first, second = ((tmp_path / f"{name}.docx").read_bytes() for name in ("a", "b"))
    assert first == second
    text = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    assert "江小城" not in text
    assert "7654321" not in text


def test_check_with_a_parent(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """A check with a parent writes it too, with its verdict at the head."""
    target = tmp_path / "a.docx"
    assert (
        1
        == run(
            "check", documents[1], "--parent", documents[0], "--isolated", "--other-plan", "-o", f"docx:{target}"
        ).code
    )
    texts = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]
    assert any(text.startswith("检查结论：不通过：") for text in texts)


def test_only_comparisons(run: Run, documents: tuple[str, str], tmp_path: Path) -> None:
    """Without a parent there is nothing to set side by side, and nothing is written."""
    result = run("check", documents[1], "--isolated", "-o", f"{tmp_path}/a.docx", "-o", f"{tmp_path}/a.json")
    assert (2, "") == (result.code, result.out)
    assert {"parent.txt", "child.txt"} == {path.name for path in tmp_path.iterdir()}
