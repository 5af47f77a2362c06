"""Two small plans of 江城市 with numbers, times and units, and decisions on what a comparison says of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from planalign import load
from planalign.assess.deciding import decide
from planalign.assess.review_items import review_items, review_of
from planalign.model.review import ReviewState

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.comparison import Comparison
    from planalign.model.decision import Decision, Item, Outcome
    from planalign.model.plan import Plan
    from planalign.model.review import Change, Verdict

UPPER = """江城市2025年应急管理工作要点

一、重点任务

（一）修订应急预案。修订市级总体预案，更新物资清单。（责任单位：市应急局）

（二）开展联合演练。2025年6月底前开展联合演练6场；演练后及时评估总结。（责任单位：市应急局、市消防局）

（三）建设森林防火道路。新建防火道路20公里，完善取水点。（责任单位：市林业局）

（四）加强科普宣传。组织安全知识进社区、进学校。（责任单位：市教委）
"""
LOWER = """江城市临江区2025年应急管理工作要点

一、重点任务

（一）修订应急预案。修订区级总体预案，更新物资清单。（责任单位：区应急局）

（二）开展联合演练。2025年6月底前开展联合演练6场；演练后及时评估总结。（责任单位：区应急局、区消防局）

（三）防范柑橘冻害。为果农发放防冻物资。（责任单位：区农业农村委）

（四）加强科普宣传。组织安全知识进社区。（责任单位：区教委）
"""
RENUMBERED = """江城市临江区2025年应急管理工作要点

一、总体要求

坚持人民至上、生命至上。

二、重点任务

1. 加强科普宣传。组织安全知识 进社区。（责任单位：区教委）

2. 防范柑橘冻害。为果农发放防冻物资。（责任单位：区农业农村委）

3. 修订应急预案。修订区级总体预案,更新物资清单。（责任单位：区应急局）

4. 开展联合演练。2025年６月底前开展联合演练６场；演练后及时评估总结。（责任单位：区应急局、区消防局）
"""
MONDAY = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def read(folder: Path, name: str, text: str) -> Plan:
    """Return a plan written to a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(path)


def item(comparison: Comparison, item_id: str) -> Item:
    """Return one item of review."""
    return {each.id: each for each in review_items(comparison)}[item_id]


def said(
    comparison: Comparison, item_id: str, verdict: Verdict, instead: Outcome | None = None, *, hour: int = 0
) -> Decision:
    """Return a decision of 李敏 on one item, some hours after Monday morning."""
    at = MONDAY + dt.timedelta(hours=hour)
    return decide(item(comparison, item_id), verdict, by="李敏", at=at, reason="核对原文", instead=instead)


def everything(comparison: Comparison, verdict: Verdict) -> list[Decision]:
    """Return the same decision on every item."""
    return [decide(each, verdict, by="李敏", at=MONDAY) for each in review_items(comparison)]


def doubted(comparison: Comparison) -> dict[str, tuple[Change, ...]]:
    """Return what changed of the items in doubt."""
    reviews = review_of(comparison)
    return {name: review.changed for name, review in reviews.items() if review.state is ReviewState.SUSPECT}
