"""The engine ray does the same work to the same bytes."""

from __future__ import annotations

import os
import signal
from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from tests.corpus_run.corpora import Ear, corpus, run, written

from planalign.config import Limits
from planalign.corpus.build import Work
from planalign.corpus.ray_engine import RayTasks
from planalign.corpus.results import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from planalign.corpus.part_run import Call, Done

# Ray looks at its settings when it is imported, so that the engine must be the first to do so.
pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason="needs pip install 'planalign[ray]'")


@pytest.fixture(autouse=True, scope="module")
def _stopped() -> Iterator[None]:
    """Stop the cluster, which both tests use: it takes seconds to start."""
    yield
    import ray

    ray.shutdown()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small corpus."""
    return written(tmp_path_factory.mktemp("ray") / "plans", 4)


@pytest.fixture(scope="module")
def expected(folder: Path) -> str:
    """Return the hash of the rows that come of it in this process."""
    return digest(run(corpus(folder, folder.parent / "here")))


@pytest.mark.filterwarnings("ignore")
def test_same_as_here(folder: Path, expected: str, tmp_path: Path) -> None:
    """The rows have the same hash, and every document is told."""
    ear = Ear()
    found = run(corpus(folder, tmp_path / "ray"), ear, Work(RayTasks(Limits(), 2), per_part=2))
    assert expected == digest(found)
    assert ([("read", 4), ("judge", 4)], 8) == (ear.stages, len(ear.good))


class Deadly(NamedTuple):
    """The engine ray, each of whose tasks loses its process in the middle of its work the first time."""

    engine: RayTasks
    marks: Path

    def each(self, items: Sequence[Any], doing: Callable[[Any, Call, Done], Any], done: Done) -> Iterator[Any]:
        """Have the work done."""
        marks = self.marks

        # Ray takes a function inside a function along as it is: its processes know no tests.
        def dying(item: object, call: Call, done: Done) -> object:
            mark = marks / sha256(str(item).encode()).hexdigest()
            if mark.exists():
                return doing(item, call, done)
            mark.touch()

            def once(request: dict[str, Any]) -> dict[str, Any]:
                call(request)
                os.kill(os.getpid(), signal.SIGKILL)
                raise AssertionError

            return doing(item, once, done)

        return self.engine.each(items, dying, done)


@pytest.mark.filterwarnings("ignore")
def test_workers_killed(folder: Path, expected: str, tmp_path: Path) -> None:
    """Every task whose process is killed in the middle is done again, and the rows have the same hash."""
    (tmp_path / "marks").mkdir()
    ear, deadly = Ear(), Deadly(RayTasks(Limits(), 2), tmp_path / "marks")
    found = run(corpus(folder, tmp_path / "ray"), ear, Work(deadly, per_part=2))
    assert expected == digest(found)
    assert 4 + len(found.reports) == len(list((tmp_path / "marks").iterdir()))
    assert 8 == len(ear.good)
