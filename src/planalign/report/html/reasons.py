"""The explanations that the page opens where they are asked for, as data for its script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.report.explanation import link_lines, verdict_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.explanation import Said

Lines = list[tuple[str | None, str, str]]
"""Label, text and stress of each line."""


def reasons(digest: Digest, lang: Lang) -> dict[str, Lines]:
    """Return why each clause has its verdict and each link was drawn, by their ids."""
    found = {name: _lines(verdict_lines(digest, entry, lang)) for name, entry in digest.coverage.items()}
    return found | {link.id: _lines(link_lines(digest, link, lang)) for link in digest.comparison.links}


def rule_texts(codes: Iterable[str], lang: Lang) -> dict[str, tuple[str, str, str]]:
    """Return title, meaning and way to fix of each rule, by its code."""
    rules = {code: RULES[code] for code in sorted(set(codes)) if code in RULES}
    return {code: (rule.title.of(lang), rule.explanation.of(lang), rule.fix.of(lang)) for code, rule in rules.items()}


def _lines(said: Iterable[Said]) -> Lines:
    return [(each.label, each.text, each.stress.name.lower()) for each in said]
