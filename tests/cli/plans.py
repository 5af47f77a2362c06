"""Plans of three levels of 江城市 for commands that read files."""

from __future__ import annotations

from tests.test_pipeline import LOWER, UPPER

CITY, DISTRICT = UPPER, LOWER
TOWN = """2025年清渡镇应急管理工作要点

一、重点任务

（一）修订应急预案。修订镇级应急预案，更新物资清单。

（二）防范柑橘冻害。为果农发放防冻物资。
"""
NEWS = """江城市召开防汛工作会议

会议强调，要抓好防汛工作。
"""
WAIVERS = """
[[waiver]]
rule = "PA101"
parent = { document = "city", quote = "建设森林防火道路" }
child = { document = "district" }
reason = "本区没有林区"
basis = "江城办函〔2025〕1号"
approver = "江城市应急管理局"
expires = 2025-12-31
"""
