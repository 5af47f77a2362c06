"""Words of an upper level in a plan, and how to tell those that are meant from those left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.model.plan import Level
from planalign.text.pattern import compiled, holds_any
from planalign.text.quoted import without_quotes

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


class LeftOver(NamedTuple):
    """One word that speaks for a level above."""

    word: str
    """The word."""
    start: int
    """Its first character in the normalised text."""
    own: str
    """What it should read; empty where that cannot be said."""


_WHOLE = {
    Level.DISTRICT: compiled(r"全(?:省|市|州|盟)(?![场民域])"),
    Level.TOWNSHIP: compiled(r"全(?:省|市|州|区|县|旗)(?![域])"),
    Level.CITY: compiled(r"全省"),
}
"""The whole of a place above."""
_RANK = {
    Level.DISTRICT: compiled(r"(?:省|市)级"),
    Level.TOWNSHIP: compiled(r"(?:省|市|区|县|旗)级"),
    Level.CITY: compiled(r"省级"),
}
"""What belongs to a level above; nearly always meant, so that only own works on it count."""
_BELOW = {
    Level.DISTRICT: compiled(r"各(?:区县|县区|县（?市、?区）?|区（县）|县市区|市县区|区市县|区、县)(?:（自治县）)?"),
    Level.TOWNSHIP: compiled(r"各(?:乡镇|镇街|街镇|镇乡|乡（镇）|镇（街道）|乡镇（街道）|镇、街道|镇办)(?:（街道）)?"),
}
"""The places below the level above."""

# 紧扣全市“1366”体系, 居全市前列, 按照全市统一部署: the word says whose plan, meeting or contest it is.
_NAMED = compiled(r"^[^，。；、]{0,6}[“《]", signs="“《")
_EVENT = compiled(
    r"^[^，。；]{0,16}(?:会议|大会|现场会|精神|部署|统一|大赛|竞赛|比武|比赛|评选|评比|下达|交办|通报|考核|试点|总体规划|工作要点"
    r"|重[大点](?:建设)?(?:项目|工程)|民生实事|通办|互认|统筹|一张网|表彰|文明|百强|模范)"
)
_RANKED = compiled(
    r"^(?:[^，。；、]{0,6}(?:前列|领先|首位|首[个批家座创]|率先|第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]|平均|排名|示范|样板|标杆"
    r"|先进|一流|最[^，。；]|唯一|重要|高地|占比|第一方阵)|乃至|[、和及与或](?:全国|全省|全[市区县镇乡]|[省市区县镇乡]级|各|周边))"
)
_SPREAD = compiled(r"在全[省市州区县旗](?:范围内?)?(?:推广|复制|通报|作|率先|创新|名列|叫响|形成|产生|打响|推开)")
_LISTED = compiled(r"(?:国家|全国|全球|全省|省级|全[市区县])(?:[、和及与]|以及)$")
_GOVERNED = (
    "配合", "协助", "协同", "承接", "承担", "承办", "参加", "参与", "参评", "按照", "按", "根据", "依据", "依托",
    "依照", "遵照", "落实", "贯彻", "执行", "传达", "学习", "对照", "对标", "对接", "融入", "服务", "支撑", "争取",
    "争创", "纳入", "接入", "并入", "汇入", "响应", "围绕", "紧扣", "上报", "报送", "报请", "报", "推荐", "申报",
    "列入", "作为", "较", "比", "高于", "低于", "优于", "好于", "居", "位列", "排名", "走在", "处于", "迎接",
    "接受", "配套", "衔接", "利用", "用好", "使用", "以全", "是全", "为全", "被全", "受全", "占全", "抄送", "移交",
    "提请", "请示", "协调", "争当", "打造", "来自", "依靠", "通过", "借助", "执行", "分解",
)  # fmt: skip
_LED = ("配合", "协助", "承接", "协同")
_BESIDE = compiled(r"(?:毗邻|周边|相邻|其他|其它|兄弟|外地|有关|与|同|和|至|到|跨|配合|协助|对|由|经|市|省)$")
_NAMES = compiled(r"^(?:的?(?:排名|前列|首位|领先|先进|经验|做法|考核))")
_MADE = compiled(
    r"(?:充实|建强|组建|编制|修编|修订|制定|制订|印发|出台|健全|完善|储备|扩充|壮大)[^，、。；“”《》和及与或]{0,3}$"
)
_MEANT = compiled(
    r"^(?:部门|单位|有关|相关|主管|专家|财政|资金|投资|项目|示范|试点|平台|系统|机关|领导|媒体|以上|以下|层面|统一|标准|要求|重点|下达|专项"
    r"|规划|预案|(?:[、和及与]|以及)?[省市区县镇乡村]级?[、和及与]?)"
)


def left_over(text: str, level: Level, own: str = "") -> Iterator[LeftOver]:
    """Yield the words of a level above that nothing shows to be meant; `text` is normalised, `own` the own suffix."""
    if not any(sign in text for sign in ("全", "级", "各")):
        return
    bare = without_quotes(text)
    for pattern, wanted, replaced in (
        (_WHOLE.get(level), _whole_is_wrong, f"全{own}"),
        (_RANK.get(level), _rank_is_wrong, f"{own}级"),
        (_BELOW.get(level), _below_is_wrong, ""),
    ):
        for match in pattern.finditer(bare) if pattern else ():
            if wanted(text, bare, match):
                yield LeftOver(match[0], match.start(), replaced if own else "")


def _segment(bare: str, start: int, marks: str = "，；。：！？") -> str:
    """Return what stands before a word in its part of the sentence."""
    return bare[max(bare.rfind(mark, 0, start) for mark in marks) + 1 : start]


def _whole_is_wrong(text: str, bare: str, match: re.Match[str]) -> bool:
    before, after = _segment(bare, match.start()), text[match.end() :]
    governing = before + bare[match.start() : match.start() + 1]
    if holds_any(governing, _GOVERNED) or holds_any(_segment(bare, match.start(), "。；"), _LED):
        return False
    if _NAMED.match(after) or _EVENT.match(after) or _RANKED.match(after) or _LISTED.search(before):
        return False
    return _SPREAD.match(bare, max(0, match.start() - 1)) is None


def _rank_is_wrong(text: str, bare: str, match: re.Match[str]) -> bool:
    before, after = _segment(bare, match.start()), text[match.end() :]
    return _MADE.search(before) is not None and _MEANT.match(after) is None and not holds_any(before, _LED)


def _below_is_wrong(text: str, bare: str, match: re.Match[str]) -> bool:
    before, after = _segment(bare, match.start()), text[match.end() :]
    if holds_any(before, _GOVERNED):
        return False
    return not (_BESIDE.search(before) or _NAMES.match(after) or _LISTED.search(before))
