"""Zip packages: checked from the central directory before anything is unpacked, read under bounds."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from planalign.errors import ReadError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.config import Limits

_DAMAGED = english("the file was probably cut off on its way: fetch it again, or open it and save it anew")
_ANEW = english("open it and save it anew")
_RATIO_FROM = 5 * 2**20
_ENCRYPTED = 0x1
# A DOCTYPE can only stand before the root element.
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


class Package(NamedTuple):
    """A checked zip package; members are unpacked on demand."""

    archive: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """Return the bytes of a member.

        Raises ReadError where it is damaged or, being XML, declares a document type.
        """
        blob = _unpack(self.archive, name)
        if _is_markup(name) and _DOCTYPE.search(blob[:65536].replace(b"\0", b"")):
            raise ReadError(
                english("the part {name} declares a document type, which no Office program writes", name=name),
                hint=_DAMAGED,
            )
        return blob

    def check_markup(self) -> None:
        """Read every XML member once, so that none is damaged, larger than declared or declares a document type.

        Raises ReadError like read.
        """
        for name in sorted(filter(_is_markup, self.names)):
            self.read(name)


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def member_names(data: bytes) -> frozenset[str]:
    """Return the names of all members.

    Raises ReadError where the bytes are no readable zip package.
    """
    return frozenset(info.filename for info in _open(data).infolist())


def open_package(data: bytes, limits: Limits) -> Package:
    """Return a package whose declared sizes keep the limits.

    Raises ReadError where it is damaged, encrypted, ambiguous or too large.
    """
    archive = _open(data)
    infos = archive.infolist()
    _check_names(infos, limits)
    _check_sizes(infos, limits)
    return Package(archive, frozenset(info.filename for info in infos))


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise ReadError(english("the package is damaged"), hint=_DAMAGED) from error


def _check_names(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(infos) > limits.max_entries:
        raise ReadError(
            english("the package has {members} members, more than {most}", members=len(infos), most=limits.max_entries),
            hint=_ANEW,
        )
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise ReadError(
            english("the package is encrypted"), hint=english("open it with its password and save it without one")
        )
    if len({info.filename.lower() for info in infos}) < len(infos):
        raise ReadError(english("the package names a member twice"), hint=_ANEW)


def _check_sizes(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    total = sum(info.file_size for info in infos)
    if total > limits.max_unpacked:
        what = english(
            "the package would unpack to {size}, more than {most}", size=_mib(total), most=_mib(limits.max_unpacked)
        )
        raise ReadError(what, hint=_ANEW)
    for info in infos:
        if info.file_size > limits.max_entry:
            what = english("a member of the package would unpack to {size}", size=_mib(info.file_size))
            raise ReadError(what, where=info.filename, hint=_ANEW)
        if info.file_size > _RATIO_FROM and info.file_size > limits.max_ratio * info.compress_size:
            what = english("a member of the package expands like a decompression bomb")
            raise ReadError(what, where=info.filename, hint=_ANEW)


def _unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    try:
        with archive.open(info) as stream:
            # Declared sizes can lie; a bounded read never unpacks more than was declared.
            return stream.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OSError, ValueError) as error:
        raise ReadError(english("the part {name} is damaged", name=name), hint=_DAMAGED) from error


def _mib(size: int) -> str:
    return f"{size / 2**20:.0f} MiB"
