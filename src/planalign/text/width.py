"""Width, punctuation and spaces: one form for texts that differ only in how they were typed."""

from __future__ import annotations

import re
import unicodedata

# Signs that NFKC would tear apart (㎡ becomes m2) are spelt out first.
_UNITS = {
    "㎡": "平方米",
    "㎥": "立方米",
    "㎞": "公里",
    "㎜": "毫米",
    "㎝": "厘米",
    "㎏": "公斤",
    "㎎": "毫克",
    "㎢": "平方公里",
    "㏊": "公顷",
    "℅": "%",
}
_SIGNS = {
    "∶": "：",
    "﹕": "：",
    "︰": "：",
    "｡": "。",
    "､": "、",
    "﹑": "、",
    "﹐": "，",
    "﹔": "；",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "＂": '"',
    "﹙": "（",
    "﹚": "）",
    "﹝": "〔",
    "﹞": "〕",
    "[": "〔",
    "]": "〕",
    "［": "〔",
    "］": "〕",
    "【": "〔",
    "】": "〕",
    "﹪": "%",
    "〜": "～",
    "~": "～",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "−": "-",
    "－": "-",
    "◯": "〇",
    "○": "〇",
}
# These stay full-width; NFKC would make them ASCII.
_KEPT = frozenset("，；：？！（）～")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_TABLE = str.maketrans(_UNITS | _SIGNS)
_INVISIBLE = re.compile("[\x00\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ASCII_SIGN = re.compile(r"[,;:?!()]")
_INNER_SPACE = re.compile(r"(?<=[A-Za-z])\s+(?=[A-Za-z])|(?<=\d)\s+(?=\d)")
_RANGE_DASH = re.compile(r"(?<=[0-9%‰])[—―](?=[0-9])")
_FOLDABLE = re.compile("[\uff01-\uff5e\uffe0-\uffe6\u2e80-\u2fdf\uf900-\ufaff]")
# What most texts are made of, and what stays as it is; the sets of a few ranges are cheap to compile.
_PLAIN = re.compile(r"(?:[\u4e00-\u9fff]|[\u3001\u3002]|[，；（）]|[“”]|[0-9%])*")
_STRAIGHT_QUOTE = re.compile('"')
_MARKS = re.compile(r"[\W_]+")


def normalise(text: str) -> str:
    """Return text with one width, one set of punctuation and no spaces beside Chinese characters.

    Circled digits and …, which NFKC would destroy, stay; normalising twice equals once.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _INVISIBLE.sub("", text).translate(_TABLE)
    text = _FOLDABLE.sub(_fold, text)
    text = _RANGE_DASH.sub("-", _collapse(text))
    return _curl(_ASCII_SIGN.sub(_widen, text))


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return _MARKS.sub("", text)


def _fold(match: re.Match[str]) -> str:
    """Return the plain form of a full-width, Kangxi-radical or compatibility character."""
    if match[0] in _KEPT:
        return match[0]
    plain = unicodedata.normalize("NFKC", match[0])
    return plain.translate(_TABLE)


def _collapse(text: str) -> str:
    """Remove all spaces but those between two words of Latin letters or two numbers."""
    kept = _INNER_SPACE.sub("\x00", text)
    return "".join(kept.split()).replace("\x00", " ")


def _widen(match: re.Match[str]) -> str:
    """Return the full-width sign, except for a comma or colon inside a number."""
    start, end, text = match.start(), match.end(), match.string
    inside = text[start - 1 : start].isdecimal() and text[end : end + 1].isdecimal()
    return match[0] if inside and match[0] in ",:" else _WIDE[match[0]]


def _curl(text: str) -> str:
    """Turn straight quotes into opening and closing ones, alternately."""
    opening = False

    def turn(_: re.Match[str]) -> str:
        nonlocal opening
        opening = not opening
        return "“" if opening else "”"

    return _STRAIGHT_QUOTE.sub(turn, text)
