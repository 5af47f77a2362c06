"""Desks with two small plans of 江城市 and 临江区."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign import compare_files
from planalign.model.wording import Lang
from planalign.review.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.comparison import Comparison

UPPER = """江城市应急管理局2025年全市应急管理工作要点

一、重点任务

（一）修订应急预案。修订市级总体预案，更新物资清单；每季度开展一次联合演练。

（二）建设消防设施。新建消防站12座，改造微型消防站80个。

（三）建设森林防火道路。新建防火道路20公里，完善取水点。

（四）开展安全宣传。组织应急知识宣传进社区、进学校。
"""
LOWER = """江城市临江区应急管理局2025年全区应急管理工作要点

一、重点任务

（一）修订应急预案。修订区级总体预案，更新物资清单；每季度开展一次联合演练。

（二）建设消防设施。新建消防站2座，改造微型消防站8个。

（三）开展安全宣传。组织应急知识宣传进社区。

（四）防范柑橘冻害。为果农发放防冻物资。
"""


def comparison(folder: Path, lower: str = LOWER, upper: str = UPPER) -> Comparison:
    """Write both plans as files and compare them."""
    paths = folder / "city.txt", folder / "district.txt"
    for path, text in zip(paths, (upper, lower), strict=True):
        path.write_text(text, encoding="utf-8")
    return compare_files(*paths)


def desk(folder: Path, *, reviewer: str = "王敏", lower: str = LOWER, lang: Lang = Lang.ZH) -> Desk:
    """Return a desk with one report whose decisions lie in the folder."""
    found = comparison(folder, lower)
    return Desk([("市 → 区", found)], folder / "planalign-decisions.jsonl", lang, reviewer)
