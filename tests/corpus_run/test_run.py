"""A run over many documents: its results, what it does not do twice, and shards."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from tests.corpus_run.corpora import TERMS, Ear, corpus, run, truth, written

from planalign.config import Limits, Settings
from planalign.corpus.again import forget_failures
from planalign.corpus.build import Work
from planalign.corpus.engine import Guarded, Here, Threads
from planalign.corpus.results import digest, keep, table_files
from planalign.corpus.sql import answer
from planalign.corpus.terms import Terms
from planalign.errors import ReadError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.corpus.build import Built, Corpus


def _asked(of: Corpus, built: Built, question: str) -> list[tuple[Any, ...]]:
    keep(of.store, built)
    return list(answer(question, table_files(of.store)).rows)


def _bytes(folder: Path) -> dict[str, bytes]:
    """Return every file of the results but the index, which holds times."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "files.json"
    }


def test_truth(tmp_path: Path) -> None:
    """The tasks that the generator left out are those that the run calls dropped."""
    folder = written(tmp_path, 6, tasks=8)
    of = corpus(folder)
    rows = _asked(of, run(of), "SELECT child, title FROM tasks WHERE status = 'dropped'")
    dropped = {(path, title.partition(".")[2]) for path, title in rows}
    expected = {(entry["path"], title) for entry in truth(folder) for title in entry["dropped"]}
    assert expected
    assert expected == dropped


def test_engines_agree(tmp_path: Path) -> None:
    """Here, in guarded children and in shards of them the results are the same bytes."""
    folder = written(tmp_path / "plans", 6)
    here = corpus(folder, tmp_path / "here")
    one = run(here)
    guarded = corpus(folder, tmp_path / "guarded")
    two = run(guarded, work=Work(Threads(lambda: Guarded(Limits()), 2), per_part=2))
    sharded = corpus(folder, tmp_path / "sharded")
    shards = [Work(Threads(Here), (number, 2), per_part=2) for number in (1, 2)]
    first = [run(sharded, work=work) for work in shards]
    assert first[0].waiting
    three = [run(sharded, work=work) for work in shards]
    assert digest(one) == digest(two)
    assert _bytes(tmp_path / "here") == _bytes(tmp_path / "guarded")
    tables = {name: content for name, content in _bytes(tmp_path / "sharded").items() if name.startswith("tables/")}
    assert tables == {
        name: content for name, content in _bytes(tmp_path / "here").items() if name.startswith("tables/")
    }
    assert sum(len(each.reports) for each in three) == len(one.reports)


def test_nothing_new(tmp_path: Path) -> None:
    """A second run reads and judges nothing, and a run without the cache gives the same bytes."""
    folder = written(tmp_path / "plans", 5)
    of = corpus(folder, tmp_path / "one")
    first, ear = run(of), Ear()
    before = _bytes(tmp_path / "one")
    second = run(of, ear)
    assert (digest(first), before) == (digest(second), _bytes(tmp_path / "one"))
    assert [("judge", 5)] == ear.stages
    run(corpus(folder, tmp_path / "two"))
    assert before == _bytes(tmp_path / "two")


def test_one_changed(tmp_path: Path) -> None:
    """A changed document costs its own reading and the pairs that it takes part in."""
    folder = written(tmp_path, 6)
    of = corpus(folder)
    run(of)
    before = {path.name for path in (of.store.folder / "pairs").rglob("*.z")}
    town = folder / "2025/00/town-01.txt"
    town.write_text(town.read_text("utf-8").replace("制定本要点", "特制定本要点"), "utf-8")
    ear = Ear()
    run(of, ear)
    after = {path.name for path in (of.store.folder / "pairs").rglob("*.z")}
    assert ("read", 1) == ear.stages[0]
    assert 1 == len(after - before)


def test_settings_count(tmp_path: Path) -> None:
    """Other settings judge anew, and the documents are not read again."""
    folder = written(tmp_path, 3)
    run(corpus(folder))
    ear = Ear()
    run(corpus(folder, terms=Terms(settings=Settings(requirements=True))), ear)
    assert [("judge", 3)] == ear.stages
    assert 6 == len(list((folder / ".planalign" / "pairs").rglob("*.z")))


@pytest.mark.parametrize("damage", [b"", b"planalign/1\n", b"planalign/1\n" + bytes(40), b"\x80\x04."])
def test_damaged_cache(tmp_path: Path, damage: bytes) -> None:
    """Whatever stands in a cache file that we did not write, it is made anew."""
    folder = written(tmp_path, 3)
    of = corpus(folder)
    expected = digest(run(of))
    kept = _bytes(of.store.folder)
    for path in list(of.store.folder.rglob("*.z")):
        path.write_bytes(damage)
    assert expected == digest(run(of))
    assert kept == _bytes(of.store.folder)


def test_bit_rot(tmp_path: Path) -> None:
    """A single changed bit is noticed."""
    of = corpus(written(tmp_path, 2))
    run(of)
    kept = _bytes(of.store.folder)
    for path in of.store.folder.rglob("*.z"):
        content = bytearray(path.read_bytes())
        content[-3] ^= 4
        path.write_bytes(content)
    run(of)
    assert kept == _bytes(of.store.folder)


def test_lost_table(tmp_path: Path) -> None:
    """A table that somebody removed is written again from the cache."""
    of = corpus(written(tmp_path, 3))
    run(of)
    kept = _bytes(of.store.folder)
    shutil.rmtree(of.store.folder / "tables")
    run(of)
    assert kept == _bytes(of.store.folder)


def test_damaged_table(tmp_path: Path) -> None:
    """A table whose bytes are not those that were written is written again."""
    of = corpus(written(tmp_path, 3))
    keep(of.store, run(of))
    kept = _bytes(of.store.folder)
    for path in of.store.folder.rglob("*.parquet"):
        path.write_bytes(path.read_bytes()[:-5] + b"PAR1\n")
    keep(of.store, run(of))
    assert kept == _bytes(of.store.folder)


def test_unreadable(tmp_path: Path) -> None:
    """A document that cannot be read is one row, tried again only when asked."""
    folder = written(tmp_path, 3)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no package")
    of = corpus(folder)
    rows = _asked(of, run(of), "SELECT path, outcome FROM documents WHERE outcome <> 'read'")
    assert [("broken.docx", "refused")] == rows
    forget_failures(of)
    ear = Ear()
    run(of, ear)
    assert [("read", 1), ("judge", 3)] == ear.stages


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there, or without documents, is no success."""
    with pytest.raises(ReadError):
        run(corpus(tmp_path / "nowhere"))
    with pytest.raises(ReadError):
        run(corpus(tmp_path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_store(tmp_path: Path) -> None:
    """A store that cannot be written to is a clear error."""
    folder = written(tmp_path / "plans", 2)
    (tmp_path / "store").mkdir(mode=0o500)
    with pytest.raises(UsageError, match="no permission"):
        run(corpus(folder, tmp_path / "store"))


def test_store_is_a_file(tmp_path: Path) -> None:
    """A store that is no folder is a clear error too."""
    folder = written(tmp_path / "plans", 2)
    (tmp_path / "store").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        run(corpus(folder, tmp_path / "store"))


def test_links_stay_inside(tmp_path: Path) -> None:
    """A link that leads out of the folder is not followed."""
    folder = written(tmp_path / "plans", 2)
    secret = tmp_path / "secret.txt"
    secret.write_text("1.任务。内容。\n", "utf-8")
    (folder / "link.txt").symlink_to(secret)
    assert "link.txt" not in {entry.path for entry in run(corpus(folder)).manifest.documents}


def test_terms_by_content() -> None:
    """Equal settings have equal names."""
    assert TERMS.key() == Terms(settings=Settings()).key()
