"""Clauses of a body, and the units that their words and the notes behind them name."""

from __future__ import annotations

from functools import reduce

import pytest

from planalign.model.block import Location, Paragraph
from planalign.parse.clause import clause, split_clauses, with_term
from planalign.parse.line import lines_of


@pytest.mark.parametrize(
    ("text", "clauses", "closing"),
    [
        (
            "由区城管局负责，区财政局配合，排查餐饮单位1200家。",
            [("由区城管局负责，区财政局配合，排查餐饮单位1200家。", ["responsible 区城管局", "responsible 区财政局"])],
            [],
        ),
        (
            "由区统计局牵头，各镇配合，每月会商1次。责任单位：区统计局、区财政局。",
            [
                (
                    "由区统计局牵头，各镇配合，每月会商1次。",
                    ["lead 区统计局", "responsible 各镇", "responsible 区财政局"],
                )
            ],
            ["responsible 区统计局", "responsible 区财政局"],
        ),
        (
            "改造泵站6座。责任单位：区水利局。完成时限：9月底前；验收时限：12月底前",
            [("改造泵站6座。完成时限：9月底前；验收时限：12月底前", ["responsible 区水利局"])],
            ["responsible 区水利局"],
        ),
        ("改造泵站6座。责任人：区长要每月调度1次。", [("改造泵站6座。", []), ("责任人：区长要每月调度1次。", [])], []),
    ],
)
def test_clauses_carry_the_units_that_are_named(
    text: str, clauses: list[tuple[str, list[str]]], closing: list[str]
) -> None:
    """A clause has the units of its own words before those of the notes; a note with something to do stays a clause."""
    found, units, _ = split_clauses(lines_of(Paragraph(text=text, location=Location(line=1))), "t1")
    shown = [(clause.text, [f"{unit.role.value} {unit.name}" for unit in clause.units]) for clause in found]
    assert (shown, [f"{unit.role.value} {unit.name}" for unit in units]) == (clauses, closing)


@pytest.mark.parametrize(
    ("text", "clauses", "terms"),
    [
        (
            "改造泵站6座。完成时限：9月底前",
            [("改造泵站6座。", "完成时限：9月底前", ["09-30"])],
            ("完成时限：9月底前",),
        ),
        ("改造泵站6座，时间安排：2025年9月", [("改造泵站6座，时间安排：2025年9月", "", [])], ()),
        (
            "改造泵站6座\n时间安排：2025年9月",
            [("改造泵站6座", "，时间安排：2025年9月", ["2025-09-30"])],
            ("时间安排：2025年9月",),
        ),
        (
            "改造泵站6座。时间安排：6月底前完成方案编制。",
            [("改造泵站6座。", "", []), ("时间安排：6月底前完成方案编制。", "", ["06-30"])],
            (),
        ),
    ],
)  # fmt: skip
def test_time_of_a_note(text: str, clauses: list[tuple[str, str, list[str]]], terms: tuple[str, ...]) -> None:
    """A note that only says when is the end of the clause above it; one that also says what to do is a clause."""
    split = split_clauses(lines_of(Paragraph(text=text, location=Location(line=1))), "t1")
    shown = [
        (clause.sentence, clause.term, [deadline.due for deadline in clause.facts.deadlines])
        for clause in split.clauses
    ]
    assert (clauses, terms) == (shown, split.terms)


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        (["完成时限：6月完成"], ["06-30"]),
        (["完成时限：12月。"], ["12-31"]),
        (["完成时限：12月，长期坚持"], ["12-31"]),
        (["完成时限：6月", "长期坚持"], ["06-30"]),
    ],
)
def test_bare_month_of_a_note(terms: list[str], due: list[str]) -> None:
    """A bare month is its end, whatever closes the note and whatever other times follow."""
    (line,) = lines_of(Paragraph(text="建设平台。"))
    timed = reduce(with_term, terms, clause(line, "t1.c1"))
    assert due == [deadline.due for deadline in timed.facts.deadlines]
    assert "建设平台。" == timed.sentence
