"""Organs: which lines are names of offices."""

from __future__ import annotations

from planalign.text.pattern import compiled
from planalign.text.width import normalise

_SUFFIX = compiled(
    r"(?:政府|委员会|管委会|办公[厅室]|办事处|指挥部|党委|党工委|党组|工委|小组|专班|[总支大]队|法院|检察院|公司|集团|中心"
    r"|学校|学院|大学|医院|卫生院|银行|联合会|联席会议|总工会|公署|行署|税务局|分局|军分区|警备区|[村居组常筹]委会|红十字会|协会|妇联"
    r"|政协|[一-龥][局委办厅部署])$"
)
_NAME = compiled(r"[一-龥（）()·\s　、]{3,60}")
_SHORTEST = 4
_JOINT = compiled(r"\s{2,}|　+|\s(?=[一-龥]{4,}(?:政府|委员会|局|办公室|委|厅)$)")
_RED_HEAD = compiled(r"(.{3,40}?)\s*文\s*件(?:\s*[（(].{2,8}[）)])?$")


def is_organ(text: str) -> bool:
    """Say whether a line holds the name of one or several offices and nothing else."""
    name = normalise(text)
    return len(name) <= 60 and _NAME.fullmatch(text) is not None and _SUFFIX.search(name) is not None


def organs_of(text: str) -> tuple[str, ...]:
    """Return the names on a signature line; wide spaces stand between joint issuers."""
    words = text.split()
    if len(words) > 1 and all(len(word) >= _SHORTEST and _SUFFIX.search(word) for word in words):
        return tuple(normalise(word) for word in words)
    parts = _JOINT.split(text.strip())
    names = tuple(normalise(part) for part in parts if part.strip())
    return names if all(_SUFFIX.search(name) for name in names) else (normalise(text),)


def red_head(text: str) -> str | None:
    """Return the office of a red head such as 江城市人民政府文件."""
    match = _RED_HEAD.fullmatch(text.strip())
    name = normalise(match[1]) if match else ""
    return name if name and _SUFFIX.search(name) and _NAME.fullmatch(name) else None


def organ_before(title: str) -> str | None:
    """Return the office that stands before 关于 in a title."""
    plain = normalise(title)
    for mark in ("关于", "转发", "批转", "印发"):
        name = plain.partition(mark)[0]
        if len(name) < len(plain) and is_organ(name):
            return name
    return None
