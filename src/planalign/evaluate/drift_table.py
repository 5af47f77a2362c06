"""The drift of an evaluated pair as lines of text: recall for each annotator, what was missed, what goes beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report.drift import KINDS
from planalign.report.punctuation import commas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.evaluate.record import DriftRecall, DriftScores, Share
    from planalign.model.comparison import Drift
    from planalign.model.wording import Lang

_RECALL = Wording("指标变化，标注者 {name}：召回 {share}（{kinds}）")
_MISSED = Wording("  未报：{item}")
_BEYOND = Wording("共报 {reported} 项，标注之外 {beyond} 项：")


def drift_lines(scores: DriftScores, lang: Lang) -> Iterator[str]:
    """Return what to print below the table of a pair."""
    for recall in scores.annotators:
        yield from _annotator(recall, lang)
    yield _BEYOND.of(lang).format(reported=scores.reported, beyond=len(scores.beyond))
    for drift in scores.beyond:
        yield f"  {_shown(drift, lang)}"


def _annotator(recall: DriftRecall, lang: Lang) -> Iterator[str]:
    shares = (f"{KINDS[kind].of(lang)} {_share(share)}" for kind, share in recall.by_kind.items() if share.total)
    told = commas(shares, lang)
    yield _RECALL.of(lang).format(name=recall.annotator, share=_share(recall.recall), kinds=told)
    for item in recall.missed:
        yield _MISSED.of(lang).format(item=item)


def _share(share: Share) -> str:
    value = "–" if share.value is None else f"{share.value:.3f}"
    return f"{value} {share.right}/{share.total}"


def _shown(drift: Drift, lang: Lang) -> str:
    places = "→".join(place for place in (drift.parent_clause, drift.child_clause) if place)
    values = " → ".join(value for value in (drift.parent_value, drift.child_value) if value)
    return f"{KINDS[drift.drift].of(lang)} {places} {drift.matter}: {values}"
