"""Nothing heavy is imported before it is needed (the gate that keeps the cold start short)."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from docx import Document

if TYPE_CHECKING:
    from pathlib import Path

HEAVY_FOR_HELP = ("pydantic", "lxml", "docx", "pdfplumber", "jieba", "rjieba", "rapidfuzz", "numpy", "rich")
HEAVY_FOR_COMPARE = (
    *("numpy", "scipy", "sklearn", "pandas", "pyarrow", "duckdb"),
    *("rapidocr", "onnxruntime", "cv2", "PIL"),
    *("pdfplumber", "pypdfium2", "ray", "openpyxl", "jinja2", "docx"),
    *("python_calamine", "starlette", "uvicorn", "planalign.review"),
)
PROGRAM = """
import sys
from planalign.cli.app import run
code = run(sys.argv[2:])
loaded = [name for name in sys.argv[1].split(",") if name in sys.modules]
sys.exit(f"exit {code}" if code else ("loaded: " + " ".join(loaded) if loaded else 0))
"""
LINES = (
    "2025年全区应急管理工作要点",
    "一、重点任务",
    "（一）修订应急预案。修订区级总体预案，更新物资清单。",
    "（二）开展演练。每季度开展一次演练；演练后及时评估。",
)


def _check(modules: tuple[str, ...], *arguments: str) -> None:
    command = [sys.executable, "-c", PROGRAM, ",".join(modules), *arguments]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (0, "") == (result.returncode, result.stderr)


def test_help() -> None:
    """The help needs none of the libraries that do the work."""
    _check(HEAVY_FOR_HELP, "--help")


@pytest.mark.parametrize("ending", ["txt", "docx"])
@pytest.mark.parametrize("form", ["table", "json"])
def test_compare(tmp_path: Path, ending: str, form: str) -> None:
    """Comparing two texts or two Word documents needs no numbers library and no PDF library."""
    path = tmp_path / f"plan.{ending}"
    if ending == "txt":
        path.write_text("\n".join(LINES), encoding="utf-8")
    else:
        document = Document()
        for line in LINES:
            document.add_paragraph(line)
        document.save(str(path))
    _check(HEAVY_FOR_COMPARE, "compare", str(path), str(path), "--format", form)


def test_json_needs_no_rich(tmp_path: Path) -> None:
    """A machine that wants JSON does not pay for the terminal."""
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    _check(("rich",), "parse", str(path), "--format", "json")
