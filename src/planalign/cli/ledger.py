"""Reads the store of decisions, and says what of it was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.cli.language import said
from planalign.cli.output import tell
from planalign.store.decisions import Damage, Ledger, read_decisions

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.store.decisions import BrokenLine


def read_ledger(path: Path) -> Ledger:
    """Return what a store holds; a line that cannot be read is told, and the others count.

    Raises UsageError where the file cannot be read at all.
    """
    ledger = read_decisions(path)
    for broken in ledger.broken:
        tell(_told(path, broken))
    return ledger


def ledger_of(store: Path) -> Ledger:
    """Return what a store holds; nothing where there is none yet.

    Raises UsageError where it cannot be read.
    """
    return read_ledger(store) if store.exists() else Ledger()


def _told(path: Path, broken: BrokenLine) -> str:
    line = broken.line
    if broken.damage is Damage.TWICE:
        return said("{path}：第 {line} 行与另一行编号相同而内容不同，只采用其中一行", path=path, line=line)
    return said("{path}：第 {line} 行不完整或不是本版本的决定，已跳过（原行保留）", path=path, line=line)
