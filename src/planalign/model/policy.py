"""The choices of a policy; free of imports, so that the command line starts fast."""

from __future__ import annotations

from enum import StrEnum


class FailOn(StrEnum):
    """From which severity on a finding breaks the policy."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class RequireReview(StrEnum):
    """Which findings a person must have looked at."""

    NONE = "none"
    ERROR_ONLY = "error-only"
    ALL = "all"


class RuleLevel(StrEnum):
    """What a rule weighs by the settings; `off` leaves it out."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"
