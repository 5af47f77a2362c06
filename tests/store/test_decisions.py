"""The store of decisions: nothing complete is lost, and what is broken is named."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.deciding import LOWER, MONDAY, UPPER, read, said

from planalign import compare
from planalign.assess.deciding import withdraw
from planalign.errors import UsageError
from planalign.model.review import Verdict
from planalign.store.decisions import BrokenLine, Damage, append, read_decisions
from planalign.store.locked import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planalign.model.decision import Decision

WRITER = """
import sys
from pathlib import Path
from planalign.model.decision import Decision
from planalign.store.decisions import append, read_decisions

name, count, sample, target = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
one = Decision.model_validate_json(sample.read_text(encoding="utf-8"))
for number in range(count):
    append(target, [one.model_copy(update={"id": f"{name}-{number:08d}"})])
    print(number, flush=True)
"""
"""Writes decisions one by one, and says of each on its standard output that it is on the disk."""


@pytest.fixture
def decisions(tmp_path: Path) -> list[Decision]:
    """Return three decisions, an hour apart."""
    found = compare(read(tmp_path, "city.txt", UPPER), read(tmp_path, "district.txt", LOWER))
    return [
        said(found, name, Verdict.ACCEPT, hour=hour)
        for hour, name in enumerate(("link:t1-t1", "clause:t2.c1", "target:t2.c1-t2.c1"))
    ]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return where decisions are kept."""
    return tmp_path / "planalign-decisions.jsonl"


def test_what_is_written_is_read(store: Path, decisions: list[Decision]) -> None:
    """Decisions come back as they were, oldest first, time zone included."""
    append(store, decisions[1:])
    append(store, decisions[:1])
    ledger = read_decisions(store)
    assert (tuple(decisions), ()) == (ledger.decisions, ledger.broken)
    assert dt.timedelta(hours=8) == ledger.decisions[0].at.utcoffset()
    assert 3 == len(store.read_bytes().splitlines())


def test_order_of_lines_says_nothing(store: Path, decisions: list[Decision]) -> None:
    """Git may merge two copies line by line, and leave a line twice: the ledger is the same."""
    append(store, decisions)
    lines = store.read_text(encoding="utf-8").splitlines(keepends=True)
    before = read_decisions(store)
    random.Random(7).shuffle(lines)  # noqa: S311 - an order, no secret
    store.write_text("".join([*lines, lines[0]]), encoding="utf-8")
    assert before == read_decisions(store)


def test_same_time(store: Path, decisions: list[Decision]) -> None:
    """Two decisions of one time stand in an order that follows from their ids alone."""
    twins = [decisions[0].model_copy(update={"id": name}) for name in ("bbbbbbbb", "aaaaaaaa")]
    append(store, twins)
    assert ["aaaaaaaa", "bbbbbbbb"] == [each.id for each in read_decisions(store).decisions]


def test_withdrawn(store: Path, decisions: list[Decision]) -> None:
    """A decision that is taken back counts no more; the history keeps both lines."""
    append(store, decisions)
    append(store, [withdraw(decisions[2].id, by="李敏", at=MONDAY + dt.timedelta(days=1))])
    ledger = read_decisions(store)
    assert decisions[:2] == list(ledger.decisions)
    assert (4, 4) == (len(ledger.history), len(store.read_bytes().splitlines()))


@pytest.mark.parametrize(
    "line",
    [
        b"<<<<<<< HEAD",
        b'{"schema":"planalign/decision/1","id":"abcdefgh","verd',
        b'{"schema":"planalign/decision/2"}',
        b"[]",
        b"\xff\xfe",
        b"\x00",
    ],
)
def test_broken_line_is_named_and_skipped(store: Path, decisions: list[Decision], line: bytes) -> None:
    """A line that a merge or a crash broke is named by its number; the others count."""
    append(store, decisions[:1])
    store.write_bytes(store.read_bytes() + line + b"\n")
    append(store, decisions[1:])
    ledger = read_decisions(store)
    assert (tuple(decisions), (BrokenLine(2, Damage.NO_DECISION),)) == (ledger.decisions, ledger.broken)


@pytest.mark.parametrize("cut", [1, 2, 40, 400])
def test_torn_last_line_swallows_nothing(store: Path, decisions: list[Decision], cut: int) -> None:
    """What a killed writer left unfinished stays a line of its own; one that lacks its end only counts."""
    append(store, decisions[:2])
    store.write_bytes(store.read_bytes()[:-cut])
    append(store, decisions[2:])
    ledger = read_decisions(store)
    kept = decisions if cut == 1 else [decisions[0], decisions[2]]
    assert (kept, cut > 1) == (list(ledger.decisions), bool(ledger.broken))


def test_time_without_zone_is_refused(store: Path, decisions: list[Decision]) -> None:
    """A line whose time has no zone is no decision."""
    append(store, decisions[:1])
    store.write_text(store.read_text(encoding="utf-8").replace("+08:00", ""), encoding="utf-8")
    assert (BrokenLine(1, Damage.NO_DECISION),) == read_decisions(store).broken


def test_one_id_for_two_decisions(store: Path, decisions: list[Decision]) -> None:
    """Where a line was edited into another with the same id, one of them counts whatever the order, and both stay."""
    other = decisions[1].model_copy(update={"id": decisions[0].id})
    append(store, [decisions[0], other])
    first = read_decisions(store)
    store.unlink()
    append(store, [other, decisions[0]])
    assert first.decisions == read_decisions(store).decisions
    assert [Damage.TWICE] == [each.damage for each in first.broken]


def test_line_separators_inside_a_text(store: Path, decisions: list[Decision]) -> None:
    """Signs that end lines elsewhere do not end a line of the store."""
    odd = decisions[0].model_copy(update={"reason": "一\u2028二\u0085三\r\n四"})
    append(store, [odd])
    assert (odd,) == read_decisions(store).decisions


def test_windows_line_ends_and_byte_order_mark(store: Path, decisions: list[Decision]) -> None:
    """What an editor of Windows did to the file changes nothing."""
    append(store, decisions)
    store.write_bytes(b"\xef\xbb\xbf" + store.read_bytes().replace(b"\n", b"\r\n"))
    assert tuple(decisions) == read_decisions(store).decisions


def test_missing_store(store: Path) -> None:
    """A store that is named has to be there."""
    with pytest.raises(UsageError, match="there is no such file"):
        read_decisions(store)


def test_store_that_cannot_be_written(tmp_path: Path, decisions: list[Decision]) -> None:
    """Where nothing can be written, that is said."""
    with pytest.raises(UsageError, match="the decisions cannot be written"):
        append(tmp_path / "no" / "such" / "folder.jsonl", decisions)


def test_file_replaced_while_waiting(store: Path, decisions: list[Decision], monkeypatch: pytest.MonkeyPatch) -> None:
    """Git puts another file in the place of the store while a writer waits for it: the line goes to that file."""
    append(store, decisions[:1])
    pulled = store.with_name("pulled.jsonl")
    append(pulled, decisions[:2])

    @contextmanager
    def replaced(handle: int) -> Iterator[None]:
        with locked(handle):
            if pulled.exists():
                pulled.replace(store)
            yield

    monkeypatch.setattr("planalign.store.decisions.locked", replaced)
    append(store, decisions[2:])
    monkeypatch.undo()
    assert tuple(decisions) == read_decisions(store).decisions


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of a file")
def test_full_disk(store: Path, decisions: list[Decision]) -> None:
    """Where a line has no room it is told, and no half of it is left behind."""
    import resource

    append(store, decisions[:1])
    before = store.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 50, hard))
    try:
        with pytest.raises(UsageError, match="cannot be written"):
            append(store, decisions[1:])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert before == store.read_bytes()


def test_nothing_complete_is_lost_when_a_writer_is_killed(store: Path, decisions: list[Decision]) -> None:
    """Two processes write, one of them is killed at a random moment: what either said is on the disk is there."""
    rounds = int(os.environ.get("PLANALIGN_SOAK_ROUNDS", "2"))
    count = int(os.environ.get("PLANALIGN_SOAK_DECISIONS", "40"))
    sample = store.with_name("sample.json")
    sample.write_text(decisions[0].model_dump_json(exclude_none=True), encoding="utf-8")
    chance = random.Random(rounds)  # noqa: S311 - a moment, no secret
    for number in range(rounds):
        _round(store, sample, number, count, chance.random())


def _round(store: Path, sample: Path, number: int, count: int, moment: float) -> None:
    store.unlink(missing_ok=True)
    with _writer(f"a{number}", count, sample, store) as victim, _writer(f"b{number}", count, sample, store) as other:
        told = _until(victim, moment * count)
        # A moment later the writer is somewhere inside one of its next writes.
        time.sleep(moment / 1000)
        victim.kill()
        told += list(victim.stdout or ())
        finished = list(other.stdout or ())
    assert (0, count) == (other.returncode, len(finished))
    ledger = read_decisions(store)
    ids = {each.id for each in ledger.history}
    assert {f"b{number}-{each:08d}" for each in range(count)} <= ids
    assert {f"a{number}-{int(line):08d}" for line in told if line.endswith("\n")} <= ids
    assert len(ledger.broken) <= 1
    append(store, [ledger.history[0].model_copy(update={"id": "the-last-one"})])
    assert len(ids) + 1 == len(read_decisions(store).history)


def _until(writer: subprocess.Popen[str], least: float) -> list[str]:
    """Return what a writer says until it has written so many decisions."""
    told: list[str] = []
    for line in writer.stdout or ():
        told.append(line)
        if len(told) >= least:
            break
    return told


def _writer(name: str, count: int, sample: Path, store: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, name, str(count), str(sample), str(store)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
