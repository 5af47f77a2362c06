"""Small corpora for the tests, and runs over them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from benchmarks.plans import generate

from planalign.config import Limits, Settings
from planalign.corpus.build import Corpus, Work, build
from planalign.corpus.corpus_file import CorpusFile
from planalign.corpus.engine import Here, Threads
from planalign.corpus.plans import Reading
from planalign.corpus.store import Store
from planalign.corpus.terms import Terms

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.corpus.build import Built

HERE = ("--engine", "serial")
"""Options for a run in this process."""
POISON = "tests.corpus_run.poison:work"
TERMS = Terms(settings=Settings())


class Ear:
    """Hears how a run comes along."""

    def __init__(self) -> None:
        """Begin with nothing heard."""
        self.stages: list[tuple[str, int]] = []
        self.good: list[bool] = []

    def begin(self, stage: str, total: int) -> None:
        """Hear that a stage begins."""
        self.stages.append((stage, total))

    def done(self, good: bool) -> None:
        """Hear that a document is done."""
        self.good.append(good)


def written(folder: Path, documents: int = 5, kinds: tuple[str, ...] = ("txt",), tasks: int = 4) -> Path:
    """Write a small tree of plans: a city, a district, townships."""
    generate(folder, documents, kinds, tasks)
    return folder


def truth(folder: Path) -> list[dict[str, Any]]:
    """Return what is known of the plans that were written."""
    return [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]


def corpus(folder: Path, store: Path | None = None, file: CorpusFile | None = None, terms: Terms = TERMS) -> Corpus:
    """Return a corpus with its store beside it."""
    return Corpus(
        folder, file or CorpusFile(), Store(store or folder / ".planalign"), Reading(Limits()), lambda _: terms
    )


def run(of: Corpus, ear: Ear | None = None, work: Work | None = None) -> Built:
    """Bring the results up to date in this process."""
    return build(of, work or Work(Threads(Here), per_part=2), ear or Ear())
