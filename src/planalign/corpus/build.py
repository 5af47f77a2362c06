"""A run over a corpus: read what is new, tell what belongs to what, judge what is not judged yet, write the tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from planalign.corpus.files import sources
from planalign.corpus.head import Head, Outcome
from planalign.corpus.keys import key_of, program
from planalign.corpus.manifest import Manifest, manifest
from planalign.corpus.part_run import Run, read_document, run_part
from planalign.corpus.parts import PER_PART, pairs, partition, shard
from planalign.corpus.plans import Document, kept_head
from planalign.corpus.work import TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from planalign.corpus.corpus_file import CorpusFile
    from planalign.corpus.engine import Engine
    from planalign.corpus.files import Source
    from planalign.corpus.parts import Part
    from planalign.corpus.plans import Reading
    from planalign.corpus.store import Store
    from planalign.corpus.terms import Terms, TermsOf

MANIFESTS = "manifests"


class Corpus(NamedTuple):
    """A folder of documents, how they are read and judged, and where the results lie."""

    folder: Path
    file: CorpusFile
    store: Store
    reading: Reading
    terms_of: TermsOf

    @property
    def run(self) -> Run:
        """What a worker needs of it."""
        return Run(str(self.folder.absolute()), str(self.store.folder.absolute()), self.reading.dump())


class Work(NamedTuple):
    """How a run is worked on."""

    engine: Engine
    shard: tuple[int, int] = (1, 1)
    """Number of the shard from 1, and how many there are."""
    per_part: int = PER_PART


class Watcher(Protocol):
    """Hears how a run comes along."""

    def begin(self, stage: str, total: int) -> None:
        """Hear that a stage begins: read or judge."""
        ...

    def done(self, good: bool) -> None:
        """Hear that a document is done, well or not."""
        ...


class Built(NamedTuple):
    """What a run has brought about."""

    manifest: Manifest
    reports: tuple[dict[str, Any], ...]
    """The reports of its parts, in the order of the plan."""
    parts: int
    """Parts of the whole plan, those of other shards included."""
    waiting: int = 0
    """Documents that other shards have yet to read; nothing was judged while there are any."""


def surveyed(corpus: Corpus, work: Work, watcher: Watcher) -> tuple[Manifest | None, int]:
    """Read what is new and return the manifest; None, with their number, where documents are left to other shards.

    Raises ReadError where the folder holds nothing, UsageError where the store cannot be written.
    """
    found, name = surveyed_name(corpus)
    kept = corpus.store.load(MANIFESTS, name)
    if kept is not None:
        return Manifest.model_validate(kept), 0
    keys = {source.path: corpus.reading.key(Document(*source)) for source in found}
    heads = {key: kept_head(corpus.store, key) for key in set(keys.values())}
    missing = _missing(found, keys, heads)
    mine = _sharded(missing, work.shard)
    watcher.begin("read", len(mine))
    documents = [Document(*source) for source in mine]
    for key, head in work.engine.each(documents, partial(read_document, run=corpus.run), watcher.done):
        heads[key] = Head.model_validate(head)
    waiting = sum(head is None for head in heads.values())
    if waiting:
        return None, waiting
    whole = manifest(found, {path: heads[key] or _unread() for path, key in keys.items()}, corpus.file)
    corpus.store.save(MANIFESTS, name, whole.model_dump(mode="json"))
    return whole, 0


def surveyed_name(corpus: Corpus) -> tuple[list[Source], str]:
    """Return the documents of a corpus, and the name under which their manifest is kept.

    Raises ReadError where the folder holds nothing, UsageError where the store cannot be written.
    """
    found = sources(corpus.folder, corpus.file.leaves_out, corpus.store)
    content = corpus.file.model_dump(mode="json")
    return found, key_of("manifest", program(), [tuple(source) for source in found], corpus.reading.dump(), content)


def build(corpus: Corpus, work: Work, watcher: Watcher) -> Built:
    """Bring the results up to date.

    Raises ReadError where the folder holds nothing, UsageError where the store cannot be written.
    """
    whole, waiting = surveyed(corpus, work, watcher)
    if whole is None:
        return Built(Manifest(schema="planalign/corpus/1", documents=(), problems=()), (), 0, waiting)
    parts = plan(corpus, whole, work.per_part)
    mine = shard(parts, *work.shard)
    watcher.begin("judge", sum(len(part.pairs) for part in mine))
    done = work.engine.each(mine, partial(run_part, run=corpus.run), watcher.done)
    reports = {report["part"]: report for report in done}
    return Built(whole, tuple(reports[part.id] for part in mine), len(parts))


def plan(corpus: Corpus, whole: Manifest, per_part: int = PER_PART) -> list[Part]:
    """Return the parts of a run, and keep what their documents are judged by.

    Raises UsageError where settings are wrong or the store cannot be written.
    """
    terms = {entry.path: corpus.terms_of(corpus.folder / entry.path) for entry in whole.documents if entry.counts}
    # A nation has many documents and few terms, which take long to name.
    distinct = {id(each): each for each in terms.values()}
    names = {number: _kept_terms(corpus.store, each) for number, each in distinct.items()}
    by_path = {path: names[id(each)] for path, each in terms.items()}
    return partition(pairs(whole, corpus.reading, by_path), per_part)


def _kept_terms(store: Store, terms: Terms) -> str:
    """Keep terms for the workers and return their name."""
    name = terms.key()
    if store.load(TERMS, name) is None:
        store.save(TERMS, name, terms.model_dump(mode="json"))
    return name


def _missing(found: Iterable[Source], keys: Mapping[str, str], heads: Mapping[str, Head | None]) -> list[Source]:
    """Return one file for each document that was not read yet."""
    missing = {keys[source.path]: source for source in found if heads[keys[source.path]] is None}
    return list(missing.values())


def _sharded(missing: Sequence[Source], numbers: tuple[int, int]) -> list[Source]:
    """Return the documents of one shard, told by their hashes, so that all shards agree without talking."""
    number, count = numbers
    return [source for source in missing if int((source.sha256 or "0")[:8], 16) % count == number - 1]


def _unread() -> Head:
    return Head(outcome=Outcome.REFUSED)
