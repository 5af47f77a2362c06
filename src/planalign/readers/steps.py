"""Long work inside one file told step by step to whoever listens, so that a reader needs to know no terminal."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Listener = Callable[[int, int], None]
    """Takes the number of steps done and the number of all."""

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def step(done: int, total: int) -> None:
    """Tell that one more step of a file is done."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(done, total)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tell a listener the steps of what is read inside."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
