"""Whether a text is Markdown: only marks count that no plain text of a plan has."""

from __future__ import annotations

import re

# Between two lines of dashes, beginning with a stated value.
_FRONT_MATTER = re.compile(
    rb"---[ \t]*\r?\n[^\n:]{1,60}(?::|\xef\xbc\x9a|\xa3\xba)[^\n]*\n(?:[^\n]*\n){0,60}?---[ \t]*\r?\n"
)
_HEADING = re.compile(rb"^#{1,6}[ \t]+[^\s#]", re.MULTILINE)
_RULE = re.compile(rb"^([^\n]*)\n([ \t|:-]++)\r?$", re.MULTILINE)
# A name that was blotted out, as in 江城市**区, is no bold type; three lines that are bold as a whole are.
_BOLD_LINE = re.compile(rb"^[ \t]*\*\*[^*\n]+\*\*[ \t]*\r?$", re.MULTILINE)
_BOLD_LINES = 3


def is_markdown(head: bytes) -> bool:
    """Say whether the begin of a text, in any encoding that keeps ASCII, is Markdown."""
    if _FRONT_MATTER.match(head) or _HEADING.match(head) or _has_table(head):
        return True
    return len(_HEADING.findall(head)) > 1 or len(_BOLD_LINE.findall(head)) >= _BOLD_LINES


def _has_table(head: bytes) -> bool:
    """Say whether a line with bars stands above a line of nothing but bars and dashes."""
    return any(b"|" in line and b"|" in rule and b"-" in rule for line, rule in _RULE.findall(head))
