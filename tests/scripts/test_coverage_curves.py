"""Curves over verdicts, the chart and what can be left out."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from coverage_curves import ORDERS, calibration_error, effort, needed, reliability, risk, severity
from coverage_signals import STEPS, feature_groups
from coverage_study import Reading, blank
from pictures import Series, chart
from train_coverage import Scaled

from planalign.align.features import FEATURES
from planalign.evaluate.marks import ClauseMark
from planalign.model.comparison import Status


def _reading(gold: Status, covered: float, dropped: float, likeness: float = 0.5) -> Reading:
    chances = {Status.COVERED: covered, Status.PARTIAL: 1 - covered - dropped, Status.DROPPED: dropped}
    predicted = max(chances, key=lambda status: chances[status])
    return Reading(ClauseMark(gold, predicted, 0, 0), chances, likeness, undecided=False)


SURE = [_reading(Status.COVERED, 0.75, 0.125)] * 6 + [_reading(Status.DROPPED, 0.75, 0.125)] * 2
DOUBTFUL = [_reading(Status.DROPPED, 0.25, 0.5)] * 4 + [_reading(Status.COVERED, 0.25, 0.5)] * 4


def test_reliability_sets_chance_against_share_right() -> None:
    """One point for each tenth of the scale that holds enough clauses."""
    assert [(0.5, 0.5), (0.75, 0.75)] == reliability(SURE + DOUBTFUL)
    assert 0.0 == calibration_error(SURE + DOUBTFUL)


def test_calibration_error_is_the_mean_gap() -> None:
    """A verdict of 75 % that is always right is 25 points off."""
    assert 0.25 == calibration_error(SURE[:6])


def test_risk_begins_with_the_surest() -> None:
    """Half of the clauses are sure, and a quarter of these are wrong."""
    curve = dict(risk(DOUBTFUL + SURE))

    assert (0.25, 0.375) == (curve[0.5], curve[1.0])


def test_effort_reads_what_is_likely_lost_first() -> None:
    """Drops that look covered are found last."""
    curve = effort(SURE + DOUBTFUL, severity)

    assert (0.0, 0.0) == curve[0]
    assert (1.0, 1.0) == curve[-1]
    assert 1.0 == needed(curve)
    assert 0.25 == needed(curve, catch=0.6)


def test_severity_counts_a_partial_half() -> None:
    """Dropped costs 1, partial half of it."""
    assert 0.625 == severity(_reading(Status.DROPPED, 0.25, 0.5))


def test_orders_agree_on_a_lost_clause() -> None:
    """Every order reads an unlike, likely dropped clause before a like, likely covered one."""
    lost, kept = _reading(Status.DROPPED, 0.1, 0.8, 0.1), _reading(Status.COVERED, 0.8, 0.1, 0.9)

    assert all(order(lost) > order(kept) for order in ORDERS.values())


@pytest.mark.parametrize("step", list(STEPS))
def test_every_step_left_out_exists(step: str) -> None:
    """What an ablation replaces must still be there under its name."""
    module, _, name = STEPS[step][0].rpartition(".")

    assert callable(attrgetter(name)(import_module(module)))


def test_groups_hold_every_feature() -> None:
    """No feature escapes the ablation."""
    assert set(FEATURES) == {name for names in feature_groups().values() for name in names}


def test_blank_features_say_nothing() -> None:
    """A feature that is left out is the same everywhere; the others stay."""
    pair = Scaled(np.ones((2, len(FEATURES))), np.zeros(2), np.array([0]), np.ones((1, 3)), np.ones((2, 1)))

    sums = blank(pair, [FEATURES[1]]).features.sum(axis=0)
    assert [2, 0, *[2] * (len(FEATURES) - 2)] == sums.tolist()
    assert 2 * len(FEATURES) == pair.features.sum()


def test_chart_is_well_formed_and_repeatable() -> None:
    """The same numbers give the same bytes; names are escaped."""
    series = [
        Series("甲 < 乙", [(0.0, 0.0), (1 / 3, 0.5), (1.0, 1.0)], dots=True),
        Series("丙", [(0.0, 1.0), (1.0, 0.0)]),
    ]
    drawn = chart("A & B", "across", "up", series, diagonal=True)

    assert drawn == chart("A & B", "across", "up", series, diagonal=True)
    assert 3 == len(ET.fromstring(drawn).findall("{http://www.w3.org/2000/svg}circle"))  # noqa: S314 (our own text)
