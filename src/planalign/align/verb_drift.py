"""Weaker verbs: 完成 in the parent becomes 力争完成 or 配合 in the child."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.align.commitments import Part, commitments
from planalign.align.terms import pairs
from planalign.model.comparison import Drift, DriftKind
from planalign.model.facts import Aspect, VerbStrength
from planalign.text.pattern import compiled
from planalign.text.strength import find_verbs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.align.fact_pairs import Likeness
    from planalign.align.pair import Pair, Side
    from planalign.model.comparison import ClauseCoverage

SAME_ACTION = 0.5
"""From this likeness two parts of clauses are one action."""
LEAST_CORE = 3
"""An action of no more characters has its object in the part before it."""
SAME_WHEN_HEDGED = 0.33
"""The same where the child only tries: no level has to word it so."""
SAME_STEP = 0.2
"""The same where one verb is a step below the other: 约谈 and 提醒."""
SAME_ADDRESSED = 0.05
"""The same where the child carries the action and both ask the same people: 推动企业 and 倡导企业."""
# What an office does about something, step by step down.
_STEPS = (
    ("审批", "备案"),
    ("许可", "备案"),
    ("约谈", "提醒"),
    ("督办", "督促"),
    ("督办", "通报"),
    ("不得", "不建议"),
    ("不得", "不予推荐"),
    ("严禁", "不提倡"),
    ("立案", "警告"),
    ("签发", "报请"),
    ("关停", "劝导"),
    ("全面", "试点"),
)
_TO_LEAVING = (("推行", "引导"), ("推行", "倡导"), ("推行", "鼓励"))
"""The same of verbs that soften everything, and say what is done as much as how."""
_MANNER = ("原则上", "同步", "逐年", "逐步", "基本", "力争", "争取")
_HOW = compiled("|".join((*_MANNER, *(word for step in _STEPS for word in step))))
_WEAK = frozenset(weak for _, weak in _STEPS)
# Plans, laws, standards and platforms of a level are made by that level; those below can only help.
_MAKING = compiled(r"编制|编修|制定|制订|起草|修订|出台|立法|启动|搭建|建设|建成|建立|推动|完善")
_OWN_WORK = compiled(r"规划|立法|条例|办法|规定|标准|规范|预案|平台|系统|数据库|模型库|体系|机制|网络")
_BARE = compiled(r"\d+月(?:\d+日|底|末)?前?|年底前?|汛前|(?:全部|全面|基本|力争|确保)?完成|全部|基本|力争")
_TITLE = compiled(r"《[^《》]*》")
_HEDGES = frozenset({"力争", "争取", "基本", "原则上", "逐步", "逐年", "尽量", "配合", "积极配合", "主动配合", "协助"})
_ABOVE = compiled(r"(?:配合|协助|支持)[^，。；]{0,4}(?:全?[省市区县]|[省市区县]级|上级)")
_TRIES = frozenset({"力争", "争取", "基本", "原则上", "尽量", "逐步", "逐年"})
_ASKING = compiled(r"(?:推动|督促|要求|责令|责成|指导|组织)(?P<whom>[一-龥]{2})")
_LEAVING = compiled(r"(?:倡导|鼓励|支持|引导)(?P<whom>[一-龥]{2})")
# The parent's own inspections are not handed down either.
_OVERSIGHT = compiled(r"巡查|督查|督导|考核|评估|审计|验收")
_HELP = frozenset({"配合", "积极配合", "主动配合", "协助", "支持"})


class Carried(NamedTuple):
    """A clause of the parent and one of the child that carries it and holds softening words."""

    parent: str
    text: str
    child: str
    softer: str
    carried: frozenset[str]
    """The parent's actions that the child's clause carries."""


class Weaker(NamedTuple):
    """A parent's action and the child's action in softer words."""

    score: float
    parent: str
    action: str
    child: str
    softer: str
    words: frozenset[str]


def weakened(pair: Pair, coverage: Iterable[ClauseCoverage], likeness: Likeness) -> Iterator[Drift]:
    """Return the actions of carried clauses that the child takes up with a softer verb, each once."""
    parents = {clause.id: clause.text for clause in pair.parent.clauses}
    soft = {clause.id: clause.text for clause in pair.child.clauses if _soft(clause.text)}
    clauses = [
        Carried(entry.parent_clause, parents[entry.parent_clause], child, soft[child], _carried(entry, child))
        for entry in coverage
        for child in entry.child_clauses
        if child in soft
    ]
    found = [weaker for both in clauses for weaker in _weaker(pair, likeness, both)]
    taken: set[tuple[str, str]] = set()
    for weaker in sorted(found, key=lambda each: (-each.score, each.parent, each.child)):
        ends = {(weaker.parent, weaker.action), (weaker.child, weaker.softer)}
        if not ends & taken:
            taken |= ends
            yield _drift(weaker)


def _carried(entry: ClauseCoverage, child: str) -> frozenset[str]:
    return frozenset(part.text for part in entry.commitments if part.carried and part.child_clause == child)


def _weaker(pair: Pair, likeness: Likeness, both: Carried) -> Iterator[Weaker]:
    upper, lower = _actions(both.text), _actions(both.softer)
    # What stands in both clauses as it is has no softer verb.
    changed = [text for text in upper if text not in lower]
    mine = {text: grams for text in changed if (grams := _core(pair.parent, both.text, text))}
    for action in (each for each in lower if each not in upper):
        words = _soft(action)
        grams = _core(pair.child, both.softer, action) if words and mine else frozenset()
        scores = {text: likeness.shared(mine[text], grams) for text in mine} if grams else {}
        alike = [
            (score, text)
            for text, score in scores.items()
            if _falls_short(text, action, words) and score >= _least(text, action, words, both.carried)
        ]
        if alike:
            score, best = max(alike)
            yield Weaker(score, both.parent, best, both.child, action, words)


def _least(action: str, softer: str, words: frozenset[str], carried: frozenset[str]) -> float:
    """Return from which likeness two actions are one: the surer the words fall short of each other, the lower."""
    if action in carried and _addressed(action, softer):
        return SAME_ADDRESSED
    if _steps(action, softer, words):
        return SAME_STEP
    return SAME_WHEN_HEDGED if words & _TRIES else SAME_ACTION


def _addressed(action: str, softer: str) -> bool:
    """Say whether two actions begin with what is asked of the same: 督促企业设立 and 鼓励企业设立."""
    asked, left = _ASKING.match(action), _LEAVING.match(softer)
    return asked is not None and left is not None and asked["whom"] == left["whom"]


def _steps(action: str, softer: str, words: frozenset[str]) -> bool:
    return any(weak in words and firm in action and firm not in softer for firm, weak in (*_STEPS, *_TO_LEAVING))


def _falls_short(action: str, softer: str, words: frozenset[str]) -> bool:
    """Say whether words make the child's action weaker than the parent's: the parent has none, or a firmer one."""
    if _steps(action, softer, words):
        return True
    return bool(words - _WEAK) and not _soft(action) - _WEAK and bool(words & _HEDGES or action[:2] != softer[:2])


def _core(side: Side, clause: str, action: str) -> frozenset[str]:
    """Return the pairs of characters of an action; of one that only says when, those of its clause."""
    plain = _BARE.sub("", _TITLE.sub("", action))
    whole = plain if len(plain) > LEAST_CORE else _TITLE.sub("", clause)
    return pairs(side.neutral(_HOW.sub("", whole)))


def _actions(text: str) -> list[str]:
    return [part.text for part in commitments(text) if part.part is not Part.ITEM]


def _soft(text: str) -> frozenset[str]:
    """Return the softening words of a text, and the weaker ones of pairs such as 审批 and 备案."""
    soft = (text[verb.start : verb.end] for verb in find_verbs(text) if verb.strength is VerbStrength.SOFT)
    return frozenset(soft) | {weak for weak in _WEAK if weak in text}


def _drift(weaker: Weaker) -> Drift:
    return Drift(
        matter=weaker.action,
        parent_clause=weaker.parent,
        child_clause=weaker.child,
        parent_value=weaker.action,
        child_value=weaker.softer,
        drift=DriftKind.LOOSER,
        aspect=Aspect.VERB,
        level_change=_is_level_change(weaker),
    )


def _is_level_change(weaker: Weaker) -> bool:
    """Say whether the parent makes something of its own with which the child can only help."""
    if not weaker.words <= _HELP:
        return False
    above = _ABOVE.search(weaker.softer) is not None
    if _OVERSIGHT.search(weaker.action):
        return above
    return _MAKING.search(weaker.action) is not None and (above or _OWN_WORK.search(weaker.action) is not None)
