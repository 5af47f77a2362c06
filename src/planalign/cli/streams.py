"""Standard input, output and error: always there, and silent where nobody hears."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def open_streams() -> None:
    """Let a stream that the caller closed lead nowhere; else the next file or pipe of ours would take its number."""
    for number, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", errors="replace"))


def silence(stream: TextIO) -> None:
    """Let what is left in the buffer of a stream go nowhere, so that the end of the process is quiet."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextlib.contextmanager
def speaking() -> Iterator[None]:
    """Go on where standard error takes nothing: a message that nobody can hear changes no result."""
    try:
        yield
    except OSError:
        silence(sys.stderr)
