"""Typed facts: a hand-made table of expressions from several domains, and what each of them says."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.model.facts import Direction
from planalign.parse.facts import find_facts
from planalign.parse.target import find_targets

if TYPE_CHECKING:
    from planalign.model.facts import Deadline, Frequency, Span, Target

TABLE = Path(__file__).parent / "facts" / "expressions.tsv"
SIGNS = {
    Direction.LEAST: "≥",
    Direction.MOST: "≤",
    Direction.EXACT: "=",
    Direction.RISE: "↑",
    Direction.FALL: "↓",
}


def _rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["kind"], row["expected"]) for row in csv.DictReader(file, delimiter="\t")]


def _number(target: Target) -> str:
    upper = "" if target.upper is None else f" ..{target.upper:g}"
    baseline = f" {target.baseline}" if target.baseline else ""
    return f"{target.value:.12g} {target.unit} {SIGNS[target.direction]}{baseline}{upper}"


def _deadline(deadline: Deadline) -> str:
    if deadline.days is not None:
        return f"{deadline.days:g} d"
    return deadline.due or f"season {deadline.season}"


def _frequency(frequency: Frequency) -> str:
    if frequency.times is None:
        return "vague"
    rate = "-" if frequency.per_year is None else f"{frequency.per_year:g}"
    return f"{frequency.times:g}/{frequency.period} {rate}"


def described(text: str, kind: str) -> str:
    """Return the facts of one kind as the table writes them."""
    facts = find_facts(text)
    found: dict[str, list[str]] = {
        "number": [_number(target) for target in find_targets(text)],
        "deadline": [_deadline(deadline) for deadline in facts.deadlines],
        "frequency": [_frequency(frequency) for frequency in facts.frequencies],
        "list": [f"{listing.count} {listing.noun}" for listing in facts.listings],
        "verb": [f"{verb.strength.value} {verb.text}" for verb in facts.verbs],
        "blank": [span.text for span in facts.placeholders],
    }
    return "; ".join(found[kind]) or "-"


@pytest.mark.parametrize(("text", "kind", "expected"), _rows())
def test_expression(text: str, kind: str, expected: str) -> None:
    """Each expression of the table gives the facts that it names, and no others of that kind."""
    assert described(text, kind) == expected


def test_table_is_large_enough() -> None:
    """The table holds at least 250 expressions of six kinds."""
    rows = _rows()
    assert len(rows) >= 250
    assert {kind for _, kind, _ in rows} == {"number", "deadline", "frequency", "list", "verb", "blank"}


@pytest.mark.parametrize(("text", "kind", "expected"), _rows())
def test_spans_cut_the_words_out(text: str, kind: str, expected: str) -> None:  # noqa: ARG001
    """The span of every fact cuts its words out of the text as printed."""
    facts = find_facts(text)
    spans: list[Span] = [
        *find_targets(text),
        *facts.deadlines,
        *facts.frequencies,
        *facts.listings,
        *facts.verbs,
        *facts.placeholders,
    ]
    assert [span.text for span in spans] == [text[span.start : span.end] for span in spans]


PIECES = st.sampled_from(
    [
        *(
            "每",
            "年",
            "半年",
            "季度",
            "月",
            "至少",
            "不低于",
            "1次",
            "两次",
            "3—5个",
            "百分之",
            "三分之一",
            "1∶0",
            "0:0",
            "10/10万",
        ),
        *(
            "２０",
            "2025年",
            "13月",
            "31日前",
            "底前",
            "“十五五”",
            "末",
            "五项",
            "8+1",
            "、",
            "，",
            "。",
            "（",
            "）",
            "“",
            "”",
        ),
        *(
            "多提示",
            "多通报",
            "××",
            "____",
            "待定",
            "全覆盖",
            "清零",
            "9" * 17,
            ".",
            "亿",
            "万亿",
            "同比",
            "下降",
            "较",
        ),
        *("一半", "翻番", "廿", "〇", "㎡", "\n", "①", "²", " "),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=20))
def test_odd_text_never_raises(pieces: list[str]) -> None:
    """Whatever is typed, facts come back with places inside the text, in order."""
    text = "".join(pieces)
    facts = find_facts(text)
    for found in (find_targets(text), facts.deadlines, facts.frequencies, facts.listings, facts.verbs):
        spans = [(span.start, span.end) for span in found]
        assert sorted(spans) == spans
        assert all(text[span.start : span.end] == span.text for span in found)
