"""The field of work of a plan, as its title says it, and how alike two fields are."""

from __future__ import annotations

from planalign.text.pattern import compiled
from planalign.text.width import normalise

_QUOTED = compiled(r"[《〈](.+)[》〉]")
_YEAR = compiled(r"(?:19|20)\d\d(?:[—–\-－~～至](?:19|20)?\d\d)?年?度?")
_WHOLE = compiled(r"[全本我各](?:省|市|区县|区|县|旗|州|镇|乡|街道)")
_FORM = compiled(
    r"(?:重点)?(?:工作|任务)?(?:要点|安排|方案|计划|意见|任务|部署|清单|分工|打算|思路)+(?:[（(].*)?(?:的?(?:通知|函))?$"
)
_LEAD = compiled(r"^(?:.*关于)?(?:印发|转发|批转|下发|做好|加强|开展|推进)?")
_BRACKETS = compiled(r"[（(【〔][^（(）)【】〔〕]*[）)】〕]")
_ENOUGH = 0.5


def domain_of(title: str, place: str | None) -> str:
    """Return the field of work that a title names: 临江区2025年安全生产工作要点 gives 安全生产."""
    plain = normalise(title)
    quoted = _QUOTED.search(plain)
    plain = _BRACKETS.sub("", quoted[1] if quoted else plain)
    plain = _LEAD.sub("", plain, count=1)
    parts = _YEAR.split(plain, maxsplit=1)
    plain = "".join(_without_place(part, place) for part in parts)
    return _FORM.sub("", _WHOLE.sub("", plain)).removesuffix("重点").removesuffix("工作").strip("、，. ")


def _without_place(text: str, place: str | None) -> str:
    """Take the place off the beginning: the whole of it, or its last parts (临江区 of 江城市临江区)."""
    name = normalise(place or "")
    for start in range(len(name) - 1):
        if text.startswith(name[start:]):
            return text[len(name) - start :]
    return text


def alike(one: str, other: str) -> bool:
    """Whether two fields of work are alike: they share half of the pairs of characters of the shorter one."""
    first, second = _pairs(one), _pairs(other)
    return bool(first and second) and len(first & second) >= _ENOUGH * min(len(first), len(second))


def _pairs(text: str) -> set[str]:
    letters = "".join(char for char in text if char.isalnum())
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
