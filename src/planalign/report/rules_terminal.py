"""The rule catalogue for the terminal: a line a rule, or all about one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.comparison import Severity
from planalign.model.wording import Wording
from planalign.report.labels import SEVERITY
from planalign.report.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.assess.rule import Rule
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MEANING, _EXAMPLE, _FIX = Wording("含义"), Wording("例子"), Wording("处理", "rule")


def render(rules: Iterable[Rule], look: Look) -> str:
    """Return code, severity and title of each rule, a line each."""
    screen = Screen(look)
    for rule in rules:
        screen.line(_short(rule, look.lang), _STYLES[rule.severity])
    return screen.render()


def render_one(rule: Rule, look: Look) -> str:
    """Return what a rule means, an example, and how to fix what it finds."""
    screen, lang = Screen(look), look.lang
    screen.line(_short(rule, lang), _STYLES[rule.severity])
    for name, text in ((_MEANING, rule.explanation), (_EXAMPLE, rule.example), (_FIX, rule.fix)):
        screen.labelled(name.of(lang), text.of(lang))
    return screen.render()


def _short(rule: Rule, lang: Lang) -> str:
    return f"{rule.code}  {SEVERITY[rule.severity].of(lang)}  {rule.title.of(lang)}"
