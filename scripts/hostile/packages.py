"""Zip packages as Office programs do not write them."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MEBIBYTE = 2**20


def package(members: Mapping[str, bytes | str], *, stored: tuple[str, ...] = ()) -> bytes:
    """Return a package of these members, packed except those named."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


def lying_about_size(blob: bytes, name: str, size: int) -> bytes:
    """Return a package whose directory declares another unpacked size for a member."""
    changed = bytearray(blob)
    at = -1
    while (at := changed.find(b"PK\x01\x02", at + 1)) >= 0:
        length = struct.unpack_from("<H", changed, at + 28)[0]
        if bytes(changed[at + 46 : at + 46 + length]) == name.encode():
            struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)


def flagged(blob: bytes, flag: int) -> bytes:
    """Return a package whose members carry a flag, such as 1 for encryption."""
    changed = bytearray(blob)
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := changed.find(mark, at + 1)) >= 0:
            changed[at + place] |= flag
    return bytes(changed)


def method(blob: bytes, number: int) -> bytes:
    """Return a package whose members claim to be packed by another method."""
    changed = bytearray(blob)
    for mark, place in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        at = -1
        while (at := changed.find(mark, at + 1)) >= 0:
            struct.pack_into("<H", changed, at + place, number)
    return bytes(changed)
