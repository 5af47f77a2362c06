"""Existing debt: known again under another number, and stale once it is gone."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, covered, plan, status, task

from planalign.assess.case import Case
from planalign.assess.debt import compared, document_name, part, renewed
from planalign.assess.findings import assess
from planalign.assess.waived import Settled
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.baseline import Baseline
from planalign.model.comparison import Status
from planalign.model.plan import Masthead

EMPTY = Baseline(schema="planalign/baseline/1")


def _baseline() -> Baseline:
    return renewed(EMPTY, CITY, DISTRICT, comparison(CITY, DISTRICT, ALIGNMENT).findings)


def _settled(alignment: Alignment, settings: Settings | None = None) -> Settled:
    case = Case(CITY, DISTRICT, alignment, settings or Settings())
    return part(case, Settled(assess(case)), _baseline())


def test_nothing_is_new() -> None:
    """What stands in the baseline is open no longer, and nothing is lost."""
    settled = _settled(ALIGNMENT)
    assert () == settled.open
    assert [each.id for each in comparison(CITY, DISTRICT, ALIGNMENT).findings] == [each.id for each in settled.known]


def test_stale() -> None:
    """An entry that nothing matches is a finding itself."""
    better = Alignment(
        ALIGNMENT.links,
        tuple(covered(entry.parent_clause, "t1.c1") for entry in ALIGNMENT.coverage),
        tuple(status(entry.parent_task, Status.COVERED) for entry in ALIGNMENT.task_status),
    )
    settled = _settled(better)
    assert {"PA505"} == {each.code for each in settled.open}
    assert ["PA104-t3"] == [each.id for each in settled.known]


def test_a_rule_that_is_off_says_nothing() -> None:
    """What a rule that is off would find is not called gone."""
    settings = Settings.model_validate({"rules": {"PA101": "off", "PA102": "off", "PA103": "off", "PA104": "off"}})
    assert () == _settled(ALIGNMENT, settings).open


def test_renewed_keeps_others() -> None:
    """Drawing the line for one pair leaves the debt of another as it is, and drawing it twice changes nothing."""
    other = DISTRICT.model_copy(update={"masthead": DISTRICT.masthead.model_copy(update={"issuer": "江城市望山区"})})
    findings = comparison(CITY, DISTRICT, ALIGNMENT).findings
    both = renewed(_baseline(), CITY, other, findings)
    assert {document_name(DISTRICT), document_name(other)} == {pair.child for pair in both.pairs}
    assert both == renewed(both, CITY, DISTRICT, findings)
    assert _baseline() == renewed(both, CITY, other, [])


def test_compared() -> None:
    """A difference names what is new, what is still there and what is gone."""
    first, *rest = comparison(CITY, DISTRICT, ALIGNMENT).findings
    diff = compared(renewed(EMPTY, CITY, DISTRICT, rest), CITY, DISTRICT, [first, *rest[1:]], [])
    assert ([first], rest[1:]) == (list(diff.new), list(diff.known))
    assert [rest[0].fingerprint] == [entry.fingerprint for entry in diff.gone]


@pytest.mark.parametrize(
    ("masthead", "expected"),
    [
        (Masthead(issuer="江城市应急管理局", title="2025年要点"), "江城市应急管理局 2025年要点"),
        (Masthead(issuer="江城市", title="江城市2025年要点"), "江城市2025年要点"),
        (Masthead(title="2025年要点"), "2025年要点 draft"),
        (Masthead(), "draft"),
    ],
)
def test_document_name(masthead: Masthead, expected: str) -> None:
    """A document is known by issuer and title, and where one is missing also by its file name."""
    assert expected == document_name(plan("a/draft.txt", task(1, "演练", "开展演练。"), masthead=masthead))


def test_a_worse_gap_is_new() -> None:
    """Where more is missing than before, the finding is another one; where it stands matters not."""
    found = {each.id: each.fingerprint for each in comparison(CITY, DISTRICT, ALIGNMENT).findings}
    worse = ALIGNMENT.coverage[0].model_copy(update={"missing": ("更新物资清单", "修订市级总体预案")})
    changed = comparison(
        CITY, DISTRICT, Alignment(ALIGNMENT.links, (worse, *ALIGNMENT.coverage[1:]), ALIGNMENT.task_status)
    )
    new = {each.id: each.fingerprint for each in changed.findings}
    assert ["PA103-t1.c1"] == [each for each in found if found[each] != new[each]]
