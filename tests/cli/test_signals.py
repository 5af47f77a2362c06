"""A signal that asks for the end leaves no file and no process behind, and no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
# Each begins where the signal is to come: while a module is imported, a file is flushed, a document is parsed.
IMPORTING = """
import os, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == "planalign.cli.app":
            os.kill(os.getpid(), signal.{name})

sys.meta_path.insert(0, Finder())
"""
WRITING = """
import os, signal
flush = os.fsync

def flushed(handle):
    os.kill(os.getpid(), signal.{name})
    os.kill(os.getpid(), signal.{name})
    flush(handle)

os.fsync = flushed
"""
PARSING = """
import os, time
from pathlib import Path
from planalign.pipeline import loading

def parse(*_):
    Path({path!r}).write_text(str(os.getpid()))
    time.sleep(600)

loading.parse_document = parse
"""
HOOK = """
from planalign.cli.app import main
from planalign.cli.check_each import check_each
main(check_each)
"""
START = "\nfrom planalign.__main__ import main\nmain()\n"


def _started(before: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", before + START, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_interrupted_start() -> None:
    """Ctrl-C while the program is starting ends it without a word."""
    with _started(IMPORTING.format(name="SIGINT"), "--version") as process:
        assert ("", "") == process.communicate()
    assert -signal.SIGINT == process.returncode


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_ended_while_writing(documents: tuple[str, str], tmp_path: Path, name: str) -> None:
    """The file that was being written is taken away, whatever the signal."""
    target = tmp_path / "out" / "out.json"
    target.parent.mkdir()
    with _started(WRITING.format(name=name), "parse", documents[0], "-q", "-o", str(target)) as process:
        assert "" == process.communicate()[1]
    assert 128 + signal.Signals[name] == process.returncode
    assert [] == list(target.parent.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the child is no copy of the changed program")
def test_ended_while_reading(documents: tuple[str, str], tmp_path: Path) -> None:
    """The child that is busy with a document ends with the program."""
    noted = tmp_path / "pid"
    with _started(PARSING.format(path=str(noted)), "parse", documents[0]) as process:
        while not (noted.exists() and noted.read_text()):
            time.sleep(0.01)
        process.terminate()
        assert "" == process.communicate()[1]
    assert 128 + signal.SIGTERM == process.returncode
    with pytest.raises(ProcessLookupError):
        os.kill(int(noted.read_text()), 0)


def test_ignored(documents: tuple[str, str], tmp_path: Path) -> None:
    """What the caller ignores, as nohup does, ends nothing."""
    ignoring = "import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    with _started(
        ignoring + WRITING.format(name="SIGHUP"), "parse", documents[0], "-q", "-o", str(tmp_path / "o.json")
    ) as process:
        process.communicate()
    assert 0 == process.returncode


def test_broken_installation() -> None:
    """A program that cannot be imported is no finding."""
    broken = "import sys\nsys.modules['planalign.cli.app'] = None\n"
    with _started(broken, "--version") as process:
        assert "Traceback" in process.communicate()[1]
    assert 4 == process.returncode


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the child is no copy of the changed program")
def test_ended_between_files(documents: tuple[str, str], tmp_path: Path) -> None:
    """The hook over several files ends in order too."""
    noted = tmp_path / "pid"
    hook = PARSING.format(path=str(noted)) + HOOK
    with subprocess.Popen([sys.executable, "-c", hook, "--isolated", *documents]) as process:
        while not (noted.exists() and noted.read_text()):
            time.sleep(0.01)
        process.terminate()
    assert 128 + signal.SIGTERM == process.returncode
