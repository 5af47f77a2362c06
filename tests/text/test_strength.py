"""Verbs of commitment."""

from __future__ import annotations

import pytest

from planalign.model.facts import VerbStrength
from planalign.text.strength import find_verbs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确保全面完成", [VerbStrength.FIRM, VerbStrength.FIRM]),
        ("积极推进", [VerbStrength.STEADY]),
        ("力争建成", [VerbStrength.SOFT, VerbStrength.FIRM]),
        ("基本情况", []),
    ],
)
def test_strength(text: str, expected: list[VerbStrength]) -> None:
    """Each verb says how firmly something is undertaken; 基本 only before a verb of completion."""
    assert [verb.strength for verb in find_verbs(text)] == expected
