"""Paragraphs of born-digital PDF, whatever the layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planalign.config import Limits
from planalign.model.block import Paragraph
from planalign.readers.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = ("江城市人民政府办公室", "关于印发《江城市2025年城市更新", "工作要点》的通知")
BODY = [
    "各区人民政府，市政府各部门，有关单位：",
    "现将《江城市2025年城市更新工作要点》印发给你们，请结合实际认真抓好落实，重要情况及时报告市城市更新工作领导小组办公室。",
    "一、总体要求",
    (
        "2025年，全市城市更新工作坚持以人民为中心，统筹发展和安全，全年改造老旧小区120个，惠及居民3.5万户，"
        "新建口袋公园不少于40个，更新燃气管道260公里，主要指标较2024年提高5%以上。"
    ),
    "二、重点任务",
    "（一）实施老旧小区改造。",
    (
        "1.完善改造机制。建立“居民点单、社区派单、部门接单”的工作机制，健全长效管理制度，改造后的小区物业服务覆盖率达到95%以上。"
        "推动水、电、气、通信等专业经营单位同步实施、同步验收，避免反复开挖。"
    ),
    "2.加快项目建设。上半年完成项目开工率60%，9月底前全部开工，12月底前完工率不低于80%；对进度滞后的区实行“红黄牌”督办制度。",
    "3.强化资金保障。积极争取中央预算内投资，用好地方政府专项债券，鼓励社会资本参与，探索“大片区统筹、跨片区组合”等模式。",
    "（二）推进市政设施补短板。",
    (
        "4.更新地下管网。完成城市供水管网改造150公里、排水管网改造110公里，公共供水管网漏损率控制在9%以内，"
        "城市生活污水集中收集率提高到78%。"
    ),
    "5.整治易涝积水点。消除内涝积水点18处，建立“一点一策”台账，汛前完成排水设施清掏，组织开展应急演练2次以上。",
    "三、工作要求",
    "各区要切实履行主体责任，市级有关部门要加强指导，形成工作合力。市住房城乡建委要会同有关部门定期调度、按季通报，年底开展综合评估。",
]

LAYOUTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "justified with indents": ({}, {}),
    "a running header": ({}, {"header": "江城市人民政府文件"}),
    "no indents, space between paragraphs": ({}, {"indent": 0, "gap": 10}),
    "no indents, no space": ({}, {"indent": 0}),
    "ragged right": ({}, {"justify": False}),
    "ragged right without indents": ({}, {"justify": False, "indent": 0}),
    "a fixed number of characters a line": ({}, {"count": 26}),
    "mirrored margins": ({}, {"mirror": 25}),
    "small type, long lines": ({"size": 10.5}, {"room": 420, "leading": 18}),
    "a measure that is no whole number of characters": ({}, {"room": 425.6}),
    "landscape": ({"width": 842, "height": 595}, {"room": 640}),
    "pages stored on their side": ({"width": 842, "height": 595, "rotate": 90}, {"room": 640}),
    "tight lines": ({}, {"leading": 20}),
    "indent of three characters": ({}, {"indent": 3}),
    "hanging lines": ({}, {"indent": 0, "hang": 2}),
    "everything indented": ({}, {"indent": 2, "hang": 2}),
    "indented labels, lines hanging below the words": ({}, {"indent": 2, "hang": 4}),
    "bare page numbers": ({}, {"number": "{}"}),
    "page numbers in words": ({}, {"number": "第{}页 共9页"}),
    "page numbers between long dashes": ({}, {"number": "— {} —"}),
    "no page numbers": ({}, {"number": ""}),
}


def _texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data, Limits()).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_gives_the_paragraphs_back(
    paper: Callable[..., Any], press: Callable[..., Any], layout: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """Title, headings and paragraphs come back whole, across lines and pages, without margins."""
    sheet = paper(**layout[0])
    machine = press(sheet, **layout[1])
    machine.title(*TITLE, size=sheet.size * 1.375)
    machine.paragraphs(*BODY, *BODY)

    assert ["".join(TITLE), *BODY, *BODY] == _texts(sheet.data())


def test_a_short_document_needs_no_second_page(paper: Callable[..., Any], press: Callable[..., Any]) -> None:
    """One paragraph of two lines is enough to see that it goes on."""
    sheet = paper()
    press(sheet).paragraphs(BODY[2], BODY[1])

    assert [BODY[2], BODY[1]] == _texts(sheet.data())


def test_centred_lines_are_marked(paper: Callable[..., Any], press: Callable[..., Any]) -> None:
    """The title is centred, an indented heading is not."""
    sheet = paper()
    machine = press(sheet)
    machine.title("江城市2025年工作要点")
    machine.paragraphs(*BODY[1:4])
    blocks = read_pdf(sheet.data(), Limits()).blocks

    assert [True, False, False, False] == [block.centred for block in blocks if isinstance(block, Paragraph)]


def test_centred_lines_of_body_size_stay_apart(paper: Callable[..., Any], press: Callable[..., Any]) -> None:
    """Joining is left to the parser where the size does not show that the lines are one title."""
    sheet = paper()
    machine = press(sheet)
    machine.title("江城市人民政府", "二〇二五年工作要点", size=16)
    machine.paragraphs(*BODY[1:4])

    assert ["江城市人民政府", "二〇二五年工作要点"] == _texts(sheet.data())[:2]


def test_a_subtitle_in_brackets_is_not_part_of_the_title(paper: Callable[..., Any], press: Callable[..., Any]) -> None:
    """（征求意见稿） stands for itself."""
    sheet = paper()
    machine = press(sheet)
    machine.title("江城市2025年工作要点", "（征求意见稿）")
    machine.paragraphs(*BODY[1:4])

    assert ["江城市2025年工作要点", "（征求意见稿）"] == _texts(sheet.data())[:2]


def test_signatures_side_by_side_are_two_paragraphs(paper: Callable[..., Any]) -> None:
    """Two joint issuers on one line are parted by the gap between them."""
    sheet = paper()
    sheet.text(112, 200, "请认真贯彻执行。")
    sheet.text(112, 240, "江城市应急管理局")
    sheet.text(340, 240, "江城市消防救援局")
    sheet.text(380, 268, "2025年3月5日")

    assert ["请认真贯彻执行。", "江城市应急管理局", "江城市消防救援局", "2025年3月5日"] == _texts(sheet.data())


def test_spaces_around_digits_are_dropped(paper: Callable[..., Any]) -> None:
    """Thin spaces that programs put between Chinese and digits are no text; Latin words keep theirs."""
    sheet = paper()
    sheet.text(80, 200, "截至 2025 年 3 月 5 日，消除 7 处隐患，推广 Smart City 平台")

    assert ["截至2025年3月5日，消除7处隐患，推广Smart City平台"] == _texts(sheet.data())


def test_bold_by_overprinting_is_read_once(paper: Callable[..., Any]) -> None:
    """A glyph printed again half a point to the right is the same glyph; real doubles stay."""
    sheet = paper()
    for shift in (0, 0.4):
        sheet.text(80 + shift, 200, "二、多多益善，共110项")

    assert ["二、多多益善，共110项"] == _texts(sheet.data())


def test_raised_marks_stay_in_their_line(paper: Callable[..., Any]) -> None:
    """A footnote mark above the baseline does not tear its line apart."""
    sheet = paper()
    sheet.text(80, 200, "全市通办事项")
    sheet.text(80 + 6 * 16, 193, "1", 8)
    sheet.text(80 + 6 * 16 + 6, 200, "达到300项。")

    assert ["全市通办事项1达到300项。"] == _texts(sheet.data())


def test_a_label_inside_a_sentence_begins_no_paragraph(paper: Callable[..., Any], press: Callable[..., Any]) -> None:
    """Where paragraphs are indented, a label at the margin after an unfinished full line goes on."""
    text = "现就贯彻落实《江城市城市更新条例》有关事项，按照条例所规定的第三章第六节第二十四条（二）项的要求通知如下。"
    sheet = paper()
    press(sheet, room=16 * 41, left=40, indent=2).paragraphs(text, *BODY[1:])

    assert text == _texts(sheet.data())[0]


def test_paragraphs_do_not_join_over_a_missing_page(paper: Callable[..., Any]) -> None:
    """The sentence before a scanned page is not continued by the one after it."""
    sheet = paper()
    for line in range(8):
        sheet.text(112 if line == 0 else 80, 200 + 28 * line, "全市各级各部门要认真贯彻落实会议精神并结合实际抓好各项")
    sheet.page()
    sheet.picture()
    sheet.page()
    sheet.text(80, 100, "工作要逐条逐项抓好落实，确保全年目标任务圆满完成，并于")
    reading = read_pdf(sheet.data(), Limits(ocr=False))

    assert [1, 3] == [block.location.page for block in reading.blocks]
    assert [2] == [note.location.page for note in reading.skipped]


def test_paragraphs_carry_page_box_and_number(paper: Callable[..., Any]) -> None:
    """A paragraph says where it stands."""
    sheet = paper()
    sheet.text(100, 200, "一、总体要求")
    sheet.page()
    sheet.text(100, 300, "二、重点任务")
    places = [block.location for block in read_pdf(sheet.data(), Limits()).blocks]

    assert [(1, 1), (2, 2)] == [(place.page, place.paragraph) for place in places]
    assert places[1].box == pytest.approx((100, 286, 196, 302), abs=1)
