"""A chain as a Markdown report: the table of tasks, lost clauses and changed targets with quotes in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report import chain_items, labels
from planalign.report.chain_items import ChainDigest, title_line
from planalign.report.escaping import escaped
from planalign.report.markdown_table import row, table
from planalign.report.punctuation import colon
from planalign.report.unread import unread_reason

if TYPE_CHECKING:
    from planalign.model.chain import Chain
    from planalign.report.look import Look


def render(chain: Chain, look: Look) -> str:
    """Return the whole report."""
    lang = look.lang
    digest = ChainDigest(chain, lang)
    parts = [f"# {chain_items.TITLE.of(lang)}", f"> {labels.NOTICE.of(lang)} · {chain.generator}"]
    names = [f"- **{escaped(name)}** {escaped(title_line(digest, place))}" for place, name in enumerate(digest.names)]
    names += [
        f"- **{chain_items.UNREAD.of(lang)}** {escaped(each.file)} {escaped(unread_reason(each, lang))}"
        for each in chain.unread
    ]
    names += [f"- **{escaped(pair)}** {escaped(caution)}" for pair, caution in digest.cautions()]
    parts += ["\n".join(names), f"**{escaped(digest.count())}**"]
    parts += [f"## {chain_items.TASKS.of(lang)}", _tasks(digest)]
    parts += _clauses(digest) + _targets(digest)
    return "\n\n".join(parts) + "\n"


def _tasks(digest: ChainDigest) -> str:
    lang = digest.lang
    ends = (chain_items.CHANGED_AT.of(lang), chain_items.LOST_AT.of(lang))
    rows = [
        row(
            [
                escaped(digest.task(fate)),
                *digest.statuses(fate),
                escaped(digest.at(fate.changed_at)),
                escaped(digest.at(fate.lost_at)),
            ]
        )
        for fate in digest.chain.tasks
    ]
    return table([chain_items.TASK.of(lang), *map(escaped, digest.names[1:]), *ends], rows)


def _clauses(digest: ChainDigest) -> list[str]:
    lang = digest.lang
    rows = [
        row([escaped(title), escaped(text), *digest.statuses(fate), escaped(digest.at(fate.lost_at))])
        for fate, title, text in digest.lost_clauses()
    ]
    head = [chain_items.TASK.of(lang), chain_items.CLAUSE.of(lang), *map(escaped, digest.names[1:])]
    return [f"## {chain_items.CLAUSES.of(lang)}", table([*head, chain_items.LOST_AT.of(lang)], rows)] if rows else []


def _targets(digest: ChainDigest) -> list[str]:
    lang = digest.lang
    rows = []
    for fate in digest.changed_targets():
        said = zip(digest.drifts(fate), fate.values, strict=True)
        cells = [drift + (f"{colon(lang)}{escaped(value)}" if value else "") for drift, value in said]
        place, value = escaped(digest.target_place(fate)), escaped(fate.value)
        rows.append(row([place, value, *cells, escaped(digest.at(fate.changed_at))]))
    head = [chain_items.TASK.of(lang), chain_items.TARGET.of(lang), *map(escaped, digest.names[1:])]
    return [f"## {chain_items.TARGETS.of(lang)}", table([*head, chain_items.CHANGED_AT.of(lang)], rows)] if rows else []
