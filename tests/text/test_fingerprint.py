"""Fingerprints: what changes them and what does not."""

from __future__ import annotations

import pytest

from planalign.text.fingerprint import Facet, fingerprint, unnumbered


def _of(text: str) -> str:
    return fingerprint(Facet.TEXT, {"words": text})


@pytest.mark.parametrize(
    "other",
    [
        "（三）新建消防水池 20 座，总面积3万平方米。",
        "新建消防水池２０座,总面积3万㎡",
        "①新建消防水池20座，总面积3万平方米。",
        "1.新建消防水池20座，总面积3万平方米；",
        "三是新建消防水池20座，总面积3万平方米。",
    ],
)
def test_form_changes_nothing(other: str) -> None:
    """Another number, other spaces, another width and another sign of a unit give the same fingerprint."""
    assert _of("新建消防水池20座，总面积3万平方米。") == _of(other)


@pytest.mark.parametrize("other", ["新建消防水池21座", "新建消防水池", "改建消防水池20座"])
def test_words_change_it(other: str) -> None:
    """Another number of things or another word gives another fingerprint."""
    assert _of("新建消防水池20座") != _of(other)


def test_form() -> None:
    """A fingerprint names facet and version, so that old ones are known as such."""
    facet, _, digits = _of("新建消防水池20座").partition("/1:")
    assert ("text", 16) == (facet, len(digits))


def test_facets_are_kept_apart() -> None:
    """The same value is something else as a target and as a deadline."""
    assert fingerprint(Facet.TARGET, 6) != fingerprint(Facet.DEADLINE, 6)


def test_numbers_have_one_form() -> None:
    """5.0 is 5, wherever it stands."""
    assert fingerprint(Facet.TARGET, [{"value": 5.0}]) == fingerprint(Facet.TARGET, [{"value": 5}])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（十二）加强演练", "加强演练"),
        ("1.5 环湖安全", "环湖安全"),
        ("2025年底前完成", "2025年底前完成"),
        ("1.5万人", "1.5万人"),
        ("三级联动", "三级联动"),
        ("", ""),
    ],
)
def test_unnumbered(text: str, expected: str) -> None:
    """Only what numbers a passage is taken from its beginning."""
    assert expected == unnumbered(text)
