"""Doubts about the choice and the order of the two documents stand above the figures."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison

from planalign.model.plan import Citation, Level, Plan
from planalign.model.wording import Lang
from planalign.report.cautions import cautions
from planalign.report.labels import CHILD, PARENT

TITLE = "2025年全市应急管理工作要点"


def _told(upper: Plan, lower: Plan, lang: Lang = Lang.ZH) -> list[str]:
    return cautions(comparison(upper, lower, ALIGNMENT), (PARENT, CHILD), lang)


def _with(plan: Plan, **fields: object) -> Plan:
    return plan.model_copy(update={"masthead": plan.masthead.model_copy(update=fields)})


def test_nothing_to_say() -> None:
    """A district plan under its city's plan of the same year raises no doubt."""
    assert [] == _told(_with(CITY, place="江城市"), _with(DISTRICT, place="江城市临江区"))


def test_wrong_way_round() -> None:
    """A parent of a lower level than the child was probably meant the other way round."""
    assert ["⚠ 注意：作为上级的文件（区县级）层级低于作为下级的文件（市级），两份文件可能给反了。"] == _told(
        DISTRICT, CITY
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            "江教发〔2025〕5号",
            ["⚠ 注意：作为上级的文件引用了作为下级的文件（江教发〔2025〕5号），两份文件可能给反了。"],
        ),
        ("江教发〔2025〕6号", []),
    ],
)
def test_parent_that_cites_the_child(number: str, expected: list[str]) -> None:
    """A street's plan that names a bureau's as its basis is no parent of it, though their levels do not tell."""
    bureau = _with(CITY, document_number="江教发〔2025〕5号", level=Level.DEPARTMENT)
    cited = Citation(text=f"根据{number}", title=None, number=number)
    assert expected == _told(_with(DISTRICT, cites=(cited,)), bureau)


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("江城市临江区", "江城市望山区枫林乡", 1),
        ("江城市临江区", "江城市临江区清渡镇", 0),
        ("江城市临江区", "清渡镇", 0),
        ("江城市", None, 0),
    ],
)
def test_other_place(upper: str, lower: str | None, expected: int) -> None:
    """A child outside the place of the parent is pointed out where both places are told in full."""
    child = _with(DISTRICT, place=lower, level=Level.TOWNSHIP)
    assert expected == len(_told(_with(CITY, place=upper, level=Level.DISTRICT), child))


def test_years() -> None:
    """A parent for a later year than the child is pointed out."""
    told = _told(_with(CITY, year=2026), DISTRICT, Lang.EN)
    assert ["⚠ Note: the first document is for a later year (2026) than the second (2025); is the order right?"] == told


DISTRICT_2026 = _with(DISTRICT, year=2026)
LATER = "⚠ 注意：前一份文件的年度（2026）晚于后一份（2023），请确认次序。"
EARLIER = "⚠ 注意：上级文件的年度（2025）早于下级文件（2026），下级文件也没有引用它，请确认是否给对了文件。"


def test_parent_of_an_earlier_year() -> None:
    """A parent for an earlier year than a child that does not cite it is pointed out."""
    assert [EARLIER] == _told(CITY, DISTRICT_2026)


@pytest.mark.parametrize("cited", [Citation(number="江应急发〔2025〕3号", text=""), Citation(title=TITLE, text="")])
def test_earlier_parent_that_is_cited(cited: Citation) -> None:
    """A plan of several years is the parent of later ones, which name it by number or by title."""
    assert [] == _told(CITY, _with(DISTRICT_2026, cites=(cited,)))


@pytest.mark.parametrize("years", ["2024—2026年", "2024年-2026年", "2024至2026年", "2025－2026年"])
def test_plan_for_several_years(years: str) -> None:
    """A plan for several years fits those of each of them, above as below them."""
    several = {"year": int(years[:4]), "title": f"江城市公厕建设三年行动方案（{years}）"}
    assert [] == _told(_with(CITY, **several), DISTRICT_2026)
    assert [] == _told(_with(CITY, year=2026), _with(DISTRICT, **several))


def test_plan_for_several_years_that_are_over() -> None:
    """A plan for several years is too early for a child behind the last of them."""
    over = _with(CITY, year=2023, title="江城市公厕建设三年行动方案（2023—2025年）")
    assert [EARLIER.replace("2025", "2023")] == _told(over, DISTRICT_2026)
    assert [LATER] == _told(_with(CITY, year=2026), _with(DISTRICT, year=2023, title="三年行动方案（2023—2025年）"))


def test_two_years_of_one_level() -> None:
    """Last year's plan of the same level is compared on purpose."""
    assert [] == _told(CITY, _with(DISTRICT_2026, level=Level.CITY))


def test_same_file() -> None:
    """One file given twice is pointed out, since a plan carries out itself."""
    assert ["⚠ 注意：两份文件的内容完全相同（sha256 一致），请确认是否给错了文件。"] == _told(CITY, CITY)


def test_one_plan_in_two_formats() -> None:
    """A plan held against itself in another file is pointed out; a copy under its own title is none."""
    said = "⚠ 注意：两份文件的标题和条款逐字相同，像是同一份计划的两种格式，请确认是否给错了文件。"
    saved_anew = CITY.model_copy(update={"source": CITY.source.model_copy(update={"sha256": "f" * 64})})
    assert [said] == _told(CITY, saved_anew)
    assert [] == _told(CITY, _with(saved_anew, title="2025年全市应急工作计划"))
