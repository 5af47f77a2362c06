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
    from planalign.errors import ExitCode
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

    shared = job.work.shard != (1, 1)
    with (
        step(said("比对")),
        job.corpus.store.held(shared=shared),
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
    check_targets(targets, [])
    require_formats(targets, ("json", "junit"))


def check_text(form: str, stands: Standing, manifest: Manifest, look: Look) -> str:
    """Return what a check says, in the format of that name."""
    from planalign.corpus.junit import junit
    from planalign.corpus.listing import plans, standing_text
    from planalign.corpus.standing import as_json

    match form:
        case "json":
            return as_json(stands)
        case "junit":
            return junit(stands, manifest, look.lang)
        case _:
            return standing_text(stands, plans(manifest), look)


def overview_page(job: Job, lang: Lang) -> tuple[str, ExitCode]:
    """Bring the results up to date and return the overview, with what a check would say.

    Raises UsageError and ReadError.
    """
    from planalign.corpus.overview import overview
    from planalign.corpus.page import render
    from planalign.corpus.results import changes, table_files
    from planalign.corpus.standing import standing

    found = built_now(job)
    stands = standing(found, job.corpus.terms_of, job.corpus.folder)
    shown = overview(found.manifest, table_files(job.corpus.store))
    return render(found.manifest, shown, stands, changes(job.corpus.store, found), lang), stands.code


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
