"""Our own documents pass the check that their planalign.toml asks for, through the waivers of their planted faults."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.corpus.planted import FOLDER, pairs, plan

from planalign.assess.rules import RULES
from planalign.cli.in_force import Wishes, project_file, settings_in_force
from planalign.pipeline.comparing import check
from planalign.store.waivers import read_waivers

if TYPE_CHECKING:
    from planalign.config import Settings
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison
    from planalign.model.waiver import Waiver


@cache
def _terms() -> tuple[Settings, tuple[Waiver, ...]]:
    wishes = Wishes(place=FOLDER)
    return settings_in_force(wishes, project_file(wishes)), read_waivers(FOLDER / "planalign-waivers.toml", RULES)


def _checked(child: str, parent: str | None) -> Check | Comparison:
    settings, waivers = _terms()
    return check(plan(child), plan(parent) if parent else None, settings, waivers)


@pytest.mark.parametrize(("parent", "child"), pairs())
def test_every_pair_passes(parent: str, child: str) -> None:
    """With the waivers every pair meets the policy of the file."""
    gate = _checked(child, parent).gate
    assert gate is not None
    assert () == gate.breaches


@pytest.mark.parametrize("child", sorted({child for _, child in pairs()}))
def test_alone(child: str) -> None:
    """Without its parent a plan meets the policy too, and no waiver for the pair is called unused."""
    record = _checked(child, None)
    assert record.gate is not None
    assert record.gate.passed
    assert "PA504" not in {finding.code for finding in record.findings}
