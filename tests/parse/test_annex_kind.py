"""Kinds of annex tables."""

from __future__ import annotations

import pytest

from planalign.model.annex import AnnexKind
from planalign.parse.annex_kind import annex_kind


@pytest.mark.parametrize(
    ("title", "columns", "kind"),
    [
        ("一、核心绩效指标", ("序号", "名称", "2025年目标"), AnnexKind.KPI),
        ("考核表", ("类别", "指标名称", "目标值"), AnnexKind.KPI),
        ("二、重要文件", ("序号", "名称", "2025年目标"), AnnexKind.DOCUMENT_LIST),
        ("清单", ("序号", "文件名称", "责任单位"), AnnexKind.DOCUMENT_LIST),
        ("三、重点整治", ("序号", "名称", "2025年目标"), AnnexKind.CAMPAIGN),
        ("四、重点措施", ("序号", "名称", "内容"), AnnexKind.MEASURE),
        ("五、重点应用/平台", ("序号", "名称", "内容"), AnnexKind.PLATFORM),
        ("重点清单", ("序号", "项目名称", "建设内容"), AnnexKind.PROJECT),
        ("分工表", ("序号", "重点任务", "工作措施", "责任单位"), AnnexKind.TASK_LIST),
        ("通讯录", ("序号", "姓名"), AnnexKind.OTHER),
    ],
)
def test_columns_decide_then_the_title(title: str, columns: tuple[str, ...], kind: AnnexKind) -> None:
    """A column that names a kind decides; where none does, the title says it."""
    assert kind is annex_kind(title, columns, ["甲", "乙"])


def test_names_that_are_titles_make_a_list_of_documents() -> None:
    """Where most names stand in 《》, the table lists documents."""
    assert AnnexKind.DOCUMENT_LIST is annex_kind("清单", ("序号", "名称"), ["《供水条例》", "《节水办法》", "其他"])
