"""What holds for any document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planalign.model.block import Cell, CellOrigin, Document, Format, Location, Paragraph, Table
from planalign.model.plan import Plan
from planalign.parse.plan import parse_document
from planalign.text.numerals import write_numeral

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = st.sampled_from(
    (
        *(
            "一、",
            "（一）",
            "1.",
            "1．",
            "①",
            "附件",
            "附件1",
            "序号",
            "名称",
            "目标",
            "\t",
            "。",
            "；",
            "，",
            "（",
            "）",
            "“",
            "”",
        ),
        *(
            "《",
            "》",
            "2025年3月5日",
            "江府发〔2025〕3号",
            "江城市人民政府",
            "各区县：",
            "牵头单位：",
            "市水务局",
            "一是",
            "二是",
        ),
        *(
            "建设",
            "100座",
            "目录",
            "现将《要点》印发给你们",
            "第一条",
            "---",
            "：",
            "问：",
            "答：",
            "解读",
            "1",
            "2",
            "\n",
            "\n\n\n",
            " ",
        ),
    )
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)
CELLS = st.builds(Cell, text=TEXTS, origin=st.sampled_from(CellOrigin))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return documents of paragraphs with automatic numbers and tables of any kind."""
    paragraphs = st.builds(
        Paragraph, text=TEXTS, label=st.sampled_from(["", "（一）", "一、", "1", "x"]), centred=st.booleans()
    )
    width = draw(st.integers(0, 4))
    tables = st.builds(Table, rows=st.lists(st.tuples(*[CELLS] * width), max_size=4).map(tuple))
    blocks = draw(st.lists(paragraphs | tables, max_size=8))
    return Document(file="x", sha256="0" * 64, format=Format.DOCX, blocks=tuple(blocks))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(documents())
def test_parsing_never_raises(document: Document) -> None:
    """Any blocks give a plan that survives JSON."""
    plan = parse_document(document)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan


@settings(deadline=None, max_examples=150)
@given(text=TEXTS)
def test_no_text_raises(text: str) -> None:
    """Any text, a paragraph per line, gives a plan; ids are unique."""
    blocks = tuple(
        Paragraph(text=line, location=Location(line=number, paragraph=number))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    )
    plan = parse_document(Document(file="x", sha256="1" * 64, format=Format.TXT, blocks=blocks))
    ids = [task.id for task in plan.tasks] + [clause.id for task in plan.tasks for clause in task.clauses]
    assert len(ids) == len(set(ids))


PLAN = """江城市2025年供水工作要点
一、建设管网
（{0}）新建管网。新建管网20公里，投资1.5亿元（含征地）；改造老旧管网15公里。
（{1}）提升水质。水质合格率达到99.5%，“三查”覆盖率100%。（牵头单位：市水务局；责任单位：各区县）
二、强化监管
（{2}）检查水厂。检查水厂12座:每座2次。"""


def _facts(plan: Plan) -> list[tuple[str, list[str], list[float], list[str]]]:
    return [
        (
            task.title,
            [clause.normalized for clause in task.clauses],
            [target.value for clause in task.clauses for target in clause.targets],
            [unit.name for unit in task.units],
        )
        for task in plan.tasks
    ]


@settings(deadline=None)
@given(numbers=st.lists(st.integers(1, 99), min_size=3, max_size=3))
def test_renumbering_changes_numbers_only(document: Callable[[str], Document], numbers: list[int]) -> None:
    """Other numbers give the same titles, clauses, targets and units."""
    plain = parse_document(document(PLAN.format("一", "二", "三")))
    renumbered = parse_document(document(PLAN.format(*map(write_numeral, numbers))))
    assert _facts(renumbered) == _facts(plain)
    assert [task.number for task in renumbered.tasks] == [write_numeral(number) for number in numbers]


HALF = str.maketrans("（）：；，", "():;,")
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.translate(HALF),
        lambda text: re.sub(r"(?<=[一-龥])(?=\d)|(?<=\d)(?=[一-龥])", " ", text),
        lambda text: text.replace("\n", "\n　　"),
        lambda text: text.replace("\n", "\r\n").replace("\r", ""),
    ],
    ids=["half-width", "spaces beside digits", "indents", "line ends"],
)
def test_width_and_spaces_change_nothing(change: Callable[[str], str], document: Callable[[str], Document]) -> None:
    """Half-width signs and spaces give the same normalised clauses, numbers and units."""
    text = PLAN.format("一", "二", "三")
    assert _facts(parse_document(document(change(text)))) == _facts(parse_document(document(text)))
