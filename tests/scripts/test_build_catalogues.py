"""The catalogues hold every text of the code, translated."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from build_catalogues import CATALOGUES, LOCALE, extracted, main, updated

from planalign.model.wording import Lang

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

PATHS = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def _forms(message: Message) -> list[tuple[str, str]]:
    """Return each text with its translation: one, or one for each number of a plural."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string or ""))]
    return [(message.id[0], form) for form in message.string or ()]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    """`make i18n` would change nothing: no text is missing, and none is left of former code."""
    code = main(["--check"])
    assert (0, "") == (code, capsys.readouterr().out)


def test_every_language() -> None:
    """Each language has all catalogues but that of which it is the language in the code."""
    wanted = [(lang, name) for lang in Lang for name, source in CATALOGUES.items() if source.language != lang]
    assert sorted(wanted) == sorted((path.parent.parent.name, path.stem) for path in PATHS)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_complete(path: Path) -> None:
    """Every text is translated, by a person who stands by it."""
    messages = [message for message in _catalogue(path) if message.id]
    assert messages
    assert [] == [one.id for one in messages if one.fuzzy or not all(told for _, told in _forms(one))]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_same_places(path: Path) -> None:
    """A translation has a place for each value of its text, and no other."""
    forms = [form for message in _catalogue(path) if message.id for form in _forms(message)]
    assert [] == [text for text, told in forms if _places(text) != _places(told)]


def test_new_text_is_empty(tmp_path: Path) -> None:
    """A new text comes in without a translation, which `test_complete` reports, and not with a guess."""
    texts = extracted(frozenset({"english"}))
    texts.add("a sentence that is new")
    path = LOCALE / "zh" / "LC_MESSAGES" / "sentences.po"
    catalogue = updated(path, "zh", texts)
    assert "文件是空的" == catalogue["the file is empty"].string
    assert not catalogue["a sentence that is new"].string
    assert not updated(tmp_path / "none.po", "fr", texts)["the file is empty"].string
