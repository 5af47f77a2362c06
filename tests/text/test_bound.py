"""Numbers with the words that bind them."""

from __future__ import annotations

import pytest

from planalign.model.facts import Span
from planalign.text.bound import with_bounds


def _numbers(text: str, *words: str) -> list[Span]:
    return [Span(text=word, start=text.index(word), end=text.index(word) + len(word)) for word in words]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("事故起数同比下降5%", "5%", "同比下降5%"),
        ("火灾起数较2023年下降11%", "11%", "较2023年下降11%"),
        ("联合巡江不少于2次", "2次", "不少于2次"),
        ("受害率0.3‰以内", "0.3‰", "0.3‰以内"),
        ("完好率达到95％以上。", "95％", "达到95％以上"),
        ("较大事故≤1起", "1起", "≤1起"),
        ("降幅不低于，除险3座", "3座", "3座"),
        ("抽查20%规模以上企业", "20%", "20%"),
        ("完成改造提升120家", "120家", "120家"),
        ("产能改造提升12%", "12%", "提升12%"),
    ],
)
def test_bounds(text: str, number: str, expected: str) -> None:
    """Direction, bound and baseline stay with a number as printed; words of another part do not count."""
    assert (expected,) == with_bounds(text, _numbers(text, number))


def test_list() -> None:
    """Numbers that share the words before them are told together."""
    text = "起数、人数同比分别下降4%、6%，新建站点3座"
    assert ("同比分别下降4%、6%", "3座") == with_bounds(text, _numbers(text, "4%", "6%", "3座"))
