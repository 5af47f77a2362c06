"""Lists of organisations and brackets that name them."""

from __future__ import annotations

import pytest

from planalign.model.block import Location, Paragraph
from planalign.parse.line import lines_of
from planalign.parse.unit import cut_notes, split_units, units_in_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市水务局、市交通局等单位，各区县（自治县、开发区）",
            ("市水务局", "市交通局等单位", "各区县（自治县、开发区）"),
        ),
        ("区公安局\n区交通局", ("区公安局", "区交通局")),
        ("区规划和自然\n资源局", ("区规划和自然资源局",)),
        ("区水务局、\n区交通局，\n各街镇", ("区水务局", "区交通局", "各街镇")),
        ("区水务局 区交通局", ("区水务局", "区交通局")),
        ("区教委区住房城乡建委", ("区教委", "区住房城乡建委")),
        ("各有关单位。", ("各有关单位",)),
        ("——", ()),
        ("无", ()),
        ("/", ()),
        ("", ()),
    ],
)
def test_units_are_split(text: str, expected: tuple[str, ...]) -> None:
    """Names are cut at marks and line breaks outside brackets; a dash names nobody."""
    assert split_units(text) == expected


@pytest.mark.parametrize(
    ("text", "rest", "expected"),
    [
        ("建管网。（牵头单位：市水务局；责任单位：市住建局）", "建管网。", ["lead 市水务局", "responsible 市住建局"]),
        ("建管网（责任单位：市水务局）。", "建管网。", ["responsible 市水务局"]),
        ("建管网。〔市水务局牵头，市住建局按职责分工负责〕", "建管网。", ["lead 市水务局", "responsible 市住建局"]),
        ("建管网。【责任单位:各区(县)、市水务局】", "建管网。", ["responsible 各区(县)", "responsible 市水务局"]),
        ("建管网。（牵头单位：市水务局，责任单位：市住建局）", "建管网。", ["lead 市水务局", "responsible 市住建局"]),
        ("责任单位：市水务局、各区县。", "", ["responsible 市水务局", "responsible 各区县"]),
        ("建管网。（责任领导：张三；责任单位：市水务局）", "建管网。", ["responsible 市水务局"]),
        ("各区县（自治县）负责建管网（含泵站）。", "各区县（自治县）负责建管网（含泵站）。", []),
    ],
)
def test_note_of_units_is_cut_out(text: str, rest: str, expected: list[str]) -> None:
    """A bracket that names who is responsible leaves the text; other brackets stay."""
    (line,) = lines_of(Paragraph(text=text, location=Location(line=1)))
    left, notes = cut_notes(line)
    assert left.text == rest
    assert [f"{unit.role.value} {unit.name}" for note in notes for unit in note.units] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市委宣传部要牵头制作短片3部。", ("市委宣传部",)),
        ("由市水务局、市住建局负责牵头，新建管网。", ("市水务局", "市住建局")),
        ("健全牵头抓总机制。", ()),
        ("各区县要明确牵头部门。", ()),
        ("压实责任，市水务局牵头。", ()),
    ],
)
def test_lead_in_running_text(sentence: str, expected: tuple[str, ...]) -> None:
    """Offices at the start of a sentence that lead what it says are leads; other words are none."""
    assert expected == tuple(unit.name for unit in units_in_text(sentence))
