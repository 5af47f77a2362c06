"""What the upper level gave one child of a total that several divide among them."""

from __future__ import annotations

from typing import NamedTuple


class Allocation(NamedTuple):
    """One line of a table of shares."""

    parent: str
    """The parent's words with the total, or the words around it: 新建幼儿园60所, 新建幼儿园."""
    child: str
    """Place of the child, or the name of its file."""
    value: float
    """The child's share."""
    unit: str
    """Its unit; empty where it is that of the total."""
