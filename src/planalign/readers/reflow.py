"""Lines to paragraphs: indents, margins, labels, sentences that run over a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planalign.readers.layout import Layout, ends_sentence
from planalign.readers.page import Box, Line, confidence, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LABEL = re.compile(
    r"[一二三四五六七八九十百]+\s*、|[（(]\s*[一二三四五六七八九十百]+\s*[）)]|第[一二三四五六七八九十百]+(?:[章节条编篇]|部分)"
    r"|\d{1,3}\s*[、．](?!\d)|\d{1,3}\s*\.(?!\d)|[（(]\s*\d{1,3}\s*[）)]|\d{1,2}[)）](?![a-zA-Z\d])|[①-⑳㈠-㈩]"
    r"|附\s*[件表]\s*[一二三四五六七八九十\d]*\s*(?:[：:]|$)"
)
# A paragraph never begins with a mark that closes something.
_CLOSING = re.compile(r"[，。、；：？！”’》〉】〕］）」』％%]")
_LATIN = re.compile(r"[0-9A-Za-z,.;:!?%)]")
_LATIN_START = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Flowed:
    """One paragraph with the page and box of its first part."""

    text: str
    page: int
    box: Box
    centred: bool
    confidence: float | None


def reflow(lines: Iterable[Line], layouts: Mapping[int, Layout]) -> list[Flowed]:
    """Return the paragraphs of lines that follow each other without a table between them."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, layouts):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_flowed(group, layouts) for group in groups]


def starts_with_label(text: str) -> bool:
    """Return whether a text begins with a number of a heading or item."""
    return _LABEL.match(text) is not None


def join(left: str, right: str) -> str:
    """Join two lines of one paragraph; only Latin words need a space between them."""
    if left and right and _LATIN.match(left[-1]) and _LATIN_START.match(right[0]) and not left[-1].isdigit():
        return f"{left} {right}"
    return left + right


def _flowed(group: list[Line], layouts: Mapping[int, Layout]) -> Flowed:
    text = ""
    for line in group:
        text = join(text, line.text)
    first = group[0]
    box = union([line.box for line in group if line.page == first.page])
    return Flowed(text, first.page, box, is_centred(first, layouts[first.page]), confidence(group))


def is_centred(line: Line, layout: Layout) -> bool:
    """Return whether a line is set in the middle of the text and not merely indented."""
    middle = (line.x0 + line.x1) / 2
    if min(abs(middle - (layout.left + layout.right) / 2), abs(middle - layout.middle)) > 0.75 * layout.size:
        return False
    room = min(line.x0 - layout.left, layout.right - line.x1)
    if line.size > 1.15 * layout.size:
        return True
    # An indented line that happens to end as far from the right margin is body text.
    return room > 1.2 * layout.size and not 1.7 < layout.indent(line) < 2.3


def _goes_on(group: list[Line], line: Line, layouts: Mapping[int, Layout]) -> bool:
    """Return whether a line belongs to the paragraph before it."""
    last = group[-1]
    before, here = layouts[last.page], layouts[line.page]
    if line.page - last.page > 1 or (last.page == line.page and not _follows(last, line, before)):
        return False
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size) and not _mixed_body(group, line, here):
        return False
    if is_centred(group[0], before) or is_centred(line, here):
        return _title_goes_on(group, line, layouts)
    return _body_goes_on(group, line, layouts)


def _follows(last: Line, line: Line, layout: Layout) -> bool:
    """Return whether a line stands right below another one, not beside it or after a gap."""
    step = line.base - last.base
    # Without indents, a little more space is what parts paragraphs.
    most = 1.2 if layout.turnover is None and line.size < 1.1 * layout.size else 1.7
    return 0.4 * line.size < step < most * max(layout.leading, 1.2 * line.size)


def _mixed_body(group: list[Line], line: Line, layout: Layout) -> bool:
    """Return whether a change of size is a mere change of fonts inside a paragraph."""
    return layout.at_turnover(line) and max(group[-1].size, line.size) < 1.2 * layout.size


def _title_goes_on(group: list[Line], line: Line, layouts: Mapping[int, Layout]) -> bool:
    """Join the lines of a title only where they are set alike, larger than the body, and no part stands for itself."""
    last = group[-1]
    layout = layouts[line.page]
    if last.page != line.page or not is_centred(line, layout) or not is_centred(last, layout):
        # A full body line may look centred; a title never runs into the left margin.
        return not _is_title(group, layouts) and _body_goes_on(group, line, layouts)
    if not _is_title(group, layouts) or abs(last.size - line.size) > 0.5:
        return False
    return (
        not _stands_alone(line.text)
        and not _stands_alone(last.text)
        and not starts_with_label(line.text)
        and not ends_sentence(last.text)
    )


def _stands_alone(text: str) -> bool:
    """Return whether a centred line is a remark of its own: （征求意见稿）, 〔2025〕3号, ——在会议上的讲话."""
    return text.startswith(("（", "(", "〔", "—"))


def _is_title(group: list[Line], layouts: Mapping[int, Layout]) -> bool:
    return group[0].size > 1.15 * layouts[group[0].page].size


def _body_goes_on(group: list[Line], line: Line, layouts: Mapping[int, Layout]) -> bool:
    last = group[-1]
    before, here = layouts[last.page], layouts[line.page]
    full = before.is_full(last, line) or _CLOSING.match(line.text) is not None
    ended = ends_sentence(last.text)
    settled = here.turnover is not None
    if starts_with_label(line.text) and not (settled and here.at_turnover(line) and full and not ended):
        return False
    if here.at_turnover(line):
        return full or (settled and _cut_off(last, before))
    if _hangs(group, line):
        return full
    # Paragraphs that are indented as a whole: the line stands in, but nothing has ended.
    return not settled and abs(line.x0 - last.x0) < 0.6 * line.size and full and not ended


def _hangs(group: list[Line], line: Line) -> bool:
    """Return whether a line stands below the words behind the label with which its paragraph begins."""
    if not starts_with_label(group[0].text) or not 0.6 < (line.x0 - group[0].x0) / line.size < 5:
        return False
    return len(group) == 1 or abs(line.x0 - group[-1].x0) < 0.6 * line.size


def _cut_off(last: Line, layout: Layout) -> bool:
    """Return whether a line ends near the margin in the middle of a sentence."""
    return last.x1 > layout.right - 4 * layout.size and not ends_sentence(last.text)
