"""What the settings exclude counts nowhere."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison

from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.assess.scope import excluded
from planalign.config import Settings
from planalign.model.plan import Section
from planalign.model.wording import Lang
from planalign.report.digest import Digest
from planalign.report.figures import left_out


@pytest.mark.parametrize(
    ("exclusion", "expected"),
    [
        ("task:建设森林防火道路", ("t2",)),
        ("task:建设*", ("t2",)),
        ("task:建设", ()),
        ("section:重点任务", ("t1", "t2", "t3", "t4")),
        ("section:组织保障", ()),
    ],
)
def test_excluded(exclusion: str, expected: tuple[str, ...]) -> None:
    """A title is meant as a whole; a star stands for anything."""
    assert expected == excluded(CITY, Settings(exclude_parent=(exclusion,)))


def test_sections_below() -> None:
    """A section takes those below it along."""
    upper = Section(id="s0", number="一", title="保障措施")
    lower = CITY.sections[0].model_copy(update={"parent": "s0"})
    plan = CITY.model_copy(update={"sections": (upper, lower)})
    assert "t1" in excluded(plan, Settings(exclude_parent=("section:保障措施",)))


def test_nothing_is_found_of_it() -> None:
    """An excluded task gives no finding and no count, and the record names it."""
    record = comparison(CITY, DISTRICT, ALIGNMENT, Settings(exclude_parent=("task:建设森林防火道路",)))
    assert [] == [found.id for found in record.findings if found.parent and found.parent.id.startswith("t2")]
    assert (2, ("t2",)) == (record.summary.parent_tasks, record.excluded)
    assert "按设置不计入的上级任务 1 项：2．建设森林防火道路" in [*left_out(Digest(record), Lang.ZH)]


def test_rules_off_and_other_severity() -> None:
    """A rule that is off finds nothing, and another severity is that of its findings."""
    settings = Settings.model_validate({"rules": {"PA101": "off", "PA102": "info"}})
    found = assess(Case(CITY, DISTRICT, ALIGNMENT, settings))
    assert [] == [each for each in found if each.code == "PA101"]
    assert {"info"} == {each.severity for each in found if each.code == "PA102"}
