"""Learn the weights of the coverage model from our own gold.

`python scripts/train_coverage.py` trains on corpora/jiangcheng/gold and writes the model;
`--also GOLD...` adds further gold files, `--leave-one-out` trains on all but one pair at a time and prints how well the
left-out pair comes out. The fit is deterministic and rounded, so that two runs give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from planalign import load
from planalign.align.commitments import Part
from planalign.align.coverage_model import FLOOR
from planalign.align.features import FEATURES, ClauseEvidence, evidence
from planalign.align.pair import Pair
from planalign.evaluate.documents import Places, find_documents
from planalign.evaluate.gold import Gold, read_gold
from planalign.evaluate.matching import match
from planalign.model.comparison import Status

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "corpora" / "jiangcheng" / "gold"
MODEL = ROOT / "src" / "planalign" / "align" / "data" / "coverage_model.json"
STATUSES = (Status.COVERED, Status.PARTIAL, Status.DROPPED)
RIDGE = 4.0
"""Strength of the pull of all weights towards 0."""
BALANCE = 0.0
"""How far rare statuses are weighed up: 0 not at all, 1 fully."""
DIGITS = 4

Array = NDArray[np.float64]


class Scaled(NamedTuple):
    """The clauses of one pair, ready for the fit; commitments of all clauses stand one below the other."""

    features: Array
    parts: Array
    starts: NDArray[np.intp]
    accepted: Array
    scales: Array


def main() -> None:
    """Train and write, or train and test."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--also", nargs="*", type=Path, default=[], help="further gold files")
    options.add_argument("--leave-one-out", action="store_true", help="test instead of writing the model")
    chosen = options.parse_args()
    pairs = {path.stem: prepare(path) for path in [*sorted(GOLD.glob("*.json")), *chosen.also]}
    if chosen.leave_one_out:
        for name, pair in pairs.items():
            fitted = fit([other for key, other in pairs.items() if key != name])
            print(f"{name}: macro-F1 {macro_f1(pair, fitted):.3f}")
        return
    MODEL.write_text(
        json.dumps(as_record(fit(list(pairs.values())), list(pairs.values())), indent=1) + "\n", encoding="utf-8"
    )
    print(f"wrote {MODEL.relative_to(ROOT)} from {sum(len(pair.starts) for pair in pairs.values())} clauses")


def prepare(path: Path) -> Scaled:
    """Read a gold file and its two documents into features and accepted statuses."""
    gold = read_gold(path)
    upper, lower = find_documents(gold, path, Places())
    pair = Pair(load(upper), load(lower))
    accepted = _accepted(gold, pair)
    clauses = evidence(pair)
    known = [number for number, clause in enumerate(pair.parent.clauses) if clause.id in accepted]
    scales = _scales([clauses[number] for number in known])
    used = [number for number in known if accepted[pair.parent.clauses[number].id].any()]
    rows = [np.array([judged.features for judged in clauses[number].judged]) for number in used]
    return Scaled(
        (np.concatenate(rows) - scales[0]) / scales[1],
        np.array(
            [list(Part).index(judged.commitment.part) for number in used for judged in clauses[number].judged], float
        ),
        np.cumsum([0, *(len(row) for row in rows[:-1])]),
        np.stack([accepted[pair.parent.clauses[number].id] for number in used]),
        scales,
    )


def _accepted(gold: Gold, pair: Pair) -> dict[str, Array]:
    """Return the accepted statuses of the clauses that the gold speaks of; all 0 where only not_applicable is right."""
    clauses = match(gold, pair.parent.plan, pair.child.plan).clauses
    return {
        clause: np.array([status in entry.accepted_status for status in STATUSES], float)
        for entry in gold.parent_clauses
        for clause in clauses[entry.parent_clause]
    }


def _scales(clauses: list[ClauseEvidence]) -> Array:
    rows = np.array([judged.features for clause in clauses for judged in clause.judged])
    return np.stack([rows.mean(0), rows.std(0) + 1e-6])


def probabilities(pair: Scaled, numbers: Array) -> Array:
    """Probabilities of covered, partial, dropped (clauses × 3); the formula of planalign.align.coverage_model."""
    weights, (bias, softness, result, context, item) = numbers[: len(FEATURES)], numbers[len(FEATURES) :]
    scores = pair.features @ weights + bias
    part_weights = np.array([1.0, _sigmoid(result), _sigmoid(context), _sigmoid(item)])[pair.parts.astype(int)]
    number = np.add.reduceat(part_weights, pair.starts) ** _sigmoid(softness)
    covered = np.exp(np.add.reduceat(-part_weights * np.logaddexp(0, -scores), pair.starts) / number)
    dropped = np.exp(np.add.reduceat(-part_weights * np.logaddexp(0, scores), pair.starts) / number)
    table = np.stack([covered, np.maximum(FLOOR, 1 - covered - dropped), dropped], axis=1)
    return np.asarray(table / table.sum(axis=1, keepdims=True))


def fit(pairs: list[Scaled]) -> Array:
    """Return the numbers that make the accepted statuses most likely, kept small by the ridge."""
    firsts = np.concatenate([pair.accepted.argmax(1) for pair in pairs])
    shares = np.bincount(firsts, minlength=3) / len(firsts)
    balance = (1 / (3 * np.maximum(shares, 1e-3))) ** BALANCE

    def loss(numbers: Array) -> float:
        total = RIDGE * float(numbers[: len(FEATURES)] @ numbers[: len(FEATURES)])
        total += 0.1 * RIDGE * float(numbers[len(FEATURES) + 1 :] @ numbers[len(FEATURES) + 1 :])
        for pair in pairs:
            right = (probabilities(pair, numbers) * pair.accepted).sum(1)
            total -= float((balance[pair.accepted.argmax(1)] * np.log(np.maximum(1e-6, right))).sum())
        return total

    fitted: Array = minimize(loss, np.zeros(len(FEATURES) + 5), method="L-BFGS-B").x
    return fitted


def macro_f1(pair: Scaled, numbers: Array) -> float:
    """Macro-F1 over the three statuses; a prediction among the accepted ones is right."""
    predicted = probabilities(pair, numbers).argmax(1)
    right = pair.accepted[np.arange(len(predicted)), predicted] > 0
    truth = np.where(right, predicted, pair.accepted.argmax(1))
    return float(np.mean([_f1(truth == status, predicted == status) for status in range(3)]))


def _f1(truth: NDArray[np.bool_], predicted: NDArray[np.bool_]) -> float:
    both = int((truth & predicted).sum())
    return 2 * both / max(1, int(truth.sum()) + int(predicted.sum()))


def as_record(numbers: Array, pairs: list[Scaled]) -> dict[str, object]:
    """Return the model as it is stored."""
    means, deviations = np.stack([pair.scales[0] for pair in pairs]), np.stack([pair.scales[1] for pair in pairs])
    bounds = np.stack([means.min(0), means.max(0), deviations.min(0), deviations.max(0)], axis=1)
    bias, softness, result, context, item = numbers[len(FEATURES) :]
    return {
        "about": "Written by scripts/train_coverage.py from corpora/jiangcheng/gold; see docs/alignment.md.",
        "features": {
            name: {"weight": _rounded(weight), "bounds": [_rounded(bound) for bound in row]}
            for name, weight, row in zip(FEATURES, numbers, bounds, strict=False)
        },
        "bias": _rounded(bias),
        "softness": _rounded(_sigmoid(softness)),
        "part_weights": {
            Part.ACTION.value: 1.0,
            Part.RESULT.value: _rounded(_sigmoid(result)),
            Part.CONTEXT.value: _rounded(_sigmoid(context)),
            Part.ITEM.value: _rounded(_sigmoid(item)),
        },
    }


def _sigmoid(value: float) -> float:
    return float(1 / (1 + np.exp(-value)))


def _rounded(value: float) -> float:
    return round(float(value), DIGITS)


if __name__ == "__main__":
    main()
