"""Gold of task level in a table: one line a child task, named by printed numbers and lead phrases.

Columns: child_item, child_lead, parent_item, parent_lead, relation, note. Relations same, reworded, split and merge are
links, weak is an optional link, uncovered is a parent without a child. Several parents are divided by semicolons.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from planalign.errors import ReadError
from planalign.evaluate.gold import Gold, GoldChild, GoldLink, GoldParent, read_gold_text
from planalign.model.sentence import english

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("child_item", "child_lead", "parent_item", "parent_lead", "relation")
LINKS = ("same", "reworded", "split", "merge")
RELATIONS = (*LINKS, "weak", "uncovered")
Row = dict[str, str]


def read_gold_table(path: Path) -> Gold:
    """Read a gold file in TSV; the documents are left empty, since the table does not name them.

    Raises ReadError where it is missing, lacks a column or holds an unknown relation.
    """
    rows = _rows(path)
    parents = {item: lead for row in rows for item, lead in _parents(row)}
    return Gold(
        pair=path.stem,
        child="",
        parent="",
        child_tasks=_children(rows),
        parent_tasks=tuple(GoldParent(parent=item, title=lead) for item, lead in parents.items()),
        numbered=True,
    )


def _rows(path: Path) -> list[Row]:
    reader = csv.DictReader(read_gold_text(path).splitlines(), delimiter="\t", restval="", quoting=csv.QUOTE_NONE)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise ReadError(
            english("not a gold table: {why}", why=error), where=f"{path}, line {reader.line_num}"
        ) from error
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise ReadError(english("the gold table lacks the column {column}", column=missing[0]), where=str(path))
    for line, row in enumerate(rows, start=2):
        if row["relation"] not in RELATIONS:
            hint = english("one of {names}", names=", ".join(RELATIONS))
            raise ReadError(
                english("unknown relation {relation!r}", relation=row["relation"]),
                where=f"{path}, line {line}",
                hint=hint,
            )
    return rows


def _parents(row: Row) -> list[tuple[str, str]]:
    """Return items and lead phrases of the parents of a line."""
    if row["parent_item"] in {"", "-"}:
        return []
    return list(zip(row["parent_item"].split(";"), row["parent_lead"].split(";"), strict=False))


def _children(rows: list[Row]) -> tuple[GoldChild, ...]:
    by_child: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row["relation"] != "uncovered":
            by_child[row["child_item"], row["child_lead"]].append(row)
    return tuple(_child(item, lead, lines) for (item, lead), lines in by_child.items())


def _child(item: str, lead: str, rows: list[Row]) -> GoldChild:
    links = [(parent, row["relation"] in LINKS) for row in rows for parent, _ in _parents(row)]
    sure = [parent for parent, is_link in links if is_link]
    # The table does not say which of several parents is primary: each of them is right.
    accepted: tuple[str | None, ...] = (*sure,) if sure else (*(parent for parent, _ in links), None)
    return GoldChild(
        child=item,
        child_title=lead,
        accepted_primary=accepted,
        links=tuple(GoldLink(parent=parent, strength=_strength(is_link)) for parent, is_link in links),
    )


def _strength(is_link: bool) -> Literal["secondary", "disputed"]:
    return "secondary" if is_link else "disputed"
