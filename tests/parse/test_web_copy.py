"""Lines of a web site around a plan that was copied from it as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.parse.plan import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.block import Document

PLAN = """江城市水务局2025年工作要点
一、加强供水保障
（一）新建水厂。新建水厂1座，改造管网20公里。
（二）推进节水。创建节水型单位30个。"""
SIGNED = f"{PLAN}\n江城市水务局\n2025年2月10日"
CLAUSES = ["新建水厂1座，改造管网20公里。", "创建节水型单位30个。"]


def _read(document: Callable[[str], Document], text: str) -> tuple[str, list[str]]:
    plan = parse_document(document(text))
    return plan.masthead.title, [clause.text for task in plan.tasks for clause in task.clauses]


@pytest.mark.parametrize(
    "above",
    [
        "首页 > 政务公开 > 政府信息公开 > 计划总结\n字体：大 中 小\n打印\n分享到：",
        "您现在的位置：首页>>政务公开\n来源：江城市水务局　发布时间：2025-02-10　浏览次数：12次 【字体：大 中 小】",
        "网站首页 | 机构概况 | 政务公开 | 互动交流\n[大] [中] [小]\n【打印本页】【关闭窗口】",
        "江城市水务局门户网站\n首页\n政务公开\n办事服务\n当前位置： 首页 / 信息公开 / 规划计划",
        "日期：2025-02-10 来源：江城市水务局 点击：56\n字号：A+ A A-\n微信\n微博\nQQ空间",
        "2025-02-10 10:22\n阅读量：1023\n收藏\n听全文",
    ],
)
def test_lines_above_the_title_belong_to_the_site(document: Callable[[str], Document], above: str) -> None:
    """Ways to the page, reading aids, counters and buttons are no part of the title."""
    assert ("江城市水务局2025年工作要点", CLAUSES) == _read(document, f"{above}\n{PLAN}")


@pytest.mark.parametrize(
    "below",
    [
        "打印\n关闭\n分享到：\n扫一扫在手机打开当前页",
        "相关链接\n江城市水务局2024年工作要点\n关于印发2025年水利工程建设方案的通知",
        "主办：江城市水务局　承办：办公室\n地址：江城市滨江路1号　邮编：000000\n网站标识码：0000000000",
        "上一篇：关于开展节水宣传的通知\n下一篇：没有了\n【字体：大 中 小】【打印】【关闭】",
        "友情链接\n水利部\n江城市人民政府\n网站地图 | 联系我们 | 关于我们",
        "附件下载：\n江城市水务局2025年工作要点.docx",
        "相关阅读：\n• 2024年水务工作总结\n您可能还喜欢\n热点推荐",
        "我要纠错\n点赞 12\n评论\n用户登录后可评论\n建议使用1920*1080分辨率浏览",
    ],
)
@pytest.mark.parametrize("plan", [PLAN, SIGNED], ids=["unsigned", "signed"])
def test_lines_below_the_last_sentence_belong_to_the_site(
    document: Callable[[str], Document], plan: str, below: str
) -> None:
    """Buttons, neighbours, links, imprint and files to load are no clauses of the last task."""
    assert ("江城市水务局2025年工作要点", CLAUSES) == _read(document, f"{plan}\n{below}")


def test_who_runs_a_task_is_no_imprint(document: Callable[[str], Document]) -> None:
    """A line 主办：… below the last task names its units, where nothing else of a site stands there."""
    plan = parse_document(document(f"{PLAN}\n主办：江城市节水办公室"))
    assert "主办：江城市节水办公室" not in [piece.text for piece in plan.furniture]


def test_words_of_a_site_inside_the_plan_are_text(document: Callable[[str], Document]) -> None:
    """政务公开 between numbered lines is a heading or a text of the plan, no menu."""
    title, clauses = _read(document, f"{PLAN}\n政务公开\n（三）公开信息。每月公开1次。")
    assert ("江城市水务局2025年工作要点", True) == (title, "政务公开" in clauses)
