"""Characters of a page to lines of text: baselines, gaps, spaces, glyphs printed twice."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.readers.page import Char, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A gap as wide as this many characters parts columns: two signatures side by side, 发文字号 and 签发人.
_COLUMN_GAP = 3.0
_OPENING = "（(〔［[【《〈“‘「『{｛<"
_CLOSING = "），。、；：？！”’》〉】〕］」』…—～·,.;:?!)]}｝>%‰℃"
# Western quotation marks open and close; programs that follow UAX 14 break on neither side of them.
_QUOTES = "“”‘’\"'"
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\U00020000-\U0003ffff]")
_NARROW = re.compile(r"[0-9A-Za-z%‰.+\-/]")
_THIN = re.compile(
    r"(?<=[\u3400-\u9fff）〕》]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰]) +(?=[\u3400-\u9fff（〔《，。、；：）〕》])"
)


def lines_of(chars: Iterable[Char], page: int, *, columns: bool = True) -> list[Line]:
    """Return the lines of some characters from top to bottom; with `columns`, a wide gap parts a line in two."""
    found = []
    for row in _with_raised(list(rows_of(chars))):
        clean = _without_doubles(sorted(row, key=lambda char: (char.x0, char.x1)))
        for part in _parts(clean) if columns else [clean]:
            line = _line(part, page)
            if line is not None:
                found.append(line)
    return found


def rows_of(chars: Iterable[Char]) -> Iterator[list[Char]]:
    """Give the characters that share a baseline, from top to bottom."""
    row: list[Char] = []
    base = math.inf
    for char in sorted(chars, key=lambda char: char.base):
        if row and char.base - base > 0.25 * max(min(char.size, row[-1].size), 2):
            yield row
            row = []
        if not row:
            base = char.base
        row.append(char)
    if row:
        yield row


def _with_raised(rows: list[list[Char]]) -> list[list[Char]]:
    """Put raised and lowered characters, such as footnote marks, into the row beside which they stand."""
    merged: list[list[Char]] = []
    for row in rows:
        if merged and _fits_into(merged[-1], row):
            merged[-1] = _on_one_base(merged[-1], row)
        else:
            merged.append(row)
    return merged


def _fits_into(one: list[Char], other: list[Char]) -> bool:
    few, many = sorted((one, other), key=len)
    apart = abs(few[0].base - many[0].base)
    if len(few) > 12 or apart > 0.6 * max(char.size for char in many):
        return False
    return not any(a.x0 < b.x1 - 0.5 and b.x0 < a.x1 - 0.5 for a in few for b in many)


def _on_one_base(one: list[Char], other: list[Char]) -> list[Char]:
    """Return both rows on the baseline of the longer one."""
    few, many = sorted((one, other), key=len)
    return [*many, *(char._replace(base=many[0].base) for char in few)]


def _without_doubles(row: Sequence[Char]) -> list[Char]:
    """Drop glyphs printed a second time over themselves to look bold."""
    kept: list[Char] = []
    for char in row:
        if not any(_doubled(char, other) for other in kept[-3:]):
            kept.append(char)
    return kept


def _doubled(char: Char, other: Char) -> bool:
    return char.text == other.text and abs(char.x0 - other.x0) < 0.5 * (other.x1 - other.x0)


def _parts(row: list[Char]) -> Iterator[list[Char]]:
    """Cut a row at gaps that part columns."""
    part: list[Char] = []
    last: Char | None = None
    for char in row:
        if not char.text.isspace():
            wide = last is not None and char.x0 - last.x1 > _COLUMN_GAP * max(char.size, last.size)
            if wide and len(part) > 3:
                yield part
                part = []
            last = char
        part.append(char)
    yield part


def _line(row: list[Char], page: int) -> Line | None:
    glyphs = [char for char in row if not char.text.isspace()]
    if not glyphs:
        return None
    spaced = _spaced(row)
    sizes = Counter(round(char.size, 1) for char in glyphs)
    size = max(sizes, key=lambda value: (sizes[value], value))
    base = glyphs[0].base
    tallest = max(char.size for char in glyphs)
    box = (glyphs[0].x0, base - 0.88 * tallest, max(char.x1 for char in glyphs), base + 0.12 * tallest)
    rounded = (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
    return Line(page, _THIN.sub("", spaced), rounded, base, size, _head(glyphs), len(spaced), _score(glyphs))


def _score(glyphs: list[Char]) -> float | None:
    """Return the mean confidence of what was recognised on a picture."""
    scores = [char.score for char in glyphs if char.score is not None]
    return round(sum(scores) / len(scores), 3) if scores else None


def _spaced(row: list[Char]) -> str:
    """Return the text of a row: typed spaces as one space, gaps between Latin words as a space."""
    pieces: list[str] = []
    last: Char | None = None
    typed = False
    for char in row:
        if char.text.isspace():
            typed = True
            continue
        if last is not None and (typed or _gap_is_space(last, char)):
            pieces.append(" ")
        pieces.append(char.text)
        last, typed = char, False
    return "".join(pieces)


def _gap_is_space(left: Char, right: Char) -> bool:
    gap = (right.x0 - left.x1) / max(left.size, right.size, 1)
    wide = _WIDE.match(left.text) or _WIDE.match(right.text)
    return gap > (0.9 if wide else 0.2)


def _head(glyphs: list[Char]) -> float:
    """Return the width of what a line break may not part at the start of a line."""
    end = 1
    for left, right in pairwise(glyphs):
        sticks = left.text in _OPENING or right.text in _CLOSING or left.text in _QUOTES or right.text in _QUOTES
        if not sticks and not (_NARROW.match(left.text) and _NARROW.match(right.text)):
            break
        end += 1
    # Punctuation at the end of a line may hang over the margin, so the last mark does not count.
    return glyphs[end - 1].x1 - glyphs[0].x0
