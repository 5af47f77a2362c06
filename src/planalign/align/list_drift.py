"""Plain lists that the child shortens: 清查气瓶、灶具、软管、阀门 becomes 清查气瓶、灶具、软管."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planalign.align.commitments import Part, commitments
from planalign.align.renamed import SEGMENT, stands, with_renamed
from planalign.model.comparison import Drift, DriftKind
from planalign.model.facts import Aspect
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.align.pair import Pair
    from planalign.model.comparison import ClauseCoverage

KEPT = 0.6
"""A list is the child's too if this share of its members stands in one clause; with fewer it is another list."""
LEAST_KEPT = 2
"""So many members at least must stand there."""
KEPT_OF_MANY = 0.5
"""The same where `MANY_KEPT` members stand there."""
MANY_KEPT = 3
"""So many members are no chance."""
CORE = 4
"""How many characters of the first and of the last member tell them apart."""
LEAST_FRAME = 6
"""With fewer characters the last member and what follows it may stand anywhere."""
# 宾馆和文物建筑隐患, but not 和谐, 参与, 普及 or 及早.
_AND = compiled(r"(?P<one>[^和及与以并]{2,8})(?:以及|及|和|与)(?P<other>[^和及与以并谐平时早]{2,}.*)$", signs="和及与")
# 深入排查商业综合体: what stands before the first member is no part of it.
_LEAD = compiled(
    r"^.*(?:排查|检查|整治|清查|巡查|督查|整改|治理|针对|围绕|加强|强化|开展|推进|落实|组织|购置|储备|配备|配齐|建立|拆除|盘活|完善|对|将|把)(?=..)"
)
# 低空经济、水上经济等新业态监管职责和公路、铁路…: one list ends, another begins.
_ENDED = compiled(r"等(?![级候待于量])[^、]{2,}", signs="等")

_DIGIT = compiled(r"\d")
# 压减5 is no part of 压减55%.
_FIGURE_CUT = compiled(r"\d[\d.%‰]|\.\d")


def shortened(pair: Pair, coverage: Iterable[ClauseCoverage], known: frozenset[str | None]) -> Iterator[Drift]:
    """Return the lists of carried clauses of which the child keeps most members; `known` clauses are told already."""
    texts = dict(zip((clause.id for clause in pair.child.clauses), pair.child.neutral_texts, strict=True))
    parents, printed = ({clause.id: clause.text for clause in side.clauses} for side in (pair.parent, pair.child))
    for entry in coverage:
        if entry.child_clauses and entry.parent_clause not in known:
            carrier = entry.child_clauses[0]
            near = [texts[piece.child_clause] for piece in entry.evidence]
            for whole, members in _lists(parents[entry.parent_clause]):
                split = [members[0], *(piece for member in members[1:] for piece in _both(member))]
                found = _kept(pair, members, split, texts[carrier], near)
                kept = with_renamed(dict(_cores(split)), found, printed[carrier])
                if kept and len(kept) < len(split):
                    yield _drift(entry.parent_clause, carrier, whole, [*kept[:-1], _begun(kept[-1], printed[carrier])])


def _kept(pair: Pair, members: list[str], split: list[str], text: str, near: list[str]) -> list[str]:
    """Return the members that a clause keeps of a list that is the child's too; none where it keeps too few.

    `split`: the members with 管理和救援 as two. One alone is enough where it stands in the place of the whole list.
    """
    found = [_standing(pair, each, text, near) for each in (members, split)]
    # 管理和救援 may be one member or two: the list is the child's if it is so in either reading.
    shorter = any(_is_shorter(len(each), len(kept)) for each, kept in zip((members, split), found, strict=True))
    if shorter:
        return found[1]
    return _in_frame(pair, members, text) if len(found[0]) == 1 else []


def _standing(pair: Pair, members: list[str], text: str, near: list[str]) -> list[str]:
    """Return the members that stand in a clause; all where a missing one stands in a clause near it."""
    cores = {member: pair.parent.neutral(core) for member, core in _cores(members)}
    kept = [member for member in members if stands(cores[member], text)]
    elsewhere = any(stands(cores[member], other) for member in members if member not in kept for other in near)
    return members if elsewhere else kept


def told_in(members: Iterable[str], text: str) -> list[str]:
    """Return the members of a list that one enumeration of a text holds, each in a place of its own."""
    best: list[str] = []
    for segment in SEGMENT.findall(text):
        places = segment.split("、")
        kept = [member for member in members if any(stands(member, place) for place in places)]
        if len(best) < len(kept) <= len(places):
            best = kept
    return best


def _in_frame(pair: Pair, members: list[str], text: str) -> list[str]:
    """Return the last member where it stands alone in the place of the list: 在重要天气前会商."""
    first, last = members[0], members[-1]
    if len(last) < LEAST_FRAME:
        return []
    leads = (first[:end] for end in range(1, len(first) - 1))
    return [last] if any(pair.parent.neutral(f"{lead}{last}") in text for lead in leads) else []


def _is_shorter(members: int, kept: int) -> bool:
    """Say whether a list is the child's too, without some members: of a long one half may be gone."""
    if kept >= members:
        return False
    return kept >= max(LEAST_KEPT, KEPT * members) or kept >= max(MANY_KEPT, KEPT_OF_MANY * members)


def _lists(text: str) -> Iterator[tuple[str, list[str]]]:
    """Return each list of a clause as printed, and its members; two that 等 parts are none."""
    for is_item, group in groupby(commitments(text), key=lambda part: part.part is Part.ITEM):
        parts = list(group)
        # Members that all hold a number are told with their numbers.
        told = all(_DIGIT.search(part.text) for part in parts)
        if is_item and not told and not any(_ENDED.search(part.text) for part in parts[:-1]):
            yield text[parts[0].start : parts[-1].end], [part.text for part in parts]


def _both(member: str) -> list[str]:
    """Return the members in what stands between two 、 or behind the last one: 宾馆和文物建筑 are two."""
    joined = _AND.match(member)
    return [joined["one"], joined["other"]] if joined else [member]


def _cores(members: list[str]) -> Iterator[tuple[str, str]]:
    """Return each member with what tells it apart: the first ends a phrase, and the last begins one."""
    for place, member in enumerate(members):
        first, last = place == 0, place == len(members) - 1
        yield member, _LEAD.sub("", member)[-CORE:] if first else member[:CORE] if last else member


def _begun(member: str, text: str) -> str:
    """Return the beginning of a member that stands in a text: what follows the last member is no part of it."""
    ends = (length for length in range(len(member), 1, -1) if not _FIGURE_CUT.search(member[length - 1 : length + 1]))
    return next((member[:end] for end in ends if member[:end] in text), member)


def _drift(parent: str, child: str, whole: str, kept: list[str]) -> Drift:
    return Drift(
        matter=whole,
        parent_clause=parent,
        child_clause=child,
        parent_value=whole,
        child_value="、".join(kept),
        drift=DriftKind.LOOSER,
        aspect=Aspect.LISTING,
    )
