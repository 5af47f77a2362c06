"""Waivers: what they accept, when they end, what happens to those that are not used."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT

from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.assess.waived import Settled, settle
from planalign.config import Settings
from planalign.model.waiver import Waiver, WaiverEnd

LAST = dt.date(2025, 12, 31)


def _waiver(rule: str, quote: str, **fields: object) -> Waiver:
    known = {
        "number": 1,
        "rule": rule,
        "parent": WaiverEnd(document="city", quote=quote),
        "child": WaiverEnd(document="2025年全区应急管理工作要点"),
        "reason": "本区没有林区",
        "basis": "江城办函〔2025〕9号",
        "approver": "江城市应急管理局",
        "expires": LAST,
    }
    return Waiver.model_validate(known | fields)


def _settled(*waivers: Waiver, as_of: dt.date = LAST) -> Settled:
    settings = Settings()
    findings = assess(Case(CITY, DISTRICT, ALIGNMENT, settings))
    return settle(Case(CITY, DISTRICT, ALIGNMENT, settings), findings, waivers, as_of)


def _ids(settled: Settled) -> tuple[list[str], list[str]]:
    return [finding.id for finding in settled.open], [entry.finding.id for entry in settled.waived]


def test_accepted_task() -> None:
    """A waiver takes its finding out of the open ones, on its last day too."""
    assert (["PA103-t1.c1", "PA102-t1.c2", "PA104-t3"], ["PA101-t2"]) == _ids(
        _settled(_waiver("PA101", "森林防火道路"))
    )


def test_task_includes_its_clauses() -> None:
    """Who accepts a task as dropped accepts its dropped and its partly carried clauses."""
    assert ["PA103-t1.c1", "PA102-t1.c2"] == _ids(_settled(_waiver("PA101", "完善应急预案")))[1]


@pytest.mark.parametrize(("rule", "accepted"), [("PA102", ["PA103-t1.c1"]), ("PA103", ["PA103-t1.c1"]), ("PA104", [])])
def test_worse_includes_less(rule: str, accepted: list[str]) -> None:
    """A waiver for a dropped clause holds for one that is partly carried; another rule's does not."""
    assert accepted == _ids(_settled(_waiver(rule, "更新物资清单")))[1]


def test_less_does_not_include_worse() -> None:
    """A clause accepted as partly carried is a new finding once it is dropped."""
    assert [] == _ids(_settled(_waiver("PA103", "每季度开展一次联合演练")))[1]


def test_heading_is_no_quote_of_a_clause() -> None:
    """A waiver for a clause quotes the clause; the heading would accept all clauses of the task."""
    assert [] == _ids(_settled(_waiver("PA102", "完善应急预案")))[1]


@pytest.mark.parametrize(
    ("accepted", "expected"), [(("更新物资清单",), 1), (("更新物资 清单",), 1), (("修订预案",), 0)]
)
def test_accepted_values(accepted: tuple[str, ...], expected: int) -> None:
    """Where values are named, anything beyond them is a finding."""
    assert expected == len(_settled(_waiver("PA103", "更新物资清单", accepted=accepted)).waived)


def test_both_quotes() -> None:
    """Where both ends are quoted, both have to stand in the documents."""
    child = WaiverEnd(document="district", quote="修订区级总体预案")
    other = WaiverEnd(document="district", quote="修订镇级总体预案")
    assert ["PA103-t1.c1"] == _ids(_settled(_waiver("PA103", "更新物资清单", child=child)))[1]
    assert [] == _ids(_settled(_waiver("PA103", "更新物资清单", child=other)))[1]


@pytest.mark.parametrize("document", ["city", "江应急发[2025]3号", "2025年全市应急管理工作要点"])
def test_document_names(document: str) -> None:
    """A document is named by its file, its number or its title."""
    assert 1 == len(_settled(_waiver("PA101", "", parent=WaiverEnd(document=document, quote="森林防火道路"))).waived)


def test_other_documents() -> None:
    """A waiver for other documents neither accepts anything nor counts as unused."""
    settled = _settled(_waiver("PA101", "", parent=WaiverEnd(document="city-2024", quote="森林防火道路")))
    assert (["PA101-t2", "PA103-t1.c1", "PA102-t1.c2", "PA104-t3"], []) == _ids(settled)


def test_expired() -> None:
    """The day after the last one, the finding is open again and the waiver is an error."""
    settled = _settled(_waiver("PA101", "森林防火道路"), as_of=LAST + dt.timedelta(days=1))
    assert ["PA101-t2", "PA503-1"] == [finding.id for finding in settled.open if finding.severity == "error"]
    assert "已于 2025-12-31 到期，PA101-t2 重新列为问题" in settled.open[1].message


def test_valid_waiver_beside_an_expired_one() -> None:
    """A renewed waiver stands in for the old one."""
    old = _waiver("PA101", "森林防火道路", expires=dt.date(2024, 12, 31))
    assert ["PA101-t2"] == _ids(_settled(old, _waiver("PA101", "森林防火道路", number=2)))[1]


def test_unused() -> None:
    """A waiver for these documents that accepts nothing is a finding, with its quote."""
    (finding,) = [found for found in _settled(_waiver("PA101", "建设避难场所")).open if found.code == "PA504"]
    assert finding.parent is not None
    assert "建设避难场所" == finding.parent.text


@pytest.mark.parametrize(
    ("accepted", "expected"), [(("甲乙丙丁",), 0), (("新建防火道路20公里", "完善取水点"), 1), (("完善取水点。",), 0)]
)
def test_accepted_values_of_a_task(accepted: tuple[str, ...], expected: int) -> None:
    """Where parts of a dropped task are named, those of all its clauses have to be among them."""
    waived = _settled(_waiver("PA101", "森林防火道路", accepted=accepted)).waived
    assert expected == len([entry for entry in waived if entry.finding.code == "PA101"])
