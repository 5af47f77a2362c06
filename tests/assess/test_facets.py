"""Fingerprints by facet: what is another carrier of the same words, and what is a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign import load
from planalign.assess.again import changed
from planalign.assess.views import Views
from planalign.model.review import Facet

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.decision import Seen


def _seen(folder: Path, text: str) -> Seen:
    path = folder / "plan.txt"
    head = "江城市临江区2025年应急管理工作要点\n\n一、重点任务\n\n（一）开展工作。"
    path.write_text(f"{head}{text}\n", encoding="utf-8")
    return Views(load(path)).tasks["t1"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("新建消防站3座，6月底前建成。", "新建消防站３座， 6月底前建成。"),
        ("新建消防站3座，6月底前建成。", "新建消防站3座,6月30日前建成。"),
        ("（1）检查仓库；（2）检查码头。", "①检查仓库；②检查码头。"),
        ("覆盖率达到99.5%。", "覆盖率达到99．5％。"),
    ],
)
def test_same(tmp_path: Path, before: str, after: str) -> None:
    """Other widths, spaces, numbering or ways of writing a number or a day change nothing."""
    assert () == changed(_seen(tmp_path, before), _seen(tmp_path, after))


@pytest.mark.parametrize(
    ("before", "after", "facets"),
    [
        ("新建消防站3座。", "新建消防站4座。", {Facet.TARGET}),
        ("覆盖率不低于90%。", "覆盖率不高于90%。", {Facet.TEXT, Facet.TARGET}),
        ("气温低于-5℃时启动。", "气温低于5℃时启动。", {Facet.TEXT}),
        ("升级为平台1.0版。", "升级为平台10版。", {Facet.TEXT}),
        ("年底前完成。", "明年底前完成。", {Facet.DEADLINE}),
        ("6月底前检查，9月底前整改。", "9月底前检查，6月底前整改。", {Facet.DEADLINE}),
        ("每季度检查一次。", "每半年检查一次。", {Facet.TARGET}),
        ("检查。（责任单位：区应急局、区教委）", "检查。（责任单位：区教委、区应急局）", {Facet.UNIT}),
        ("由区应急局指导区教委。", "由区教委指导区应急局。", {Facet.TEXT}),
        ("力争完成检查。", "确保完成检查。", {Facet.TEXT}),
    ],
)
def test_changed(tmp_path: Path, before: str, after: str, facets: set[Facet]) -> None:
    """What says something else changes its facet, down to a sign, a decimal point and who is named first."""
    assert facets == set(changed(_seen(tmp_path, before), _seen(tmp_path, after)))
