"""Facts without a rival in their clauses, which are one matter with few words in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planalign.model.facts import Target
from planalign.text.measures import measured, scale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from planalign.align.fact_pairs import Likeness
    from planalign.align.matter import Item

LEAST_LOCAL_ALONE = 0.1
"""Facts that are alone in their unit need this likeness of the words around them."""
_NO_PLACES: frozenset[int] = frozenset()


class Alone:
    """Which facts are the only ones of their kind, or of their unit, in their clauses.

    What binds the parent's own level is no rival of the fact beside it.
    """

    def __init__(self, likeness: Likeness, parents: Sequence[Item], children: Sequence[Item]) -> None:
        """Find them."""
        asked = [(number, parent) for number, parent in enumerate(parents) if not likeness.is_own(parent)]
        every = list(enumerate(children))
        self._parents, self._children = _lone(asked, _kind), _lone(every, _kind)
        self._parent_units, self._child_units = _lone(asked, _unit), _lone(every, _unit)
        self._units = [_unit(parent) for parent in parents], [_unit(child) for child in children]

    def beside(self, parent: int) -> frozenset[int]:
        """Return the child's facts of which one may be the parent's whatever words are around both."""
        return self._children if parent in self._parents else _NO_PLACES

    def are(self, parent: int, child: int, local: float) -> bool:
        """Say whether both clauses hold one fact of the kind, or of the unit where the words are a little alike."""
        if child in self.beside(parent):
            return True
        one, other = self._units[0][parent], self._units[1][child]
        lone = parent in self._parent_units and child in self._child_units
        return lone and one[1:] == other[1:] and local >= LEAST_LOCAL_ALONE


def _lone(items: Iterable[tuple[int, Item]], key: Callable[[Item], tuple[str, ...]]) -> frozenset[int]:
    """Return the positions of the facts that share their key with no other."""
    keys = {number: key(item) for number, item in items}
    counts = Counter(keys.values())
    return frozenset(number for number, each in keys.items() if counts[each] == 1)


def _kind(item: Item) -> tuple[str, ...]:
    return item.owner, item.aspect


def _unit(item: Item) -> tuple[str, ...]:
    """Return kind and unit; 公里 and 米 are one unit, 个 and 处 count different things."""
    unit = item.fact.unit if isinstance(item.fact, Target) else ""
    return item.owner, item.aspect, measured(unit) if scale(unit) != 1 else unit
