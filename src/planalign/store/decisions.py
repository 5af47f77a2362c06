"""The store of decisions: planalign-decisions.jsonl, one decision a line, only ever added to.

The order of lines says nothing, so that git may merge two copies by keeping the lines of both (merge=union).
"""

from __future__ import annotations

import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from planalign.errors import UsageError
from planalign.model.decision import Decision
from planalign.model.review import Verdict
from planalign.model.sentence import english
from planalign.store.folders import settle
from planalign.store.locked import locked
from planalign.store.plain_file import require_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAME = "planalign-decisions.jsonl"
"""What the file is called where it is searched for."""
_MODE = 0o644
_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would make two characters of each line end."""
_BOM = b"\xef\xbb\xbf"


class Damage(StrEnum):
    """Why a line is left out."""

    NO_DECISION = "no_decision"
    TWICE = "twice"


class BrokenLine(NamedTuple):
    """A line that is left out: torn by a crash, broken by a merge or by hand, or of a later version."""

    line: int
    """Its number, from 1."""
    damage: Damage
    """What is wrong with it: it is no decision of this version, or another line of the same id says something else."""


class Ledger(NamedTuple):
    """What a store holds."""

    decisions: tuple[Decision, ...] = ()
    """What is in force: not withdrawn, oldest first; of two at the same time the order follows from their ids."""
    history: tuple[Decision, ...] = ()
    """Everything that was ever said, oldest first."""
    broken: tuple[BrokenLine, ...] = ()
    """The lines that were left out."""


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Add decisions; on return they are on the disk. Others may write at the same time.

    Raises UsageError where the file cannot be written.
    """
    lines = "".join(f"{decision.model_dump_json(exclude_none=True)}\n" for decision in decisions).encode()
    is_new = not path.exists()
    try:
        while not _added(path, lines):
            pass
        if is_new:
            settle(Path(path).parent)
    except OSError as error:
        raise UsageError(
            english("the decisions cannot be written"),
            where=str(path),
            hint=english("check the path and its permissions"),
        ) from error


def read_decisions(path: Path) -> Ledger:
    """Return what the store holds; what cannot be read of it is named, and nothing else is lost.

    Raises UsageError where the file cannot be read at all.
    """
    try:
        require_plain(path)
        handle = os.open(path, os.O_RDONLY | _BINARY)
        try:
            with locked(handle, shared=True):
                content = _read(handle)
        finally:
            os.close(handle)
    except FileNotFoundError as error:
        raise UsageError(
            english("there is no such file"), where=str(path), hint=english("planalign review REPORT")
        ) from error
    except OSError as error:
        raise UsageError(english("the decisions cannot be read"), where=str(path)) from error
    return _ledger(content)


def _ledger(content: bytes) -> Ledger:
    """Return what lines say; lines end with LF only, as a text may hold what else ends lines elsewhere."""
    found: dict[str, Decision] = {}
    broken: list[BrokenLine] = []
    for number, line in enumerate(content.removeprefix(_BOM).split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            decision = Decision.model_validate_json(line)
        except ValidationError:
            broken.append(BrokenLine(number, Damage.NO_DECISION))
            continue
        held = found.setdefault(decision.id, decision)
        if held != decision:
            broken.append(BrokenLine(number, Damage.TWICE))
            found[decision.id] = min(held, decision, key=Decision.model_dump_json)
    history = tuple(sorted(found.values(), key=lambda decision: (decision.at, decision.id)))
    return Ledger(in_force(history), history, tuple(broken))


def in_force(history: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that nobody took back."""
    said = tuple(history)
    withdrawn = {decision.withdraws for decision in said}
    return tuple(
        decision for decision in said if decision.verdict is not Verdict.WITHDRAW and decision.id not in withdrawn
    )


def _added(path: Path, lines: bytes) -> bool:
    """Add lines under a lock; false where another file has taken the name in the meantime, as git does."""
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, _MODE)
    try:
        with locked(handle):
            if not _is_named(path, handle):
                return False
            size = os.fstat(handle).st_size
            try:
                _write(handle, _line_end(handle) + lines)
                os.fsync(handle)
            except OSError:
                # The disk is full: half a line would only be in the way.
                with suppress(OSError):
                    os.ftruncate(handle, size)
                raise
    finally:
        os.close(handle)
    return True


def _is_named(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _line_end(handle: int) -> bytes:
    """Return what ends a line that a killed writer left open, so that it swallows none of ours."""
    size = os.fstat(handle).st_size
    if not size:
        return b""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return b"" if os.read(handle, 1) == b"\n" else b"\n"


def _write(handle: int, lines: bytes) -> None:
    rest = memoryview(lines)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _read(handle: int) -> bytes:
    parts = []
    while part := os.read(handle, 2**20):
        parts.append(part)
    return b"".join(parts)
