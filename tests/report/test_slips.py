"""Slips of wording, citation and responsibility stand in a group of their own, with the words they are about."""

from __future__ import annotations

import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison, plan, task

from planalign.assess.rules import RULES
from planalign.model.wording import Lang
from planalign.report import digest, markdown, terminal
from planalign.report.digest import Group
from planalign.report.look import Look

CHILD = plan(
    "child.txt",
    task(1, "修订预案", "完成全市<b>线路</b>改造，覆盖××户。", "加强值班值守。"),
    *DISTRICT.tasks[1:],
    masthead=DISTRICT.masthead.model_copy(update={"place": "江城市临江区"}),
)
RECORD = comparison(CITY, CHILD, ALIGNMENT)


@pytest.mark.parametrize(
    ("lang", "title"), [(Lang.ZH, "责任、引用和用语"), (Lang.EN, "Responsibility, citations and wording")]
)
def test_terminal(lang: Lang, title: str) -> None:
    """The terminal shows the group and below each message the words of the child."""
    shown = terminal.render(RECORD, Look(lang=lang, width=120))
    part = shown[shown.index(title) :]
    assert "PA403-child-t1.c1-2" in part
    assert "完成全市<b>线路</b>改造" in part


def test_markdown() -> None:
    """The report quotes the words with their markup made harmless."""
    shown = markdown.render(RECORD, Look(lang=Lang.ZH))
    assert "## 责任、引用和用语" in shown
    assert "完成全市&lt;b&gt;线路&lt;/b&gt;改造" in shown


def test_every_rule_has_its_group() -> None:
    """No rule is left out of the reports for people, and none stands in two groups."""
    groups = [value for value in vars(digest).values() if isinstance(value, Group)]
    codes = [code for group in groups for code in group.codes]
    assert sorted(codes) == sorted(set(codes))
    assert set(RULES) - {"PA505"} <= set(codes)
