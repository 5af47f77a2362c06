"""Clauses are split into what they do, what they wish for, and what sets the scene."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.align.commitments import Part, commitments

CASES = [
    (
        "围绕重点时段，完善值守制度，提升应对能力。",
        [("围绕重点时段", Part.CONTEXT), ("完善值守制度", Part.ACTION), ("提升应对能力", Part.RESULT)],
    ),
    (
        "按照“谁主管、谁负责”的原则，厘清职责。",
        [("按照“谁主管、谁负责”的原则", Part.CONTEXT), ("厘清职责", Part.ACTION)],
    ),
    ("提升应对能力，确保平安。", [("提升应对能力", Part.ACTION), ("确保平安", Part.RESULT)]),
    (
        "强化码头、医院、工地管理。",
        [
            ("强化码头、医院、工地管理", Part.ACTION),
            ("码头", Part.ITEM),
            ("医院", Part.ITEM),
            ("工地管理", Part.ITEM),
        ],
    ),
    (
        "实行“早巡、晚查、夜守”制度。",
        [
            ("实行“早巡、晚查、夜守”制度", Part.ACTION),
            ("早巡", Part.ITEM),
            ("晚查", Part.ITEM),
            ("夜守", Part.ITEM),
        ],
    ),
    ("公安、交通、水利等部门联合执法。", [("公安、交通、水利等部门联合执法", Part.ACTION)]),
    ("查处、曝光违规行为。", [("查处、曝光违规行为", Part.ACTION)]),
    (
        "排查水利、交通、林业等行业风险。",
        [
            ("排查水利、交通、林业等行业风险", Part.ACTION),
            *((item, Part.ITEM) for item in ("排查水利", "交通", "林业")),
        ],
    ),
    ("健全市、区县、乡镇（街道）三级储备体系。", [("健全市、区县、乡镇（街道）三级储备体系", Part.ACTION)]),
    ("办公平台实现市、区县、乡镇全覆盖。", [("办公平台实现市、区县、乡镇全覆盖", Part.ACTION)]),
    (
        "健全市、区县、乡镇三级责任、巡查、考核制度。",
        [
            ("健全市、区县、乡镇三级责任、巡查、考核制度", Part.ACTION),
            *((item, Part.ITEM) for item in ("市、区县、乡镇三级责任", "巡查", "考核制度")),
        ],
    ),
    ("推进排污口“查、测、溯、治”。", [("推进排污口“查、测、溯、治”", Part.ACTION)]),
    (
        "绘制红、橙、黄分布图。",
        [("绘制红、橙、黄分布图", Part.ACTION), *((item, Part.ITEM) for item in ("绘制红", "橙", "黄分布图"))],
    ),
    ("拆除违规铁栅栏，9月底前全部完成。", [("拆除违规铁栅栏", Part.ACTION), ("9月底前全部完成", Part.RESULT)]),
    ("拆除铁栅栏，2025年9月底前全部完成。", [("拆除铁栅栏", Part.ACTION), ("2025年9月底前全部完成", Part.RESULT)]),
    (
        "开展隐患排查，9月底前完成首轮检测。",
        [("开展隐患排查", Part.ACTION), ("9月底前完成首轮检测", Part.ACTION)],
    ),
    (
        "对屡改屡犯的，依法从严惩处。",
        [("对屡改屡犯的", Part.CONTEXT), ("依法从严惩处", Part.ACTION)],
    ),
    (
        "推广物联网、5G、大数据。",
        [("推广物联网、5G、大数据", Part.ACTION), *((item, Part.ITEM) for item in ("推广物联网", "5G", "大数据"))],
    ),
    (
        "未经联合会审，一律不得开工。",
        [("未经联合会审", Part.CONTEXT), ("一律不得开工", Part.ACTION)],
    ),
    ("依托网格平台开展巡查，建立台账。", [("依托网格平台开展巡查", Part.ACTION), ("建立台账", Part.ACTION)]),
    ("对甲、乙、丙级单位分别每年检查1次、2次、3次。", [("对甲、乙、丙级单位分别每年检查1次、2次、3次", Part.ACTION)]),
    (
        "参照省级标准，新建冷库。",
        [("参照省级标准", Part.CONTEXT), ("新建冷库", Part.ACTION)],
    ),
    ("汇聚水利、气象、公安等23个部门数据。", [("汇聚水利、气象、公安等23个部门数据", Part.ACTION)]),
    (
        "检查水利、气象、公安等3个部门。",
        [
            ("检查水利、气象、公安等3个部门", Part.ACTION),
            *((item, Part.ITEM) for item in ("检查水利", "气象", "公安")),
        ],
    ),
    ("，。", [("，。", Part.ACTION)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_parts(text: str, expected: list[tuple[str, Part]]) -> None:
    """Commas outside quotes separate parts; a list of three or more has its members beside it."""
    assert [(part.text, part.part) for part in commitments(text)] == expected


@given(st.text(alphabet="完善提升围绕机制、，。；“”（）《》 1", max_size=60))
def test_spans(text: str) -> None:
    """Every part is verbatim, and its span says where it stands."""
    assert [text[part.start : part.end] for part in commitments(text)] == [part.text for part in commitments(text)]


@given(st.text(alphabet="完善提升围绕机制、，。“”", min_size=1, max_size=60))
def test_a_clause_has_an_action(text: str) -> None:
    """Every clause has at least one action, even one without a word."""
    assert Part.ACTION in [part.part for part in commitments(text)]
