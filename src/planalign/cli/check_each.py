"""`python -m planalign.cli.check_each`: `planalign check` on each of several plans, as pre-commit calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.cli.app import main, run
from planalign.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORSE = (ExitCode.OK, ExitCode.POLICY_NOT_MET, ExitCode.INCOMPLETE, ExitCode.USAGE, ExitCode.INTERNAL)
"""Exit codes from good to bad."""


def check_each(arguments: Sequence[str]) -> int:
    """Check every file that is named and return the worst exit code; options are written --name=value."""
    options = [argument for argument in arguments if argument.startswith("-")]
    files = [argument for argument in arguments if not argument.startswith("-")]
    codes = [run(["check", file, *options]) for file in files]
    # A code of another kind (an interrupt) is worse than all of ours.
    return max(codes, key=lambda code: _WORSE.index(ExitCode(code)) if code in _WORSE else len(_WORSE), default=0)


if __name__ == "__main__":
    main(check_each)
