"""Links between pages lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(["README.md", "corpora/README.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _prose(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def _anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings: lower case, blanks to hyphens, other signs left out."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(_prose(page))}


def _broken(page: Path) -> list[str]:
    broken = []
    for link in LINK.findall(_prose(page)):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        outside = not target.is_relative_to(ROOT)
        if outside or not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)
    return broken


@pytest.mark.parametrize("name", PAGES)
def test_relative_links(name: str) -> None:
    """Every link leads to a file of the repository and, where it names one, to a heading."""
    assert [] == _broken(ROOT / name)


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(".zh.md")])
def test_chinese_pages_have_english_twins(name: str) -> None:
    """A Chinese page stands beside an English one; each leads to the other."""
    chinese = ROOT / name
    twin = ROOT / ("README.md" if chinese.stem == "README.zh" else name.replace(".zh.md", ".md"))
    assert f"({Path(name).name})" in twin.read_text(encoding="utf-8").replace("(docs/", "(")
    assert f"{twin.name})" in chinese.read_text(encoding="utf-8")
