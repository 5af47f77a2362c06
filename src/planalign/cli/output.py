"""Writes files whole or not at all, and speaks to the terminal."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.cli.streams import silence, speaking
from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.report.formats import FILE_ENDINGS, KINDS
from planalign.report.scrub import one_line
from planalign.store.folders import settle

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from typing import BinaryIO


def check_targets(targets: Iterable[Path], inputs: Sequence[Path]) -> None:
    """Refuse output files that cannot be written as asked, before any work is done.

    Raises UsageError for an unknown ending, standard output, a missing folder, and a folder, a device, a pipe and an
    input as target.
    """
    # Unlike Path.resolve, realpath takes a loop of links as it is.
    sources = {os.path.realpath(path) for path in inputs}
    written: set[str] = set()
    for asked in targets:
        target_format(asked)
        target = target_file(asked)
        if target.name == "-":
            raise UsageError(
                english("a file is asked for, not standard output"),
                where=str(asked),
                hint=english("--format prints it"),
            )
        _require_place(target)
        _refuse_device(target)
        place = os.path.realpath(target)
        if place in sources:
            raise UsageError(
                english("the output would overwrite an input"), where=str(target), hint=english("choose another name")
            )
        if place in written:
            raise UsageError(
                english("two outputs have the same name"), where=str(target), hint=english("choose another name")
            )
        written.add(place)


def _require_place(target: Path) -> None:
    if _may_hold_file(target):
        return
    if not os.path.lexists(target.parent):
        what, hint = english("this folder does not exist"), english("create it first, or name another")
        raise UsageError(what, where=str(target.parent), hint=hint)
    what, hint = english("this is no place for a file"), english("name a file in a folder that exists")
    raise UsageError(what, where=str(target), hint=hint)


def _refuse_device(target: Path) -> None:
    """Refuse what exists and is no file: the output would take its place, and /dev/null be a file.

    /dev/stdout leads to a file where standard output does, and is none.
    """
    devices = os.path.dirname(os.devnull)  # noqa: PTH120 - the null device of Windows lies in no folder
    of_devices = bool(devices) and os.path.realpath(target.parent) == os.path.realpath(devices)
    if of_devices or (target.exists() and not target.is_file()):
        what, hint = english("this is a device or a pipe, not a file"), english("--format prints it")
        raise UsageError(what, where=str(target), hint=hint)


def _may_hold_file(target: Path) -> bool:
    """Say whether a path names a file in a folder that exists; a name too long for the system does not."""
    try:
        return target.parent.is_dir() and not target.is_dir()
    except OSError:
        return False


def target_format(asked: Path, written: Container[str] = KINDS) -> str:
    """Return the format of an output: the KIND of KIND:NAME, else what the ending names.

    Raises UsageError where neither names one; it lists those that the command writes.
    """
    kind = _kind(asked)
    if kind:
        return kind
    try:
        return FILE_ENDINGS[asked.suffix.lower()]
    except KeyError:
        known = " ".join(ending for ending, name in FILE_ENDINGS.items() if name in written)
        kinds = " ".join(f"{kind}:" for kind in sorted(KINDS) if kind in written)
        raise UsageError(
            english("the ending of {name!r} names no format", name=asked.name or str(asked)),
            hint=english("known endings: {known}; or KIND:NAME with {kinds}", known=known, kinds=kinds),
        ) from None


def target_file(asked: Path) -> Path:
    """Return the file of an output, without the KIND that may stand before its name."""
    kind = _kind(asked)
    return Path(str(asked)[len(kind) + 1 :]) if kind else asked


def _kind(asked: Path) -> str:
    """Return the KIND of KIND:NAME; empty where there is none: C:NAME is a name on a drive."""
    kind, mark, name = str(asked).partition(":")
    return kind if mark and name and kind in KINDS else ""


def write_whole(target: Path, content: str | bytes) -> None:
    """Write a file beside its target and move it there, so that the target is never half written.

    Raises UsageError where the folder or the disk does not allow it.
    """
    with drafted(target) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextlib.contextmanager
def drafted(target: Path) -> Iterator[BinaryIO]:
    """Give a file beside its target to write to; it takes the place of the target at the end, unless something fails.

    It keeps the permissions of the target. Raises UsageError where the folder or the disk does not allow it.
    """
    _refuse_device(target)
    # Imported here: it brings ciphers, which a report on standard output does not need.
    import secrets

    # A short name of its own: a long legal one has no room for an addition.
    draft = target.with_name(f".planalign-{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            if target.exists():
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        settle(target.parent)
    except BrokenPipeError:
        # Not of this file: the reader of standard output went away.
        raise
    except OSError as error:
        raise UsageError(english("the file cannot be written: {why}", why=error.strerror), where=str(target)) from error
    finally:
        draft.unlink(missing_ok=True)


def emit(text: str | bytes) -> None:
    """Write data to standard output, text in UTF-8, whatever the locale says.

    Raises UsageError where it takes nothing, as a full disk does; a closed pipe stays a BrokenPipeError.
    """
    try:
        _emit(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise UsageError(english("the output cannot be written: {why}", why=error.strerror)) from error


def _emit(text: str | bytes) -> None:
    sys.stdout.flush()
    if isinstance(text, bytes):
        sys.stdout.buffer.write(text)
    elif hasattr(sys.stdout, "buffer") and not sys.stdout.isatty():
        sys.stdout.buffer.write(text.encode())
    else:
        sys.stdout.write(text)
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """Write a sentence for people to standard error; it may quote names from a hostile file."""
    with speaking():
        sys.stderr.write(f"planalign: {one_line(sentence)}\n")
