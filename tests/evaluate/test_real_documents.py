"""The main job on the real documents: what it must reach, in text and in every carrier that exists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from planalign.config import Settings
from planalign.evaluate.run import evaluate_files
from planalign.model.comparison import Status

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.evaluate.record import PairEvaluation, Scores, SystemName


class Real(NamedTuple):
    """A gold file and the least primary F1 that must be reached on it."""

    gold: str
    primary: float


TOWNSHIP = Real("alignment-nanping2025-wulong2025.json", 1.0)
DEPARTMENT = Real("alignment-wulong-bureau2024-chongqing2024.json", 0.95)
CARRIERS = [
    *(
        (TOWNSHIP, f"wl2025_{name}", "np2025_gb2312.html")
        for name in (
            "plain.docx",
            "autonum.docx",
            "runhead.docx",
            "plain.pdf",
            "autonum.pdf",
            "runhead.pdf",
            "gov.html",
        )
    ),
    *(
        (DEPARTMENT, f"cq2024{name}", "wl2024_gb18030.txt")
        for name in (".docx", ".pdf", "_cid_nonembedded.pdf", "_encrypted_emptyuser.pdf")
    ),
]


def evaluated(gold: Path, parent: Path | None = None, child: Path | None = None) -> PairEvaluation:
    """Evaluate one gold file, on the documents that it names or on others."""
    return evaluate_files([gold], None, Settings(), parent=parent, child=child).pairs[0]


def scores(pair: PairEvaluation) -> dict[SystemName, Scores]:
    """Return the scores of every system."""
    return {system.name: system.scores for system in pair.systems}


def primary(system: Scores) -> float:
    """Return the F1 of primary tasks."""
    return system.tasks.primary.value


def clauses(system: Scores) -> tuple[float, float]:
    """Return the F1 of dropped clauses, and the macro-F1 over the three statuses."""
    assert system.clauses is not None
    return system.clauses.by_status[Status.DROPPED].value, system.clauses.macro.value


@pytest.mark.parametrize("real", [TOWNSHIP, DEPARTMENT])
def test_text(gold: Path, corpora: Path, real: Real) -> None:
    """Primary tasks reach the bound; macro-F1 beats baselines fitted on the same gold, dropped clauses keep up."""
    assert corpora.is_dir()
    ours, *baselines = scores(evaluated(gold / real.gold)).values()
    assert primary(ours) >= real.primary
    for baseline in baselines:
        dropped, macro = clauses(baseline)
        assert clauses(ours)[0] >= dropped
        assert clauses(ours)[1] > macro


@pytest.mark.parametrize(("real", "parent", "child"), CARRIERS)
def test_carriers(gold: Path, corpora: Path, real: Real, parent: str, child: str) -> None:
    """A Word file, a PDF or a web page of the same plans reaches the bound as well."""
    folder = corpora / "rendered"
    ours = next(iter(scores(evaluated(gold / real.gold, folder / parent, folder / child)).values()))
    assert primary(ours) >= real.primary
    assert ours.tasks.not_found == ()
