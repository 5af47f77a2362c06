"""Actions and lists in the wording of a clause, as the mutation benchmark sees them.

Deliberately apart from planalign.align.commitments: a benchmark that splits like the aligner would not see where the
aligner splits badly.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from planalign.parse.nesting import depths

LEAST_OBJECT = 4
"""Fewest characters of an object that says enough to be missed."""
LEAST_MEMBERS = 3

_STOPS = "。；;！!"
_ADVERB = (
    r"进一步|持续|切实|着力|大力|全面|深入|扎实|积极|严格|加快|继续|依法|稳步|有序|统筹|组织|定期|及时|科学|充分|认真"
)
_VERB = (
    r"完善|健全|建立|构建|建设|新建|改造|打造|推进|推动|推行|推广|落实|实施|执行|开展|举办|组织|加强|强化|深化|规范|优化"
    r"|修订|制定|编制|出台|制作|发布|公布|公开|绘制|排查|整治|治理|检查|抽查|巡查|清理|查处|评估|监测|培训|宣传|演练|督促"
    r"|指导|引导|鼓励|支持|培育|扶持|发展|引进|配备|配齐|储备|聘用|组建|设立|充实|赋予|厘清|明确|划定|安装|升级|更新|完成"
    r"|办理|受理|压缩|取消|整合|统一|盘活|拓展|扩大|保护|修复|管控|防治|做好|抓好|建好|管好|用好|建成|启动|试点"
)
_ACTION = re.compile(rf"(?:{_ADVERB})*(?:{_VERB})")
_MEMBERS = re.compile(r"[^，。；、：（）“”‘’《》]{2,}(?:、[^，。；、：（）“”‘’《》]{2,})+")
_MANNER = re.compile(r"^(?:坚持|遵循|做到|按照|本着)")
_ORGANS = re.compile(r"部门|单位|牵头|(?:局|委|办|中心|公司|支队|大队)(?:、|等|$)")


class Action(NamedTuple):
    """One comma-delimited part of a clause that begins with a verb; positions in the clause."""

    start: int
    verb_end: int
    end: int


def actions(text: str) -> list[Action]:
    """Return the parts that begin with a verb of policy texts and name an object."""
    found = []
    for start, end in _parts(text):
        verb = _ACTION.match(text, start, end)
        if verb and end - verb.end() >= LEAST_OBJECT:
            found.append(Action(start, verb.end(), end))
    return found


def lists(text: str) -> list[tuple[int, int]]:
    """Return the spans of lists of three members or more; lists of organisations and of manners are left out."""
    found = (members for members in _MEMBERS.finditer(text) if not _ORGANS.search(members[0]))
    spans = (members.span() for members in found if not _MANNER.match(members[0]))
    return [(start, end) for start, end in spans if text[start:end].count("、") + 1 >= LEAST_MEMBERS]


def _parts(text: str) -> list[tuple[int, int]]:
    """Return the spans between commas outside quotes and brackets, final stops left out."""
    body = text.rstrip().rstrip(_STOPS)
    depth = depths(text)
    commas = [place for place, sign in enumerate(body) if sign in "，," and not depth[place]]
    return [(left + 1, right) for left, right in pairwise([-1, *commas, len(body)]) if right > left + 1]
