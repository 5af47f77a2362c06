"""Units: the organisations named in a table cell or in a bracket behind a task."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.plan import Unit, UnitRole
from planalign.parse.aside import (
    DUTY,
    KEY,
    PERSON_KEY,
    SUFFIX,
    TIME,
    is_note,
    is_person_or_term,
    is_to_do,
    says_to_do,
    terms_of,
    without_asides,
)
from planalign.parse.nesting import depths, spans
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from planalign.parse.line import Line

_SEPARATORS = "、，,；;\n"
# 区教委区水利局: two names of one level whose separator a line break took away.
_SAME_LEVEL = compiled(
    r"((?:^|(?<=[、，,；;]))([区市县镇乡省州])[一-龥]{1,12}?[局委办院])(?=\2[一-龥]{2,12}[局委办院队会部](?:$|[、，,；;等]))",
    signs=tuple(organ + level for organ in "局委办院" for level in "区市县镇乡省州"),
)
_BETWEEN = compiled(r"(?<=[局委办部院厅心道镇乡所站队室处科社村组府位门司业）)])[ 　]+(?=[一-龥])", signs=" 　")
_NONE = compiled(r"[-—–－/／\\\s]*|无|暂无|空")
_LONGEST_NAME = 20
_LEAD = compiled(r"牵头|主办|主责|承办")
_BRACKETS = "（(〔［[【〖"
# 【责任单位】市水务局【完成时限】6月底: the keys alone in brackets.
_BRACKETED_KEY = compiled(
    rf"[【〔［\[（(〖]((?:牵头|主办|主责|责任|配合|协办|参与|负责)(?:责任)?(?:单位|部门|科室|处室)|{TIME})[】〕］\]）)〗]\s*[:：]?"
)
_UNIT_KEY = compiled(r"牵头|主办|主责|责任|负责|配合|参与|协办|协同|承办|落实|实施")
_ENDS_DUTY = compiled(r"(?:负责|牵头|配合|落实|参与)$")
_OFFICE = compiled(
    r"(?:[省市州区县旗镇乡]|街道|国网|各).*(?:局|委|办|办公室|部|厅|中心|公司|政府|单位|部门|管委会|街道|镇|乡|法院|检察院|队|[督研]\S室|联合会|总工会|妇联|团委|站|所|馆)"
)
_LEADS = compiled(r"由?(?P<names>[^，。；：]{3,60}?)(?:要|应|须|应当|负责|主动){0,2}牵头")
_JOIN_IN = compiled(
    r"[，,](?P<names>[^，。；：]{2,60}?)(?:积极|主动|共同|密切)?(?:配合|参与|协助|协同)(?=[，,。；;]|$)"
)
_CARRIES = compiled(r"由(?P<names>[^，。；：]{3,60}?)(?:具体)?负责(?=[，,。；;]|组织|实施|落实|$)")
_ORGAN = compiled(r"(?:局|委|办|部|院|厅|中心|单位|部门|政府|镇|乡|街道|管委会|公司)")


class Note(NamedTuple):
    """Units named in one bracket or line."""

    at: int
    """Where it stood in the text that is left."""
    units: tuple[Unit, ...]
    term: str = ""
    """The words in it that say until when."""


def split_units(text: str) -> tuple[str, ...]:
    """Split a list of organisations at 、 ， ； and line breaks outside brackets; no name gives none."""
    text = _glue_wraps(text.strip())
    depth = depths(text)
    cuts = [index for index, char in enumerate(text) if char in _SEPARATORS and not depth[index]]
    bounds = [-1, *cuts, len(text)]
    names = [text[start + 1 : end] for start, end in pairwise(bounds)]
    return tuple(name for name in (_tidy(piece) for piece in names) if not _NONE.fullmatch(name))


def _tidy(name: str) -> str:
    return "".join(name.split()).rstrip("。.")


def _glue_wraps(text: str) -> str:
    """Join a name that a line break inside a cell cut in two: 区规划和自然⏎资源局."""
    lines = [part.strip() for part in text.split("\n") if part.strip()]
    glued: list[str] = []
    for line in lines:
        if glued and not glued[-1].endswith(tuple(_SEPARATORS)) and not SUFFIX.search(glued[-1]):
            glued[-1] += line
        else:
            glued.append(line)
    glued = [_SAME_LEVEL.sub(r"\1、", line) for line in glued]
    spaced = [_BETWEEN.sub("、", line) for line in glued]
    return "\n".join(spaced)


def cut_notes(line: Line) -> tuple[Line, tuple[Note, ...]]:
    """Take brackets that name responsible units out of a line; of a line that is such a note nothing is left."""
    whole = _units_of(line.text.rstrip("。"), bare=True)
    if (whole or is_person_or_term(_plain(line.text))) and is_note(_plain(line.text)):
        return line.part(0, 0), (Note(0, whole, terms_of(_plain(line.text))),)
    notes = [Note(0, whole)] if whole else []
    rest, done = line.part(0, 0), 0
    for start, end in spans(line.text):
        if start < done or line.text[start] not in _BRACKETS:
            continue
        inside = line.text[start + 1 : end - 1]
        alone = _closes(line.text, end) or start == 0
        units = _units_of(inside, bare=False) or (_bare_names(inside) if alone else ())
        if units and says_to_do(inside):
            rest, done = _append(rest, line, done, end), end
            notes.append(Note(len(rest.text), units))
        elif units or (alone and is_person_or_term(inside) and terms_of(inside)):
            rest, done = _append(rest, line, done, start), end
            notes.append(Note(len(rest.text), units, terms_of(inside)))
    return (_append(rest, line, done, len(line.text)), tuple(notes)) if notes else (line, ())


def _append(rest: Line, line: Line, start: int, end: int) -> Line:
    part = line.part(start, end)
    return rest.join(part) if rest.text else part


def _units_of(text: str, *, bare: bool) -> tuple[Unit, ...]:
    """Read 牵头单位：…；责任单位：… or …牵头，…按职责分工负责; other text names no units."""
    text = _plain(text)
    if bare and not KEY.search(text):
        return ()
    text = without_asides(text)
    keys = list(KEY.finditer(text))
    if keys and keys[0].start() == 0 and any(_UNIT_KEY.search(key["key"]) for key in keys):
        return _keyed(text, keys)
    if not bare and _ENDS_DUTY.search(text) and _ORGAN.search(text) and "。" not in text:
        return _in_words(text)
    return ()


def _plain(text: str) -> str:
    """Return a note with its keys out of brackets of their own: 【责任单位】市水务局【完成时限】6月底."""
    text = text.strip()
    return _BRACKETED_KEY.sub(r"；\1：", text).lstrip("；") if _BRACKETED_KEY.match(text) else text


def _closes(text: str, end: int) -> bool:
    """Say whether a sentence ends at a place."""
    return text[end : end + 1] in "。；;" or not text[end:].strip()


def _bare_names(text: str) -> tuple[Unit, ...]:
    """Read a bracket that holds nothing but full names of offices: 【市发展改革委、市财政局】."""
    return tuple(Unit(name=name, role=UnitRole.RESPONSIBLE) for name in _offices(without_asides(text)))


def _keyed(text: str, keys: list[re.Match[str]]) -> tuple[Unit, ...]:
    units: list[Unit] = []
    ends = [key.start() for key in keys[1:]] + [len(text)]
    for key, end in zip(keys, ends, strict=True):
        if PERSON_KEY.search(key["key"]):
            continue
        role = UnitRole.LEAD if _LEAD.search(key["key"]) else UnitRole.RESPONSIBLE
        names = split_units(text[key.end() : end])
        units += [Unit(name=name, role=role) for name in names if not is_to_do(name)]
    return tuple(units)


def units_after_key(sentence: str) -> tuple[Unit, ...]:
    """Return the units of a last sentence that is only a note such as 责任单位：镇农业办，各村."""
    text = _plain(sentence.strip().rstrip("。；;"))
    return _units_of(text, bare=True) if is_note(text) else ()


def units_in_words(sentence: str) -> tuple[Unit, ...]:
    """Return the units of a sentence that only says who leads and who joins in; other sentences name none."""
    text = sentence.strip().rstrip("。；;")
    head, mark, tail = text.partition("牵头")
    if not mark or not tail.startswith(("，", ",", "、")) or not _ENDS_DUTY.search(tail):
        return ()
    names = split_units(head)
    return _in_words(text) if all(len(name) <= _LONGEST_NAME and SUFFIX.search(name) for name in names) else ()


def units_in_text(sentence: str) -> tuple[Unit, ...]:
    """Return the offices that a sentence begins with: who leads, who joins in, or who carries (由市水务局负责)."""
    leads = _LEADS.match(sentence) if "牵头" in sentence else None
    carries = _CARRIES.match(sentence) if not leads and sentence.startswith("由") else None
    first = leads or carries
    joining = _JOIN_IN.finditer(sentence, first.end()) if first else ()
    named = (
        (leads, UnitRole.LEAD),
        (carries, UnitRole.RESPONSIBLE),
        *((each, UnitRole.RESPONSIBLE) for each in joining),
    )
    return tuple(Unit(name=name, role=role) for match, role in named if match for name in _offices(match["names"]))


def _offices(text: str) -> tuple[str, ...]:
    """Split a list of names where each of them is that of an office."""
    names = split_units(text)
    return names if all(len(name) <= _LONGEST_NAME and _OFFICE.fullmatch(name) for name in names) else ()


def _in_words(text: str) -> tuple[Unit, ...]:
    head, mark, tail = text.partition("牵头")
    leads = split_units(head.removeprefix("由")) if mark else ()
    units = [Unit(name=name, role=UnitRole.LEAD) for name in leads if not is_to_do(name)]
    others = (tail if mark else head).strip("，,；;、")
    for part in re.split(r"[，,；;]", others):
        names = split_units(DUTY.sub("", part).strip().removeprefix("由"))
        units += [Unit(name=name, role=UnitRole.RESPONSIBLE) for name in names if not is_to_do(name)]
    return tuple(units)
