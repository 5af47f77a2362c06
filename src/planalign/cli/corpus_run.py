"""Runs over a corpus for its commands, with a progress bar and the files of settings told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from planalign.cli.corpus_options import EngineChoice
from planalign.cli.deliver import require_formats
from planalign.cli.language import said
from planalign.cli.output import check_targets, tell
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.cli.in_force import Wishes
    from planalign.corpus.build import Built, Corpus, Work
    from planalign.corpus.manifest import Manifest
    from planalign.corpus.standing import Standing
    from planalign.model.wording import Lang
    from planalign.report.look import Look


class Asked(NamedTuple):
    """What the options say about the work itself."""

    store: Path | None = None
    workers: int | None = None
    engine: EngineChoice = EngineChoice.LOCAL
    shard: str | None = None
    again: bool = False
    quiet: bool = False


class Job(NamedTuple):
    """A corpus, and how it is worked on."""

    corpus: Corpus
    work: Work
    quiet: bool

    @property
    def shared(self) -> bool:
        """Whether other shards work in the same store."""
        return self.work.shard != (1, 1)


class Checked(NamedTuple):
    """A corpus that was judged."""

    job: Job
    built: Built
    stands: Standing


def begun(wishes: Wishes, asked: Asked) -> Job:
    """Open a corpus; with `again` what failed is forgotten.

    Raises UsageError and ReadError.
    """
    from planalign.cli.corpus_setup import opened, work
    from planalign.corpus.again import forget_failures
    from planalign.corpus.engine import EngineName

    corpus, settings = opened(wishes, asked.store)
    job = Job(corpus, work(EngineName(asked.engine), asked.workers, asked.shard, settings.limits), asked.quiet)
    if asked.again:
        with corpus.store.held(shared=job.shared):
            forget_failures(corpus)
    return job


def surveyed_now(job: Job) -> Manifest:
    """Read what is new and return what belongs to what.

    Raises UsageError and ReadError.
    """
    from planalign.cli.corpus_progress import RunProgress
    from planalign.cli.steps import step
    from planalign.corpus.build import surveyed
    from planalign.corpus.manifest import Manifest

    with (
        step(said("读取文件")),
        job.corpus.store.held(shared=False),
        RunProgress(quiet=job.quiet) as progress,
    ):
        found, _ = surveyed(job.corpus, job.work, progress)
    return found or Manifest(schema="planalign/corpus/1", documents=(), problems=())


def built_now(job: Job) -> Built:
    """Bring the results up to date and keep what they are made up of, where no shard is missing.

    Raises UsageError and ReadError.
    """
    from planalign.cli.corpus_progress import RunProgress
    from planalign.cli.steps import step
    from planalign.corpus.build import build
    from planalign.corpus.results import keep

    with (
        step(said("比对")),
        job.corpus.store.held(shared=job.shared),
        RunProgress(quiet=job.quiet) as progress,
    ):
        found = build(job.corpus, job.work, progress)
        if not found.waiting and len(found.reports) == found.parts:
            keep(job.corpus.store, found)
    if found.waiting:
        left = found.waiting
        tell(said("其他分片还有 {left} 份文件未读取", left=left))
    return found


def check_page(output: Path) -> None:
    """Refuse an output that is no web page, before any work is done.

    Raises UsageError.
    """
    if output.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(
            english("this command does not write this format"), where=str(output), hint=english("known: .html")
        )
    check_targets([output], [])


def require_check_formats(targets: Sequence[Path]) -> None:
    """Refuse files whose format a check of a corpus does not write.

    Raises UsageError.
    """
    require_formats(targets, ("html", "json", "junit", "sarif"))
    check_targets(targets, [])


def checked(job: Job) -> Checked:
    """Bring the results up to date and judge the whole.

    Raises UsageError and ReadError.
    """
    from planalign.corpus.standing import standing

    built = built_now(job)
    return Checked(job, built, standing(built, job.corpus.terms_of, job.corpus.folder))


def check_text(form: str, found: Checked, look: Look) -> str:
    """Return what a check says, in the format of that name.

    Raises UsageError where the tables cannot be read.
    """
    from planalign.corpus.junit import junit
    from planalign.corpus.listing import plans, standing_text
    from planalign.corpus.standing import as_json

    match form:
        case "json":
            return as_json(found.stands)
        case "junit":
            return junit(found.stands, found.built.manifest, look.lang)
        case "sarif":
            from planalign.corpus.results import table_files
            from planalign.corpus.sarif import sarif

            return sarif(found.stands, table_files(found.job.corpus.store), look.lang)
        case "html":
            return overview_page(found, look.lang)
        case _:
            return standing_text(found.stands, plans(found.built.manifest), look)


def overview_page(found: Checked, lang: Lang) -> str:
    """Return the overview as a web page.

    Raises UsageError where the tables cannot be read.
    """
    from planalign.corpus.overview import overview
    from planalign.corpus.page import render
    from planalign.corpus.results import changes, table_files

    store, built = found.job.corpus.store, found.built
    shown = overview(built.manifest, table_files(store))
    return render(built.manifest, shown, found.stands, changes(store, built), lang)


def json_text(found: Manifest | Built, rows: str | None = None) -> str:
    """Return a manifest, or what a run has brought about, as JSON."""
    from planalign.corpus.manifest import Manifest

    if isinstance(found, Manifest):
        return found.model_dump_json(indent=2) + "\n"
    content = {
        "schema": "planalign/corpus-run/1",
        "digest": rows,
        "parts": found.parts,
        "waiting": found.waiting,
        "verdicts": [verdict for report in found.reports for verdict in report["verdicts"]],
        "problems": [problem.model_dump(mode="json") for problem in found.manifest.problems],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
