"""Forgets what failed, so that the next run tries it again: after OCR was installed, or with more time or memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.corpus.build import MANIFESTS, plan, surveyed_name
from planalign.corpus.manifest import Manifest
from planalign.corpus.plans import HEADS, PLANS, Document, kept_head
from planalign.corpus.work import PAIRS, PARTS

if TYPE_CHECKING:
    from planalign.corpus.build import Corpus


def forget_failures(corpus: Corpus) -> None:
    """Forget the documents that were not read or not wholly, and the pairs that came to no end.

    Raises ReadError where the folder holds nothing, UsageError where the store cannot be written.
    """
    found, name = surveyed_name(corpus)
    kept = corpus.store.load(MANIFESTS, name)
    if kept is not None:
        _forget_pairs(corpus, Manifest.model_validate(kept))
    for source in found:
        key = corpus.reading.key(Document(*source))
        head = kept_head(corpus.store, key)
        if head is not None and head.incomplete:
            corpus.store.forget(HEADS, key)
            corpus.store.forget(PLANS, key)
            corpus.store.forget(MANIFESTS, name)


def _forget_pairs(corpus: Corpus, whole: Manifest) -> None:
    for part in plan(corpus, whole):
        for pair in part.pairs:
            record = corpus.store.load(PAIRS, pair.key)
            if record is not None and record["verdict"]["outcome"] != "judged":
                corpus.store.forget(PAIRS, pair.key)
                corpus.store.forget(PARTS, part.id)
