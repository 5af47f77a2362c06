"""The waivers of our own documents name the planted gaps, so that a check of the corpus passes."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.corpus.planted import FOLDER, faults, folded, pairs, plan

from planalign.assess.rules import RULES
from planalign.config import Settings
from planalign.pipeline.comparing import compare
from planalign.store.waivers import read_waivers

if TYPE_CHECKING:
    from planalign.model.waiver import Waiver

AS_OF = dt.date(2025, 6, 1)


@cache
def _waivers() -> tuple[Waiver, ...]:
    return read_waivers(FOLDER / "planalign-waivers.toml", RULES)


@pytest.mark.parametrize(("parent", "child"), pairs())
def test_no_open_error(parent: str, child: str) -> None:
    """With the waivers no error stays open in any pair of the corpus, and some finding is waived."""
    found = compare(plan(parent), plan(child), Settings(as_of=AS_OF), _waivers())
    assert [] == [finding.id for finding in found.findings if finding.severity == "error"]
    assert found.waived
    assert len(found.waived) == found.summary.waived


def test_every_dropped_clause_is_named() -> None:
    """Each planted dropped clause has its waiver, and each waiver for a clause names a planted one."""
    children = {child for _, child in pairs()}
    planted = {folded(fault.parent_quote) for name in children for fault in faults(name) if fault.code == "PA102"}
    assert planted == {folded(waiver.parent.quote) for waiver in _waivers() if waiver.rule == "PA102" and waiver.parent}


def test_end_of_the_waivers() -> None:
    """On a day after all of them the gaps are open again, and the expired waivers are errors."""
    parent, child = pairs()[0]
    found = compare(plan(parent), plan(child), Settings(as_of=dt.date(2030, 1, 1)), _waivers())
    assert {"PA101", "PA503"} <= {finding.code for finding in found.findings if finding.severity == "error"}
    assert () == found.waived
