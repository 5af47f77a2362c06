"""How firmly a verb commits: 确保/落实/完成, then 推进/推动, then 探索/力争/配合."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.facts import VerbStrength
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRM = "确保|落实|全面完成|完成|实现|全部建成|建成|必须|坚决|严禁|杜绝|严格|做到|兑现|保证|务必"
_STEADY = "推进|推动|加快|加强|深化|开展|实施|促进|组织|强化|健全|完善|提升|推广|优化"
_SOFT = (
    "力争|争取|探索|鼓励|引导|积极配合|主动配合|配合|协助|支持|倡导|逐步|基本(?=完成|实现|建成|建立|形成|消除|达到|覆盖)|视情|尽量|研究(?=制定|建立|出台|推动|提出)"
    "|原则上(?=不|应)|尝试|试点|适时|酌情|择机|逐年(?!提高|提升|增|降|下降|减|递|上升|扩大)"
)
_VERBS = compiled(rf"(?P<soft>{_SOFT})|(?P<firm>{_FIRM})|(?P<steady>{_STEADY})")


class Strong(NamedTuple):
    """A verb of commitment and where it stands."""

    start: int
    end: int
    strength: VerbStrength


def find_verbs(text: str) -> Iterator[Strong]:
    """Return the verbs of commitment of a text, in order."""
    for match in _VERBS.finditer(text):
        yield Strong(match.start(), match.end(), VerbStrength(match.lastgroup or ""))
