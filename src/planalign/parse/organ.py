"""Organs: which names are offices, and of which place and level they are."""

from __future__ import annotations

import re

from planalign.model.plan import Level
from planalign.text.width import normalise

_SUFFIX = re.compile(
    r"(?:政府|委员会|办公[厅室]|办事处|指挥部|党委|党工委|小组|[总支]队|法院|检察院|公司|集团|中心|学校|医院|银行|[一-龥][局委办厅部])$"
)
_NAME = re.compile(r"[一-龥（）()·\s　、]{3,60}")
_RED_HEAD = re.compile(r"(.{3,40}?)\s*文\s*件(?:\s*[（(].{2,8}[）)])?$")
_PLACE = re.compile(
    r"(?:中共|中国共产党)?"
    r"(?P<province>[^省市区县]{2,8}(?:省|自治区))?"
    r"(?P<city>[^省市区县局委办]{2,6}(?:市|自治州)|[^省市区县局委办]{2,4}地区)?"
    r"(?P<district>[^省市区县镇乡局委办厅]{1,10}自治[县旗]|[^省市区县镇乡局委办厅]{1,5}[区县市旗])?"
    r"(?P<town>[^省市区县镇乡局委办厅]{1,6}(?:镇|乡|街道)(?=人民政府|政府|党|办事处|委|$))?"
)
_NO_DISTRICT = re.compile(
    r"(?:城|社|园|小|辖|库|景|灾|校|山|全|本|我|各|都|超)[区市县]|.*(?:开发|高新|工业|技术|保税|示范|风景名胜|度假|新)区"
)
_ZONE = re.compile(
    r"(?:开发|高新|工业|园|新|保税|度假|示范|功能|产业)[一-龥]{0,4}区.*(?:管委会|管理委员会)|(?:管委会|管理委员会)(?:办公室)?$"
)
_GOVERNMENT = re.compile(r"(?:人民)?政府(?:办公厅|办公室)?|委员?会?(?:办公厅|办公室)?|党委|$")
_TITLE_PLACE = re.compile(r"(?:20\d\d年度?)?(?!全|本|我|各)([一-龥]{2,20}?(?:市|区|县|镇|乡|街道))(?=20\d\d|年|[“（(])")
_DEPARTMENT = re.compile(r"(?:局|委|办|厅|部|委员会|办公室|指挥部|小组|中心|队|院)$")
_LEVEL_WORDS = (
    (Level.TOWNSHIP, re.compile(r"全[镇乡]|全街道|年(?!城|乡|村|集)[一-龥]{1,3}(?:镇|乡|街道)")),
    (Level.DISTRICT, re.compile(r"全[区县]|[我本][区县]")),
    (Level.CITY, re.compile(r"全市|本市|我市")),
)


def is_organ(text: str) -> bool:
    """Say whether a line holds the name of one or several offices and nothing else."""
    name = normalise(text)
    return len(name) <= 60 and _NAME.fullmatch(text) is not None and _SUFFIX.search(name) is not None


def organs_of(text: str) -> tuple[str, ...]:
    """Return the names on a signature line; wide spaces stand between joint issuers."""
    parts = re.split(r"\s{2,}|　+|\s(?=[一-龥]{4,}(?:政府|委员会|局|办公室|委|厅)$)", text.strip())
    names = tuple(normalise(part) for part in parts if part.strip())
    return names if all(_SUFFIX.search(name) for name in names) else (normalise(text),)


def red_head(text: str) -> str | None:
    """Return the office of a red head such as 江城市人民政府文件."""
    match = _RED_HEAD.fullmatch(text.strip())
    name = normalise(match[1]) if match else ""
    return name if name and _SUFFIX.search(name) and _NAME.fullmatch(name) else None


def organ_before(title: str) -> str | None:
    """Return the office that stands before 关于 in a title."""
    name, mark, _ = normalise(title).partition("关于")
    return name if mark and is_organ(name) else None


def place_and_level(issuer: str) -> tuple[str | None, Level]:
    """Return the place of an office and the level of government it stands on."""
    name = normalise(issuer).split("、")[0]
    match = _PLACE.match(name)
    if match is None:
        return None, Level.UNKNOWN
    district, town = match["district"], match["town"]
    end = match.end()
    if district and _NO_DISTRICT.fullmatch(district) and not town:
        # 江城市城市管理局, 江城市高新区管委会: no district, the words belong to the name of the office.
        end, district = match.start("district"), None
    place = re.sub(r"^(?:中共|中国共产党)", "", name[:end]) or None
    return place, _level(name, name[end:], match, district)


def _level(name: str, rest: str, match: re.Match[str], district: str | None) -> Level:
    if _ZONE.search(name) and not match["town"] and not re.search(r"安全生产|减灾|应急", name):
        return Level.DEVELOPMENT_ZONE
    if match["town"]:
        return Level.TOWNSHIP
    if not _GOVERNMENT.fullmatch(rest):
        return Level.DEPARTMENT if _DEPARTMENT.search(rest) else Level.UNKNOWN
    if district:
        return Level.DISTRICT
    return Level.CITY if match["city"] else Level.UNKNOWN


def title_place(title: str) -> tuple[str | None, Level]:
    """Return the place at the start of a title such as 江城市临江区2025年工作要点, and its level."""
    match = _TITLE_PLACE.match(normalise(title))
    return place_and_level(f"{match[1]}人民政府") if match else (None, Level.UNKNOWN)


def level_in_words(text: str) -> Level:
    """Return the level that a title speaks of: 全市, 全区, 全镇."""
    return next((level for level, pattern in _LEVEL_WORDS if pattern.search(text)), Level.UNKNOWN)
