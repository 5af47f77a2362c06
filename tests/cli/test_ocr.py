"""Scans on the command line: doubts leave the exit code alone, pages that were not read do not."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from tests.cli.runner import Run

PAGE = Path(__file__).parents[1] / "readers" / "ocr" / "page.png"
FONT = "STSong-Light"


def test_doubts_are_told_and_change_no_exit_code(run: Run) -> None:
    """Whoever reads the record sees which figures to check, and how sure each reading is."""
    result = run("parse", str(PAGE), "--format", "json")
    plan = json.loads(result.out)

    assert (0, "", "image") == (result.code, result.err, plan["source"]["format"])
    assert ["完善预警体系", "加固堤防水库"] == [task["title"] for task in plan["tasks"][:2]]
    assert plan["tasks"][0]["location"]["confidence"] > 0.9
    assert ["unclear", "unclear"] == [part["kind"] for part in plan["skipped"]]
    assert "0.3‰以内" in {part["text"] for part in plan["skipped"]}


@pytest.mark.parametrize("command", ["parse", "compare", "check", "chain", "matrix"])
def test_an_image_without_ocr(command: str, run: Run) -> None:
    """Where it was switched off the message says so; nothing has to be installed."""
    paths = [str(PAGE)] * (1 if command in {"parse", "check"} else 2)
    result = run(command, *paths, "--no-ocr")

    assert (3, "") == (result.code, result.out)
    assert "请去掉 --no-ocr" in result.err
    assert "pip install" not in result.err


def test_a_scanned_page_without_ocr(run: Run, tmp_path: Path) -> None:
    """The other pages are shown, and the message says how to read the rest."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(_mixed())
    result = run("parse", str(path), "--no-ocr")

    assert 3 == result.code
    assert "修订应急预案" in result.out
    assert "第 2 页是图片" in result.err
    assert "去掉 --no-ocr 即可读取扫描页" in result.err


def _mixed() -> bytes:
    """Return a PDF whose second page is a picture."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = BytesIO()
    canvas = Canvas(stream, (420, 595), invariant=1)
    canvas.setFont(FONT, 12)
    for line, text in enumerate(("2025年全区应急管理工作要点", "一、重点任务", "（一）修订应急预案。更新物资清单。")):
        canvas.drawString(48, 500 - 20 * line, text)
    canvas.showPage()
    canvas.drawImage(str(PAGE), 0, 0, 420, 595)
    canvas.save()
    return stream.getvalue()
