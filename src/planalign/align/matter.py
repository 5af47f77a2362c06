"""Facts with what they are about: the words around a number, deadline, frequency or list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planalign.align.terms import pairs
from planalign.align.threshold import picks_out
from planalign.model.annex import RowKind
from planalign.model.facts import Aspect, Deadline, Frequency, Listing, Target
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.align.pair import Side
    from planalign.model.facts import Facts, Span

Fact = Target | Deadline | Frequency | Listing

_SHARED = compiled(r"(?:同比|环比|较[^，、]{2,8})?分别")
_STOPS = "，。；：！？,;"
_BRACKETS = ("（", "）"), ("(", ")")
# What binds a number says nothing of what it is about.
_BINDING = compiled(
    r"不(?:得|能|应)?(?:低于|少于|小于|超过|高于|大于|多于)|至少|最少|控制在|保持在?|力争|确保|(?<!雷)达到?|以上|以内|以下|之内|超过|左右|同比|下降|增长|分别|完成率?为|全年|年内"
    r"|底前|月前|前完成|全部完成|全面完成|完成|实现|不足|每(?:年|月|季度|周|日|半年|学期)|开展|组织|进行|实施|推进|[≤≥]"
)
# 全年安排6个方面、26项任务 counts the plan's own parts.
_OWN_COUNT = compiled(r"(?:方面|(?:重点|具体|工作|年度|主要|目标)?任务|重点行动|重点工作)")
# A city has its 救援支队, a district its 救援大队, a township its 应急分队.
_TEAM = compiled(r"(?<=[一-龥])(?:总队|支队|大队|中队|分队)(?![伍员])", signs=("总队", "支队", "大队", "中队", "分队"))
_OFFICES = compiled(r"(?:[省市区县]级)?(?:区县|县区|镇街|乡镇|街道|部门|村居|单位)")
_LOOSE_END = compiled(
    r"(?:不(?:得|能|应)?(?:低于|少于|小于|超过|高于|大于|多于)|(?:稳定)?控制在|力争|(?<!雷)达到?|保持在?|超过|突破)(?:以[上内下]|之内)?$|(?<=[到达在])以[上内下]$|[：:]?[≤≥<>＜＞]+$"
)
_BOUND = compiled(r"不(?:得|能|应)?(?:低于|少于|小于|超过|高于|大于|多于)|至少|最少|最多")
_BOUND_BEHIND = compiled(r"^\s*(?:[（(]含[）)])?及?(?:以上|以内|以下|之内)")
_ALL_DONE = compiled(r"应.尽.")
_PERIOD = compiled(
    r"每个?(?:半年|半月|两[周月]|学期|学年|季度?|年|月|周|日|天|旬|星期)|(?:\d+|[一两二三四五六])(?:次|轮|遍|场|期|回)"
)
_ADJECTIVES = frozenset(
    {"年度", "半年", "半年度", "季度", "月度", "定期", "双月", "按年", "按季", "按月", "按旬", "按周", "按日"}
)
QUALIFIED = 10
"""How many characters behind it 年度 or 定期 speaks of."""
LEAST_GRAMS = 2
"""With fewer pairs of characters a segment does not say what its number is about."""


class Place(NamedTuple):
    """Where a fact stands."""

    owner: str
    """Id of the clause or annex row."""
    task: str = ""
    """Id of the task; empty outside tasks."""
    row: int | None = None
    """Number of the clause in its `Side`; none outside tasks."""


@dataclass(frozen=True)
class Item:
    """One fact of a plan with its place and its matter."""

    place: Place
    """Where it stands."""
    text: str
    """The whole clause, or name and target of the row."""
    fact: Fact
    matter: str
    """The words around the fact, without other facts."""
    offset: int
    """Where the text of the clause or cell begins in `text`."""
    neutral: str
    """The same without level words and words that bind."""
    year: int | None = None
    """The year of the plan, of which deadlines without a year are."""

    @cached_property
    def grams(self) -> frozenset[str]:
        """Return the pairs of neighbouring characters of the matter."""
        return pairs(self.neutral)

    @property
    def owner(self) -> str:
        """Return the id of the clause or annex row."""
        return self.place.owner

    @property
    def aspect(self) -> Aspect:
        """Return what kind of fact it is."""
        return _ASPECTS[type(self.fact)]


_ASPECTS: dict[type, Aspect] = {
    Target: Aspect.NUMBER,
    Deadline: Aspect.DEADLINE,
    Frequency: Aspect.FREQUENCY,
    Listing: Aspect.LISTING,
}


def clause_items(side: Side) -> list[Item]:
    """Return the facts of all clauses of a plan, those of its preamble first."""
    found = [
        item
        for clause in side.plan.preamble
        for item in _items(side, clause.text, facts_of(clause.targets, clause.facts), Place(clause.id))
    ]
    for number, (clause, owner) in enumerate(zip(side.clauses, side.owners, strict=True)):
        place = Place(clause.id, side.tasks[owner].id, number)
        if owner != side.owners[number - 1] or not number:
            # A heading such as 推进三年行动 binds its task; it is quoted with the first clause.
            task = side.tasks[owner]
            found += _items(side, task.title, facts_of(task.targets, task.facts), place)
        found += _items(side, clause.text, facts_of(clause.targets, clause.facts), place, side.tasks[owner].title)
    return found


def row_items(side: Side) -> list[Item]:
    """Return the facts of all annex rows of a plan; the name of a row is part of what they are about."""
    return [
        item
        for annex in side.plan.annexes
        for row in annex.rows
        if row.kind is RowKind.ITEM
        for item in _items(side, row.target, facts_of(row.targets, row.facts), Place(row.id), row.name)
    ]


def facts_of(targets: Sequence[Target], facts: Facts) -> list[Fact]:
    """Return the facts of a text in order; one that lies inside another is part of it (the 1次 of 每年1次).

    应接尽接 stands for 100 %, but is held to be words where a number is asked for.
    """
    every: list[Fact] = [*facts.frequencies, *facts.deadlines, *facts.listings, *targets]
    taken: list[Fact] = []
    for fact in every:
        inside = any(fact.start < other.end and other.start < fact.end for other in taken)
        if not inside and not _ALL_DONE.fullmatch(fact.text):
            taken.append(fact)
    return sorted(taken, key=lambda fact: fact.start)


def counts_offices(item: Item) -> bool:
    """Say whether a number counts offices (对5个区县、8个部门开展巡查), which no child can take over."""
    return _OFFICES.match(item.text, item.offset + item.fact.end) is not None


def is_counted(fact: Listing) -> bool:
    """Say whether a list states its count: 8+1领域 and 五项措施, not 多提示、多通报、多暗访 or the name “五进”."""
    return fact.noun[:1] != fact.items[0][:1] if fact.items else "+" in fact.text or "大" in fact.text


def _items(side: Side, text: str, facts: Sequence[Fact], place: Place, title: str = "") -> Iterator[Item]:
    lead = f"{title}：" if title else ""
    for index, fact in enumerate(facts):
        if isinstance(fact, Target) and _is_aside(text, fact):
            continue
        shown, neutral = _about(side, text, facts, index, title)
        if not place.task and title and title not in shown:
            # The name of a row stands for the sentence around its number.
            shown = f"{lead}{shown}" if neutral and shown else title
            neutral = side.neutral(title) + neutral
        yield Item(place, f"{lead}{text}", fact, shown, len(lead), neutral, side.plan.masthead.year)


def _is_aside(text: str, fact: Target) -> bool:
    """Say whether a number aims at nothing: the plan's own 6个方面, an age, or the base of 每50户配1名."""
    base = text[: fact.start].rstrip().endswith("每")
    return base or fact.unit == "岁" or _OWN_COUNT.match(text, fact.end) is not None


def _about(side: Side, text: str, facts: Sequence[Fact], index: int, title: str) -> tuple[str, str]:
    """Return the matter of a fact as people read it and as it is compared."""
    fact, matter = facts[index], _matter(text, facts, index)
    near = matter[:QUALIFIED] if fact.text in _ADJECTIVES else matter
    neutral = _plain(side, near)
    if len(pairs(neutral)) < LEAST_GRAMS:
        matter = _wider(text, fact) or title
        neutral = _plain(side, matter)
    return _shown(matter, fact), neutral


def _plain(side: Side, words: str) -> str:
    return _BINDING.sub("", side.neutral(_TEAM.sub("队伍", words)))


def _shown(matter: str, fact: Fact) -> str:
    """Return a matter as people read it: without the words that bound its number, 不少于 and 以上."""
    plain = _LOOSE_END.sub("", "".join(matter.split()).strip(_STOPS))
    return f"{fact.text}{plain}" if fact.text in _ADJECTIVES else plain


def _matter(text: str, facts: Sequence[Fact], index: int) -> str:
    """Return the segment around a fact, cut at stops and at the facts beside it."""
    fact = facts[index]
    first, last = _segment(text, fact)
    if text[fact.start - 1 : fact.start] in {"（", "("} and text[fact.end : fact.end + 1] in {"）", ")"}:
        # 远山片区（4.7平方公里）: a number alone in brackets belongs to the word before them.
        lead = text[: fact.start - 1]
        return lead[max(lead.rfind(stop) for stop in f"{_STOPS}、") + 1 :]
    if isinstance(fact, Listing):
        return text[first:last]
    if isinstance(fact, Frequency) and fact.text in _ADJECTIVES:
        # 年度, 半年 and 定期 qualify the word behind them, whatever else the sentence says.
        return text[fact.end : last]
    before, after = _beside(text, facts, index)
    shared = _SHARED.search(text, first, fact.start)
    if shared and isinstance(fact, Target):
        numbers = [other for other in facts if isinstance(other, Target) and shared.end() <= other.start < last]
        return _its_share(text[first : shared.start()], numbers.index(fact), len(numbers))
    if before is not None and before.end > first:
        first = max(before.end, _joint(text, before.end, fact.start))
    if after is not None and after.start < last:
        # What stands between two numbers belongs to the first up to the comma of enumeration.
        cut = _joint(text, fact.end, after.start)
        last = cut if cut >= 0 else after.start
    # The words inside 每半年盘点1次 say what is done.
    inner = _BOUND.sub("", _PERIOD.sub("", fact.text)) if isinstance(fact, Frequency) else ""
    tail = (
        text[fact.end : last]
        if isinstance(fact, Target) and picks_out(text, fact.start, fact)
        else (_BOUND_BEHIND.sub("", text[fact.end : last]))
    )
    return f"{text[first : fact.start].lstrip('、和及并')}{inner}{tail}"


def segment_start(text: str, place: int) -> int:
    """Return where the words between stops begin that stand before a place."""
    return max(text.rfind(stop, 0, place) for stop in _STOPS) + 1


def _segment(text: str, fact: Span) -> tuple[int, int]:
    """Return the span between stops around a fact; a bracket is a stop for what stands inside it."""
    first = segment_start(text, fact.start)
    ends = [place for stop in _STOPS if (place := text.find(stop, fact.end)) >= 0]
    last = min([*ends, len(text)])
    for opening, closing in _BRACKETS:
        opened, closed = text.rfind(opening, first, fact.start), text.find(closing, fact.end, last)
        if opened >= 0 and text.find(closing, opened, fact.start) < 0:
            first = opened + 1
            last = closed if closed >= 0 else last
    return first, last


def _joint(text: str, start: int, end: int) -> int:
    """Return where the last 、 or 和 stands between two numbers; -1 where there is none."""
    return max(text.rfind(sign, start, end) for sign in "、和及")


def _beside(text: str, facts: Sequence[Fact], index: int) -> tuple[Span | None, Span | None]:
    """Return the numbers before and behind a number; a threshold or an age is part of a noun."""
    if not isinstance(facts[index], Target):
        return None, None
    nouns = [
        fact for fact in facts if isinstance(fact, Target) and (fact.unit == "岁" or picks_out(text, fact.start, fact))
    ]
    before = [fact for fact in facts[:index] if isinstance(fact, Target) and fact not in nouns]
    after = [fact for fact in facts[index + 1 :] if isinstance(fact, (Target, Frequency)) and fact not in nouns]
    return before[-1] if before else None, after[0] if after else None


def _its_share(text: str, position: int, numbers: int) -> str:
    """Return the noun that a number belongs to in 起数、人数同比分别下降4%、6%; all where they share one."""
    nouns = text.replace("和", "、").replace("及", "、").split("、")
    return nouns[position] if len(nouns) == numbers else text


def _wider(text: str, fact: Fact) -> str:
    """Return the segment with those before it in the sentence, for numbers that stand alone behind a comma."""
    start = max(text.rfind(stop, 0, fact.start) for stop in "。；") + 1
    ends = [place for stop in "。；" if (place := text.find(stop, fact.end)) >= 0]
    return f"{text[start : fact.start]}{text[fact.end : min([*ends, len(text)])]}"
