"""Documents that hang, eat memory or crash cost themselves and nothing else; a killed run goes on where it was."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.corpus_run.corpora import POISON, Ear, corpus, run, written

from planalign.config import Limits
from planalign.corpus.build import Work
from planalign.corpus.engine import Guarded, Threads
from planalign.corpus.head import Outcome
from planalign.corpus.results import digest
from planalign.guard.memory import CAPPED

if TYPE_CHECKING:
    from planalign.corpus.build import Built

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("PLANALIGN_KILLS", "2"))
"""`make soak` asks for more."""


def _poisoned(folder: Path, kinds: tuple[str, ...], ear: Ear) -> Built:
    for kind in kinds:
        (folder / f"{kind}.txt").write_text(f"POISON {kind}\n", "utf-8")
    limits = Limits(seconds=5, memory=2**30)
    return run(corpus(folder), ear, Work(Threads(lambda: Guarded(limits, POISON), 2), per_part=2))


def test_poison(tmp_path: Path) -> None:
    """Each is tried twice, recorded as what it was, and every other document is judged as without them."""
    clean = digest(run(corpus(written(tmp_path / "clean", 4))))
    ear = Ear()
    kinds = ("hang", "crash", *(("memory",) if CAPPED else ()))
    built = _poisoned(written(tmp_path / "plans", 4), kinds, ear)
    outcomes = {entry.path: entry.outcome for entry in built.manifest.documents}
    assert Outcome.TIMEOUT is outcomes["hang.txt"]
    assert Outcome.CRASH is outcomes["crash.txt"]
    assert Outcome.MEMORY is outcomes.get("memory.txt", Outcome.MEMORY)
    assert (len(kinds), clean) == (ear.good.count(False), digest(built))
    again = Ear()
    _poisoned(tmp_path / "plans", kinds, again)
    assert ["judge"] == [stage for stage, _ in again.stages]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_no_files(tmp_path: Path) -> None:
    """A pipe, and a file whose name is no text, are records that say so; every other document is judged."""
    clean = digest(run(corpus(written(tmp_path / "clean", 4))))
    folder = written(tmp_path / "plans", 4)
    os.mkfifo(folder / "pipe.txt")
    Path(os.fsdecode(os.fsencode(folder / "a") + b"\xff.txt")).write_text("任务1", "utf-8")
    built = run(corpus(folder))
    refused = {entry.path: entry.reason for entry in built.manifest.documents if entry.outcome is Outcome.REFUSED}
    reasons = {"a\\udcff.txt": "the file cannot be read: its name is not valid", "pipe.txt": "this is no regular file"}
    assert (reasons, clean) == (refused, digest(built))


@pytest.mark.parametrize(
    "index",
    [
        b"[" * 200_000,
        b'{"2025/00/district.txt":5}',
        b'{"2025/00/district.txt":{"a":1}}',
        b'{"2025/00/district.txt":[1,2,3,4,{}]}',
        b'{"2025/00/district.txt":[1,2,3,4,"\\ud800"]}',
    ],
    ids=["deep", "number", "object", "no hash", "surrogate"],
)
def test_damaged_index(tmp_path: Path, index: bytes) -> None:
    """A damaged index of the files counts as none."""
    folder = written(tmp_path / "plans", 3)
    clean = digest(run(corpus(folder)))
    (folder / ".planalign" / "files.json").write_bytes(index)
    assert clean == digest(run(corpus(folder)))


def _start(folder: Path, store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "planalign", "corpus", "build", str(folder), "--store", str(store), "--quiet"]
    return subprocess.Popen([*command, "--workers", "2"], cwd=ROOT, stdout=subprocess.DEVNULL)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed(tmp_path: Path) -> None:
    """Killed again and again while it works, a run goes on, and the results are those of an undisturbed run."""
    folder = written(tmp_path / "plans", 8 + 4 * KILLS, tasks=3)
    expected = tmp_path / "expected"
    assert 0 == _start(folder, expected).wait(600)
    store = tmp_path / "store"
    draw = random.Random(KILLS)  # noqa: S311 - moments, no secrets
    assert [-signal.SIGKILL] * KILLS == [_killed(folder, store, draw.randint(1, 10)) for _ in range(KILLS)]
    assert 0 == _start(folder, store).wait(600)
    assert _tables(expected) == _tables(store)
    assert [] == list(store.rglob(".*.tmp"))


def _killed(folder: Path, store: Path, after: int) -> int:
    """Kill a run once it has written so many files more, and return how it ended."""
    enough = len(list(store.rglob("*.z"))) + after
    process = _start(folder, store)
    while process.poll() is None and len(list(store.rglob("*.z"))) < enough:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    return process.wait()


def _tables(store: Path) -> dict[str, bytes]:
    return {path.relative_to(store).as_posix(): path.read_bytes() for path in sorted(store.rglob("*.parquet"))}
