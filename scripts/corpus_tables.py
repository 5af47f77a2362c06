"""Write the list of tables and columns into the pages about corpora, or check that it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from planalign.corpus.columns import TABLES
from planalign.model.wording import Lang

ROOT = Path(__file__).resolve().parent.parent
PAGES = {Lang.EN: "docs/corpus.md", Lang.ZH: "docs/corpus.zh.md"}
BEGIN, END = "<!-- tables -->\n", "<!-- /tables -->"
KINDS = {
    Lang.ZH: {"text": "文字", "texts": "文字列表", "whole": "整数", "share": "0–1", "truth": "是否"},
    Lang.EN: {
        "text": "text",
        "texts": "list of texts",
        "whole": "whole number",
        "share": "0–1",
        "truth": "true or false",
    },
}
HEAD = {Lang.ZH: "| 列 | 类型 | 含义 |", Lang.EN: "| column | kind | meaning |"}


def main() -> int:
    """Write the pages; with --check only compare them: 0 when they agree, 1 when not."""
    wrong = [lang for lang in PAGES if page(lang) != _current(lang)]
    if "--check" not in sys.argv[1:]:
        for lang in wrong:
            (ROOT / PAGES[lang]).write_text(page(lang), encoding="utf-8")
        return 0
    return 1 if wrong else 0


def page(lang: Lang) -> str:
    """Return the wanted content of a page."""
    before, _, rest = _current(lang).partition(BEGIN)
    return before + BEGIN + tables(lang) + END + rest.partition(END)[2]


def tables(lang: Lang) -> str:
    """Return the tables and their columns."""
    return "\n".join(_table(name, lang) for name in TABLES)


def _table(name: str, lang: Lang) -> str:
    rows = [f"| `{column.name}` | {KINDS[lang][column.kind]} | {column.meaning.of(lang)} |" for column in TABLES[name]]
    return "\n".join([f"### {name}", "", HEAD[lang], "|---|---|---|", *rows, ""])


def _current(lang: Lang) -> str:
    return (ROOT / PAGES[lang]).read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
