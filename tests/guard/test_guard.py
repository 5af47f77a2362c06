"""A guarded child hangs, grows and crashes without harm to its parent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from planalign.guard import Guard, Outcome, Status
from planalign.guard.memory import CAPPED
from planalign.guard.parent import _THREADED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORK = "tests.guard.works:work"
ROOM = 2**29
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a busy child goes on to its deadline")


@pytest.fixture(params=[False, True], ids=["copy", "fresh"])
def guard(request: pytest.FixtureRequest) -> Iterator[Guard]:
    """Return a guard of either kind of child."""
    # With one of these a copy would be a new interpreter too.
    assert request.param or _THREADED.isdisjoint(sys.modules), "the tests that load it belong to LAST in conftest.py"
    with Guard(WORK, memory=ROOM, fresh=request.param) as made:
        yield made


def _pid(guard: Guard) -> bytes:
    return guard.call(b"pid", 30).body


def test_answers(guard: Guard) -> None:
    """What the function returns comes back, request after request, from one child."""
    first = _pid(guard)
    assert Outcome(Status.OK, b"ABC") == guard.call(b"upper abc", 30)
    assert first == _pid(guard)


def test_meanwhile(guard: Guard) -> None:
    """A request may be made first and waited for later; a long reply is not lost though its time is over by then."""
    _pid(guard)  # so that it has started
    guard.ask(b"flood 1000000", 0.2)
    time.sleep(0.4)
    outcome = guard.reply()
    assert (Status.OK, 1_000_000) == (outcome.status, len(outcome.body))


def test_unasked(guard: Guard) -> None:
    """Who asked nothing gets no reply."""
    with pytest.raises(ValueError, match="nothing was asked"):
        guard.reply()


@pytest.mark.parametrize("request_", [b"sleep", b"calculate"])
def test_hang(guard: Guard, request_: bytes) -> None:
    """A child that hangs is ended at its deadline, in Python and in code of C, and the next call has a new one."""
    assert Outcome(Status.TIMEOUT) == guard.call(request_, 0.3)
    assert b"AGAIN" == guard.call(b"upper again", 30).body


def test_crash(guard: Guard) -> None:
    """A child that crashes says how, and the next call has a new one."""
    assert Outcome(Status.CRASH, detail="SIGSEGV") == guard.call(b"segfault", 30)
    assert Outcome(Status.CRASH, detail="exit code 3") == guard.call(b"leave 3", 30)
    assert b"AGAIN" == guard.call(b"upper again", 30).body


@pytest.mark.skipif(not CAPPED, reason="the system bounds no memory")
def test_memory(guard: Guard) -> None:
    """A child that grows beyond its bound stops growing."""
    assert Outcome(Status.MEMORY) == guard.call(b"grow", 60)
    assert b"AGAIN" == guard.call(b"upper again", 30).body


def test_memory_by_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system bounds no memory, the parent looks at it again and again."""
    monkeypatch.setattr("planalign.guard.memory.CAPPED", False)
    monkeypatch.setattr("planalign.guard.memory.resident", lambda _: ROOM + 1)
    with Guard(WORK, memory=ROOM) as guard:
        assert Outcome(Status.MEMORY) == guard.call(b"sleep", 60)


def test_resident() -> None:
    """The memory of another process is known."""
    pytest.importorskip("resource", reason="only where there is ps")
    from planalign.guard.memory import resident

    assert 2**20 < resident(os.getpid()) < 2**36


@pytest.mark.skipif(not CAPPED, reason="the system bounds no memory")
def test_grown_child_is_replaced() -> None:
    """A child that keeps most of its memory does not answer the next request."""
    with Guard(WORK, memory=2**31, fresh=True) as guard:
        first = _pid(guard)
        assert b"kept" == guard.call(f"keep {2**31 * 3 // 4}".encode(), 60).body
        assert first != _pid(guard)


@pytest.mark.skipif(not CAPPED, reason="the system bounds no memory")
def test_more_memory() -> None:
    """Work that asks first may take more, up to what the guard allows, and the next work no more than usual."""
    with Guard(WORK, memory=ROOM, most_memory=4 * ROOM, fresh=True) as guard:
        assert Status.MEMORY is guard.call(f"flood {2 * ROOM}".encode(), 60).status
        assert str(2 * ROOM).encode() == guard.call(f"much {2 * ROOM}".encode(), 60).body
        assert Status.MEMORY is guard.call(f"flood {2 * ROOM}".encode(), 60).status
        assert Status.MEMORY is guard.call(f"much {8 * ROOM}".encode(), 60).status


def test_more_time(guard: Guard) -> None:
    """Work that asks for more time gets it."""
    guard.call(b"upper start", 30)
    assert Outcome(Status.OK, b"done") == guard.call(b"slowly", 0.3)


def test_error(guard: Guard) -> None:
    """An exception comes back as data; the child goes on."""
    first = _pid(guard)
    outcome = guard.call(b"raise no such thing", 30)
    parts = json.loads(outcome.body)
    assert (Status.ERROR, "ValueError", "no such thing") == (outcome.status, parts["type"], parts["message"])
    assert "works.py" in parts["trace"]
    assert first == _pid(guard)


def test_flood() -> None:
    """An answer without end is not read."""
    with Guard(WORK, memory=ROOM, most_reply=2**20) as guard:
        assert Outcome(Status.MEMORY) == guard.call(f"flood {2**20 + 1}".encode(), 30)


def test_steps(guard: Guard) -> None:
    """The listener hears of every step."""
    heard: list[tuple[int, int]] = []
    guard.call(b"steps 3", 30, lambda done, total: heard.append((done, total)))
    assert [(1, 3), (2, 3), (3, 3)] == heard


def test_noise(guard: Guard, capfd: pytest.CaptureFixture[str]) -> None:
    """What libraries print in the child reaches no terminal."""
    assert b"done" == guard.call(b"noise", 30).body
    assert ("", "") == tuple(capfd.readouterr())


def test_cleans_up(guard: Guard, tmp_path: Path) -> None:
    """A child that is stopped takes its files away first."""
    path = tmp_path / "kept"
    assert Status.TIMEOUT is guard.call(f"file {path}".encode(), 1).status
    assert not path.exists()


def test_interrupted(guard: Guard, tmp_path: Path) -> None:
    """Where the parent is interrupted while it waits, the child cleans up and ends."""
    path = tmp_path / "kept"
    guard.call(b"upper start", 30)
    pid = int(_pid(guard))

    def interrupt(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guard.call(b"steps 1", 30, interrupt)
    assert not _runs(pid)
    assert not path.exists()


def test_closed() -> None:
    """Nothing runs on after the guard is closed, and no pipe stays open."""
    before = _open_files()
    with Guard(WORK, memory=ROOM) as guard:
        pid = int(_pid(guard))
    assert not _runs(pid)
    assert before == _open_files()


def test_many_threads() -> None:
    """Each thread has a guard of its own."""
    found: dict[int, bytes] = {}

    def serve(number: int) -> None:
        with Guard(WORK, memory=ROOM, fresh=True) as guard:
            found[number] = guard.call(f"upper a{number}".encode(), 60).body

    threads = [threading.Thread(target=serve, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {0: b"A0", 1: b"A1", 2: b"A2"} == found


ORPHAN = """
import sys
from planalign.guard import Guard
guard = Guard("tests.guard.works:work", memory=2**29, fresh=sys.argv[1] == "fresh")
print(guard.call(b"pid", 30).body.decode(), flush=True)
guard.ask(sys.argv[2].encode(), 600)
print("asked", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("kind", ["copy", "fresh"])
@pytest.mark.parametrize("request_", ["upper a", pytest.param("sleep", marks=LINUX)])
def test_orphan(kind: str, request_: str) -> None:
    """A child whose parent was killed ends; on Linux at once, though it is busy."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", ORPHAN, kind, request_],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as parent:  # fmt: skip
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.stdout.readline()
        parent.kill()
    for _ in range(500):
        if not _runs(pid):
            return
        time.sleep(0.01)
    pytest.fail("the child still runs")


def _runs(pid: int) -> bool:
    """Say whether a process runs; one that ended and was not yet collected does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:  # noqa: PTH123
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208
