"""A chain for a terminal: what arrives at which level, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report import chain_items, labels
from planalign.report.chain_items import ChainDigest, title_line
from planalign.report.grid import Line, draw
from planalign.report.punctuation import bracketed
from planalign.report.screen import Screen
from planalign.report.scrub import clipped, one_line
from planalign.report.unread import unread_reason

if TYPE_CHECKING:
    from planalign.model.chain import Chain, Fate
    from planalign.report.look import Look

QUOTE = 120
"""Longest quote, in characters; the other formats quote in full."""


def render(chain: Chain, look: Look) -> str:
    """Return the report as lines of the given width."""
    screen, digest = Screen(look), ChainDigest(chain, look.lang)
    screen.line(f"{chain.generator} · {labels.NOTICE.of(look.lang)}", "dim")
    for place, name in enumerate(digest.names):
        screen.labelled(name, title_line(digest, place))
    for unread in chain.unread:
        screen.labelled(
            chain_items.UNREAD.of(look.lang), f"{one_line(unread.file)} {unread_reason(unread, look.lang)}", "red"
        )
    for names, caution in digest.cautions():
        screen.labelled(names, caution, "bold yellow")
    screen.line()
    screen.line(digest.count(), "bold")
    screen.rule(chain_items.TASKS.of(look.lang))
    draw(
        screen, look.width, _head(digest, chain_items.TASK.of(look.lang)), [_line(digest, fate) for fate in chain.tasks]
    )
    _clauses(screen, digest)
    _targets(screen, digest, look)
    return screen.render()


def _head(digest: ChainDigest, name: str) -> Line:
    lost = chain_items.LOST_AT.of(digest.lang)
    return Line(name, (*digest.names[1:], chain_items.CHANGED_AT.of(digest.lang), lost), "bold")


def _line(digest: ChainDigest, fate: Fate) -> Line:
    style = "red" if fate.lost_at is not None else "yellow" if fate.changed_at is not None else ""
    cells = (*digest.statuses(fate), digest.at(fate.changed_at), digest.at(fate.lost_at))
    return Line(digest.task(fate), cells, style)


def _clauses(screen: Screen, digest: ChainDigest) -> None:
    lost = list(digest.lost_clauses())
    if lost:
        screen.rule(chain_items.CLAUSES.of(digest.lang) + bracketed(len(lost), digest.lang))
    for fate, title, text in lost:
        screen.line(f"{title}{bracketed(digest.at(fate.lost_at), digest.lang)}  {fate.id}", "yellow")
        screen.line(clipped(text, QUOTE), indent=2)


def _targets(screen: Screen, digest: ChainDigest, look: Look) -> None:
    changed = digest.changed_targets()
    if not changed:
        return
    screen.rule(chain_items.TARGETS.of(look.lang) + bracketed(len(changed), look.lang))
    for fate in changed:
        screen.line(f"{digest.target_place(fate)}{bracketed(digest.at(fate.changed_at), look.lang)}  {fate.clause}")
        screen.labelled(digest.names[0], clipped(fate.value, QUOTE), indent=2)
        for name, drift, value in zip(digest.names[1:], digest.drifts(fate), fate.values, strict=True):
            screen.labelled(name, f"{drift} {clipped(value or '', QUOTE)}".strip(), indent=2)
