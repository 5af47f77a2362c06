"""PA404: names of other places are told where they are left over, and not where they are meant."""

from __future__ import annotations

import pytest
from tests.assess.one_plan import spots
from tests.hand_made import plan, task

from planalign.assess.place_rules import PA404
from planalign.model.plan import Level, Masthead, Unit, UnitRole

DISTRICT = Masthead(title="要点", level=Level.DISTRICT, place="江城市临江区")
TOWN = Masthead(title="要点", level=Level.TOWNSHIP, place="江城市临江区清渡镇")
STREET = Masthead(title="要点", level=Level.TOWNSHIP, place="江城市临江区石桥街道")
CITY = Masthead(title="要点", level=Level.CITY, place="江城市")


def _names(head: Masthead, *texts: str) -> list[object]:
    return [spot.values["name"] for spot in spots(PA404, plan("a", task(1, "甲", *texts), masthead=head))]


@pytest.mark.parametrize(
    ("head", "text", "name"),
    [
        (DISTRICT, "北湖区各中小学要在5月底前完成首次演练。", "北湖区"),
        (DISTRICT, "参照江城市北湖区统一标准建成工作站。", "北湖区"),
        (DISTRICT, "督促嘉定区企业落实主体责任。", "嘉定区"),
        (TOWN, "对白沙镇地质灾害隐患点专人盯防。", "白沙镇"),
        (TOWN, "参照柳堤街道做法，加装视频监控。", "柳堤街道"),
        (STREET, "参照清渡镇渡口做法，加装视频监控。", "清渡镇"),
    ],
)
def test_left_over(head: Masthead, text: str, name: str) -> None:
    """A place that has nothing to do in the sentence is told; districts by the gazetteer or by what stands around."""
    assert [name] == _names(head, text)


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (DISTRICT, "与北湖区签订跨江救援协作协议。"),
        (DISTRICT, "推广长宁区“产业链联盟”等经验做法。"),
        (DISTRICT, "完善毗邻嘉定区应急联动机制。"),
        (DISTRICT, "贯彻《北湖区各镇安全办法》。"),
        (DISTRICT, "做好对口帮扶彭水苗族土家族自治县工作，赴深圳市南山区招商。"),
        (DISTRICT, "整治各工业园区、库区、老旧小区隐患。"),
        (DISTRICT, "临江区各部门要落实责任，配合区各部门做好工作。"),
        (DISTRICT, "完成清渡镇老渡口标准化改造。"),
        (DISTRICT, "建立城市安全风险评估模型，加强海绵城市建设。"),
        (TOWN, "成立镇应急指挥部，完善镇、村两级响应体系。"),
        (TOWN, "对重点镇、特色小镇和受灾镇开展检查，由各乡镇负责。"),
        (TOWN, "对清渡镇渡口开展检查。"),
        (TOWN, "与白沙镇联合巡查。"),
        (STREET, "修编街道综合预案，建立街道台账。"),
        (CITY, "北湖区各镇要完成首次演练。"),
    ],
)
def test_meant(head: Masthead, text: str) -> None:
    """Neighbours, partners, models, titles, works and plain words are no slip."""
    assert [] == _names(head, text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("白沙镇各村", ["白沙镇"]),
        ("嘉定区民政局", ["嘉定区"]),
        ("清渡镇各村", []),
        ("镇应急办", []),
        ("临江区民政局", []),
        ("各乡镇", []),
    ],
)
def test_units(name: str, expected: list[str]) -> None:
    """A unit of another place that is responsible here is left over."""
    unit = Unit(name=name, role=UnitRole.RESPONSIBLE)
    owned = task(1, "甲", "排查隐患。").model_copy(update={"units": (unit,)})
    assert expected == [spot.values["name"] for spot in spots(PA404, plan("a", owned, masthead=TOWN))]


def test_word_of_the_plan() -> None:
    """What the plan uses as a word elsewhere is no name in front of 区."""
    assert [] == _names(DISTRICT, "协调区各部门落实责任。", "协调企业整改，协调物资。")


def test_place_unknown() -> None:
    """Without a place of its own, a plan has no other places."""
    assert [] == _names(Masthead(title="要点", level=Level.DISTRICT), "北湖区各镇要完成演练。")
