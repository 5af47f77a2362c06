"""PA403: words of the level above that were copied and not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.level_words import left_over
from planalign.assess.rule import PlanRule, Spot
from planalign.assess.standing import standing
from planalign.model.comparison import Severity
from planalign.model.plan import Level
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import PlanCase

_SUFFIXES = ("街道", "镇", "乡", "区", "县", "旗", "市")


def upper_wording(case: PlanCase) -> Iterator[Spot]:
    """Find words such as 全市 in a district plan where they stand for the plan's own place."""
    head = case.plan.masthead
    level = standing(head)
    own = _own(head.place, level)
    for passage in case.passages:
        for found in left_over(passage.plain, level, own):
            values: dict[str, object] = {"word": found.word, "own": _advice(found.own)}
            yield Spot(f"{passage.id}-{found.start}", passage.end(case.plan, found.start), values, (found.word,))


def _own(place: str | None, level: Level) -> str:
    """Return how the plan calls its own level, for example 区."""
    found = next((suffix for suffix in _SUFFIXES if place and place.endswith(suffix)), "")
    return found or {Level.DISTRICT: "区", Level.TOWNSHIP: "镇"}.get(level, "")


def _advice(own: str) -> Wording:
    return Wording("，本级应为“{own}”").filled(own=own) if own else Wording("")


PA403 = PlanRule(
    code="PA403",
    severity=Severity.WARNING,
    title=Wording("遗留上级用语"),
    message=Wording("“{word}”像是照抄上级文件的用语{own}"),
    explanation=Wording(
        "本级文件把自己的范围写成了上级的范围，多半是照抄上级文件时没有改。书名号和引号内的文字，配合、承接、按照、参加等引出的上级"
        "工作、会议和评比，以及在上级范围内排名的说法，都不算。"
    ),
    example=Wording("区级要点写“8月底前完成全市夜间摊区线路改造”。"),
    fix=Wording("改为本级用语；确指上级的，写明是配合或承接。"),
    check=upper_wording,
)
