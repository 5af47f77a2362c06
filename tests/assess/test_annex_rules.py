"""PA004, PA005, PA007 and PA008: annex tables held against themselves, the body and the list of annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.assess.one_plan import spots
from tests.hand_made import plan, task

from planalign.assess.annex_rules import PA004, PA005, PA007
from planalign.assess.number_rules import PA008
from planalign.model.annex import Annex, AnnexHead, AnnexRow, RowKind
from planalign.model.facts import Target

if TYPE_CHECKING:
    from planalign.model.plan import Plan, Task

BODY = (
    task(1, "修订应急预案", "修订总体预案和专项预案，更新物资清单。"),
    task(2, "建设森林防火道路", "新建森林防火道路20公里，完善取水点。"),
    task(3, "开展安全宣传", "组织宣传进社区、进学校、进企业。"),
    task(4, "治理地质灾害", "实施滑坡工程治理4处，避险搬迁280人。"),
)


def _row(number: int, name: str, target: str, lead: str = "区应急局", **fields: object) -> AnnexRow:
    units = {"lead_units": (lead,) if lead else (), "responsible_units": ("各镇",)}
    values = {"id": f"a1.r{number}", "seq": number, "name": name, "target": target, **units, **fields}
    return AnnexRow.model_validate(values)


def _plan(*rows: AnnexRow, tasks: tuple[Task, ...] = BODY) -> Plan:
    annex = Annex(id="a1", title="任务表", columns=("序号", "名称", "目标", "牵头单位"), rows=rows)
    return plan("a", *tasks).model_copy(update={"annexes": (annex,)})


def _rows() -> list[AnnexRow]:
    return [_row(number, part.title, part.clauses[0].text) for number, part in enumerate(BODY, start=1)]


def test_row_without_lead() -> None:
    """A row without lead unit is told where the others have one."""
    (found,) = spots(PA004, _plan(*_rows(), _row(5, "治理地质灾害", "开展排查。", lead="")))
    assert ("a1.r5", "开展排查。") == (found.key, found.end.text)


def test_tables_and_rows_without_leads() -> None:
    """A table that names no leads, a total, and a row that continues the one above are no slip."""
    assert [] == spots(PA004, _plan(_row(1, "甲", "乙", lead=""), _row(2, "丙", "丁", lead="")))
    total = _row(5, "合计", "5项", lead="", kind=RowKind.TOTAL)
    merged = _row(6, "治理地质灾害", "丙", lead="", name_inherited=True, responsible_units=())
    assert [] == spots(PA004, _plan(*_rows(), total, merged))


def test_row_without_task() -> None:
    """A row about nothing in the body stands out where the others are in it, in whatever order of words."""
    strange = _row(5, "农业农村领域", "变型拖拉机存量清零，农村沼气池安全检查覆盖率不低于95%。")
    reordered = _row(6, "地质灾害治理", "4处")
    found = spots(PA005, _plan(*_rows(), strange, reordered))
    assert ["a1.r5"] == [spot.key for spot in found]


def test_table_about_something_else() -> None:
    """A table of which most rows are not in the body says nothing about single rows."""
    others = [
        _row(number, f"领域{word}", f"{word}行业排查{word}隐患{word}")
        for number, word in enumerate("甲乙丙丁戊", start=5)
    ]
    assert [] == [spot for spot in spots(PA005, _plan(*_rows()[:3], *others)) if spot.key.startswith("a1")]


def test_task_without_row() -> None:
    """A task that no row takes up is told where the tables take up nearly all others."""
    extra = task(5, "强化科技支撑", "推广无人机巡查，建设视频监控平台。")
    assert ["t5"] == [spot.key for spot in spots(PA005, _plan(*_rows(), tasks=(*BODY, extra)))]


def _heads(*titles: str) -> tuple[AnnexHead, ...]:
    return tuple(AnnexHead(number=str(number), title=title, text=title) for number, title in enumerate(titles, start=1))


@pytest.mark.parametrize(
    ("listed", "there", "expected"),
    [
        (("任务表", "名单"), ("任务表", "名单"), 0),
        (("任务表", "名单"), ("任务表",), 1),
        (("任务表",), ("任务表", "名单"), 1),
        (("任务分解表",), ("2025年任务分解表",), 0),
        (("任务表",), ("别的名称",), 0),
        ((), ("任务表",), 0),
    ],
)
def test_annex_list(listed: tuple[str, ...], there: tuple[str, ...], expected: int) -> None:
    """What is listed is there and what is there is listed; one of each is the same annex, whatever its name."""
    made = plan("a").model_copy(update={"annex_list": _heads(*listed), "annex_heads": _heads(*there)})
    assert expected == len(spots(PA007, made))


def _number(text: str, words: str, value: float, unit: str) -> Target:
    start = text.index(words)
    return Target(text=words, start=start, end=start + len(words), value=value, unit=unit)


def _counted(body: str, number: Target, row: AnnexRow) -> Plan:
    first = task(1, "甲", body)
    clause = first.clauses[0].model_copy(update={"targets": (number,)})
    return _plan(row, tasks=(first.model_copy(update={"clauses": (clause,)}),))


@pytest.mark.parametrize(
    ("body", "name", "cell", "expected"),
    [
        ("年底前建成标准化应急消防工作站14个。", "夯实基础", "建成标准化应急消防工作站12个。", 1),
        ("年底前建成标准化应急消防工作站12个。", "夯实基础", "建成标准化应急消防工作站12个。", 0),
        ("新增电动自行车充电端口14个。", "整治", "新增充电端口12个。", 1),
        ("改造充电桩14个。", "整治", "新增消防水池12个。", 0),
        ("治理农村黑臭水体14个。", "农村黑臭水体治理", "12个", 1),
    ],
)
def test_numbers(body: str, name: str, cell: str, expected: int) -> None:
    """Numbers of one unit are held together where the words around them, or the name of the row, are the same."""
    value = 14 if "14" in body else 12
    target = _number(cell, "12个", 12, "个")
    made = _counted(body, _number(body, f"{value}个", value, "个"), _row(1, name, cell, targets=(target,)))
    found = spots(PA008, made)
    assert expected == len(found)
    if found:
        assert ("14个", "12个", 1) == (found[0].values["body"], found[0].values["annex"], found[0].values["row"])


def test_terms_and_frequencies() -> None:
    """A term is no number of things, and 2次 in every quarter says how often."""
    row = _row(1, "甲", "每季度开展联合检查2次", targets=(_number("每季度开展联合检查2次", "2次", 2, "次"),))
    assert [] == spots(PA008, _counted("开展联合检查3次。", _number("开展联合检查3次。", "3次", 3, "次"), row))
