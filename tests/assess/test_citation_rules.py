"""PA401 and PA402: citations of a child against the parent that was given, and citations that cannot be right."""

from __future__ import annotations

import pytest
from tests.assess.one_plan import spots
from tests.hand_made import plan, task

from planalign.assess.case import Case
from planalign.assess.citation_rules import PA402, other_parent, wrong_citations
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.plan import Citation, Level, Masthead

PARENT = Masthead(
    title="2025年全区安全生产和消防工作要点",
    notice_title="江城市临江区人民政府关于印发《2025年全区安全生产和消防工作要点》的通知",
    issuer="江城市临江区人民政府",
    document_number="临江府发〔2025〕6号",
    level=Level.DISTRICT,
    year=2025,
)
NOTICE = "江城市临江区人民政府关于印发〈2025年全区安全生产和消防工作要点〉的通知"


def _case(*cites: Citation) -> Case:
    child = Masthead(title="2025年清渡镇工作要点", level=Level.TOWNSHIP, year=2025, cites=cites)
    upper, lower = plan("p", task(1, "甲", "做。"), masthead=PARENT), plan("c", task(1, "甲", "做。"), masthead=child)
    return Case(upper, lower, Alignment(), Settings())


def _cited(title: str | None, number: str | None = None) -> Citation:
    return Citation(title=title, number=number, text=f"《{title}》（{number}）")


@pytest.mark.parametrize(
    ("title", "number", "codes"),
    [
        (NOTICE, "临江府发〔2025〕6号", []),
        ("2025年全区安全生产和消防工作要点", "临江府发〔2025〕6号", []),
        ("2025年全区安全生产工作要点", "临江府发〔2025〕6号", []),
        (NOTICE, None, []),
        (NOTICE, "临江府发〔2025〕16号", ["PA402"]),
        (NOTICE.replace("消防", "应急"), "临江府发〔2025〕6号", ["PA402"]),
        (NOTICE.replace("2025", "2024"), "临江府发〔2024〕6号", []),
        (NOTICE.replace("临江", "北湖"), "北湖府发〔2025〕9号", ["PA401"]),
        (NOTICE.replace("临江", "北湖"), None, ["PA401"]),
        ("江城市人民政府关于印发2025年全市安全生产和消防工作要点的通知", "江府发〔2025〕4号", []),
        ("国务院办公厅关于推进海绵城市建设的指导意见", "国办发〔2015〕75号", []),
    ],
)
def test_against_parent(title: str, number: str | None, codes: list[str]) -> None:
    """Another office is another parent; the same office with another number or title is a slip; the rest is neither."""
    case = _case(_cited(title, number))
    found = ["PA401" for _ in other_parent(case)] + ["PA402" for _ in wrong_citations(case)]
    assert codes == found


def test_right_parent_beside_another() -> None:
    """Who cites the parent given may cite a like document of another district too."""
    other = _cited(NOTICE.replace("临江", "北湖"), "北湖府发〔2025〕9号")
    assert [] == list(other_parent(_case(_cited(NOTICE, "临江府发〔2025〕6号"), other)))


def _slips(text: str = "做事。", *cites: Citation) -> list[str]:
    head = Masthead(title="要点", year=2025, cites=cites)
    return [spot.key.split("-")[0] for spot in spots(PA402, plan("a", task(1, "甲", text), masthead=head))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修订《清渡镇防汛应急预案的通知》。", ["t1.c1"]),
        ("落实《关于加强防汛工作的通知》。", []),
        ("落实《江城市人民政府关于印发〈防汛预案〉的通知》。", []),
    ],
)
def test_title_of_a_notice(text: str, expected: list[str]) -> None:
    """Only a notice is called 的通知, and its title says 关于."""
    assert expected == _slips(text)


def test_contradictions() -> None:
    """One number with two titles, one title with two numbers, a later year and the number in front are slips."""
    assert ["twice"] == _slips(
        "做。", _cited("甲方案甲方案", "江府发〔2025〕1号"), _cited("乙方案乙方案", "江府发〔2025〕1号")
    )
    assert ["twice"] == _slips(
        "做。", _cited("甲方案甲方案", "江府发〔2025〕1号"), _cited("甲方案甲方案", "江府发〔2025〕2号")
    )
    assert ["later"] == _slips("做。", _cited("甲方案甲方案", "江府发〔2026〕1号"))
    turned = Citation(title="甲方案", number="江府发〔2025〕1号", text="江府发〔2025〕1号《甲方案》")
    assert ["order"] == _slips("做。", turned)
