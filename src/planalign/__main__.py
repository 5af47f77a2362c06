"""`python -m planalign`, and the `planalign` command."""

import signal
import sys
from typing import NoReturn

_INTERNAL = 4
"""As in planalign.errors, which may be what cannot be imported."""


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # While everything is imported there is nothing to clean up: Ctrl-C just ends it, without a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from planalign.cli.app import main as command_line
    except Exception:  # noqa: BLE001 - a broken installation: Python would end with 1, which means findings
        import traceback

        traceback.print_exc()
        sys.exit(_INTERNAL)
    command_line()


if __name__ == "__main__":
    main()
