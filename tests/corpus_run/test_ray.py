"""The engine ray does the same work to the same bytes."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from tests.corpus_run.corpora import Ear, corpus, run, written

from planalign.config import Limits
from planalign.corpus.build import Work
from planalign.corpus.ray_engine import RayTasks
from planalign.corpus.results import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Ray looks at its settings when it is imported, so that the engine must be the first to do so.
pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason="needs pip install 'planalign[ray]'")


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    """Stop the cluster of a test."""
    yield
    import ray

    ray.shutdown()


@pytest.mark.filterwarnings("ignore")
def test_same_as_here(tmp_path: Path) -> None:
    """The rows have the same hash, and every document is told."""
    folder = written(tmp_path / "plans", 4)
    expected = digest(run(corpus(folder, tmp_path / "here")))
    ear = Ear()
    found = run(corpus(folder, tmp_path / "ray"), ear, Work(RayTasks(Limits(), 1), per_part=2))
    assert expected == digest(found)
    assert ([("read", 4), ("judge", 4)], 8) == (ear.stages, len(ear.good))
