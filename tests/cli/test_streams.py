"""Streams that are closed, full or left by their reader change neither the result nor the exit code."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planalign.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    Shell = Callable[[str], subprocess.CompletedProcess[str]]

PLANALIGN = shlex.join([sys.executable, "-m", "planalign"])
FULL = Path("/dev/full")
READER_GONE = 141
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the redirections of a POSIX shell")


@pytest.fixture
def shell(documents: tuple[str, str], tmp_path: Path) -> Shell:
    """Return a function that runs a line of shell; P is planalign, $A a parent, $B its child, $D their folder."""
    names = dict(zip("ABD", map(shlex.quote, (*documents, str(tmp_path))), strict=True))
    setting = f'P() {{ {PLANALIGN} "$@"; }}; ' + "".join(f"{name}={value}; " for name, value in names.items())

    def call(line: str) -> subprocess.CompletedProcess[str]:
        command = ["/bin/sh", "-c", setting + line]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return call


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_closed_stream(shell: Shell, closed: str) -> None:
    """The documents are read and printed, whichever stream the caller closed."""
    done = shell(f"P parse $A $B -f json {closed}")
    assert (0, 2) == (done.returncode, len(json.loads(done.stdout)))


def test_closed_output(shell: Shell) -> None:
    """Who closes standard output wants none: the run ends as it would, and files are written."""
    done = shell(
        "P parse $A >&-; echo $?; P compare $A $B -q -o $D/out.json >&- <&- 2>&-; echo $?; test -s $D/out.json"
    )
    assert (0, "0\n0\n", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("nowhere", ["2>&-", f"2>{FULL}"])
def test_message_that_nobody_hears(shell: Shell, nowhere: str) -> None:
    """A message that cannot be written stops no other document and is no finding."""
    done = shell(f"P parse missing.txt $A -f json {nowhere}")
    assert (ExitCode.INCOMPLETE, 1) == (done.returncode, len(json.loads(done.stdout)))
    assert ExitCode.USAGE == shell(f"P --nonsense {nowhere}").returncode


@pytest.mark.parametrize(
    "call", ["compare $A $B -q -o $D/out.json", "parse $A $B -q -f jsonl -o $D/out.json -o $D/out.jsonl", "--help"]
)
def test_reader_that_went_away(shell: Shell, call: str, tmp_path: Path) -> None:
    """It is told by what a shell says of SIGPIPE, and the files that were asked for are there."""
    done = shell(f"(sleep 0.1; P {call}; echo $? >&2) | true")
    assert f"{READER_GONE}\n" == done.stderr
    assert [name for name in ("out.json", "out.jsonl") if f"$D/{name}" in call] == sorted(
        path.name for path in tmp_path.glob("out.*")
    )
