"""The front: which lines belong to the notice, the title, the signature, and which to the plan itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.parse.date import find_date
from planalign.parse.date import is_unreadable as is_lost_date
from planalign.parse.document_number import is_unreadable as is_lost_number
from planalign.parse.document_number import own_number
from planalign.parse.label import Rank, label_of
from planalign.parse.organ import is_organ, red_head
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.parse.line import Line

_ISSUED = compiled(r"印发|征求|转发|批转|下发|发给你们")
_SENT = compiled(r"现(?:将.{2,150})?(?:印发|转发|批转|下发)给你们")
_ENDED = compiled(r"[。；;！？，,、：:]$")
_ADDRESSEE = compiled(r".{2,300}[:：]$")
_ADDRESSED = compiled(r"各|单位|政府|部门|街道|公司|[局委办院部会]\s*[:：]?$|企业")
_NO_ADDRESSEE = compiled(
    r"如下|以下|下列|。|《|“|突出|围绕|按照|根据|[为要](?!民|点)|20\d\d年|今年|通知[:：]$|意见[:：]$"
)
_BARE_ADDRESSEE = compiled(r"各[^。：:《]{1,200}(?:单位|部门|[局委办]|公司|企业|委会|政府|办事处|街道)")
_HEAD_REACH = 30
_PUBLIC = compiled(
    r"[（(]?\s*(此件.{0,8}(?:公开|公布|发布)|(?:主动|依申请|不予|免予)公开|公开(?:方式|属性|选项).{1,10}|本文有删减)[^）)。]{0,10}[）)]?"
)
_CONTACT = compiled(r"[（(]?\s*联\s*系\s*(?:人|电话|方式)\s*[:：].{2,80}")
_IN_FORCE = compiled(
    r"(?:本|以上)(?:措施|方案|意见|计划|要点|通知|规划|行动).{0,12}(?:自.{2,20}起(?:施行|实施|执行)|由.{2,30}(?:负责)?解释。?$)",
)
_COLOPHON = compiled(
    r"抄\s*送\s*[:：].*|主\s*题\s*词\s*[:：].*|[（(]此件发至[^）)]{1,12}[）)]|主\s*送\s*[:：].*|分\s*送\s*[:：].*|[（(]?共印\s*\d+\s*份[）)]?|.{2,40}\d{1,2}日印发?",
)


# 【综合协调】 heads a list, 【征求意见稿】 stands above the title.
BOXED = compiled(r"【[^】]{2,20}】")
BESIDE = compiled(
    r"(?:签发人|会签人|份号|密级|紧急程度)\s*[:：].{1,20}|(?:特急|加急|平急|急件|机密|秘密)(?:★.{1,6})?|\d{6}|[★☆]|附\s*件\s*\d*"
)
"""What stands beside the title and is none: who signs, how secret it is."""
_ANNEX_MARK = compiled(r"附\s*件\s*\d?\s*[:：]?")


@dataclass
class Front:
    """The lines of a document by what they are for."""

    head: list[Line] = field(default_factory=list)
    """Number, title and issuer above the addressees, in the notice or in the plan itself."""
    addressees: Line | None = None
    notice: list[Line] = field(default_factory=list)
    """Text of the notice."""
    signature: list[Line] = field(default_factory=list)
    date: Line | None = None
    marks: list[Line] = field(default_factory=list)
    """公开 mark and contact line."""
    notes: list[Line] = field(default_factory=list)
    """Colophon, and the sentence that says since when the document applies."""
    marker: list[Line] = field(default_factory=list)
    """The mark 附件 above the plan that is the annex of its notice."""
    titles: list[Line] = field(default_factory=list)
    """Title lines of the plan below the notice."""
    scraps: list[Line] = field(default_factory=list)
    """Last lines that are neither sentence nor heading."""
    lost: list[Line] = field(default_factory=list)
    """Numbers and dates that cannot be read."""
    body: list[Line] = field(default_factory=list)
    """The plan itself."""


def split_front(lines: Sequence[Line]) -> Front:
    """Sort the lines of a document into front, body and closing lines."""
    front = Front()
    rest = [line for line in lines if not _take_mark(line, front)]
    signed = _signed_at(rest)
    if signed is None:
        front.body = _take_phrase(_take_head(rest, front), front)
        _take_closing(front)
    else:
        notice = _take_head(rest[:signed], front)
        front.notice = _take_signature(notice, front)
        _take_date(rest[signed], front)
        front.body = _take_titles(rest[signed + 1 :], front)
        _take_closing(front)
    front.lost += [line for line in front.body if is_lost_date(line.text)]
    front.body = [line for line in front.body if not is_lost_date(line.text)]
    return front


def _take_mark(line: Line, front: Front) -> bool:
    kinds = (
        (front.marks, any(pattern.fullmatch(line.text) for pattern in (_PUBLIC, _CONTACT))),
        (front.notes, _COLOPHON.fullmatch(line.text) or _IN_FORCE.match(line.text)),
        (front.lost, is_lost_number(line.text)),
    )
    taken = next((lines for lines, found in kinds if found), None)
    if taken is not None:
        taken.append(line)
    return taken is not None


def _is_date(line: Line) -> bool:
    """Say whether a line holds a date, alone or behind the name of an office."""
    if len(line.text) > 120 or label_of(line):
        return False
    if is_lost_date(line.text):
        return True
    found = find_date(line.text)
    if not found:
        return False
    before = normalise(line.text)[: found[1]]
    return not before or is_organ(before)


def _signed_at(lines: Sequence[Line]) -> int | None:
    """Return the line with the date that ends a notice, where a plan follows it."""
    issued = next((index for index, line in enumerate(lines) if _ISSUED.search(line.text)), len(lines))
    numbered = [index for index, line in enumerate(lines) if label_of(line)] or [-1]
    longest = max((index for index, line in enumerate(lines) if len(line.text) > 60), default=-1)
    for index in range(issued + 1, len(lines)):
        # The plan stands below the signature: numbered items there, or text there and none above.
        below = numbered[-1] > index or (numbered[0] < 0 and longest > index)
        if below and _is_date(lines[index]):
            return index
    return None


def _is_addressee(line: Line) -> bool:
    text = line.text
    return bool(
        _ADDRESSEE.fullmatch(text) and _ADDRESSED.search(text) and not _NO_ADDRESSEE.search(text)
    ) and not label_of(line)


def _addressed_without_colon(lines: Sequence[Line]) -> int | None:
    """Return the line 各…，各… without a colon that stands above the sentence that sends a plan out."""
    pairs = enumerate(pairwise(lines[:_HEAD_REACH]))
    found = (at for at, (line, below) in pairs if _BARE_ADDRESSEE.fullmatch(line.text) and _SENT.search(below.text))
    return next(found, None)


def is_title_line(line: Line) -> bool:
    """Say whether a line may be (part of) a title: short, without final mark."""
    return len(line.text) <= 90 and not _ENDED.search(line.text) and "。" not in line.text


def _is_head_line(line: Line) -> bool:
    if own_number(line.text) or red_head(line.text) or is_organ(line.text):
        return True
    label = label_of(line)
    return not (label and label.rank <= Rank.DIGIT) and is_title_line(line)


def _head_size(lines: Sequence[Line]) -> int:
    """Return how many lines stand above the first sentence, number, or box that heads a list."""
    titled = False
    for count, line in enumerate(lines):
        if not _is_head_line(line):
            return count
        if not BOXED.fullmatch(line.text):
            titled = titled or _may_title(line)
        elif titled or not all(map(_is_head_line, lines[count + 1 : count + 2])):
            return count
    return len(lines)


def _may_title(line: Line) -> bool:
    beside = own_number(line.text) or red_head(line.text) or is_organ(line.text) or BESIDE.fullmatch(line.text)
    return not beside


def _take_head(lines: Sequence[Line], front: Front) -> list[Line]:
    """Take the lines above the first sentence or number; return what follows."""
    addressed = next((index for index, line in enumerate(lines[:_HEAD_REACH]) if _is_addressee(line)), None)
    if addressed is None:
        addressed = _addressed_without_colon(lines)
    if addressed is not None and not any(label_of(line) for line in lines[:addressed]):
        front.head, front.addressees = list(lines[:addressed]), lines[addressed]
        return list(lines[addressed + 1 :])
    count = _head_size(lines)
    front.head = list(lines[:count])
    return list(lines[count:])


def _take_phrase(lines: list[Line], front: Front) -> list[Line]:
    """Take the sentence that sends the plan out (现将…印发给你们) where no signature stands below it."""
    if lines and _SENT.search(lines[0].text) and not label_of(lines[0]):
        front.notice = lines[:1]
        return lines[1:]
    return lines


def _take_signature(notice: list[Line], front: Front) -> list[Line]:
    """Take the names of offices above the date; return the text of the notice."""
    end = len(notice)
    while end and is_organ(notice[end - 1].text) and not label_of(notice[end - 1]):
        end -= 1
    front.signature = notice[end:]
    return notice[:end]


def _take_date(line: Line, front: Front) -> None:
    found = find_date(line.text)
    if found:
        front.date = line
    else:
        front.lost.append(line)
    if found and found[1]:
        name = re.split(r"\s*(?:19|20|[一二][〇○零0])\s*[\d〇○零0一二三四五六七八九]", line.text)[0]
        front.signature.append(line.part(0, len(name)))


def _take_titles(lines: Sequence[Line], front: Front) -> list[Line]:
    """Take the title lines above the first sentence or number of the plan."""
    if lines and _ANNEX_MARK.fullmatch(lines[0].text):
        front.marker, lines = list(lines[:1]), lines[1:]
    count = _head_size(lines)
    if count == len(lines):
        return list(lines)
    front.titles = list(lines[:count])
    return list(lines[count:])


def _take_closing(front: Front) -> None:
    """Take signature and date, and scraps that are no sentence, below the last task off the body."""
    _take_final_date(front)
    if not front.signature:
        front.body = _take_signature(front.body, front)
    while len(front.body) > 1 and _is_scrap(front.body[-1]):
        front.scraps.append(front.body.pop())


def _is_scrap(line: Line) -> bool:
    """Say whether a last line holds neither a number nor a sentence: a stray word, a name, filler."""
    return len(line.text) <= 12 and not label_of(line) and not re.search(r"[，。；：！？、,;:]", line.text)


def _take_final_date(front: Front) -> None:
    for index in range(len(front.body) - 1, max(-1, len(front.body) - 12), -1):
        line = front.body[index]
        if _is_date(line) and front.date is None:
            front.body = _take_signature(front.body[:index], front) + front.body[index + 1 :]
            _take_date(line, front)
            return
