"""Traps in the bytes of a PDF are seen before a library walks into them."""

from __future__ import annotations

import hashlib
import time
import zlib

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.readers.pdf_guard import check

LIMITS = Limits(max_entry=2**20, max_unpacked=2**21)


def _pdf(content: bytes, filters: str) -> bytes:
    head = f"%PDF-1.7\n4 0 obj\n<< /Filter [{filters}] /Length {len(content)} >>\n"
    return head.encode() + b"stream\n" + content + b"\nendstream\nendobj\n"


def _packed(size: int, times: int) -> bytes:
    content = bytes(size)
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content


@pytest.mark.parametrize("times", [2, 3])
def test_a_stream_that_unpacks_within_bounds(times: int) -> None:
    """A stream may be packed more than once."""
    check(_pdf(_packed(2**19, times), "/FlateDecode " * times), LIMITS)


@pytest.mark.parametrize("times", [2, 3])
def test_a_bomb(times: int) -> None:
    """What unpacks beyond the bounds is refused, however often it was packed."""
    with pytest.raises(ReadError, match="unpack to far too much"):
        check(_pdf(_packed(2**24, times), "/FlateDecode " * times), LIMITS)


def test_a_stream_with_a_line_break_behind_it() -> None:
    """The line break before endstream, where the stream itself has ended, is passed over."""
    noise = b"".join(hashlib.sha256(bytes([high, low])).digest() for high in range(12) for low in range(256))
    check(_pdf(zlib.compress(noise + b"end"), "/FlateDecode"), LIMITS)


def test_a_large_stream() -> None:
    """A stream that is packed once is looked at where it is large."""
    with pytest.raises(ReadError, match="unpack to far too much"):
        check(_pdf(_packed(2**27, 1), "/FlateDecode"), LIMITS)


@pytest.mark.parametrize("place", [-1, -100])
def test_a_damaged_bomb(place: int) -> None:
    """Damage does not hide what comes before it: PDFium unpacks that all the same."""
    packed = bytearray(_packed(2**26, 2))
    packed[place] ^= 0xFF
    with pytest.raises(ReadError, match="unpack to far too much"):
        check(_pdf(bytes(packed), "/FlateDecode /FlateDecode"), LIMITS)


def test_filters_without_end() -> None:
    """Nobody packs a stream a hundred times."""
    with pytest.raises(ReadError, match="unpack to far too much"):
        check(_pdf(b"x", "/Fl " * 100), LIMITS)


def test_streams_that_are_too_much_together() -> None:
    """The sum of all streams has a bound of its own."""
    with pytest.raises(ReadError, match="this PDF would unpack"):
        check(_pdf(_packed(2**20, 2), "/FlateDecode /FlateDecode") * 3, LIMITS)


_FORMS = "".join(f"{number} 0 obj\n<< /Subtype /Form /Resources 9 0 R >>endobj\n" for number in range(10, 3010))


@pytest.mark.parametrize(
    "content",
    [
        b"1 0 obj\n<< >>\nstream\n" * 40_000,
        b"1 0 obj\n<< >>\nstream\n" * 40_000 + bytes(2**20) + b"endstream",
        b"9 0 obj\n<< " + b"/XObject<<" * 400 + b"endobj\n" + _FORMS.encode(),
    ],
    ids=["no end of a stream", "one end for all", "lists without an end"],
)
def test_many_beginnings(content: bytes) -> None:
    """What begins again and again and does not end is looked through once."""
    before = time.process_time()
    check(b"%PDF-1.7\n" + content, LIMITS)
    assert time.process_time() - before < 2
