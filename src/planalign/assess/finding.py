"""One finding from a rule and a place where it applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Finding
from planalign.model.skip_reason import Reason
from planalign.model.wording import Listed, Wording
from planalign.text.fingerprint import Facet, fingerprint
from planalign.text.quotes import inner

if TYPE_CHECKING:
    from planalign.assess.rule import Hit, Rule
    from planalign.config import Settings
    from planalign.model.wording import Lang


def finding(rule: Rule, hit: Hit, settings: Settings) -> Finding:
    """Return the finding, with the severity and in the language that the settings ask for."""
    values = {name: _shown(value, settings.lang) for name, value in hit.values.items()}
    return Finding(
        id=f"{rule.code}-{hit.key}",
        code=rule.code,
        severity=settings.severity(rule.code, rule.severity),
        message=rule.message.of(settings.lang).format(**values),
        parent=hit.parent,
        child=hit.child,
        fingerprint=_fingerprint(rule, hit),
    )


def _fingerprint(rule: Rule, hit: Hit) -> str:
    """Return what stays the same under renumbering and reformatting.

    The words of the child count only where there are none of the parent: beside these they may be what comes nearest.
    """
    side, end = ("parent", hit.parent) if hit.parent else ("child", hit.child)
    words = (end.text or end.title) if end else ""
    return fingerprint(
        Facet.FINDING, {"code": rule.code, "side": side, "words": words, "at_stake": hit.at_stake or None}
    )


def _shown(value: object, lang: Lang) -> object:
    """Return a value as it stands in a message, where words of the document are in quotation marks."""
    if isinstance(value, Wording | Listed | Reason):
        return value.of(lang)
    return inner(value) if isinstance(value, str) else value
