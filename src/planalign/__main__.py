"""`python -m planalign`, and the `planalign` command."""

import signal
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # While everything is imported there is nothing to clean up: Ctrl-C just ends it, without a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from planalign.cli.app import main as command_line

    command_line()


if __name__ == "__main__":
    main()
