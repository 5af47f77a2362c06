"""The exceptions of planalign; each knows the exit code it leads to."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with, the same for every output format."""

    OK = 0
    POLICY_NOT_MET = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERNAL = 4


class PlanalignError(Exception):
    """An error that a user can act on: what happened, where, and what to do."""

    exit_code = ExitCode.INTERNAL

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        """Keep the parts apart, so that a place can be added later."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return the whole message on one line."""
        place = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.what}{hint}"


class UsageError(PlanalignError):
    """The call or the configuration is wrong."""

    exit_code = ExitCode.USAGE


class ReadError(PlanalignError):
    """A file could not be read, so the analysis is incomplete."""

    exit_code = ExitCode.INCOMPLETE


class NotAPlanError(PlanalignError):
    """A document was read but holds no task to compare."""

    exit_code = ExitCode.INCOMPLETE
