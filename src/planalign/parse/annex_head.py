"""Heads of annexes: the list of annexes that a text names, and the 附件 marks above the annexes themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.annex import AnnexHead
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from planalign.parse.line import Line

_NUMBER = r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})(?:\s*[-—–－]\s*\d{1,2})?"
_MARKER = compiled(rf"[（(]?附\s*(?:件|表|录|(?=[:：]))\s*(?P<number>{_NUMBER})?\s*(?P<mark>[)）:：.．、])?\s*")
_LONGEST = 80
# 附件：1.任务分工表　2.考核指标表: a number at the start or behind a space or stop, with its dot.
_ITEM = compiled(
    rf"(?:^|(?<=[\s；;。，]))\s*(?:附\s*件\s*)?(?P<number>{_NUMBER})\s*[.．、:：]\s*(?=\S)|^附\s*件\s*(?P<of>{_NUMBER})\s+"
)
_LISTED = compiled(r"附\s*件?\s*[:：]\s*")
_GAP = compiled(r"　+|\s{2,}")


def marker_of(text: str) -> re.Match[str] | None:
    """Return the mark of an annex at the start of a line: 附件, 附件1, 附件：任务分解表; else None."""
    match = _MARKER.match(text) if text.startswith(("附", "（附", "(附")) else None
    if match is None or len(text) > _LONGEST or "。" in text:
        return None
    rest = text[match.end() :]
    spaced = match[0][-1:].isspace() or match["mark"] is not None
    return match if not rest or spaced or match["number"] else None


def head_of(line: Line, below: Line | None) -> AnnexHead | None:
    """Return the head that a marker line begins; its title stands behind the mark or on the line below."""
    match = marker_of(line.text)
    if match is None:
        return None
    title = line.text[match.end() :].strip() or (below.text if below else "")
    return AnnexHead(number=_plain(match["number"]), title=_name(title), text=line.text, location=line.place())


def listed_heads(lines: Sequence[Line]) -> Iterator[AnnexHead]:
    """Return what the lines of a list of annexes name, one head for each."""
    for line in lines:
        yield from _heads_on(line)


def _heads_on(line: Line) -> Iterator[AnnexHead]:
    mark = _LISTED.match(line.text)
    names = line.part(mark.end()) if mark else line
    before = len(line.text) - len(names.text)
    items = list(_ITEM.finditer(names.text))
    if not items or items[0].start():
        yield from _unnumbered(line, before)
        return
    ends = [match.start() for match in items[1:]] + [len(names.text)]
    for match, end in zip(items, ends, strict=True):
        number = _plain(match["number"] or match["of"])
        # The first one keeps the mark 附件： with it.
        start = match.start() + before if match.start() else 0
        yield _listed_head(line.part(start, end + before), names.part(match.end(), end), number)


def _unnumbered(line: Line, begin: int) -> Iterator[AnnexHead]:
    """Read names without numbers; wide spaces stand between them."""
    start = 0
    for gap in _GAP.finditer(line.text, begin):
        yield _listed_head(line.part(start, gap.start()), line.part(begin, gap.start()), None)
        start = begin = gap.end()
    yield _listed_head(line.part(start), line.part(begin), None)


def _listed_head(whole: Line, title: Line, number: str | None) -> AnnexHead:
    return AnnexHead(number=number, title=_name(title.text), text=whole.text, location=whole.place())


def _name(title: str) -> str:
    """Return a title without the stop behind it and the 《》 around it."""
    title = title.rstrip("。；;，, 　")
    return title[1:-1] if title.startswith("《") and title.find("》") == len(title) - 1 else title


def _plain(number: str | None) -> str | None:
    return "".join(number.split()) if number else None
