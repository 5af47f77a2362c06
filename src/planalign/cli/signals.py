"""Signals that ask for the end: files that are half written are taken away, children end, the exit code is 128 + n."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

_ASKING = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]


def end_in_order() -> None:
    """End by way of all that is to be cleaned up from now on; what the caller ignores, as nohup does, stays so."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in _ASKING:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def end_at_once() -> None:
    """End without a word from now on: everything is done."""
    for number in (signal.SIGINT, *_ASKING):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _: FrameType | None) -> NoReturn:
    for other in _ASKING:
        # A second one would break off the cleaning up.
        signal.signal(other, signal.SIG_IGN)
    sys.exit(128 + number)
