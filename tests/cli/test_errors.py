"""Bad input ends in one clear sentence and the right exit code, never in a traceback."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planalign.cli.output import tell
from planalign.errors import ReadError
from planalign.evaluate.documents import find_named

if TYPE_CHECKING:
    from tests.cli.runner import Run

LAW = """中华人民共和国江城防火法

第一章　总则

第一条　为了预防火灾，制定本法。

第二条　消防工作贯彻预防为主的方针。
"""
PLAN = """2025年全镇应急管理工作要点

一、重点任务

（一）修订应急预案。修订镇级总体预案，更新物资清单。

（二）开展演练。每季度开展一次演练。
"""


@pytest.fixture(autouse=True)
def _english(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - `run` sets a locale of its own first
    """Speak English; tests/cli/test_language.py looks at the Chinese."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan that can be read."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["compare", "parse"])
def test_no_such_file(run: Run, plan: Path, tmp_path: Path, command: str) -> None:
    """A path that leads nowhere is named, with exit code 3."""
    missing = tmp_path / "missing.txt"
    result = run(command, str(missing), *([str(plan)] if command == "compare" else []))
    assert (3, "") == (result.code, result.out)
    assert f"planalign: {missing}: there is no such file (check the path)\n" == result.err


def test_both_problems_are_told(run: Run, tmp_path: Path) -> None:
    """Where neither file can be read, one call says so of both."""
    result = run("compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert 2 == result.err.count("there is no such file")


def test_empty_file(run: Run, plan: Path, tmp_path: Path) -> None:
    """An empty file is never passed."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run("compare", str(plan), str(empty))
    assert 3 == result.code
    assert f"planalign: {empty}: the file is empty (fetch it again)\n" == result.err


def test_other_kind_of_file(run: Run, plan: Path, tmp_path: Path) -> None:
    """A picture under the name of a text is refused by its content."""
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    result = run("compare", str(plan), str(picture))
    assert (3, "") == (result.code, result.out)
    assert result.err.startswith(f"planalign: {picture}: ")


def test_no_plan(run: Run, plan: Path, tmp_path: Path) -> None:
    """A law can be parsed, as a document of another kind, but not compared."""
    law = tmp_path / "law.txt"
    law.write_text(LAW, encoding="utf-8")
    assert 0 == run("parse", str(law)).code
    result = run("compare", str(plan), str(law))
    assert (3, "") == (result.code, result.out)
    assert str(law) in result.err
    assert "Traceback" not in result.err


def test_unknown_option(run: Run) -> None:
    """A wrong call is a usage error."""
    result = run("compare", "--nonsense")
    assert (2, "") == (result.code, result.out)
    assert "Error: No such option: --nonsense" in result.err


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("out.pptx", "the ending of 'out.pptx' names no format (known endings: .json .md .html .csv "),
        ("nowhere/out.md", "nowhere: this folder does not exist"),
    ],
)
def test_bad_output(run: Run, plan: Path, tmp_path: Path, target: str, expected: str) -> None:
    """An output that cannot be written is refused before any work."""
    result = run("compare", str(tmp_path / "missing.txt"), str(plan), "-o", str(tmp_path / target))
    assert 2 == result.code
    assert expected in result.err


def test_output_over_input(run: Run, tmp_path: Path) -> None:
    """An output never overwrites an input."""
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    result = run("compare", str(path), str(path), "-o", str(path))
    assert 2 == result.code
    assert PLAN == path.read_text(encoding="utf-8")


def _explode(*_: object, **__: object) -> None:
    raise ZeroDivisionError("secret of the bug")


def test_internal_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    """A bug of ours ends in exit code 4, one line, and a way to see more."""
    monkeypatch.setattr("planalign.pipeline.comparing.compare", _explode)
    result = run("compare", str(plan), str(plan))
    assert 4 == result.code
    assert 1 == result.err.count("\n")
    assert "PLANALIGN_DEBUG=1" in result.err


def test_damaged_byte_code(run: Run, monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    """The end of a file of our own is told as what it is, not as a person who broke off."""

    def ended(*_: object, **__: object) -> None:
        raise EOFError("marshal data too short")

    monkeypatch.setattr("planalign.pipeline.comparing.compare", ended)
    result = run("compare", str(plan), str(plan))
    assert (4, True) == (result.code, "EOFError: marshal data too short" in result.err)


def test_internal_error_with_traceback(run: Run, monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    """PLANALIGN_DEBUG=1 shows where."""
    monkeypatch.setattr("planalign.pipeline.comparing.compare", _explode)
    monkeypatch.setenv("PLANALIGN_DEBUG", "1")
    assert "Traceback" in run("compare", str(plan), str(plan)).err


def test_bug_in_one_document(run: Run, monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    """A bug of ours over one document is told of it, with a way to see more."""
    # Other tests of this process may have loaded libraries with which the child would be no copy of it.
    monkeypatch.setattr("planalign.guard.parent._THREADED", frozenset())
    monkeypatch.setattr("planalign.pipeline.loading.parse_document", _explode)
    result = run("parse", str(plan))
    assert 3 == result.code
    assert 1 == result.err.count("\n")
    assert "PLANALIGN_DEBUG=1" in result.err
    monkeypatch.setenv("PLANALIGN_DEBUG", "1")
    assert "Traceback" in run("parse", str(plan)).err


def test_closed_pipe_is_quiet(plan: Path) -> None:
    """A reader that goes away, as head does, is no error worth words."""
    parse = shlex.join([sys.executable, "-m", "planalign", "parse", *[str(plan)] * 400, "--format", "jsonl"])
    command = f"{parse} | head -c 10"
    result = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert "" == result.stderr


def test_long_name(run: Run, plan: Path, tmp_path: Path) -> None:
    """A name as long as the system allows is written to; a longer one is a usage error."""
    assert 0 == run("compare", str(plan), str(plan), "-o", str(tmp_path / f"{'n' * 250}.json")).code
    assert 2 == run("compare", str(plan), str(plan), "-o", str(tmp_path / f"{'n' * 251}.json")).code
    assert 2 == len(list(tmp_path.iterdir()))


def test_loop_of_links(run: Run, plan: Path, tmp_path: Path) -> None:
    """An input that links to itself cannot be read."""
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert 3 == run("compare", str(loop), str(plan), "-o", str(tmp_path / "out.json")).code
    assert 3 == run("parse", str(tmp_path)).code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["parse", "PLAN"], ["--version"], ["parse", "--help"]])
def test_full_disk(plan: Path, arguments: list[str]) -> None:
    """Where the output has no room, one sentence says so."""
    command = [sys.executable, "-m", "planalign", *[str(plan) if word == "PLAN" else word for word in arguments]]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (2, 1) == (result.returncode, result.stderr.count("\n"))


def test_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    """What a hostile file is called cannot steer the terminal."""
    tell("the part word/\x1b[31mEVIL\x1b[0m.xml is damaged\r\n")
    assert "planalign: the part word/[31mEVIL[0m.xml is damaged\n" == capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_short_of_files(plan: Path) -> None:
    """Where the system gives too few open files, one sentence says so."""
    command = shlex.join([sys.executable, "-m", "planalign", "parse", str(plan)])
    result = subprocess.run(["/bin/sh", "-c", f"ulimit -n 6; {command}"], capture_output=True, text=True, check=False)
    assert (3, "", 1) == (result.returncode, result.stdout, result.stderr.count("\n"))
    assert "ulimit" in result.stderr


def test_long_name_in_gold(tmp_path: Path) -> None:
    """A document whose name is too long for the system is not found."""
    with pytest.raises(ReadError, match="is not found") as caught:
        find_named("n" * 5_000, tmp_path / "gold.json", [tmp_path])
    assert len(str(caught.value)) < 300 + len(str(tmp_path))


def test_report_with_wrong_settings(run: Run, plan: Path, tmp_path: Path) -> None:
    """A report whose settings are none of this version is told as such."""
    report = tmp_path / "report.json"
    run("compare", str(plan), str(plan), "-q", "-o", str(report))
    record = json.loads(report.read_text("utf-8"))
    record["provenance"]["settings"]["limits"]["max_pages"] = None
    report.write_text(json.dumps(record), encoding="utf-8")
    for command in ("status", "gold"):
        result = run("review", command, str(report))
        assert (2, True) == (result.code, "comparison record" in result.err)
