"""One gap in a Markdown report: both quotes in full, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report import labels
from planalign.report.escaping import escaped
from planalign.report.gap import not_found
from planalign.report.passage import whereabouts
from planalign.report.punctuation import bracketed, colon, commas, semicolons

if TYPE_CHECKING:
    from planalign.model.comparison import FindingEnd
    from planalign.model.wording import Lang
    from planalign.report.digest import Digest
    from planalign.report.gap import Gap


def gap_text(digest: Digest, gap: Gap, lang: Lang, lead: str = "") -> str:
    """Return the gap under a heading of its own, which `lead` begins."""
    marks = commas([mark.of(lang) for mark in gap.marks], lang)
    lines = [f"### {lead}{escaped(gap.title)}{bracketed(marks, lang)} · {gap.id}"]
    lines += [f"**{digest.upper.of(lang)}** {_quote(gap.upper, lang)}"] if gap.upper else []
    lines += _lower(digest.lower.of(lang), gap, lang)
    if gap.missing:
        lines.append(f"**{labels.MISSING.of(lang)}**{colon(lang)}{semicolons(map(escaped, gap.missing), lang)}")
    return "\n\n".join(lines) + "\n"


def _lower(name: str, gap: Gap, lang: Lang) -> list[str]:
    """Return what the child says: the carriers, or that there is none and what comes nearest."""
    quotes = [_quote(end, lang, titled=True) for end in gap.lower]
    if gap.carried:
        return [f"**{name}** {quote}" for quote in quotes]
    lead = f"**{name}**{colon(lang)}{escaped(not_found(gap, lang))}"
    return [lead + "".join(colon(lang) + quote for quote in quotes[:1])]


def _quote(end: FindingEnd, lang: Lang, *, titled: bool = False) -> str:
    return f"{escaped(whereabouts(end, lang, titled=titled))}\n\n> {escaped(end.text)}".strip()
