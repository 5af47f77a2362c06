"""Numbers with units."""

from __future__ import annotations

import pytest

from planalign.parse.target import find_targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建标准站 100 座，改造3.5公里。", [(100, "座"), (3.5, "公里")]),
        ("受害率0.3‰以内，整改率达100％", [(0.3, "‰"), (100, "%")]),
        ("投资1.5亿元，避险搬迁 2 万人", [(1.5e8, "元"), (20_000, "人")]),
        ("整治 100km 河道、16万㎡", [(100, "公里"), (160_000, "平方米")]),
        ("较大事故控制在 10 起以内", [(10, "起")]),
        ("0", [(0, "")]),
        ("每年至少1次", [(1, "次")]),
        ("1,200户", [(1200, "户")]),
        ("取水半径1—2公里", [(1, "公里")]),
        ("师生比不低于1∶5", [(0.2, "")]),
        ("实现全覆盖", [(100, "%")]),
    ],
)
def test_number_with_unit_is_a_target(text: str, expected: list[tuple[float, str]]) -> None:
    """Value and unit are read, 万 and 亿 multiplied; of a range the lower end."""
    assert [(target.value, target.unit) for target in find_targets(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2025年底前完成",
        "2025年3月5日",
        "5-9月会商",
        "江府发〔2025〕3号",
        "坚持“1+7+N”机制",
        "“1366”体系",
        "5·12宣传",
        "12345热线",
        "370MHZ终端",
        "《办法（2024—2026年）》",
        "第3次会议",
        "8:30前到岗",
    ],
)
def test_other_numbers_are_no_targets(text: str) -> None:
    """Dates, document numbers, codes and names count nothing."""
    assert find_targets(text) == ()


def test_target_names_its_place() -> None:
    """Start and end cut the words out of the text."""
    text = "改造管网15公里，新建泵站2座"
    assert [text[target.start : target.end] for target in find_targets(text)] == ["15公里", "2座"]
