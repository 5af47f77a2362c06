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
from planalign.text.width import normalise

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


# Letters that no pattern knows, each used once: what is lost shows.
FIRST, LAST = 0x3400, 0x4DB5
MARKS = (
    *(
        "第一章 ",
        "第一节 ",
        "附件：1.",
        "附件：",
        "2.1 ",
        "（1）",
        "三是",
        "总体要求",
        "工作要求",
        "职责分工",
        "工作要点",
        "# ",
        "> ",
    ),
    *(
        "关于印发",
        "的通知",
        "（牵头单位：",
        "责任单位：",
        "完成时限：",
        "单位：万元",
        "表1 ",
        "——",
        "合计",
        "……3",
        "抄送：",
        "文号：",
    ),
    *("索引号：", "此件公开发布", "联系人：", "江城市2025年供水工作要点", "江城市人民政府文件", "　　"),
)


@st.composite
def worded(draw: st.DrawFn, breaks: st.SearchStrategy[str], first: int = FIRST) -> str:
    """Return pieces with words of letters that stand nowhere else, and line breaks."""
    pieces = draw(st.lists(PIECES | st.sampled_from(MARKS) | st.just("") | breaks, max_size=40))
    sizes = draw(st.lists(st.integers(0, 6), min_size=len(pieces), max_size=len(pieces)))
    letters = map(chr, range(first, LAST))
    return "".join(
        piece + "".join(next(letters) for _ in range(size)) for piece, size in zip(pieces, sizes, strict=True)
    )


def _lost(text: str, plan: Plan) -> set[str]:
    """Return the letters of a text that stand in no field of the plan."""
    kept = plan.model_dump_json(exclude={"source", "id"})
    return {letter for letter in text if FIRST <= ord(letter) < LAST and letter not in kept}


@settings(deadline=None, max_examples=150)
@given(text=worded(st.sampled_from(["\n", "\n", "\n\n"])))
def test_nothing_of_a_text_is_lost(text: str) -> None:
    """Every letter of a text is in a record, in the furniture or in what was set aside."""
    lines = enumerate(text.split("\n"), start=1)
    blocks = tuple(Paragraph(text=line, location=Location(line=number)) for number, line in lines if line.strip())
    plan = parse_document(Document(file="x", sha256="1" * 64, format=Format.TXT, blocks=blocks))
    assert set() == _lost(text, plan)


@st.composite
def worded_tables(draw: st.DrawFn) -> tuple[str, Table]:
    """Return the words of a table without merges, and the table."""
    width = draw(st.integers(1, 4))
    heads = draw(
        st.lists(st.sampled_from(["序号", "任务", "目标", "责任单位", "备注"]), min_size=width, max_size=width)
    )
    text = draw(worded(st.just("\n")))
    words = [*heads, *text.split("\n"), *[""] * (-len(text.split("\n")) % width)]
    rows = [words[start : start + width] for start in range(0, len(words), width)]
    return text, Table(rows=tuple(tuple(Cell(text=cell) for cell in row) for row in rows))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=75)
@given(above=worded(st.just(""), FIRST + 400), table=worded_tables(), below=worded(st.just(""), FIRST + 800))
def test_nothing_of_a_table_is_lost(above: str, table: tuple[str, Table], below: str) -> None:
    """Every letter of a table and of the lines beside it is kept."""
    blocks = (Paragraph(text=above), table[1], Paragraph(text=below, label="（一）"))
    plan = parse_document(Document(file="x", sha256="2" * 64, format=Format.DOCX, blocks=blocks))
    assert set() == _lost(above + table[0] + below, plan)


PLAN = """江府发〔2025〕3号
江城市2025年供水工作要点
一、建设管网
（{0}）新建管网。新建管网20公里，投资1.5亿元（含征地）；改造老旧管网15公里。
（{1}）提升水质。水质合格率达到99.5%，“三查”覆盖率100%。（牵头单位：市水务局；责任单位：各区县）
二、强化监管
（{2}）检查水厂。检查水厂12座:每座2次。
江城市人民政府
2025年3月5日
附件1
供水任务（2025年）
序号	任务	目标	责任单位
1	新建管网（一期）	20公里	市水务局；各区县
2		15公里	市水务局"""


def _facts(plan: Plan) -> dict[str, object]:
    """Return what a plan says, without numbers and in one width."""
    head = plan.masthead
    return {
        "head": [
            head.document_number,
            normalise(head.title),
            head.issuer,
            head.dated,
            head.level,
            head.place,
            head.year,
        ],
        "sections": [normalise(section.title) for section in plan.sections],
        "tasks": [
            (
                normalise(task.title),
                [clause.normalized for clause in task.clauses],
                [(target.value, target.unit) for clause in task.clauses for target in clause.targets],
                [(unit.role, normalise(unit.name)) for unit in task.units],
            )
            for task in plan.tasks
        ],
        "annexes": [
            (
                normalise(annex.title),
                annex.kind,
                [(row.seq, normalise(row.name), row.name_inherited) for row in annex.rows],
            )
            for annex in plan.annexes
        ],
        "kept": (len(plan.skipped), len(plan.furniture)),
    }


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
        lambda text: text.translate(WIDE),
        lambda text: re.sub(r"(?<=[一-龥])(?=\d)|(?<=\d)(?=[一-龥])", " ", text),
        lambda text: text.replace("\n", "\n　　"),
        lambda text: text.replace("\n", "\r\n").replace("\r", ""),
    ],
    ids=["half-width", "full-width digits", "spaces beside digits", "indents", "line ends"],
)
def test_width_and_spaces_change_nothing(change: Callable[[str], str], document: Callable[[str], Document]) -> None:
    """Half-width signs and spaces give the same normalised clauses, numbers and units."""
    text = PLAN.format("一", "二", "三")
    assert _facts(parse_document(document(change(text)))) == _facts(parse_document(document(text)))


@settings(deadline=None)
@given(data=st.data())
def test_width_of_single_signs_changes_nothing(data: st.DataObject, document: Callable[[str], Document]) -> None:
    """Any mixture of half-width and full-width signs and digits gives the same facts."""
    text = PLAN.format("一", "二", "三")
    both = HALF | WIDE
    places = [index for index, char in enumerate(text) if ord(char) in both]
    chosen = data.draw(st.sets(st.sampled_from(places)))
    mixed = "".join(char.translate(both) if index in chosen else char for index, char in enumerate(text))
    assert _facts(parse_document(document(mixed))) == _facts(parse_document(document(text)))
