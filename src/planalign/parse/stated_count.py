"""Counts that a document states about itself: 共25项重点任务, 6个方面, 附件3个."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import StatedCount
from planalign.text.numerals import HAN_NUMERAL, parse_numeral
from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.parse.line import Line

_VALUE = rf"(?P<value>\d{{1,3}}|{HAN_NUMERAL}{{1,4}})"
_ANY_VALUE = rf"(?:\d{{1,3}}|{HAN_NUMERAL}{{1,4}})"
_PARTS = r"大(?:体系|板块|领域|工程|行动)"
_KINDS = r"(?:具体|重点|主要|工作)*"
_PATTERNS = (
    (
        "tasks",
        compiled(
            rf"(?:共|合计|总计|提出了?|明确了?|部署了?|分为|(?:方面|{_PARTS})[的、，,]*共?){_VALUE}\s*(?:项|条|个){_KINDS}(?:任务|举措|措施|工作|内容)"
        ),
    ),
    ("tasks", compiled(rf"(?<=共){_VALUE}\s*[项条](?=[，。；、）)]|$)", signs="共")),
    (
        "sections",
        compiled(
            rf"(?:共|分为?|包括|从|围绕|分成|安排){_VALUE}\s*(?:个|大)(?:方面|部分|板块|章节)",
            signs=("方面", "部分", "板块", "章节"),
        ),
    ),
    ("sections", compiled(rf"{_VALUE}\s*(?:个|大)方面(?=[的、，,]*共?\s*{_ANY_VALUE}\s*[项条])", signs=("方面",))),
    ("sections", compiled(rf"包括(?:深化|完善|构建|健全){_VALUE}\s*{_PARTS}", signs=("包括",))),
    (
        "sections",
        compiled(
            rf"{_VALUE}\s*{_PARTS}(?=[的、，,]*共?\s*{_ANY_VALUE}\s*[项条])",
            signs=("大体系", "大板块", "大领域", "大工程", "大行动"),
        ),
    ),
    ("annexes", compiled(rf"附件(?:共)?{_VALUE}\s*[个份]", signs=("附件",))),
)


def find_stated_counts(lines: Iterable[Line]) -> Iterator[StatedCount]:
    """Return the counts that the introduction and the headings state; one number counts once."""
    for line in lines:
        seen: set[int] = set()
        for noun, pattern in _PATTERNS:
            for match in pattern.finditer(line.text):
                value = parse_numeral(match["value"])
                if value and match.start("value") not in seen:
                    seen.add(match.start("value"))
                    start = match.start("value") if match[0].startswith(("方面", "大")) else match.start()
                    words = line.text[start : match.end()]
                    yield StatedCount(text=words, value=value, noun=noun, location=line.place(start, match.end()))
