"""`planalign matrix` holds the sum of the children against the parent's total."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.config import Settings
from planalign.model.wording import Lang
from planalign.pipeline.loading import load
from planalign.pipeline.several import matrix
from planalign.report.formats import matrix_report
from planalign.report.look import Look

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.model.matrix import Matrix

TASK = "一、扩大学前教育资源\n\n（一）增加学位。{}加强幼儿园保育教育管理，规范办园行为，不得小学化教学。\n"
SHARES = "上级事项,下级,数值,单位\n新建公办幼儿园60所,临江区,5,所\n新建公办幼儿园60所,望山区,0.3万,平方米\n"


def _matrix(folder: Path, parent: str, children: Sequence[tuple[str, str]], shares: str = "") -> Matrix:
    for name, text in (("江城市", parent), *children):
        (folder / f"{name}.txt").write_text(f"{name}2025年学前教育工作计划\n\n{TASK.format(text)}", encoding="utf-8")
    table = folder / "allocations.csv"
    table.write_text(shares, encoding="utf-8")
    settings = Settings(allocations=str(table) if shares else None)
    plans = [load(folder / f"{name}.txt", settings) for name in ("江城市", *(name for name, _ in children))]
    return matrix(plans[0], plans[1:], settings)


@pytest.fixture
def found(tmp_path: Path) -> Matrix:
    """Return a city with three districts, one of which gives no number."""
    children = [
        ("江城市临江区", "新建公办幼儿园4所。"),
        ("江城市望山区", "新建公办幼儿园12个。"),
        ("江城市北湖区", "新建公办幼儿园。"),
    ]
    return _matrix(tmp_path, "新建公办幼儿园60所。", children, SHARES)


def test_sum(found: Matrix) -> None:
    """The numbers are added in the unit of the total; a share in another measure is none."""
    (total,) = found.totals
    assert ("t1.c1", "60所", 60.0, "所", 16.0) == (
        total.parent_clause,
        total.words,
        total.value,
        total.unit,
        total.sum,
    )
    assert [("4所", 4.0, "5所"), ("12个", 12.0, None), (None, None, None)] == [
        (part.words, part.value, part.share) for part in total.parts
    ]


def test_units_are_converted(tmp_path: Path) -> None:
    """Metres add up to kilometres."""
    children = [("江城市临江区", "改造护学道路800米。"), ("江城市望山区", "改造护学道路2公里。")]
    (total,) = _matrix(tmp_path, "改造护学道路30公里。", children).totals
    assert [0.8, 2.0, 2.8] == [*(part.value for part in total.parts), total.sum]


def test_rates_are_no_totals(tmp_path: Path) -> None:
    """What each child has to reach is not added."""
    children = [("江城市临江区", "学前教育普惠率达到90%。"), ("江城市望山区", "学前教育普惠率达到95%。")]
    assert () == _matrix(tmp_path, "学前教育普惠率达到92%。", children).totals


@pytest.mark.parametrize(
    ("lang", "row", "silent"),
    [
        (Lang.ZH, "60所|16所|−44|4所（分解数5所）|12个|—", "新建公办幼儿园60所：北湖区"),
        (Lang.EN, "60所|16所|−44|4所(share5所)|12个|—", "新建公办幼儿园60所:北湖区"),
    ],
)
def test_reports(found: Matrix, lang: Lang, row: str, silent: str) -> None:
    """Every report shows total, sum and parts, and names the children that give no number."""
    look = Look(lang=lang, width=120)
    written = "".join(matrix_report("md")(found, look).split())
    assert row.replace("-44", r"\-44") in written
    assert silent in written
    shown = "".join(matrix_report("table")(found, look).split())
    assert row.replace("|", "") in shown
    assert silent in shown
    assert '"sum": 16.0' in matrix_report("json")(found, look)
