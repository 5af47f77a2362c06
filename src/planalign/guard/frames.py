"""Messages over a pipe: a kind, a number, some bytes. No pickle: what a child says can be nothing but text."""

from __future__ import annotations

import struct
from typing import IO, NamedTuple

_HEAD = struct.Struct(">cdQ")

REQUEST, STEP, EXTENSION = b"r", b"s", b"x"
OK, ERROR, MEMORY = b"o", b"e", b"m"


class Frame(NamedTuple):
    """One message."""

    kind: bytes
    """A request; a sign of life; or a reply."""
    number: float = 0.0
    """Seconds for a request or an extension; of a reply 1 where the child ends after it."""
    body: bytes = b""
    """The request, the reply, or the steps done and all of them."""


def send(pipe: IO[bytes], frame: Frame) -> None:
    """Write a message.

    Raises OSError where nobody reads it.
    """
    pipe.write(_HEAD.pack(frame.kind, frame.number, len(frame.body)))
    pipe.write(frame.body)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> Frame:
    """Read a message of at most so many bytes.

    Raises EOFError where the other side ended, OverflowError where the message is longer.
    """
    kind, number, length = _HEAD.unpack(_exactly(pipe, _HEAD.size))
    if length > most:
        raise OverflowError
    return Frame(kind, number, _exactly(pipe, length))


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    blob = pipe.read(length)
    if len(blob) < length:
        raise EOFError
    return blob
