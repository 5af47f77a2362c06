"""What recognition gets wrong: put right where one reading is left, told where there are two."""

from __future__ import annotations

import pytest

from planalign.readers.ocr_slips import doubts, repaired


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("各镇(街道)", "各镇（街道）"),
        ("(责任单位:区水务局)", "（责任单位：区水务局）"),
        ("单位,各镇", "单位，各镇"),
        ("（七)强化培训", "（七）强化培训"),
        ("(1)强化培训", "（1）强化培训"),
        ("—、工作任务", "一、工作任务"),
        ("（—）完善体系", "（一）完善体系"),
        ("第—章 总则", "第一章 总则"),
        ("5—9月", "5—9月"),
        ("3,000人", "3,000人"),
        ("GB(T)9704", "GB(T)9704"),
        ("0.3%o以内", "0.3%o以内"),
        ("：)", "：）"),
        ("", ""),
    ],
)
def test_slips_with_one_reading(seen: str, meant: str) -> None:
    """Marks beside Chinese are wide, and only 一 numbers a heading; figures are never guessed."""
    assert meant == repaired(seen)
    assert meant == repaired(meant)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0.3%o以内", "‰"),
        ("0.3‰以内", "‰"),
        ("12%0", "‰"),
        ("0.5%", "‰"),
        ("1O0%", "letter"),
        ("l2处", "letter"),
        ("不低于1∶5", "ratio"),
        ("比例为1：", "ratio"),
        ("二○二五年", "year"),
        ("二〇二5年", "year"),
    ],
)
def test_figures_in_doubt(text: str, reason: str) -> None:
    """Forms that are misread even with full confidence."""
    (found,) = doubts(text, [1.0] * len(text))

    assert reason in found


@pytest.mark.parametrize(
    "text", ["达到95%以上", "2025年3月12日", "二〇二五年", "10.5%", "A3", "12345热线", "责任单位：3个"]
)
def test_ordinary_figures(text: str) -> None:
    """Most figures are beyond doubt, else nobody would look at the others."""
    assert [] == list(doubts(text, [0.99] * len(text)))


def test_faint_figures_and_lines() -> None:
    """A figure counts alone, other characters as a line."""
    assert ["a figure was hard to read"] == list(doubts("共12处", [1.0, 0.6, 1.0, 1.0]))
    assert [] == list(doubts("共十处", [1.0, 0.75, 1.0]))
    assert ["the line was hard to read"] == list(doubts("共十处", [1.0, 0.5, 0.9]))
