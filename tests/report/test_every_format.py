"""What holds for every report, whatever its format: the same bytes, small, quick, and no personal data."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.report.every_format import content, reports

from planalign.config import Settings
from planalign.model.wording import Lang

ROOT = Path(__file__).resolve().parents[2]
PLANS = ("city-2025.docx", "linjiang-district-2025.docx", "qingdu-town-2025.docx")
MOST_BYTES, MOST_SECONDS = 1_000_000, 0.5
# A chain and a matrix hold several comparisons.
SEVERAL = ("chain ", "matrix ")
NAME, NUMBER, OFFICE = "欧阳正德", "13900001111", "023-77889900"
PRIVATE = f"""2025年全区应急管理工作要点

一、重点任务

（一）修订应急预案。修订区级总体预案，更新物资清单（联系人：{NAME}，联系电话：{NUMBER}）。

（二）开展演练。每季度开展一次演练；遇有问题请拨打电话{OFFICE}反映。

江城市临江区应急管理局

2025年3月1日

（联系人：{NAME}；联系电话：{NUMBER}）
"""

Costs = dict[str, tuple[int, float]]


def _run(folder: Path, jiangcheng: Path, seed: str, locale: str) -> Costs:
    folder.mkdir()
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
    program = ROOT / "tests" / "report" / "every_format.py"
    command = [sys.executable, str(program), str(folder), *(str(jiangcheng / name) for name in PLANS)]
    done = subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder)
    costs: Costs = json.loads(done.stdout)
    return costs


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, jiangcheng: Path) -> tuple[Path, Path, Costs]:
    """Return the folders of two runs under other hash seeds and locales, and what the reports of the first cost."""
    folder = tmp_path_factory.mktemp("formats")
    costs = _run(folder / "a", jiangcheng, "0", "C.UTF-8")
    _run(folder / "b", jiangcheng, "4242", "zh_CN.UTF-8")
    return folder / "a", folder / "b", costs


def test_same_bytes(runs: tuple[Path, Path, Costs]) -> None:
    """Hash seed and locale change no byte of any format."""
    first, second, costs = runs
    assert sorted(costs) == sorted(path.name for path in first.iterdir())
    assert [] == [path.name for path in first.iterdir() if path.read_bytes() != (second / path.name).read_bytes()]


def test_small_and_quick(runs: tuple[Path, Path, Costs]) -> None:
    """The report of a pair of plans with some 25 tasks is below one megabyte, and takes below half a second."""
    single = {name: cost for name, cost in runs[2].items() if not name.startswith(SEVERAL)}
    assert {} == {name: cost for name, cost in single.items() if cost[0] > MOST_BYTES or cost[1] > MOST_SECONDS}


def _texts(made: bytes) -> str:
    """Return the text of a report; of a package, that of all its parts."""
    if not made.startswith(b"PK"):
        return made.decode()
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return "".join(package.read(name).decode() for name in package.namelist())


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return three plans with names and telephone numbers of contacts."""
    folder = tmp_path_factory.mktemp("private")
    paths = [folder / f"{name}.txt" for name in ("top", "middle", "bottom")]
    for number, path in enumerate(paths):
        path.write_text(PRIVATE.replace("每季度", f"每{number + 1}个月"), encoding="utf-8")
    return paths


def test_no_personal_data(private: list[Path]) -> None:
    """No report holds a name or a telephone number of a contact."""
    made = {name: _texts(content(report, Lang.ZH)) for name, report in reports(private, Settings()).items()}
    assert [] == [name for name, text in made.items() for secret in (NAME, NUMBER, OFFICE) if secret in text]


def test_personal_data_asked_for(private: list[Path]) -> None:
    """Whoever asks for contact lines gets them, so that the test above tests something."""
    made = reports(private, Settings(contact=True))
    for name in ("compare json", "compare clauses.csv", "compare xlsx", "checklist xlsx", "parse md"):
        assert NUMBER in _texts(content(made[name], Lang.ZH)), name
