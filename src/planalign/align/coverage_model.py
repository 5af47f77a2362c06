"""How likely a commitment is carried, and what follows for its clause.

A logistic model gives each commitment the probability p of being carried. With weights w (1 for an action, less for
a wished-for result, a list member or a mere context) over the commitments of a clause, and n = (Σw)^softness,

    covered ∝ (Π p^w)^(1/n),  dropped ∝ (Π (1−p)^w)^(1/n),  partial ∝ the rest, at least FLOOR:

all carried is covered, none is dropped, some is partial. How much wording survives differs from pair to pair (a
township that copies, a department that rewrites), so features are taken relative to the pair: minus their mean,
divided by their deviation, both kept within what training saw, so that two unrelated documents do not look alike.
The weights are learnt from our own documents by scripts/train_coverage.py; docs/alignment.md says how well they do.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from planalign.align.commitments import Part
from planalign.align.features import FEATURES
from planalign.model.comparison import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.features import ClauseEvidence, Judged

FLOOR = 0.02
"""Least weight of `partial`."""
CUT_OUT = 0.02
"""Chance that a commitment is carried which was cut out of a copied sentence."""
LEAST_DEVIATION = 0.01
"""Least deviation to divide by: a feature may be the same everywhere, in training as in a pair."""


class Scale(NamedTuple):
    """Mean and deviation of one feature over the commitments of a pair."""

    mean: float
    deviation: float


class CoverageModel(NamedTuple):
    """The learnt numbers."""

    weights: tuple[float, ...]
    bias: float
    softness: float
    part_weights: dict[str, float]
    bounds: tuple[tuple[float, float, float, float], ...]

    def scales(self, clauses: Sequence[ClauseEvidence]) -> tuple[Scale, ...]:
        """Return the scale of every feature over a pair, kept within the bounds seen in training."""
        rows = [judged.features for clause in clauses for judged in clause.judged]
        return tuple(_scale([row[number] for row in rows], bounds) for number, bounds in enumerate(self.bounds))

    def pulls(self, judged: Judged, scales: Sequence[Scale]) -> tuple[float, ...]:
        """Return by how much each feature moves the log-odds of being carried from those of a usual commitment."""
        return tuple(
            weight * (value - scale.mean) / scale.deviation
            for weight, value, scale in zip(self.weights, judged.features, scales, strict=True)
        )

    def carried(self, judged: Judged, pulls: Sequence[float]) -> float:
        """Return the probability that a commitment is carried; the words that stand elsewhere do not replace a cut."""
        if judged.cut_out:
            return CUT_OUT
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.bias + sum(pulls)))))

    def statuses(self, judged: Sequence[Judged], carried: Sequence[float]) -> dict[Status, float]:
        """Return the probabilities of covered, partial and dropped for a clause with these commitments."""
        weights = [self.part_weights[entry.commitment.part] for entry in judged]
        number = sum(weights) ** self.softness
        covered = math.exp(sum(w * math.log(p) for w, p in zip(weights, carried, strict=True)) / number)
        dropped = math.exp(sum(w * math.log(1 - p) for w, p in zip(weights, carried, strict=True)) / number)
        partial = max(FLOOR, 1 - covered - dropped)
        total = covered + partial + dropped
        return {Status.COVERED: covered / total, Status.PARTIAL: partial / total, Status.DROPPED: dropped / total}

    def share(self, judged: Sequence[Judged], carried: Sequence[float]) -> float:
        """Return the weighted share of a clause that is carried, 0–1."""
        weights = [self.part_weights[entry.commitment.part] for entry in judged]
        return sum(w * p for w, p in zip(weights, carried, strict=True)) / sum(weights)


@cache
def coverage_model() -> CoverageModel:
    """Return the model that ships with the package."""
    return read_model(files("planalign.align").joinpath("data", "coverage_model.json").read_text(encoding="utf-8"))


def read_model(text: str) -> CoverageModel:
    """Return a model from the JSON in which scripts/train_coverage.py writes it."""
    stored = json.loads(text)
    features = stored["features"]
    return CoverageModel(
        weights=tuple(features[name]["weight"] for name in FEATURES),
        bias=stored["bias"],
        softness=stored["softness"],
        part_weights={part.value: stored["part_weights"][part.value] for part in Part},
        bounds=tuple(tuple(features[name]["bounds"]) for name in FEATURES),
    )


def _scale(values: Sequence[float], bounds: tuple[float, float, float, float]) -> Scale:
    """Return mean and deviation, each kept within bounds: lowest and highest mean, lowest and highest deviation."""
    count = len(values) or 1
    mean = sum(values) / count
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / count)
    lowest_mean, highest_mean, lowest_deviation, highest_deviation = bounds
    return Scale(
        max(lowest_mean, min(highest_mean, mean)),
        max(LEAST_DEVIATION, lowest_deviation, min(highest_deviation, deviation)),
    )
