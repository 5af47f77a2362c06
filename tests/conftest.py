"""Fixtures shared by all tests: where the real documents and their gold lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser import started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent


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
