"""Places and levels of government, read off the names of offices and off titles."""

from __future__ import annotations

import pytest

from planalign.model.plan import Level
from planalign.parse.place import level_addressed, place_and_level, title_place


@pytest.mark.parametrize(
    ("issuer", "place", "level"),
    [
        ("江城市人民政府", "江城市", Level.CITY),
        ("江城市人民政府办公厅", "江城市", Level.CITY),
        ("中共江城市委办公室", "江城市", Level.CITY),
        ("江城市临江区人民政府", "江城市临江区", Level.DISTRICT),
        ("临江区人民政府办公室", "临江区", Level.DISTRICT),
        ("江城市云岭土家族自治县人民政府", "江城市云岭土家族自治县", Level.DISTRICT),
        ("南江省江城市白水市人民政府", "南江省江城市白水市", Level.DISTRICT),
        ("江城市临江区应急管理局", "江城市临江区", Level.DEPARTMENT),
        ("江城市住房和城乡建设委员会", "江城市", Level.DEPARTMENT),
        ("江城市城市管理局", "江城市", Level.DEPARTMENT),
        ("江城市安全生产委员会办公室", "江城市", Level.DEPARTMENT),
        ("江城市市场监督管理局", "江城市", Level.DEPARTMENT),
        ("江城市临江区石桥镇人民政府", "江城市临江区石桥镇", Level.TOWNSHIP),
        ("石桥乡人民政府", "石桥乡", Level.TOWNSHIP),
        ("江城市临江区滨河街道办事处", "江城市临江区滨河街道", Level.TOWNSHIP),
        ("望山区人民政府", "望山区", Level.DISTRICT),
        ("松山区应急管理局", "松山区", Level.DEPARTMENT),
        ("江城市上城区教育委员会", "江城市上城区", Level.DEPARTMENT),
        ("城北县人民政府", "城北县", Level.DISTRICT),
        ("东湖新区人民政府办公室", "东湖新区", Level.DISTRICT),
        ("镇水区人民政府", "镇水区", Level.DISTRICT),
        ("江城市市中区人民政府", "江城市市中区", Level.DISTRICT),
        ("沙市区人民政府", "沙市区", Level.DISTRICT),
        ("白水市花桥镇人民政府", "白水市花桥镇", Level.TOWNSHIP),
        ("临江区区委", "临江区", Level.DISTRICT),
        ("江南省人民政府办公厅", "江南省", Level.PROVINCE),
        ("云岭壮族自治区人民政府", "云岭壮族自治区", Level.PROVINCE),
        ("江南省教育厅", "江南省", Level.DEPARTMENT),
        ("江城市社区建设办公室", "江城市", Level.DEPARTMENT),
        ("江城市城区防汛指挥部", "江城市", Level.DEPARTMENT),
        ("江城高新技术产业开发区管理委员会", None, Level.DEVELOPMENT_ZONE),
        ("江城市东湖新区管委会", "江城市", Level.DEVELOPMENT_ZONE),
        ("江城市临江区红旗街道办事处", "江城市临江区红旗街道", Level.TOWNSHIP),
        ("云岭地区行署", "云岭地区", Level.CITY),
        ("云岭自治州人民政府", "云岭自治州", Level.CITY),
        ("北原盟东河旗人民政府", "北原盟东河旗", Level.DISTRICT),
        ("鄂木自治旗人民政府", "鄂木自治旗", Level.DISTRICT),
        ("青坪镇中心卫生院", "青坪镇", Level.DEPARTMENT),
        ("江城市防汛抗旱指挥部", "江城市", Level.DEPARTMENT),
        ("国家税务总局江城市税务局", "江城市", Level.DEPARTMENT),
        ("临江区人大常委会", "临江区", Level.DISTRICT),
        ("江城市总工会", "江城市", Level.DEPARTMENT),
        ("江城风景名胜区管理委员会", None, Level.DEVELOPMENT_ZONE),
        ("某公司", None, Level.UNKNOWN),
    ],
)
def test_level_follows_from_the_issuer(issuer: str, place: str | None, level: Level) -> None:
    """Place and level of government are read off the name of the office."""
    assert place_and_level(issuer) == (place, level)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("江城市临江区2025年工作要点", Level.DISTRICT),
        ("2025年石桥镇工作要点", Level.UNKNOWN),
        ("2025年全市工作要点", Level.UNKNOWN),
        ("江城市水务局2025年工作要点", Level.DEPARTMENT),
        ("2025年江城市民政局工作要点", Level.DEPARTMENT),
        ("江城市推进海绵城市建设行动计划", Level.CITY),
        ("关于江城市2024年预算执行情况的报告", Level.CITY),
        ("江南省2025年工作要点", Level.PROVINCE),
        ("江城市2025年城镇老旧小区改造计划", Level.CITY),
    ],
)
def test_place_before_the_year_gives_a_level(title: str, level: Level) -> None:
    """Only a place that stands before the year counts."""
    assert title_place(title)[1] is level


@pytest.mark.parametrize(
    ("addressees", "level"),
    [
        ("各市、州人民政府", Level.PROVINCE),
        ("各区县（自治县）人民政府", Level.CITY),
        ("各县（市、区）人民政府", Level.CITY),
        ("各镇人民政府、街道办事处", Level.DISTRICT),
        ("各村（居）委会", Level.TOWNSHIP),
        ("局属各单位、机关各科室", Level.DEPARTMENT),
        ("有关单位", Level.UNKNOWN),
    ],
)
def test_addressees_tell_the_level(addressees: str, level: Level) -> None:
    """Whoever writes to towns is a district or a city of county level, and so on."""
    assert level is level_addressed(addressees)
