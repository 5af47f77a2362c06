"""Runs the command line inside the test process."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Result(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Calls `planalign` with arguments."""

    def __call__(self, *arguments: str) -> Result:
        """Return exit code, standard output and standard error."""
        ...
