"""Ways to change bytes: those that find most in binary files, and packages changed inside their members."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_NUMBERS = (b"0", b"-1", b"2147483648", b"99999999999", b"1e999", b"")
_BYTES = (b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"<", b">", b"&", b"\\", b"(", b"\x80")
_MOST = 8


def changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return the bytes changed in a few places; of a package, now and then a member."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _package_changed(data, others, chance)
    for _ in range(chance.randint(1, _MOST)):
        data = chance.choice(_WAYS)(data, others, chance)
    return data


def _package_changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return _flipped(data, others, chance)
    if not members:
        return data
    name = chance.choice(sorted(members))
    for _ in range(chance.randint(1, _MOST)):
        members[name] = chance.choice(_WAYS)(members[name], others, chance)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return target.getvalue()


def _flipped(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _put(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_BYTES + _NUMBERS) + data[at:]


def _numbered(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    """Change a number written in figures."""
    figures = [at for at in range(len(data)) if 48 <= data[at] <= 57] if len(data) < 50_000 else []
    if not figures:
        return _put(data, (), chance)
    at = chance.choice(figures)
    return data[:at] + chance.choice(_NUMBERS) + data[at + 1 :]


def _crossed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, end = _span(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 64, 1024)))


_WAYS = (_flipped, _flipped, _cut, _repeated, _put, _numbered, _crossed)
