"""发文字号: abbreviation, year in brackets, serial (GB/T 9704—2012, 7.2.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planalign.text.numerals import HAN_NUMERAL, parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"(?P<year>(?:19|20)\s?\d\s?\d|[二一][〇○零0一二三四五六七八九]{3})"
_NUMBER = compiled(
    rf"(?P<organ>[一-龥]{{2,14}})\s*[〔［\[【（(﹝〈]\s*{_YEAR}\s*年?\s*[〕］\]】）)﹞〉]\s*第?\s*(?P<serial>\d{{1,5}}|{HAN_NUMERAL}{{1,6}})\s*号"
)
_DASHED = compiled(
    rf"(?P<organ>[一-龥]{{2,10}}(?:发|办|函|字|文))\s*{_YEAR}\s*[-—–－]\s*(?P<serial>\d{{1,5}})\s*号", signs="-—–－"
)
_UNREADABLE = compiled(
    r"[一-龥]{2,10}\s*(?:[〔［\[【（(]?\s*20\d{3,8}\s*[〕］\]】）)]?\s*号|[〔［\[【（(]\s*20\d{2}\s*\d*\s*号"
    r"|[〔［\[【（(]\s*20\d{2}\s*[〕］\]】）)]\s*第?\s*[×xX＊*_\s　]*号|[〔［\[【]\s*20\d{2}\s*[〕］\]】]\s*第?\s*\d*"
    r"|[〔［\[【（(]\s*\d{2,3}\s*[〕］\]】）)]\s*第?\s*\d{1,5}\s*号)",
    signs="号〔［[【",
)
_BROKEN = compiled(r".{2,20}[〔［\[【（(﹝〈]\s*(?:19|20)\d\d\s*年?\s*[〕］\]】）)﹞〉]\s*第?\s*\d{0,5}")
_REST = compiled(r"\d{0,5}\s*号")
_TITLE_END = compiled(r"(?:通知|意见|方案|要点|文件|计划|安排|函)\s*$")
_BESIDE = compiled(r"(?:签发人|急件|特急|加急|机密|秘密|平急)[:：]?.{0,12}|\d{6}|[\s　:：.]|(?:发文字号|文号)")
_LONGEST = 40
_SIGNS = "号〕］]】）)"
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
# Words of the sentence that stand before the abbreviation of the issuing office.
_LEAD_IN = compiled(
    r".*(?:根据|按照|依据|依照|遵照|落实|贯彻|执行|参照|依|见|详见|以及|及|和|与|或|以|的|于|由|印发|转发|废止|文件|通知|办法|意见|方案)(?=[一-龥]{2})"
)


class DocumentNumber(NamedTuple):
    """A 发文字号 in running text."""

    text: str
    """Normalised, for example 江府发〔2025〕3号."""
    printed: str
    """As it stands in the text."""
    year: int
    start: int
    end: int


def find_numbers(text: str) -> Iterator[DocumentNumber]:
    """Return every 发文字号 in text, in order."""
    if "号" not in text:
        return
    narrow = text.translate(_NARROW)
    for pattern in (_NUMBER, _DASHED):
        for match in pattern.finditer(narrow):
            year = parse_numeral(re.sub(r"\s", "", match["year"]))
            organ = _organ(match["organ"])
            if year and 1949 <= year <= 2100:
                start, end = match.end("organ") - len(organ), match.end()
                written = f"{organ}〔{year}〕{parse_numeral(match['serial'])}号"
                yield DocumentNumber(written, text[start:end], year, start, end)


def _organ(text: str) -> str:
    lead = _LEAD_IN.match(text)
    return text[lead.end() :] if lead else text


def own_number(text: str) -> DocumentNumber | None:
    """Return the number that a line of the document head consists of."""
    found = next(find_numbers(text), None)
    if found is None:
        return None
    rest = _BESIDE.sub("", text[: found.start] + text[found.end :])
    return found if len(rest) <= 2 else None


def closing_number(text: str) -> DocumentNumber | None:
    """Return the number that stands behind a title on the same line."""
    numbers = [found for found in find_numbers(text) if found.end == len(text)]
    return numbers[0] if numbers and _TITLE_END.search(text[: numbers[0].start]) else None


def is_broken_number(text: str, below: str) -> bool:
    """Say whether a line break cut a 发文字号 in two: 江府发〔2025〕 above 3号, or 江府发〔2025〕3 above 号."""
    return below.endswith("号") and _REST.fullmatch(below) is not None and _BROKEN.fullmatch(text) is not None


def is_unreadable(text: str) -> bool:
    """Say whether a line was a 发文字号 that lost its brackets or digits."""
    if len(text) > _LONGEST or not any(char.isdecimal() for char in text) or not any(sign in text for sign in _SIGNS):
        return False
    return own_number(text) is None and _UNREADABLE.fullmatch(text.strip()) is not None
