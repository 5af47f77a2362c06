"""Facts with what they are about: the words around a number, deadline, frequency or list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planalign.align.around import ADJECTIVES, Fact, around, wider
from planalign.align.due import is_year_end
from planalign.align.segments import STOPS, segment
from planalign.align.terms import pairs
from planalign.model.annex import RowKind
from planalign.model.facts import Aspect, Deadline, Frequency, Listing, Target
from planalign.model.index import further_annexes
from planalign.text.pattern import compiled
from planalign.text.years import is_for_one_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.align.pair import Side
    from planalign.model.facts import Facts

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
    r"(?:(?:不(?:得|能|应)?)?(?:低于|少于|小于|高于|大于|多于)|不(?:得|能|应)?超过|(?:稳定)?控制在|力争|(?<!雷)达到?|保持在?|超过|突破)(?:以[上内下]|之内)?$|(?<=[到达在])以[上内下]$|[：:]?[≤≥<>＜＞]+$"
)
_DATES = compiled(r"[\d年月日至到]+")
# 山下、山上等2个片区: the count of what has just been named.
_NAMED = compiled(r"(?P<names>[^，。；：、]+(?:、[^，。；：、]+)+)等$", signs="等")
# 汛前检查 is a name where another day is set for it.
_SEASONAL = compiled(r"(?:安全)?(?:大?检查|准备|排查|巡查|演练)")
_OF_A_PERIOD = frozenset({"年度", "半年度", "季度", "月度"})
_ALL_DONE = compiled(r"应.尽.")
_SERIES = frozenset("、和")
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
    shown: str
    """The same as people read it: with the fact where it stands in the midst of the words."""
    offset: int
    """Where the text of the clause or cell begins in `text`."""
    neutral: str
    """The same without level words and words that bind."""
    year: int | None = None
    """The year of the plan, of which deadlines without a year are."""
    number: Target | None = None
    """The number inside a frequency or a list: the 5场 of 全年举办活动5场."""

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
        for item in _items(side, clause.text, (clause.targets, clause.facts), Place(clause.id))
    ]
    year = side.plan.masthead.year if is_for_one_year(side.plan.masthead.title) else None
    for number, (clause, owner) in enumerate(zip(side.clauses, side.owners, strict=True)):
        place = Place(clause.id, side.tasks[owner].id, number)
        if owner != side.owners[number - 1] or not number:
            # A heading such as 推进三年行动 binds its task; it is quoted with the first clause.
            task = side.tasks[owner]
            found += _items(side, task.title, (task.targets, task.facts), place)
        title = side.tasks[owner].title
        items = _items(side, clause.text, (clause.targets, clause.facts), place, title)
        found += _of_the_task(items, len(clause.sentence), title, year)
    return found


def _of_the_task(items: Iterable[Item], words: int, title: str, year: int | None) -> Iterator[Item]:
    """Yield the facts of a clause; what a note behind its words says of when is about the task.

    Its own words, 完成时限, tell nothing, and the end of the one year of the plan is said by the plan.
    """
    for item in items:
        if item.fact.start < words:
            yield item
        elif not (isinstance(item.fact, Deadline) and is_year_end(item.fact, year)):
            yield replace(item, shown=title)


def row_items(side: Side) -> list[Item]:
    """Return the facts of all annex rows of a plan; the name of a row is part of what they are about."""
    return [
        item
        for annex in further_annexes(side.plan)
        for row in annex.rows
        if row.kind is RowKind.ITEM
        for item in _items(side, row.target, (row.targets, row.facts), Place(row.id), row.name)
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


def _in_series(text: str, facts: Sequence[Fact]) -> list[Fact]:
    """Return facts with the period before a series given to each of its counts: 每年1次、2次、3次."""
    found: list[Fact] = []
    for fact in facts:
        before = found[-1] if found else None
        found.append(_continued(text, before, fact) if before else fact)
    return found


def _continued(text: str, before: Fact, fact: Fact) -> Fact:
    """Return the count behind a frequency as one of the same period; any other fact as it is."""
    if not (isinstance(before, Frequency) and isinstance(fact, Target) and before.per_year and before.times):
        return fact
    if fact.text[-1:] != before.text[-1:] or text[before.end : fact.start].strip() not in _SERIES:
        return fact
    per_year = round(before.per_year / before.times * fact.value, 4)
    span = {"text": fact.text, "start": fact.start, "end": fact.end}
    return before.model_copy(update={**span, "times": fact.value, "per_year": per_year})


def counts_offices(item: Item) -> bool:
    """Say whether a number counts offices (对5个区县、8个部门开展巡查), which no child can take over."""
    return _OFFICES.match(item.text, item.offset + item.fact.end) is not None


def is_counted(fact: Listing) -> bool:
    """Say whether a list states its count: 8+1领域 and 五项措施, not 多提示、多通报、多暗访 or the name “五进”."""
    return fact.noun[:1] != fact.items[0][:1] if fact.items else "+" in fact.text or "大" in fact.text


def _items(
    side: Side, text: str, said: tuple[Sequence[Target], Facts], place: Place, title: str = ""
) -> Iterator[Item]:
    """Yield the facts of a text, `said` in it."""
    targets, facts = said[0], _in_series(text, facts_of(*said))
    lead = f"{title}：" if title else ""
    for index, fact in enumerate(facts):
        if _is_aside(text, facts, index):
            continue
        matter, shown, neutral = _about(side, text, facts, index, title)
        if not place.task and title and title not in matter:
            # The name of a row stands for the sentence around its number.
            shown = f"{lead}{shown}" if neutral and matter else title
            matter = f"{lead}{matter}" if neutral and matter else title
            neutral = side.neutral(title) + neutral
        number = next((each for each in targets if fact.start <= each.start < each.end <= fact.end), None)
        year = side.plan.masthead.year
        yield Item(place, f"{lead}{text}", fact, matter, shown, len(lead), neutral, year, number)


def _is_aside(text: str, facts: Sequence[Fact], index: int) -> bool:
    """Say whether a fact asks for nothing of its own."""
    fact, (first, last) = facts[index], segment(text, facts[index])
    before = [other for other in facts[:index] if other.start >= first]
    behind = [other for other in facts[index + 1 :] if other.start < last]
    if isinstance(fact, Target):
        counted = any(isinstance(other, Target) for other in behind) and _counts_named(text[first : fact.start], fact)
        return counted or _is_no_aim(text, fact)
    if isinstance(fact, Frequency):
        # 年度述职率 is a rate.
        return fact.text in _OF_A_PERIOD and any(isinstance(other, Target) for other in behind)
    dated = any(isinstance(other, Deadline) and other.due for other in before)
    return isinstance(fact, Deadline) and fact.season is not None and dated and bool(_SEASONAL.match(text, fact.end))


def _counts_named(before: str, fact: Target) -> bool:
    """Say whether a number counts the places just named: 山下、山上等2个片区."""
    named = _NAMED.search(before)
    return named is not None and fact.value == len(named["names"].split("、"))


def _is_no_aim(text: str, fact: Target) -> bool:
    """Say whether a number aims at nothing: the plan's own 6个方面, an age, or the base of 每50户配1名."""
    base = text[: fact.start].rstrip().endswith("每")
    return base or fact.unit == "岁" or _OWN_COUNT.match(text, fact.end) is not None


def _about(side: Side, text: str, facts: Sequence[Fact], index: int, title: str) -> tuple[str, str, str]:
    """Return the matter of a fact as it is judged, as people read it, and as it is compared."""
    fact, found = facts[index], around(text, facts, index)
    shown = _trimmed(found.shown)
    neutral = _plain(side, found.words[:QUALIFIED] if fact.text in ADJECTIVES else found.words)
    matter = f"{fact.text}{found.words}" if fact.text in ADJECTIVES else found.words
    if len(pairs(neutral)) < LEAST_GRAMS or _DATES.fullmatch(neutral):
        found = wider(text, fact)
        matter = found.words or title
        neutral = _plain(side, matter)
        shown = shown if len(shown) > 1 else _trimmed(found.shown)
    return _trimmed(matter), shown or title, neutral


def _plain(side: Side, words: str) -> str:
    return _BINDING.sub("", side.neutral(_TEAM.sub("队伍", words)))


def _trimmed(words: str) -> str:
    """Return words without the spaces and stops around them and the words that bound a number, 不少于 and 控制在."""
    return _LOOSE_END.sub("", "".join(words.split()).strip(STOPS)).strip(STOPS)
