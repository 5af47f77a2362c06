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
        ("市委宣传部要牵头制作短片3部。", ["lead 市委宣传部"]),
        ("由市水务局、市住建局负责牵头，新建管网。", ["lead 市水务局", "lead 市住建局"]),
        (
            "由市水务局牵头，市住建局、市财政局配合，每月会商1次。",
            ["lead 市水务局", "responsible 市住建局", "responsible 市财政局"],
        ),
        ("市委宣传部要牵头制作短片3部，市广电局积极配合。", ["lead 市委宣传部", "responsible 市广电局"]),
        (
            "市统计局牵头建平台，市财政局配合，市水务局参与。",
            ["lead 市统计局", "responsible 市财政局", "responsible 市水务局"],
        ),
        ("由市公安局负责，市交通局配合，新建岗亭3座。", ["responsible 市公安局", "responsible 市交通局"]),
        ("由市城管局负责，6月底前排查公厕。", ["responsible 市城管局"]),
        ("市委宣传部要牵头制作短片3部，做到上下左右配合。", ["lead 市委宣传部"]),
        ("新建岗亭3座，市交通局配合。", []),
        ("由各家各户负责，清理积水。", []),
        ("健全牵头抓总机制。", []),
        ("各区县要明确牵头部门。", []),
        ("压实责任，市水务局牵头。", []),
    ],
)
def test_units_in_running_text(sentence: str, expected: list[str]) -> None:
    """Offices that lead or carry at the start of a sentence, and those that join in, are units."""
    assert [f"{unit.role.value} {unit.name}" for unit in units_in_text(sentence)] == expected
