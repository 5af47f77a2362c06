"""What a document was taken for, as a web page and as an outline."""

from __future__ import annotations

import re

from tests.hand_made import CITY

from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.mark import Mark, Taken
from planalign.model.wording import Lang
from planalign.readers.page import Char, Segment
from planalign.readers.page_views import PageView
from planalign.report import layout_outline, layout_pages

FIRST = Location(page=1, paragraph=1, box=(90.0, 100.0, 300.0, 116.0))
SKIPPED = Skipped(
    location=Location(page=2), reason="page 2 is an image without text: it needs OCR", kind=SkipKind.UNREAD
)
MARKS = (
    Mark(taken=Taken.TASK, text="1. 修订<预案>。", record="t1", location=FIRST, places=(FIRST,)),
    Mark(taken=Taken.CLAUSE, text="更新清单。", record="t1.c1", location=FIRST, places=(FIRST,)),
    Mark(taken=Taken.CLAUSE, text="并演练。", record="t1.c1", goes_on=True, location=Location(page=1, paragraph=2)),
    Mark(taken=Taken.SKIPPED, text="", location=SKIPPED.location, skipped=SKIPPED),
    Mark(taken=Taken.FURNITURE, text="导航", record="navigation"),
)
VIEWS = (
    PageView(1, 595, 842, picture=b"RIFF"),
    PageView(
        2, 595, 842, chars=(Char("甲", 90, 106, 200, 16), Char("&", 106, 110, 200, 16)), segments=(Segment(1, 2, 3, 2),)
    ),
)


def test_outline() -> None:
    """One line a part: place, what it became, its words; what was set aside with the reason."""
    lines = layout_outline.render(CITY, MARKS, Lang.ZH).splitlines()
    assert [
        "第1页第1段      任务 t1                   1. 修订<预案>。",
        "                条款 t1.c1                更新清单。",
        "第1页第2段      条款 t1.c1（续）          并演练。",
        "第2页           未归入：第 2 页是图片，没有文字，需先做文字识别（OCR） |",
        "                正文以外（网页导航）      导航",
    ] == lines[5:]


def test_outline_in_english() -> None:
    """The same in English."""
    assert "clause t1.c1, goes on" in layout_outline.render(CITY, MARKS, Lang.EN)


def test_pages() -> None:
    """The parts of one paragraph share a box and an entry; what stands on no page comes last; text is escaped."""
    page = layout_pages.render(CITY, MARKS, VIEWS, Lang.ZH)
    assert 1 == page.count('<a href="#m1" class="task"><rect x="89.0" y="99.0" width="212.0" height="18.0">')
    assert ["1", "2", "3", "4"] == re.findall(r'<li id="m(\d)">', page)
    assert "1. 修订&lt;预案&gt;。" in page
    assert "<预案>" not in page
    assert page.index("第 2 页") < page.index("不在某一页上的内容") < page.index("导航</li>")
    assert 'href="data:image/webp;base64,UklGRg=="' in page


def test_page_without_a_picture() -> None:
    """Where there is no picture the characters stand at their places, with the ruling lines."""
    page = layout_pages.render(CITY, (), VIEWS[1:], Lang.ZH)
    assert '<text x="90.0 106.0" y="200" font-size="16">甲&amp;</text>' in page
    assert '<line class="rule" x1="1.0" y1="2.0" x2="3.0" y2="2.0"/>' in page
