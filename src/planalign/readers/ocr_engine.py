"""The text recogniser: pictures to boxes of text, strips to characters; its models lie in its wheel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    """Rows of grey pixels, 0 is black."""

Frame = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

# Pictures are brought to size before they come here; its own bound would shrink long ones beyond recognition.
_NO_BOUND = 100_000
_SETTINGS = {"Global.use_cls": False, "Global.log_level": "critical", "Global.max_side_len": _NO_BOUND}


@dataclass(frozen=True, slots=True)
class Strip:
    """What was recognised in a picture of one line."""

    text: str
    """Its characters, spaces left out."""
    places: tuple[float, ...]
    """The middle of each character, as a share of the width of the picture."""
    scores: tuple[float, ...]
    """The confidence of each character, 0–1."""
    spaces: frozenset[int]
    """Numbers of the characters before which a space was seen."""

    @property
    def score(self) -> float:
        """The mean confidence; 0 where nothing was recognised."""
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


def is_installed() -> bool:
    """Return whether pictures can be read: the extra `ocr` is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


@cache
def _recogniser() -> Any:  # noqa: ANN401 - rapidocr states no useful types
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)


def find_boxes(picture: Pixels) -> list[NDArray[np.float32]]:
    """Return the corners of each piece of text, clockwise from the upper left one; each of shape (4, 2), in pixels."""
    found = _recogniser()(_coloured(picture), use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else list(found.boxes)


def read_strip(picture: Pixels) -> Strip:
    """Return the characters of a picture that holds one upright line."""
    found = _recogniser()(_coloured(picture), use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not found.txts or not found.txts[0].strip():
        return Strip("", (), (), frozenset())
    return _strip(found.txts[0], found.word_results[0])


def _coloured(picture: Pixels) -> Any:  # noqa: ANN401 - cv2 is untyped
    import cv2

    return cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)


def _strip(text: str, words: Any) -> Strip:  # noqa: ANN401 - rapidocr states no useful types
    columns = [column for word in words.word_cols for column in word]
    scores = [score for char, score in zip(text, words.confs, strict=True) if not char.isspace()]
    places = tuple((column + 0.5) / words.line_txt_len for column in columns)
    return Strip("".join(text.split()), places, tuple(scores), frozenset(_spaces(text)))


def _spaces(text: str) -> Iterator[int]:
    """Give the numbers of the characters before which a space stands."""
    count = 0
    for index, char in enumerate(text):
        if not char.isspace():
            if index and text[index - 1].isspace():
                yield count
            count += 1
