"""Texts that repeat one thing without end are read in a time that grows as they do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from planalign.parse.plan import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.model.block import Document

HEAD = "江城市2025年供水工作要点\n"
LEADERS = (".", "．", "…", "·", ". ")
TABLE = "附表1\n序号\t乡镇\t建设任务\n1\t临江镇\t改造50公里\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "附件1\n" * 6_000,
        HEAD + "新建水厂2座。\n" + "附件1\n" * 6_000,
        HEAD + "1．新建水厂。新建水厂2座。\n" + (TABLE + "2．改造管网。\n1．改造管网。\n") * 400,
        HEAD + "任务1" + " " * 30_000 + "1座\n任务2 改造管网。",
        HEAD + "任务1" + "　" * 30_000 + "。\n任务2 改造管网。",
        HEAD + "一、新建水厂2" + " " * 3_000 + "座。",
        HEAD + "一、新建水厂，2025" + " " * 3_000 + "建成。",
        *(f"{HEAD}目录\n新建水厂2座{sign * 60_000}\n任务1{sign * 60_000}座\n" for sign in LEADERS),
    ],
    ids=[
        "marks",
        "marks below a sentence",
        "tables",
        "spaces",
        "wide spaces",
        "spaces behind a number",
        "and a year",
        *LEADERS,
    ],
)
def test_long_texts_are_read_in_seconds(text: str, document: Callable[[str], Document]) -> None:
    """Neither marks of annexes nor runs of spaces and leaders cost more than they are long."""
    long = document(text)
    before = time.process_time()
    parse_document(long)
    assert time.process_time() - before < 3
