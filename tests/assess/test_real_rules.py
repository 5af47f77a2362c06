"""What the rules find in real public documents: the slips that readers found there, and no look-alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.assess.annex_rules import PA004
from planalign.assess.case import PlanCase
from planalign.assess.citation_rules import PA402
from planalign.assess.level_word_rules import PA403
from planalign.assess.number_rules import PA008
from planalign.assess.place_rules import PA404
from planalign.assess.same_matter import _around, _pairs
from planalign.config import Settings
from planalign.model.index import PlanIndex
from planalign.pipeline.comparing import compare
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.assess.rule import PlanRule
    from planalign.model.plan import Plan

DISTRICT = "chongqing/002_1c36940f70e7059d.txt"
TOWNSHIP = "chongqing/001_a311506c5bab1914.txt"
OTHERS = ("chongqing/003_5a1b62da68a7e5ec.txt", "chongqing/004_f2673a1d053848d2.txt", "shanghai/sponge-jiading-2024.md")


def _ids(rule: PlanRule, made: Plan) -> list[str]:
    return [spot.end.id for spot in rule.check(PlanCase(PlanIndex(made), Settings()))]


@pytest.fixture(scope="module")
def district(corpora: Path) -> Plan:
    """Return the plan of a district with six annex tables."""
    return load(corpora / DISTRICT)


def test_rows_without_lead(district: Plan) -> None:
    """Rows 7 and 8 of the fourth table have no lead unit, and no other row lacks one."""
    assert ["a4.r7", "a4.r8"] == _ids(PA004, district)


def test_wording_left_over(district: Plan) -> None:
    """Words of the city stand for the district in four rows; the other forty times they are meant."""
    assert ["a4.r33", "a5.r1", "a5.r11", "a6.r4"] == _ids(PA403, district)


def test_numbers_of_body_and_annex(district: Plan) -> None:
    """Body and annex agree, and 92公里 and 4处 were really held together."""
    assert [] == _ids(PA008, district)
    rows = {row.id: row for annex in district.annexes for row in annex.rows}
    body = {
        target.text: _pairs(_around(clause.text, clause.targets, target))
        for clause in district.tasks[7].clauses
        for target in clause.targets
    }
    for row, words in ((rows["a3.r19"], "92公里"), (rows["a3.r18"], "4处")):
        target = next(target for target in row.targets if target.text == words)
        assert _pairs(_around(row.target, row.targets, target)) <= body[words]


@pytest.mark.parametrize("name", [TOWNSHIP, *OTHERS])
def test_no_look_alike(corpora: Path, name: str) -> None:
    """Where readers found no word or place left over, none is told."""
    made = load(corpora / name)
    assert [] == _ids(PA403, made) + _ids(PA404, made)


def test_plan_called_a_notice(corpora: Path) -> None:
    """The township calls its own 预案 a 通知, and cites its parent by number first."""
    assert ["t11.c1", ""] == _ids(PA402, load(corpora / TOWNSHIP))


def test_other_parent(corpora: Path, district: Plan) -> None:
    """The township rests on the plan of another district, and says so."""
    found = compare(district, load(corpora / TOWNSHIP))
    cited = [finding.child.text for finding in found.findings if finding.code == "PA401" and finding.child]
    assert ["〔2025〕3号"] == [text.partition("《")[0][-8:] for text in cited]
