"""The command line for the tests of corpora."""

from __future__ import annotations

from tests.cli.conftest import run

__all__ = ["run"]
