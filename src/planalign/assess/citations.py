"""Citations of a child held against the head of the parent that was given."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.model.plan import Citation, Masthead

_NUMBER = compiled(r"^(?P<organ>.+?)〔(?P<year>\d{4})〕(?P<serial>\d+)号$")
_ABOUT = compiled(r"^(?P<issuer>.*?)关于(?:印发|转发|批转|下发|公布|发布)(?P<core>.+?)的(?:通知|函)$")
_YEAR = compiled(r"20\d\d年度?")
_PLACE = compiled(r"^(?:[一-龥]{2,4}(?:省|市))?[一-龥]{1,6}?(?P<level>[省市区县旗镇乡]|街道)(?=20\d\d|[一-龥])")
_WHOLE = compiled(r"(?:全|本|我)(?P<level>[省市区县旗镇乡]|街道)")
_SIGNS = compiled(r"[《》〈〉“”‘’\s]")
_LONG = 8
"""Shorter titles (《工作要点》) are alike by chance."""


class Verdict(StrEnum):
    """What a citation is to the parent that was given."""

    PARENT = "parent"
    WRONG_TITLE = "wrong_title"
    WRONG_NUMBER = "wrong_number"
    OTHER_ISSUER = "other_issuer"
    UNRELATED = "unrelated"


class _Title(NamedTuple):
    issuer: str
    year: str
    level: str
    core: str


def verdict(cited: Citation, parent: Masthead) -> Verdict:
    """Say whether a citation means the parent, and whether its number and title are right."""
    own = _title(parent.title or parent.notice_title or "")
    named = _title(cited.title or "")
    if cited.number and cited.number == parent.document_number:
        fits = not cited.title or not own.core or _means(named, own)
        return Verdict.PARENT if fits else Verdict.WRONG_TITLE
    if not _same_title(named, own):
        return Verdict.UNRELATED
    if not cited.number or not parent.document_number:
        return _by_issuer(named.issuer, parent.issuer)
    one, other = _NUMBER.match(cited.number), _NUMBER.match(parent.document_number)
    if one and other and one["organ"] != other["organ"]:
        return Verdict.OTHER_ISSUER
    return Verdict.WRONG_NUMBER if named.year == own.year else Verdict.UNRELATED


def _by_issuer(issuer: str, parent: str | None) -> Verdict:
    if not issuer or not parent or issuer in parent or parent in issuer:
        return Verdict.PARENT
    return Verdict.OTHER_ISSUER


def _title(text: str) -> _Title:
    """Take a title apart: who issued it, for which year, for which level, and about what."""
    plain = _SIGNS.sub("", normalise(text))
    about = _ABOUT.match(plain)
    issuer, core = (about["issuer"], about["core"]) if about else ("", plain)
    year = _YEAR.search(core)
    place = _PLACE.match(core)
    whole = _WHOLE.search(core)
    level = next((found["level"] for found in (place, whole) if found), "")
    core = core[place.end() :] if place else core
    return _Title(issuer, year[0][:4] if year else "", level, _WHOLE.sub("", _YEAR.sub("", core)))


def _same_title(one: _Title, other: _Title) -> bool:
    levels = one.level == other.level or not (one.level and other.level)
    return len(one.core) >= _LONG and one.core == other.core and levels


def _means(one: _Title, other: _Title) -> bool:
    """Say whether a title is the other one or leaves out some of its characters."""
    if one.year and other.year and one.year != other.year:
        return False
    rest = iter(other.core)
    return all(char in rest for char in one.core)
