"""Patterns that are compiled late, and those that are asked only where a text holds a sign."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import planalign.align
import planalign.assess
import planalign.parse
import planalign.text
from planalign.text.pattern import Signed, compiled, holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = (planalign.align, planalign.assess, planalign.parse, planalign.text)


def _signed(value: object) -> Iterator[Signed]:
    """Yield the patterns with signs in a value, also inside tables of patterns."""
    if isinstance(value, Signed):
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from _signed(inside)
    elif isinstance(value, tuple):
        for inside in value:
            yield from _signed(inside)


def _every_signed() -> Iterator[tuple[str, Signed]]:
    for package in PACKAGES:
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                for number, pattern in enumerate(_signed(value)):
                    yield f"{module.name.removeprefix('planalign.')}.{name}.{number}", pattern


EVERY_SIGNED = dict(_every_signed())


@pytest.mark.parametrize("name", EVERY_SIGNED)
def test_every_match_holds_a_sign(name: str) -> None:
    """Signs leave nothing out: whatever a pattern matches holds one of them."""
    signed = EVERY_SIGNED[name]
    pattern = re.compile(signed.source)

    @settings(max_examples=60, suppress_health_check=list(HealthCheck), database=None, deadline=None)
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        assert pattern.search(text) is None or holds_any(text, signed.signs)

    holds()


def test_a_text_without_a_sign_is_left_as_it_is() -> None:
    """Every method answers as the pattern would."""
    pattern = compiled(r"(\d)号", signs="号")
    assert pattern.match("1号") is not None
    assert pattern.fullmatch("1号楼") is None
    assert [match[1] for match in pattern.finditer("1号、2号")] == ["1", "2"]
    assert (pattern.search("1"), list(pattern.finditer("1")), pattern.sub("", "1")) == (None, [], "1")
    assert pattern.sub("", "3号楼") == "楼"


def test_letters_of_a_set_are_chinese() -> None:
    """一-龥 stands for any Chinese character, and only for these."""
    pattern = compiled("[一-龥、]{2}")
    assert pattern.fullmatch("甲、") is not None
    assert pattern.fullmatch("a1") is None
