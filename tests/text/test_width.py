"""Normalising: width, punctuation and spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.text.width import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各村(居)委,辖区:", "各村（居）委，辖区："),
        ("２０２５年　３ 月", "2025年3月"),
        ("死亡人数下降 3%", "死亡人数下降3%"),
        ("１，０００", "1，000"),
        ("1,000座,新建", "1,000座，新建"),
        ("10:30开始", "10:30开始"),
        ("1∶5", "1：5"),
        ("16万㎡", "16万平方米"),
        ("①建设…", "①建设…"),
        ("二○二五", "二〇二五"),
        ("［2025］", "〔2025〕"),
        ('推动"1366"体系', "推动“1366”体系"),
        ("1—2公里、5－9月", "1-2公里、5-9月"),
        ("AR 实景 big data", "AR实景big data"),
        ("零\u200b宽", "零宽"),
        ("⾏动", "行动"),
    ],
)
def test_text_takes_one_form(text: str, expected: str) -> None:
    """Width, brackets, quotes, units and spaces are unified; circled digits and … stay."""
    assert normalise(text) == expected


@given(st.text())
def test_normalising_twice_equals_once(text: str) -> None:
    """Normalising is idempotent on any text."""
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet='建设 　(（)）[〔]〕,，:：;；%％0０1１"“”aＡ①㎡…·-—～~\t\n\u3000', max_size=40))
def test_normalising_twice_equals_once_on_what_plans_hold(text: str) -> None:
    """Normalising is idempotent on the signs of real plans."""
    assert normalise(normalise(text)) == normalise(text)
