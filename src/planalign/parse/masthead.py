"""The masthead: number, issuer, title, date, addressees (GB/T 9704—2012, 7.2–7.3)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.model.block import SkipKind, Skipped
from planalign.model.plan import Level, Masthead
from planalign.model.sentence import english
from planalign.parse.citation import find_citations
from planalign.parse.date import find_date
from planalign.parse.document_number import closing_number, find_numbers, own_number
from planalign.parse.document_number import is_unreadable as is_lost_number
from planalign.parse.front import BESIDE, BOXED
from planalign.parse.furniture import as_furniture
from planalign.parse.label import label_of
from planalign.parse.nesting import depths
from planalign.parse.organ import is_organ, organ_before, organs_of, red_head
from planalign.parse.place import level_addressed, level_in_words, place_and_level, title_place
from planalign.text.pattern import compiled
from planalign.text.width import letters, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.block import Furniture
    from planalign.parse.front import Front
    from planalign.parse.line import Line

_WRAPPER = compiled(
    r"关于(?:印发|转发|批转|下发|公布|发布|实施|做好|征求)+(?:《(?P<quoted>.+)》|(?P<plain>.+?))(?:的?意见)?的(?:通知|函)$"
)
_INSIDE = compiled(r"(?:印发|征求|转发|批转|下发)")
_QUOTED = compiled(r"现将《(.+?)》(?:印发|转发|批转|下发)|《(.+?)》已经")
_YEAR = compiled(r"(20\d\d)\s*[—–\-－~～至]?\s*(?:20\d\d)?\s*年")
_REMARK = compiled(
    r"[（(【].*(?:征求意见|送审|讨论|反馈|审议|通过|草案|初稿).*[）)】]",
)
_NOTE_DATE = compiled(r"[（(]\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.{0,20}[）)]")
# So many lines of the plan say of which place it speaks.
_FIRST = 3
_NUMBER_KEYS = ("发文字号", "文号", "文件编号", "发文文号")
_ISSUER_KEYS = ("发文机关", "发布机构", "发布单位", "发布机关", "制发机关", "成文单位")
_DATE_KEYS = ("成文日期", "签发日期", "发文日期", "印发日期")
_TITLE_KEYS = ("标题", "名称", "ArticleTitle", "title")


def read_masthead(front: Front, stated: dict[str, str]) -> Masthead:
    """Return the masthead from the front lines; what they leave open is taken from the metadata of the carrier."""
    notice, title = _titles(front, stated)
    number, printed = _number(front, stated)
    issuer = _issuer(front, notice or title, stated)
    place, level = _place(issuer, notice or title, front)
    dated = _dated(front, stated)
    lines = [*front.notice, *front.body]
    return Masthead(
        document_number=number,
        document_number_printed=printed,
        issuer=issuer,
        title=title,
        notice_title=notice,
        dated=dated,
        addressees=split_addressees(front.addressees.text) if front.addressees else (),
        level=level,
        place=place,
        year=_year(title, notice, number, dated),
        cites=tuple(cited for cited in find_citations(lines, number) if not _same_title(cited.title, title)),
        contact="；".join(_marks(front.marks, compiled(r"联\s*系"))) or None,
        public_mark=next(_marks(front.marks, compiled(r"公开|公布|发布|删减")), None),
    )


def _place(issuer: str | None, title: str, front: Front) -> tuple[str | None, Level]:
    """Return place and level, from the issuer, else from the title, the addressees and the first words of the text."""
    named = organ_before(title) or ""
    # 临江区人民政府 signs what its title calls 江城市临江区人民政府.
    full = named if issuer and named.endswith(issuer) else issuer
    place, level = place_and_level(full) if full else title_place(title)
    addressed = level_addressed(front.addressees.text) if front.addressees else Level.UNKNOWN
    if level is Level.CITY and addressed is Level.DISTRICT:
        # A city without districts and counties is one of county level.
        return place, Level.DISTRICT
    if level is not Level.UNKNOWN:
        return place, level
    words = " ".join(line.text for line in front.body[:_FIRST])
    said = (level_in_words(title), addressed, level_in_words(words))
    return place, next((each for each in said if each is not Level.UNKNOWN), Level.UNKNOWN)


def lost_parts(front: Front) -> tuple[Skipped, ...]:
    """Return the numbers and dates of the head that lost a part and cannot be read."""
    reason = english("a date or document number that lost digits or brackets: it is not guessed")
    own = english("a numbered item of the notice, above the plan itself: not taken for a task of the plan")
    scrap = english("a last line that is neither a sentence nor a heading")
    lost = [Skipped(location=line.place(), reason=reason, kind=SkipKind.UNCLEAR, text=line.text) for line in front.lost]
    lost += [
        Skipped(location=line.place(), reason=own, kind=SkipKind.NO_TASK, text=line.label + line.text)
        for line in front.notice
        if label_of(line)
    ]
    lost += [
        Skipped(location=line.place(), reason=english("a remark on the draft"), kind=SkipKind.NO_TASK, text=line.text)
        for line in (*front.head, *front.titles)
        if _REMARK.fullmatch(line.text)
    ]
    return (*lost, *(Skipped(location=line.place(), reason=scrap, text=line.text) for line in front.scraps))


def beside_fields(front: Front, head: Masthead) -> Iterator[Furniture]:
    """Return the lines of the head and of the notice whose words no field of the masthead repeats."""
    fields = (head.document_number_printed, head.issuer, head.title, head.notice_title, head.contact, head.public_mark)
    known = "\n".join(letters(normalise(field)) for field in (*fields, "".join(head.addressees)) if field)
    addressed = [front.addressees] if front.addressees else []
    dated = [front.date] if front.date else []
    for line in (*front.head, *addressed, *front.signature, *dated, *front.marker, *front.titles, *front.marks):
        if letters(normalise(line.text)) not in known and not _REMARK.fullmatch(line.text):
            yield as_furniture(line, "masthead")
    for line in front.notice:
        if not label_of(line):
            yield as_furniture(line, "notice")


def split_addressees(text: str) -> tuple[str, ...]:
    """Split 主送机关 into names, normalised: ， between kinds of offices, 、 within a kind."""
    names: list[str] = []
    for group in _split(normalise(text).rstrip("：:"), "，；"):
        parts = _split(group, "、")
        # 市政府各委、办、局 is one name.
        names += parts if all(len(part) > 2 for part in parts) else [group]
    return tuple(name for name in names if name)


def _split(text: str, marks: str) -> list[str]:
    depth = depths(text)
    cuts = [index for index, char in enumerate(text) if char in marks and not depth[index]]
    bounds = [-1, *cuts, len(text)]
    return [text[start + 1 : end] for start, end in pairwise(bounds)]


def _squeeze(lines: Iterable[Line]) -> str:
    """Join wrapped title lines; spaces stay only between Latin words."""
    text = "".join(line.text for line in lines)
    return re.sub(r"(?<![A-Za-z])[\s　]+|[\s　]+(?![A-Za-z])", "", text)


def _titles(front: Front, stated: dict[str, str]) -> tuple[str | None, str]:
    """Return the title of the notice and that of the plan."""
    head = _squeeze(_title_lines(front.head))
    given = next((stated[key] for key in _TITLE_KEYS if stated.get(key)), "")
    own = _squeeze(_title_lines(front.titles))
    wrapper = _WRAPPER.search(head) or _WRAPPER.search(normalise(given))
    if wrapper and (own or front.titles or _INSIDE.search(wrapper[0])):
        return (head or given), own or wrapper["quoted"] or wrapper["plain"]
    quoted = _quoted_title(front.notice)
    if front.notice and (own or quoted):
        return (head if re.search(r"(?:通知|函)$", head) else None), own or quoted
    return None, own or head or given


def _quoted_title(notice: Sequence[Line]) -> str:
    for line in notice:
        match = _QUOTED.search(line.text)
        if match:
            return match[1] or match[2]
    return ""


def _title_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a title: no number, no red head; a lone office only before 关于."""
    kept = [line for line in lines if not _is_beside_title(line)]
    kept = [line for index, line in enumerate(kept) if not index or line.text != kept[index - 1].text]
    titles = [line for index, line in enumerate(kept) if not is_organ(line.text) or _before_about(kept, index)]
    return [line.part(0, found.start) if (found := closing_number(line.text)) else line for line in titles]


def _is_beside_title(line: Line) -> bool:
    """Say whether a line of the head is a number, a red head or a remark on the draft."""
    remark = _REMARK.fullmatch(line.text) or BOXED.fullmatch(line.text) or BESIDE.fullmatch(line.text)
    if _NOTE_DATE.fullmatch(line.text):
        return True
    return own_number(line.text) is not None or red_head(line.text) is not None or remark is not None


def _before_about(lines: Sequence[Line], index: int) -> bool:
    after = next((line for line in lines[index + 1 :] if not is_organ(line.text)), None)
    return after is not None and after.text.startswith(("关于", "印发", "转发", "批转"))


def _number(front: Front, stated: dict[str, str]) -> tuple[str | None, str | None]:
    """Return 发文字号 normalised and as printed; one that cannot be read is printed only."""
    for line in (*front.head, *front.titles):
        found = own_number(line.text) or closing_number(line.text)
        if found:
            return found.text, found.printed
    lost = next((line.text for line in front.lost if is_lost_number(line.text)), None)
    if lost:
        return None, lost
    given = " ".join(stated[key] for key in _NUMBER_KEYS if stated.get(key))
    return next(((found.text, found.printed) for found in find_numbers(given)), (None, None))


def _issuer(front: Front, title: str, stated: dict[str, str]) -> str | None:
    signed = [name for line in front.signature for name in organs_of(line.text)]
    if signed:
        return "、".join(dict.fromkeys(signed))
    red = next((name for line in front.head if (name := red_head(line.text))), None)
    lone = next((normalise(line.text) for line in (*front.head, *front.titles) if is_organ(line.text)), None)
    given = next((normalise(stated[key]) for key in _ISSUER_KEYS if stated.get(key)), None)
    return _joint(front, title) or organ_before(title) or red or lone or given


def _joint(front: Front, title: str) -> str | None:
    """Return the offices before 关于 one by one, where the head names them side by side or on lines of their own."""
    lines = [line for line in (*front.head, *front.titles) if is_organ(line.text)]
    names = list(dict.fromkeys(name for line in lines for name in organs_of(line.text)))
    return "、".join(names) if len(names) > 1 and "".join(names) == organ_before(title) else None


def _dated(front: Front, stated: dict[str, str]) -> str | None:
    """Return the signing date; 发布日期 is the day of the upload, and no signing date."""
    noted = next((line.text.strip("（）()") for line in front.head if _NOTE_DATE.fullmatch(line.text)), None)
    said = next((stated[key] for key in _DATE_KEYS if stated.get(key)), None)
    given = front.date.text if front.date else noted or said
    found = find_date(given) if given else None
    return found[0] if found else None


def _year(title: str, notice: str | None, number: str | None, dated: str | None) -> int | None:
    # 2024年工作总结和2025年工作计划 is a plan for 2025.
    for text in (title.rpartition("总结")[2], title, notice or ""):
        match = _YEAR.search(text)
        if match:
            return int(match[1])
    cited = next((found.year for found in find_numbers(number or "")), None)
    return cited or (int(dated[:4]) if dated else None)


def _same_title(cited: str | None, title: str) -> bool:
    return cited is not None and normalise(cited) == normalise(title)


def _marks(lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the lines that hold a pattern, without outer brackets."""
    for line in lines:
        if pattern.search(line.text):
            yield re.sub(r"^[（(]\s*|\s*[）)]$", "", line.text).rstrip("。")
