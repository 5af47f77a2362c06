"""Asides: what a note says besides the units it names: who in person, until when, for whom else, and what to do."""

from __future__ import annotations

from itertools import pairwise

from planalign.parse.nesting import depths
from planalign.parse.verb import LEADING_VERB
from planalign.text.pattern import compiled

TIME = (
    r"(?:计划|拟|预计)?(?:完成|办结|整改|验收|竣工|工作|实施|任务)?"
    r"(?:(?:时限|时间|期限)(?:要求|安排|节点)?|(?:完成|时间|任务)节点)"
)
"""What a time is called: 完成时限, 办结时间, 时间安排."""
KEY = compiled(
    r"(?P<key>(?:牵头|主办|主责|责任|负责|配合|参与|协办|协同|承办|落实|实施|完成|办结|工作)?"
    rf"(?:责任)?(?:单位|部门|科室|处室|领导|人|主体)|{TIME}|牵头|责任|配合|负责|参与|协办)(?:[：:]|为(?=[市区县省镇乡各])|(?<=单位)是)",
    signs="：:为是",
)
"""What stands before units, persons or a time: 责任单位：, 责任人：, 完成时限：."""
PERSON_KEY = compiled(r"领导|人$|时限|时间|期限|节点")
"""The keys of persons and times."""
SUFFIX = compiled(
    r"(?:[局委办部院队室所站处科镇乡厅署社会村区县市组场园等）)]|中心|公司|集团|单位|部门|街道|政府|银行|学校|团委|妇联|企业)$"
)
"""How the name of an office ends."""
DUTY = compiled(
    r"等?(?:按照?|根据|依据)?(?:各自)?(?:职责|职能)?(?:分工|职责)?(?:分别|共同|具体|抓好|组织)?(?:负责|配合|参与|落实|实施|牵头|牵头负责|协同|协助)(?:落实|实施|配合)?$"
)
"""What an office does, behind its name."""
_TERM = compiled(rf"{TIME}[：:].+|(?:20\d\d年|\d{{1,2}}月|年[底内]|今年|长期|持续|全年|常年).{{0,16}}")
_DONE = compiled(r"(?:全部|全面)?(?:完成|办结)?[。；;]?$")
_ASIDE = compiled(r"以下(?:均|各|工作|任务|不再).*|(?:下同|不再列出)")
_TITLE = r"长|书记|主席|主任|经理|助理|领导|同志|[人员]"
_PERSON = compiled(
    rf"[一-龥·]{{1,3}}|.*(?:[某×*]|[Xx]{{2}}|{_TITLE})|.*(?:[局委办部院队室所站处科厅镇乡]|{_TITLE})[一-龥·]{{2,3}}"
)
_INSIDE = compiled(r"[（(][^）)]*[）)]")
_NAME_WITH_VERB = compiled(r".*(?:[局委办部院厅科处室]|中心|银行|公司|集团)")
# 6月底前完成方案编制 says what to do, 12月底前完成整改 and 持续推进 only when.
_DONE_BY = compiled(rf"{LEADING_VERB.pattern}[一-龥]{{3}}")
# 6月底前…, 每月巡查, 整改20处, 要逐河巡查; 沿江8个镇 is a name, and so are 主要领导 and 要害岗位.
_TO_DO = compiled(
    r"^(?:20\d\d年|\d{1,2}月|年[底内]|今年|全年)|每[年季月周日天]|\D\d+(?!\d|个?[镇乡街村社区县])|(?<![主首重必需次])要(?![害素点])|应当|须"
)


def parts(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the stretches between ， ； and 。 outside brackets, and between spaces and a key behind them."""
    end = len(text) if end is None else end
    depth = depths(text[start:end])
    before = {key.start() - 1 for key in KEY.finditer(text, start, end)}
    cuts = [
        at
        for at in range(start, end)
        if not depth[at - start] and (text[at] in "，,；;。　" or (at in before and text[at].isspace()))
    ]
    return [(first + 1, last) for first, last in pairwise([start - 1, *cuts, end])]


def is_aside(part: str) -> bool:
    """Say whether a part of a note says until when, or for whom else it holds."""
    return _TERM.fullmatch(part.strip()) is not None or _ASIDE.fullmatch(part.strip()) is not None


def without_asides(text: str) -> str:
    """Return a note without the parts that say until when, and for whom else."""
    kept = [text[start:end] for start, end in parts(text)]
    return "，".join(part for part in kept if not is_aside(part)) if any(map(is_aside, kept)) else text


def terms_of(text: str) -> str:
    """Return the parts of a note that say until when, with the marks between them."""
    found = [span for span in parts(text) if _TERM.fullmatch(text[slice(*span)].strip())]
    return "".join(text[first : last + ((first, last) != found[-1])].strip() for first, last in found)


def when(term: str) -> str:
    """Return a time without its key and what closes it: 12月底前 of 完成时限：12月底前完成."""
    keys = list(KEY.finditer(term))
    said = term[keys[0].end() :] if len(keys) == 1 and not keys[0].start() else term
    return _DONE.sub("", said).strip(" 　，,；;。")


def is_to_do(part: str) -> bool:
    """Say whether a part of a note says something to do, and so is no list of names: 每月巡查2次."""
    return any(map(_does, _INSIDE.sub("", part).split("、")))


def _does(name: str) -> bool:
    name = DUTY.sub("", name.strip())
    begins = LEADING_VERB.match(name) is not None and not _NAME_WITH_VERB.match(name)
    return begins or _TO_DO.search(name) is not None


def says_to_do(note: str) -> bool:
    """Say whether one of the parts of a note says something to do."""
    said = [KEY.sub("", note[start:end].strip()) for start, end in parts(note)]
    return any(is_to_do(part) for part in said if not is_aside(part))


def is_note(text: str) -> bool:
    """Say whether a text with keys says nothing but units, persons and times: 责任人：李某；完成时限：6月底前."""
    keys = list(KEY.finditer(text))
    if not keys or keys[0].start():
        return False
    ends = [*(key.start() for key in keys[1:]), len(text)]
    return all(_fits(key["key"], text[key.end() : end]) for key, end in zip(keys, ends, strict=True))


def is_person_or_term(text: str) -> bool:
    """Say whether a text only says until when or who in person: 完成时限：2025年6月."""
    key = KEY.match(text)
    return key is not None and PERSON_KEY.search(key["key"]) is not None and is_note(text)


def _fits(key: str, value: str) -> bool:
    """Say whether all that stands behind a key is what the key announces, a time, or for whom else it holds."""
    said = [value[start:end].strip() for start, end in parts(value)]
    if not PERSON_KEY.search(key):
        return not any(is_to_do(part) for part in said if not is_aside(part))
    if not key.endswith(("领导", "人")):
        if _DONE_BY.search(said[0]):
            return False
        said = said[1:]
    return all(not part or is_aside(part) or _are_persons(part) for part in said)


def _are_persons(part: str) -> bool:
    names = _INSIDE.sub("", part).split("、")
    return not is_to_do(part) and all(_PERSON.fullmatch(name.strip()) or SUFFIX.search(name.strip()) for name in names)
