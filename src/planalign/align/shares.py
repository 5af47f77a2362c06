"""The child's shares of totals, each at the fact of the parent that it divides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.model.facts import Direction, Target
from planalign.text.levels import place_names
from planalign.text.measures import measured
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planalign.align.matter import Item
    from planalign.model.allocation import Allocation
    from planalign.model.plan import Plan


def shares(child: Plan, parents: Sequence[Item], allocations: Sequence[Allocation]) -> dict[tuple[str, int], Target]:
    """Return the child's share in place of each total that it is given one of, by owner and place of the total.

    A line that fits several totals of different size fits none.
    """
    names = _names(child) if allocations else frozenset()
    found: dict[tuple[str, int], Target] = {}
    for line in allocations:
        if normalise(line.child) in names:
            totals = list(_totals(parents, line))
            if len({(total.value, total.upper, total.unit) for _, total in totals}) == 1:
                found |= {(item.owner, item.offset + total.start): _share(total, line) for item, total in totals}
    return found


def _names(child: Plan) -> frozenset[str]:
    """Return the names by which a line may call the child: its place, or its file."""
    file = child.source.file.replace("\\", "/").rpartition("/")[2]
    place = child.masthead.place or ""
    names = {place, *place_names(place)[-1:], child.source.file, file, file.rpartition(".")[0]}
    return frozenset(normalise(name) for name in names if name)


def _totals(parents: Sequence[Item], line: Allocation) -> Iterator[tuple[Item, Target]]:
    """Yield the numbers of the parent that stand in the words of a line, or that these are about."""
    words = normalise(line.parent)
    for item in parents:
        total = item.fact
        if isinstance(total, Target) and (not line.unit or measured(line.unit) == measured(total.unit)):
            number = re.compile(rf"(?<![\d.]){re.escape(normalise(total.text))}")
            quoted = number.search(words) is not None and words in normalise(item.text)
            if quoted or words in normalise(item.matter):
                yield item, total


def _share(total: Target, line: Allocation) -> Target:
    """Return the share as a number that binds: of a total, at least so much, unless the total is a limit."""
    least = Direction.LEAST if total.direction is Direction.EXACT else total.direction
    unit = line.unit or total.unit
    text = f"{line.value:.15g}{unit}"
    return total.model_copy(update={"text": text, "value": line.value, "upper": None, "unit": unit, "direction": least})
