"""Radicals that stand for characters: fonts of some programs name their glyphs by the radical of the same shape."""

from __future__ import annotations

import unicodedata

# The supplement has no decomposition in Unicode; these are shaped like a character of their own.
_SUPPLEMENT = str.maketrans(
    "⺒⺓⺝⺟⺠⺬⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "巳幺月母民示虎西见角贝足车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
_KANGXI = range(0x2F00, 0x2FE0)
_SUPPLEMENTED = range(0x2E80, 0x2F00)
_COMPATIBLE = range(0xF900, 0xFB00)


def character(text: str) -> str:
    """Return the character meant by a radical or compatibility form; any other text as it is."""
    code = ord(text[0])
    if code in _SUPPLEMENTED:
        return text.translate(_SUPPLEMENT)
    if code in _KANGXI or code in _COMPATIBLE:
        return unicodedata.normalize("NFKC", text)
    return text
