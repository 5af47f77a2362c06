"""Places: of which place and level of government an office or a title is."""

from __future__ import annotations

import re

from planalign.model.plan import Level
from planalign.text.pattern import compiled
from planalign.text.width import normalise

# What stands before the place: 中共江城市委, 国家税务总局江城市税务局.
_PARTY = compiled(r"^(?:中共|中国共产党|国家[^省市区县]{2,6}局(?=.{3,}[局队]))")
_PROVINCE = r"(?P<province>[^省市县]{2,8}?(?:省|自治区|生产建设兵团))?"
_CITY = r"(?P<city>{name}{{2,8}}?(?:市|自治州|盟)|{name}{{2,4}}?地区)?"
_DISTRICT = r"(?P<district>{name}{{1,10}}?(?:自治[县旗]|[区县市旗]))?"
# The office of a whole place: everything before it is names of places.
_GOVERNMENT = compiled(
    r"(?:(?:人民)?政府|行政公署|行署|人大常委会|人民代表大会常务委员会|政协|委员会|(?<=区)区委|(?<=县)县委|(?<=市)市委|委|党委|党工委|办事处)?(?:办公[厅室])?$"
)
_WHOLE = compiled(
    _PROVINCE
    + _CITY.format(name="[一-龥]")
    + _DISTRICT.format(name="[一-龥]")
    + r"(?P<town>[一-龥]{1,8}?(?:镇|乡|街道))?$"
)
# In front of another office a name must not swallow the office: its inner characters are none that end a name.
_FIRST = "[^省市区县局委办厅]"
_INNER = "[^省市区县镇乡局委办厅]"
_PREFIX = compiled(
    r"(?P<province>[^省市区县]{2,8}(?:省|自治区))?"
    rf"(?P<city>{_FIRST}{{2,6}}(?:市|自治州)|{_FIRST}{{2,4}}地区)?"
    rf"(?P<district>{_FIRST}{_INNER}{{0,9}}自治[县旗]|{_FIRST}{_INNER}{{0,4}}[区县市旗])?"
    rf"(?P<town>{_INNER}{{1,6}}(?:镇|乡|街道)(?=人民政府|政府|党|办事处|委|中心|卫生院|便民|综合|应急|$))?"
)
# 江城市城市管理局, 江城市社区建设办公室, 江城市高新区管委会: words of the office, no district.
_NO_DISTRICT = compiled(
    r"(?:城|社|园|小|辖|库|景|灾|校|山|林|市|矿|港)区|(?:城|都|超|股|门)市|[全本我各][区市县]"
    r"|.*(?:开发|高新|工业|技术|保税|示范|风景名胜|度假|功能|产业|自贸|合作)区|.*园区|.{0,2}新区"
)
_NEW_DISTRICT = compiled(r"(?!高新)[一-龥]{2,4}新区")
_ALL = compiled(r"[全本我各][省市区县镇乡]|.{0,2}街道$")
_ZONE = compiled(
    r"(?:开发|高新|工业|园|新|保税|度假|示范|功能|产业|自贸)[一-龥]{0,4}区.*(?:管委会|管理委员会)"
    r"|新城管(?:委会|理委员会)|(?:(?<!城)管委会|[区园城岛谷港]管理委员会)(?:办公室)?$",
)
_NO_ZONE = compiled(r"安全生产|减灾|应急")
_DEPARTMENT = compiled(r"(?:局|委|办|厅|部|委员会|办公室|指挥部|小组|中心|队|院|署|总工会|联合会|红十字会|协会|妇联)$")
_INSTITUTION = compiled(r"(?:院|学校|公司)$")
_TITLE_YEAR = compiled(r"20\d\d(?:[—–\-－~～至]20\d\d)?年度?")
_TITLE_PLACE = compiled(
    r"(?!全|本|我|各)([一-龥]{2,20}?(?:省|自治区|市|区|县|旗|镇|乡|街道))(?=20\d\d|年|[“（(]|推进|推动|加强|加快|深化|实施|开展|创建|促进|优化|提升|贯彻|落实|全面|进一步|深入)"
)
_TITLE_OFFICE = compiled(
    r"(?!全|本|我|各)([一-龥]{2,20}?(?:人民政府|[一-龥](?:局|厅)|委员会|办公[厅室]|管委会|办事处))"
    r"(?=20\d\d|年|关于|工作|重点)"
)
_LEVEL_WORDS = (
    (Level.TOWNSHIP, compiled(r"全[镇乡]|全街道|年(?!城|乡|村|集)[一-龥]{1,3}(?:镇|乡|街道)")),
    (Level.DISTRICT, compiled(r"全[区县旗]|[我本][区县旗]")),
    (Level.CITY, compiled(r"全市|本市|我市|全州")),
    (Level.PROVINCE, compiled(r"全省|[我本]省|全自治区")),
)


def place_and_level(issuer: str) -> tuple[str | None, Level]:
    """Return the place of an office and the level of government it stands on."""
    name = _PARTY.sub("", normalise(issuer).split("、")[0], count=1)
    if _ZONE.search(name) and not _NO_ZONE.search(name) and not re.search("街道|镇人民", name):
        return _of_department(name)[0], Level.DEVELOPMENT_ZONE
    return _of_government(name) or _of_department(name)


def _of_government(name: str) -> tuple[str, Level] | None:
    """Read the name of a government, party committee or office of a place: all before it is names of places."""
    office = _GOVERNMENT.search(name)
    places = name[: office.start()] if office else name
    match = _WHOLE.match(places) if places and office and office[0] else None
    if match is None or _ALL.fullmatch(places):
        return None
    return (places, _level(match)) if _level(match) is not Level.UNKNOWN else None


def _level(match: re.Match[str]) -> Level:
    below = (("town", Level.TOWNSHIP), ("district", Level.DISTRICT), ("city", Level.CITY), ("province", Level.PROVINCE))
    return next((level for part, level in below if match[part]), Level.UNKNOWN)


def _of_department(name: str) -> tuple[str | None, Level]:
    """Read the name of another office: the places it starts with, the rest is the office."""
    match = _PREFIX.match(name)
    if match is None:
        return None, Level.UNKNOWN
    end, district = match.end(), match["district"]
    if district and _is_no_district(district, name) and not match["town"]:
        end = match.start("district")
    level = Level.DEPARTMENT if _DEPARTMENT.search(name[end:]) else Level.UNKNOWN
    return name[:end] or None, Level.TOWNSHIP if match["town"] and not _INSTITUTION.search(name) else level


def _is_no_district(district: str, name: str) -> bool:
    if _NEW_DISTRICT.fullmatch(district) and not _ZONE.search(name):
        return False
    return _NO_DISTRICT.fullmatch(district) is not None


def title_place(title: str) -> tuple[str | None, Level]:
    """Return the place or office that a title such as 江城市临江区2025年工作要点 starts with, and its level."""
    plain = normalise(title)
    about = len("关于") if plain.startswith("关于") else 0
    for start in sorted({about, match.end() if (match := _TITLE_YEAR.match(plain, about)) else about}):
        place, office = _TITLE_PLACE.match(plain, start), _TITLE_OFFICE.match(plain, start)
        if place:
            return place_and_level(f"{place[1]}人民政府")
        if office:
            return place_and_level(office[1])
    return None, Level.UNKNOWN


_ADDRESSED = (
    (Level.PROVINCE, compiled(r"各(?:设区)?市(?:、|（州|州|人民政府)|各州市|各盟市")),
    (Level.CITY, compiled(r"各(?:区县|县区|县|区(?!域)|旗)")),
    (Level.DISTRICT, compiled(r"各(?:乡镇|镇乡|镇街|乡|镇|街道)")),
    (Level.TOWNSHIP, compiled(r"各(?:村|社区|行政村)")),
    (Level.DEPARTMENT, compiled(r"各(?:科室|处室|股室)|(?:局|委|厅)(?:机关|属)各")),
)


def level_addressed(addressees: str) -> Level:
    """Return the level of whoever writes to these offices: 各镇 are addressed by a district or a county-level city."""
    plain = normalise(addressees)
    return next((level for level, pattern in _ADDRESSED if pattern.search(plain)), Level.UNKNOWN)


def level_in_words(text: str) -> Level:
    """Return the level that a title speaks of: 全市, 全区, 全镇."""
    return next((level for level, pattern in _LEVEL_WORDS if pattern.search(text)), Level.UNKNOWN)
