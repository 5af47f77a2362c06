"""What became of a piece of work that was given to a guarded child."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """How a call ended."""

    OK = "ok"
    ERROR = "error"
    TIMEOUT = "timeout"
    CRASH = "crash"
    MEMORY = "memory"


class Outcome(NamedTuple):
    """How a call ended, and what came of it."""

    status: Status
    """How it ended."""
    body: bytes = b""
    """With `ok` what the function returned; with `error` a JSON object with `type`, `message` and `trace`."""
    detail: str = ""
    """With `crash` how the child ended, such as SIGSEGV or "exit code 1"."""
