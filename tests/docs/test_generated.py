"""Generated pages and passages are what the program says now."""

from __future__ import annotations

from pathlib import Path

import build_docs
import pytest

from planalign.assess.rules import RULES
from planalign.model.wording import Lang

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wanted() -> dict[str, str]:
    """Return all files with generated text as they should be."""
    return build_docs.files()


def test_up_to_date(wanted: dict[str, str]) -> None:
    """Every generated page and passage is current; `make docs` writes them anew."""
    assert [] == [name for name, text in wanted.items() if (ROOT / name).read_text(encoding="utf-8") != text]


@pytest.mark.parametrize("page", ["docs/commands.md", "docs/commands.zh.md"])
def test_every_command_is_documented(wanted: dict[str, str], page: str) -> None:
    """The pages of the commands have a section for each."""
    assert "compare" in build_docs.command_names()
    assert [] == [name for name in build_docs.command_names() if f"\n## planalign {name}\n" not in wanted[page]]


@pytest.mark.parametrize("page", ["README.md", "docs/README.zh.md"])
def test_every_command_is_in_the_readme(page: str) -> None:
    """Both README files name each command."""
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [] == [name for name in build_docs.command_names() if f"`planalign {name}" not in text]


@pytest.mark.parametrize(("page", "lang"), [("docs/rules.md", Lang.EN), ("docs/rules.zh.md", Lang.ZH)])
def test_every_rule_is_documented(wanted: dict[str, str], page: str, lang: Lang) -> None:
    """The pages of the rules have a section for each, with its title."""
    headings = [f"\n## {rule.code} {rule.title.of(lang)}\n" for rule in RULES.values()]
    assert [] == [heading for heading in headings if heading not in wanted[page]]


def test_passage_without_marks() -> None:
    """A page that lost its marks is an error, not a page without its passage."""
    with pytest.raises(ValueError, match="no passage 'demo'"):
        build_docs.with_passage("text", "demo", "new")
