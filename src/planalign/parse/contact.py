"""Takes names and telephone numbers out of a plan: personal data that reports need not show."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planalign.parse.facts import find_facts
from planalign.parse.target import find_targets
from planalign.text.pattern import compiled
from planalign.text.placeholder import find_placeholders
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.model.annex import Annex, AnnexRow
    from planalign.model.block import Furniture, Skipped
    from planalign.model.plan import Clause, Plan, Section, Task

Part = TypeVar("Part", "Skipped", "Furniture")

REMOVED = "（已略去）"
"""Stands where a name or a number stood."""

_PERSON = r"联\s*[系络]\s*[人员](?:及(?:其|联系)?(?:电话|方式))?|联\s*系\s*方\s*式"
_NAME = r"(?:[^\W\d_]\s[^\W\d_](?![^\W\d_])|[^\s，,；;、。：:（(）)]{1,12})"
# Without a colon 联系人 is a name only before a number: 建立联系人制度 is none.
_NAMES = compiled(
    rf"(?:(?:{_PERSON})\s*[：:]\s*|联\s*系\s*人\s*(?=[^\W\d_]{{2,4}}[\s，,、：:（(]*(?:联系)?(?:电话|手机|方式|1[3-9]\d)))"
    rf"(?P<secret>{_NAME}(?:[、和]\s*(?!\S{{0,2}}(?:电话|手机|传真)){_NAME})*)"
)
# Mobile numbers, numbers with an area code, and whatever follows 电话; public hotlines such as 12345 are shorter.
_NUMBERS = compiled(
    r"(?P<secret>(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)[（(]?0\d{2,3}[）)]?[-—－– ]?\d{7,8}(?!\d)"
    r"|(?<=电话)(?:[：:]\s*)?\d{3,4}[- ]?\d{4,8}(?!\d))"
)
_COLUMN = compiled(
    r"(?:[^单位部门]{0,4}(?:联系人|联络[人员]|经办人)(?:姓名)?[^单位部门]{0,8}|.{0,6}(?:联系方式|手机号?码?|电话(?:号码)?))(?:[（(].*)?",
)
_HOTLINE = compiled(r"\d{0,6}")


def without_contact(plan: Plan) -> Plan:
    """Return the plan without the contact lines of its masthead, and with names and numbers masked everywhere else."""
    contact = plan.masthead.contact
    return plan.model_copy(
        update={
            "masthead": plan.masthead.model_copy(update={"contact": _never_filled(contact)}),
            "sections": tuple(_without_in_section(section) for section in plan.sections),
            "tasks": tuple(_without_in_task(task) for task in plan.tasks),
            "preamble": tuple(_without_in_clause(clause) for clause in plan.preamble),
            "annexes": tuple(_without_in_annex(annex) for annex in plan.annexes),
            "skipped": tuple(_cleaned(part, contact) for part in plan.skipped),
            "furniture": tuple(_cleaned(part, contact) for part in plan.furniture),
        }
    )


def _never_filled(contact: str | None) -> str | None:
    """Return a contact line in which the name is still a blank (联系人：××): it tells of nobody."""
    return masked(contact) if contact and any(find_placeholders(contact)) else None


def masked(text: str) -> str:
    """Return text with a mark in place of every name of a contact and every telephone number."""
    for start, end in reversed(_secrets(text)):
        text = text[:start] + REMOVED + text[end:]
    return text


def _secrets(text: str) -> list[tuple[int, int]]:
    """Return the spans of names and numbers, in order, none inside another."""
    matches = [*(_NAMES.finditer(text) if "联" in text else ()), *_NUMBERS.finditer(text)]
    if not matches:
        return []
    found = sorted(match.span("secret") for match in matches if not _is_blank(match["secret"]))
    spans: list[tuple[int, int]] = []
    for start, end in found:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _is_blank(secret: str) -> bool:
    return next(find_placeholders(secret), None) == (0, len(secret))


def _cleaned(part: Part, contact: str | None) -> Part:
    text = masked(part.text.replace(contact, REMOVED) if contact else part.text)
    return part if text == part.text else part.model_copy(update={"text": text})


def _without_in_section(section: Section) -> Section:
    title = masked(section.title)
    return section if title == section.title else section.model_copy(update={"title": title})


def _without_in_task(task: Task) -> Task:
    clauses = tuple(_without_in_clause(clause) for clause in task.clauses)
    title = masked(task.title)
    found = {} if title == task.title else _facts(title)
    said = {"text": masked(task.text), "title": title, "clauses": clauses, "terms": tuple(map(masked, task.terms))}
    return task.model_copy(update=said | found)


def _without_in_clause(clause: Clause) -> Clause:
    spans = _secrets(clause.text)
    if not spans:
        return clause
    # The time that a note names is the end of the text, and stays so.
    term = masked(clause.term)
    text = f"{masked(clause.sentence)}{term}"
    return clause.model_copy(update={"text": text, "term": term, "normalized": normalise(text), **_facts(text)})


def _facts(text: str) -> dict[str, object]:
    """Return the facts of a masked text: their places have moved, and some of them were the secret."""
    return {"targets": find_targets(text), "facts": find_facts(text)}


def _without_in_annex(annex: Annex) -> Annex:
    private = [_COLUMN.fullmatch(normalise(column)) is not None for column in annex.columns]
    rows = tuple(_without_in_row(row, private) for row in annex.rows)
    return annex.model_copy(update={"title": masked(annex.title), "rows": rows})


def _without_in_row(row: AnnexRow, private: list[bool]) -> AnnexRow:
    """Mask the cells of private columns wholly, and the fields that repeat them."""
    wholly = [*private, *[False] * (len(row.cells) - len(private))]
    names = {
        cell.strip()
        for cell, hide in zip(row.cells, wholly, strict=False)
        if hide and not _HOTLINE.fullmatch(normalise(cell))
    }

    def clean(text: str) -> str:
        return REMOVED if text.strip() in names else masked(text)

    target = clean(row.target)
    return row.model_copy(
        update={
            "cells": tuple(clean(cell) for cell in row.cells),
            "name": clean(row.name),
            "target": target,
            **({} if target == row.target else _facts(target)),
            "remark": clean(row.remark),
            "lead_units": tuple(clean(unit) for unit in row.lead_units),
            "responsible_units": tuple(clean(unit) for unit in row.responsible_units),
        }
    )
