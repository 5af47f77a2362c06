"""Bring the catalogues of src/planalign/locale up to date with the texts in the code, or check that they are.

Extract: `Wording`, `Plural` and `said` hold texts in Chinese, `english` sentences in English; each has its own
catalogue. Update: each language keeps its translations, gets new texts without one and loses those that are gone.
Compile: the .po files, which people edit, become .mo files, which the program reads. Both are committed.
"""

from __future__ import annotations

import argparse
import ast
import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "planalign"
LOCALE = SOURCES / "locale"
HEAD = (
    "# Translations of the texts of planalign; `make i18n` takes the texts from the code and keeps what is translated."
)


class Source(NamedTuple):
    """Where the texts of one catalogue stand."""

    language: str
    """The language of the texts in the code."""
    calls: frozenset[str]
    """The functions whose calls hold them: the text first, then the context where there is one."""


CATALOGUES = {
    "planalign": Source("zh", frozenset({"Plural", "Wording", "said"})),
    "sentences": Source("en", frozenset({"english"})),
}


def main(arguments: list[str] | None = None) -> int:
    """Write the files; with --check only compare them: 0 when all agree, 1 with a list when not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, list the files that differ")
    options = parser.parse_args(arguments)
    wrong = {path: content for path, content in files().items() if not path.exists() or path.read_bytes() != content}
    for path, content in wrong.items():
        if not options.check:
            path.write_bytes(content)
        print(f"{'out of date' if options.check else 'wrote'}: {path.relative_to(ROOT)}")
    return 1 if wrong and options.check else 0


def files() -> dict[Path, bytes]:
    """Return the wanted content of all catalogues, by their paths."""
    found = {}
    for name, source in CATALOGUES.items():
        texts = extracted(source.calls)
        for folder in sorted(LOCALE.glob("*/LC_MESSAGES")):
            if folder.parent.name != source.language:
                catalogue = updated(folder / f"{name}.po", folder.parent.name, texts)
                found[folder / f"{name}.po"] = as_po(catalogue)
                found[folder / f"{name}.mo"] = as_mo(catalogue)
    return found


def extracted(calls: frozenset[str]) -> Catalog:
    """Return the texts that stand in calls of these functions."""
    texts = Catalog()
    for path in sorted(SOURCES.rglob("*.py")):
        place = path.relative_to(SOURCES).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls:
                _add(texts, node.func.id, node, place)
    return texts


def _add(texts: Catalog, name: str, call: ast.Call, place: str) -> None:
    """Add what a call holds; a plural has one text for all numbers in Chinese."""
    values = [node.value for node in call.args if isinstance(node, ast.Constant)]
    words = [value for value in values if isinstance(value, str)]
    if any(words[:1]):
        text = (words[0], words[0]) if name == "Plural" else words[0]
        texts.add(text, locations=[(place, 0)], context=next(iter(words[1:]), None))


class Translations(Catalog):
    """A catalogue whose head is the same on every day and with every version of Babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the lines of the head that programs read."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def updated(path: Path, language: str, texts: Catalog) -> Catalog:
    """Return the catalogue of a language with the texts of today; new ones are empty, never guessed."""
    known = Catalog()
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    catalogue = Translations(locale=language, header_comment=HEAD, fuzzy=False)
    for text in texts:
        if text.id:
            old = known.get(text.id, text.context) or text
            added = catalogue.add(text.id, old.string, text.locations, context=text.context)
            added.flags, added.user_comments = old.flags, old.user_comments
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """Return a catalogue for people; sorted and without dates, so that the same texts give the same bytes."""
    file = BytesIO()
    write_po(file, catalogue, width=120, sort_output=True, include_lineno=False)
    return file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return a catalogue for the program."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
