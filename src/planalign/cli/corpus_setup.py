"""Opens a corpus as options and files ask for it: its folder, its store, and what each document is judged by."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.cli.in_force import Wishes, accepted, found_files, project_file, settings_in_force, settings_path
from planalign.errors import ReadError, UsageError
from planalign.guarded import processors
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planalign.config import Limits, Settings
    from planalign.corpus.build import Corpus, Work
    from planalign.corpus.engine import Engine, EngineName
    from planalign.corpus.terms import Terms


def opened(wishes: Wishes, store: Path | None) -> tuple[Corpus, Settings]:
    """Return the corpus in a folder, and the settings that hold for the folder itself.

    Raises UsageError where a file is wrong, ReadError where there is no such folder.
    """
    from planalign.corpus.build import Corpus
    from planalign.corpus.corpus_file import NAME, read_corpus_file, with_levels
    from planalign.corpus.plans import Reading
    from planalign.corpus.store import FOLDER, Store
    from planalign.corpus.tables import require_tables

    folder = wishes.place
    if not folder.is_dir():
        raise ReadError(english("there is no such folder"), where=str(folder), hint=english("check the path"))
    require_tables()
    project = project_file(wishes)
    settings = settings_in_force(wishes, project)
    file = read_corpus_file(folder / NAME)
    if project is not None and project.path.parent.samefile(folder):
        file = with_levels(file, project.project.level)
    reading = Reading(settings.limits, settings.contact)
    return Corpus(folder, file, Store(store or folder / FOLDER), reading, _terms_of(wishes)), settings


def wanted(wishes: Wishes, named: Sequence[Path]) -> list[Path]:
    """Return the files to write: those named, else those that `[report]` of the settings file asks for.

    Raises UsageError where the file is wrong.
    """
    file = None if named else project_file(wishes)
    return [file.path.parent / name for name in file.project.report.outputs] if file else list(named)


def work(engine: EngineName, workers: int | None, shard: str | None, limits: Limits) -> Work:
    """Return how a run is worked on.

    Raises UsageError for a shard that is none.
    """
    from planalign.corpus.build import Work

    return Work(_engine(engine, workers, limits), _shard(shard))


def _engine(engine: EngineName, workers: int | None, limits: Limits) -> Engine:
    from planalign.corpus.engine import EngineName, Guarded, Here, Threads

    match engine:
        case EngineName.SERIAL:
            return Threads(Here)
        case EngineName.LOCAL:
            return Threads(lambda: Guarded(limits), workers or processors())
        case EngineName.RAY:
            from planalign.corpus.ray_engine import RayTasks, require_ray

            require_ray()
            return RayTasks(limits, workers)


def _shard(text: str | None) -> tuple[int, int]:
    if text is None:
        return 1, 1
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise UsageError(english("{text!r} is no shard", text=text), hint=english("--shard 1/4 is the first of four"))
    return int(number), int(count)


def _terms_of(wishes: Wishes) -> Callable[[Path], Terms]:
    """Return what gives the terms of a document: those of the files found from its folder upwards, each read once."""

    @cache
    def read(config: Path | None, waivers: Path | None, baseline: Path | None, decisions: Path | None) -> Terms:
        from planalign.corpus.terms import Terms

        named = replace(
            wishes, config=config, waivers=waivers, baseline=baseline, decisions=decisions, isolated=True
        )  # fmt: skip
        settings = settings_in_force(named, project_file(named))
        kept = accepted(named, settings)
        return Terms(settings=settings, waivers=kept.waivers, baseline=kept.baseline, decisions=kept.decisions)

    @cache
    def of_folder(folder: Path) -> Terms:
        here = replace(wishes, place=folder)
        files = found_files(here)
        return read(settings_path(here), files["waivers"], files["baseline"], files["decisions"])

    return lambda path: of_folder(path.parent)
