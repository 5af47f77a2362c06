"""The catalogue: complete texts in both languages."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest

from planalign.assess.rules import RULES
from planalign.model.wording import Lang

if TYPE_CHECKING:
    from planalign.assess.rule import Rule


def test_codes_are_in_order() -> None:
    """Rules are listed by code, and each under its own."""
    assert sorted(RULES) == list(RULES) == [rule.code for rule in RULES.values()]


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
@pytest.mark.parametrize("lang", Lang)
def test_texts(rule: Rule, lang: Lang) -> None:
    """Every rule says in each language what it means, gives an example and a way out."""
    texts = [text.of(lang) for text in (rule.title, rule.message, rule.explanation, rule.example, rule.fix)]
    assert all(text.strip() for text in texts)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_templates_name_the_same_fields(rule: Rule) -> None:
    """Both languages fill in the same values."""
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in map(rule.message.of, Lang)]
    assert fields[0] == fields[1]
