"""The field of work of a title, and places inside places."""

from __future__ import annotations

import pytest

from planalign.corpus.domain import alike, domain_of
from planalign.corpus.rank import Holding, holds, rank
from planalign.model.plan import Level


@pytest.mark.parametrize(
    ("title", "place", "expected"),
    [
        ("2025年全市安全生产和应急管理工作要点", "江城市", "安全生产和应急管理"),
        ("望山区2025年防灾减灾消防重点工作安排", "江城市望山区", "防灾减灾消防"),
        ("2025年清渡镇消防工作方案（征求意见稿）", "江城市临江区清渡镇", "消防"),
        ("江城市人民政府关于印发《2025年全市消防工作要点》的通知", "江城市", "消防"),
        ("", None, ""),
    ],
)
def test_domain(title: str, place: str | None, expected: str) -> None:
    """Place, year, level word and kind of document are taken off a title."""
    assert expected == domain_of(title, place)


def test_alike() -> None:
    """Fields are alike where the shorter one stands mostly in the other."""
    assert alike("安全生产、防灾减灾和消防", "安全生产和防灾减灾消防")
    assert alike("应急管理", "安全生产和应急管理")
    assert not alike("安全生产", "政务公开")
    assert not alike("", "")


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("江城市", "江城市临江区清渡镇", Holding.YES),
        ("江城市临江区", "临江区清渡镇", Holding.YES),
        ("临江区", "江城市临江区清渡镇", Holding.YES),
        ("江城市", "南浦区", Holding.MAYBE),
        ("江城市临江区", "清渡镇", Holding.MAYBE),
        ("江城市", None, Holding.MAYBE),
        ("江城市北湖区", "江城市临江区清渡镇", Holding.NO),
        ("河湾市", "江城市临江区", Holding.NO),
    ],
)
def test_places(upper: str | None, lower: str | None, expected: Holding) -> None:
    """A name that leaves out the city or the district contradicts none."""
    assert expected == holds(upper, lower)


@pytest.mark.parametrize(
    ("level", "place", "expected"),
    [
        (Level.CITY, "江城市", 1.0),
        (Level.DEPARTMENT, "江城市", 1.5),
        (Level.DEPARTMENT, "江城市临江区", 2.5),
        (Level.DEPARTMENT, None, None),
        (Level.UNKNOWN, "江城市", None),
    ],
)
def test_rank(level: Level, place: str | None, expected: float | None) -> None:
    """A department stands half a step below the government of its place."""
    assert expected == rank(level, place)
