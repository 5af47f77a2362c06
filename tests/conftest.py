"""Fixtures shared by all tests: where the real documents and their gold lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
