"""One finding from a rule and a place where it applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Finding
from planalign.model.wording import Wording
from planalign.text.quotes import inner

if TYPE_CHECKING:
    from planalign.assess.rule import Hit, Rule
    from planalign.model.wording import Lang


def finding(rule: Rule, hit: Hit, lang: Lang) -> Finding:
    """Return the finding, its message in one language."""
    values = {name: _shown(value, lang) for name, value in hit.values.items()}
    return Finding(
        id=f"{rule.code}-{hit.key}",
        code=rule.code,
        severity=rule.severity,
        message=rule.message.of(lang).format(**values),
        parent=hit.parent,
        child=hit.child,
    )


def _shown(value: object, lang: Lang) -> object:
    """Return a value as it stands in a message, where words of the document are in quotation marks."""
    if isinstance(value, Wording):
        return value.of(lang)
    return inner(value) if isinstance(value, str) else value
