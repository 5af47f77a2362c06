"""Lists with their counts: 停课、停工、停业三项措施, 8+1领域, 八大行动, “五进”, and items that begin alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.facts import Listing
from planalign.parse.verb import LEADING_VERB
from planalign.text.amounts import amount
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_HINT = compiled(
    r"等[\d一二两三四五六七八九十]|[+]\d|[三四五六七八九十两\d]大|[\d一二两三四五六七八九十](?:项|类|种|个方面|方面|条|进|停|必|查)"
    r"|(?P<first>[一-龥])[^，。；、]{1,9}[、，](?P=first)"
)
_SIMPLE = r"[一二两三四五六七八九十]|十[一二三四五六七八九]"
_COUNTED = compiled(
    rf"(?P<items>(?:[^，。；：、“”（）()\d]{{1,14}}、){{1,60}}[^，。；：、“”（）()]{{1,14}}?)(?:等|共)?(?P<count>\d{{1,2}}|{_SIMPLE})"
    r"(?P<unit>大类|类|项|种|个方面|方面|个领域|领域|条|个环节)(?:(?P<noun>[一-龥]{1,6}?)(?=[，。；、：（(“的]|$))?"
)
_PLUS = compiled(
    r"(?<![\d“+])(?P<first>\d{1,2})\+(?P<more>\d{1,2})(?![\d+])"
    r"(?P<noun>(?:个|类|项|重点)?[一-龥]{2,6}?)(?=专项|[，。；、”]|$)"
)
_GREAT = compiled(
    rf"(?<![第\d])(?P<count>{_SIMPLE}|\d{{1,2}})大(?P<noun>(?:重点|专项|攻坚|提升|攻坚战)?"
    r"(?:行动|工程|任务|体系|领域|产业|战役|攻坚|机制|能力|专项|举措|计划|集群|措施))"
)
_SHORT = compiled(rf"“(?P<count>{_SIMPLE})(?P<noun>进|停|必|查|必叫|多|个一|到位|清|通|化|有|防|严|不放过)(?=[、”])")
_ALIKE = compiled(r"(?P<first>[一-龥])[^，。；、“”\d]{1,9}(?:[、，](?P=first)[^，。；、“”\d]{1,9}){2,}")
# A long list without a count is not searched for one, which is slow.
_COUNT = compiled(rf"(?:\d|{_SIMPLE})(?:大类|类|项|种|个方面|方面|个领域|领域|条|个环节)")
# What leads up to the first item: 针对平台配送、…等5类新业态.
_LEAD = compiled(
    r"[^、]*?(?:针对|围绕|聚焦|落实|开展|推进|实施|包括|涵盖|涉及|抓好|做好|完成|组织|整治|突出|紧盯|采取|推行)(?=[^、]{2})"
    r"|对(?=[^、]{2})"
)
_DULL = frozenset("各有区市县镇乡省中不的和与是在全等对从把将以为及其开加推落建完强")


def find_listings(text: str, plain: str) -> tuple[Listing, ...]:
    """Return the lists that state their count or whose items begin alike, in order.

    `plain` is the text in half width.
    """
    if not _HINT.search(plain):
        return ()
    kept: list[Listing] = []
    for each in (*_counted(text, plain), *_named(text, plain), *_alike(text, plain)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda one: one.start))


def _counted(text: str, plain: str) -> Iterator[Listing]:
    """Find lists that name their items and then count them: the count is theirs, or 等 says that more follow."""
    for match in _COUNTED.finditer(plain) if "、" in plain and _COUNT.search(plain) else ():
        count = int(amount(match["count"]) or 0)
        lead = _LEAD.match(match["items"]) or LEADING_VERB.match(match["items"])
        first = match.start("items") + (lead.end() if lead else 0)
        items = tuple(plain[first : match.end("items")].split("、"))
        open_end = "等" in plain[match.end("items") - 1 : match.start("count")]
        if len(items) == count or (open_end and len(items) < count):
            noun = (match["noun"] or match["unit"]).removeprefix("个")
            yield _listing(text, (first, match.end()), count, noun, items)


def _named(text: str, plain: str) -> Iterator[Listing]:
    for match in _PLUS.finditer(plain) if "+" in plain else ():
        yield _listing(text, match.span(), int(match["first"]) + int(match["more"]), match["noun"])
    for sign, pattern in (("大", _GREAT), ("“", _SHORT)):
        for match in pattern.finditer(plain) if sign in plain else ():
            yield _listing(text, (match.start("count"), match.end()), int(amount(match["count"]) or 0), match["noun"])


def _alike(text: str, plain: str) -> Iterator[Listing]:
    for match in _ALIKE.finditer(plain) if plain.count("、") + plain.count("，") > 1 else ():
        items = tuple(match[0].replace("，", "、").split("、"))
        if match["first"] not in _DULL:
            yield _listing(text, match.span(), len(items), match["first"], items)


def _listing(text: str, span: tuple[int, int], count: int, noun: str, items: tuple[str, ...] = ()) -> Listing:
    start, end = span
    return Listing(text=text[start:end], start=start, end=end, count=count, noun=noun, items=items)
