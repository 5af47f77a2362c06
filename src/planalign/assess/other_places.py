"""Names of other places in a text, and how to tell those that are meant from those left over.

Districts and counties are known from a gazetteer; a name that it lacks, and every township, is taken for one only
where what stands before and behind it leaves no doubt where it begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.plan import Level
from planalign.text.gazetteer import known_places
from planalign.text.levels import place_names
from planalign.text.pattern import compiled, holds_any
from planalign.text.quoted import without_quotes

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


class OtherPlace(NamedTuple):
    """A place that is not the plan's own, and its first character in the normalised text."""

    name: str
    start: int


_LEAD = r"(?:^|(?<=[，、；。：]))(?:对|在|由|于|位于|参照|比照|仿照|按照|按|以|请|要求|通知)"
# 临江区各中小学要…: a sentence that tells the whole of a place what to do begins with its name.
_DISTRICT = compiled(
    rf"(?:{_LEAD}|(?:^|(?<=[，、；。：]))(?=[一-龥]{{3,4}}各))(?P<name>[一-龥]{{2,3}}?[区县])"
    r"(?=各|人民政府|[区县]委|统一|的?经验|的?做法|标准|模式)"
)
_TOWN = compiled(rf"{_LEAD}(?P<name>[一-龥]{{2,3}}?(?:镇|乡|街道))(?!街道|级|域|村|土|政府所在)")
_BELOW_CITY = compiled(r"(?P<name>[一-龥]{1,4}?[区县])(?![域级划位间块段])")
# 各园区, 重点库区, 工业园区, 特色小镇, 受灾镇: no names.
_NO_NAME = compiled(
    r"[全各本我该两多外内每其此某镇乡村街级市区县省](?!$|道$)|^[沿受有无所相驻]|^(?:配合|协调|组织|督促|指导|提请|报请|协助|会同|联合|邀请|支持|推动|发动|要求|通知|商请|抄送)|[社园辖库灾景林山矿城片校厂小街港牧农战疫震护验范险集成能制盲误"
    r"郊罐营务心点商工牧站老产展发税火边危段]区$|(?:中心|建制|重点|特色|[古强集名新城灾困])(?:镇|区|乡)$|(?:示范|开发|高新)区$"
)
_ENDS = compiled(r"[^城全都社园辖库灾景林矿片校厂小街本各我该市区县\W]{2}[区县市旗](?![域级划位间块段县镇市内])")
_LONGEST = 12
_SHORTEST = 3

_BESIDE = (
    "签订", "签署", "毗邻", "相邻", "邻近", "周边", "交界", "接壤", "边界", "沿线", "流域", "上游", "下游", "跨",
    "经验", "借鉴", "学习", "考察", "对口", "帮扶", "支援", "援助", "结对", "协作", "合作", "联动", "共建", "承接",
    "引进", "招商", "推介", "赴", "游客", "务工", "往返", "一体化", "都市圈", "城市群", "籍",
)  # fmt: skip
_WITH = compiled(r"(?:与|同|和|跟|联合)[^，。；]*$")
_WORKS = compiled(
    r"(?!各)[一-龥]{0,4}(?:医院|中学|小学|大学|学院|学校|公司|集团|大桥|隧道|水库|高速|公路|铁路|机场|港区|码头|车站|电站|支局|监管局|银行)"
)


class OtherPlaces:
    """Finds places other than that of a plan in its words."""

    def __init__(self, own: str, level: Level, words: str) -> None:
        """Keep the own place in full, where its government stands, and all normalised words of the plan."""
        self._own = own
        self._level = level
        self._words = words
        self._city = next((name for name in place_names(own)[1:] if name.endswith(("市", "州"))), "")

    def find(self, text: str) -> Iterator[OtherPlace]:
        """Yield districts other than the own one, and in the plan of a township other townships too."""
        bare = without_quotes(text)
        seen: set[int] = set()
        for name, start in sorted(self._named(bare), key=lambda found: found[1]):
            end = start + len(name)
            if end not in seen and name not in self._own and not _is_meant(bare, start, end):
                seen.add(end)
                yield OtherPlace(name, start)

    def _named(self, bare: str) -> Iterator[tuple[str, int]]:
        if self._level is Level.TOWNSHIP and any(sign in bare for sign in ("镇", "乡", "街道")):
            yield from self._in_words(_TOWN, bare)
        if "区" in bare or "县" in bare or "市" in bare:
            yield from self._in_words(_DISTRICT, bare)
            yield from self._below_city(bare)
            yield from _from_gazetteer(bare)

    def _in_words(self, pattern: re.Pattern[str], bare: str) -> Iterator[tuple[str, int]]:
        for match in pattern.finditer(bare):
            name = match["name"]
            if _NO_NAME.search(name) is None and not self._is_word(name):
                yield name, match.start("name")

    def _is_word(self, name: str) -> bool:
        """Say whether the plan uses the name without its ending too: 配合区各部门 names no place, 配合 is a word."""
        body = name.removesuffix("街道") if name.endswith("街道") else name[:-1]
        return self._words.count(body) > self._words.count(name)

    def _below_city(self, bare: str) -> Iterator[tuple[str, int]]:
        at = bare.find(self._city) if self._city else -1
        while at >= 0:
            match = _BELOW_CITY.match(bare, at + len(self._city))
            if match and _NO_NAME.search(match["name"]) is None:
                yield match["name"], match.start("name")
            at = bare.find(self._city, at + 1)


def _from_gazetteer(bare: str) -> Iterator[tuple[str, int]]:
    for match in _ENDS.finditer(bare):
        end = match.end()
        starts = range(max(0, end - _LONGEST), end - _SHORTEST + 1)
        start = next((start for start in starts if bare[start:end] in known_places()), None)
        if start is not None:
            yield bare[start:end], start


def _is_meant(bare: str, start: int, end: int) -> bool:
    """Say whether the sentence is about working with, learning from or bordering on the place."""
    first = max(bare.rfind(mark, 0, start) for mark in "。；") + 1
    stops = [at for mark in "。；" if (at := bare.find(mark, end)) >= 0]
    last = min(stops, default=len(bare))
    if holds_any(bare[first:last], _BESIDE):
        return True
    return _WITH.search(bare[first:start]) is not None or _WORKS.match(bare, end) is not None
