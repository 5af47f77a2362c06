"""Fixtures shared by all tests: where the real documents and their gold lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser import started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
LAST = ("readers/ocr", "corpus_run", "readers/test_page_views.py", "parse/test_rendered.py")
"""Tests that load a library with threads, and longest first. A process that did forks no more, so that each guarded
child after that is a new interpreter, which takes 0.4 s: these tests come behind all others."""
UNMEASURED = (
    *("benchmarks", "docs", "hostile", "scripts", "test_homes.py", "test_texts.py"),
    *("cli/test_real.py", "evaluate/test_drifts.py", "evaluate/test_real_documents.py"),
    *("corpus/test_carriers.py", "corpus/test_planted.py", "corpus/test_waivers.py", "corpus_run/test_manifest.py"),
    *("parse/test_invariance.py", "parse/test_long_text.py", "parse/test_properties.py", "parse/test_rendered.py"),
    *("readers/pdf/test_pdf_real.py", "report/test_html_browser.py", "report/test_widths.py", "text/test_pattern.py"),
)
"""Tests that do the same work over many documents or texts: they run without the measurement of coverage, which makes
them two or three times as slow and learns nothing from them that it does not know from others."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in order, and mark those that run without the measurement of coverage."""
    items.sort(key=lambda item: next((place for place, name in enumerate(LAST, 1) if _is_in(item, name)), 0))
    for item in items:
        if any(_is_in(item, name) for name in UNMEASURED):
            item.add_marker(pytest.mark.no_cover)


# What a forked child runs is not measured either: it ends without a word to anybody but its parent.
os.register_at_fork(after_in_child=lambda: sys.settrace(None))


def _is_in(item: pytest.Item, name: str) -> bool:
    return item.path.is_relative_to(ROOT / "tests" / name)


def _folder(variable: str, name: str) -> Path:
    path = Path(os.environ.get(variable) or ROOT.parent / "shared" / name)
    if not path.is_dir():
        pytest.skip(f"the real documents are not here: set {variable} or put them at ../shared/{name}")
    return path


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Folder of the real public documents, outside the repository."""
    return _folder("PLANALIGN_CORPORA", "corpora")


@pytest.fixture(scope="session")
def gold() -> Path:
    """Folder of the expert gold over the real documents, outside the repository."""
    return _folder("PLANALIGN_GOLD", "gold")


@pytest.fixture(scope="session")
def jiangcheng() -> Path:
    """Folder of our own documents."""
    return ROOT / "corpora" / "jiangcheng"


# Not for the session: Playwright keeps a loop of asyncio running in this thread, which other tests would meet.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window; tests that need it skip where it is not installed."""
    with started() as running:
        yield running
