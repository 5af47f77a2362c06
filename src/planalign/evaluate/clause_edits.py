"""Known changes of one clause: each function returns the new text, or none where it does not apply."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from planalign.evaluate.commitment_text import Action, actions, lists
from planalign.parse.target import find_targets

if TYPE_CHECKING:
    from random import Random

LEAST_SUBSTITUTIONS = 2
"""Fewest substitutions that make a paraphrase."""


class Edit(NamedTuple):
    """A changed clause."""

    text: str
    """The new wording."""
    lost: tuple[str, ...] = ()
    """What it says no longer."""


def drop_commitment(text: str, random: Random) -> Edit | None:
    """Leave out one action of several."""
    found = actions(text)
    if len(found) < 2:
        return None
    chosen = random.choice(found)
    lost = text[chosen.start : chosen.end]
    # With the comma before it; the first part takes the comma behind it along.
    rest = text[: chosen.start - 1] + text[chosen.end :] if chosen.start else text[chosen.end + 1 :]
    return Edit(rest, (lost,))


def narrow_list(text: str, random: Random) -> Edit | None:
    """Leave out up to half of the members of a list, never the first and the last, on which the grammar hangs."""
    found = lists(text)
    if not found:
        return None
    start, end = random.choice(found)
    members = text[start:end].split("、")
    lost = members[1 : 1 + max(1, (len(members) - 1) // 2)]
    kept = [members[0], *members[1 + len(lost) :]]
    return Edit(text[:start] + "、".join(kept) + text[end:], tuple(lost))


def change_number(text: str, random: Random) -> Edit | None:
    """Write about half of a number, one more where it is 1."""
    found = [(target, digits) for target in find_targets(text) if (digits := re.match(r"[\d,.]+", target.text))]
    if not found:
        return None
    target, digits = random.choice(found)
    place = target.start + digits.end()
    return Edit(f"{text[: target.start]}{_halved(digits[0])}{text[place:]}", (target.text,))


def swap_object(text: str, other: str, random: Random) -> Edit | None:
    """Give the verb of one action the object of an action in another clause."""
    mine, theirs = actions(text), actions(other)
    if not mine or not theirs:
        return None
    place, source = random.choice(mine), random.choice(theirs)
    lost = text[place.verb_end : place.end]
    return Edit(text[: place.verb_end] + _object(other, source) + text[place.end :], (lost,))


def paraphrase(text: str, random: Random) -> Edit | None:
    """Write words of the same meaning, and the parts of a list in another order."""
    pattern, table = _paraphrases()
    changed, count = pattern.subn(lambda found: table[found[0]], text)
    if count < LEAST_SUBSTITUTIONS:
        return None
    for start, end in reversed(lists(changed)):
        # The verb hangs on the first member and what follows the list (等…工作) on the last: both stay.
        first, *members, last = changed[start:end].split("、")
        random.shuffle(members)
        changed = changed[:start] + "、".join((first, *members, last)) + changed[end:]
    return Edit(changed)


def _object(text: str, action: Action) -> str:
    return text[action.verb_end : action.end]


def _halved(digits: str) -> str:
    value = float(digits.replace(",", ""))
    if "." in digits:
        return f"{value / 2:.1f}"
    return str(int(value) // 2 if value > 1 else int(value) + 1)


@cache
def _paraphrases() -> tuple[re.Pattern[str], dict[str, str]]:
    text = files("planalign.evaluate").joinpath("data", "paraphrases.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    table = {word: "" if other == "-" else other for word, other in rows}
    return re.compile("|".join(sorted(table, key=lambda word: (-len(word), word)))), table
