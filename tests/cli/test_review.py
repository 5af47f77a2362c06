"""`planalign review`: what it opens, exports and imports, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.review.desks import LOWER, UPPER
from tests.review.served import Client

from planalign.review.guard import Pass
from planalign.store.decisions import read_decisions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.runner import Run


@pytest.fixture
def report(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a report in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "city.txt").write_text(UPPER, encoding="utf-8")
    (tmp_path / "district.txt").write_text(LOWER, encoding="utf-8")
    assert 0 == run("compare", "city.txt", "district.txt", "-o", "report.json", "-q").code
    return "report.json"


def test_terminal(report: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `open` a report is opened; decisions lie beside the child, where compare finds them."""
    answers = tmp_path / "answers"
    answers.write_text("a\n核对过\nq\n", encoding="utf-8")
    with answers.open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        result = run("review", report, "--tui", "--reviewer", "王敏")
    assert 0 == result.code
    assert ["王敏"] == [each.by for each in read_decisions(tmp_path / "planalign-decisions.jsonl").decisions]
    again = run("compare", "city.txt", "district.txt", "--format", "json")
    assert '"by":"王敏"' in again.out.replace('": "', '":"')


def test_two_plans(report: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two plans are compared and opened."""
    assert report
    answers = tmp_path / "answers"
    answers.write_text("q\n", encoding="utf-8")
    with answers.open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        result = run("review", "city.txt", "district.txt", "--tui", "--reviewer", "王敏")
    assert 0 == result.code
    assert "消防" in result.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["city.txt"], "两份文件"),
        (["report.json", "city.txt"], "两份文件"),
        (["none.json"], "报告无法读取"),
        (["export", "report.json", "-o", "x.csv"], ".xlsx"),
        (["export", "report.json", "report.json", "-o", "x.xlsx"], "只放一份报告"),
        (["import", "none.xlsx", "report.json"], "工作簿无法读取"),
    ],
)
def test_wrong_calls(report: str, run: Run, arguments: list[str], said: str) -> None:
    """What is no report, or no workbook, is told."""
    assert report
    result = run("review", *arguments)
    assert result.code in {2, 3}
    assert said in result.err


def test_help(run: Run) -> None:
    """The help names the sub-commands; the name of one is never taken for a report."""
    result = run("review", "--help")
    assert 0 == result.code
    assert all(name in result.out for name in ("open", "export", "import"))
    assert "--port" in run("review", "open", "--help").out


def test_alone(run: Run) -> None:
    """Without a report the help is shown, line by line."""
    result = run("review")
    assert 2 == result.code
    assert {"import", "status"} <= {line.split()[0] for line in result.err.splitlines() if line.split()}


def test_workbook(report: str, run: Run, tmp_path: Path) -> None:
    """An empty workbook comes back without a decision; a report may be exported again after decisions."""
    assert 0 == run("review", "export", report, "-o", "queue.xlsx").code
    result = run("review", "import", "queue.xlsx", report)
    assert 0 == result.code
    assert "没有填写任何决定" in result.err
    assert not (tmp_path / "planalign-decisions.jsonl").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_no_regular_file(report: str, run: Run, tmp_path: Path) -> None:
    """A pipe is not waited for, whether it stands for a workbook, for gold or for decisions."""
    os.mkfifo(tmp_path / "pipe")
    assert 3 == run("review", "import", "pipe", report).code
    assert 3 == run("evaluate", "pipe").code
    assert 2 == run("review", "status", report, "--decisions", "pipe").code


def test_byte_order_mark(report: str, run: Run, tmp_path: Path) -> None:
    """A report that an editor has marked as UTF-8 is the same report."""
    expected = run("review", "status", report)
    path = tmp_path / report
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert (0, expected) == (expected.code, run("review", "status", report))


def test_missing_extra(report: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the libraries the line that installs them is told."""
    monkeypatch.setattr("planalign.cli.review_inputs.find_spec", lambda _name: None)
    result = run("review", report)
    assert 2 == result.code
    assert "pip install 'planalign[review]'" in result.err


@contextmanager
def _pages(report: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve a report in a process of its own; give the process and the address that it tells."""
    command = [
        sys.executable,
        "-m",
        "planalign",
        "review",
        report,
        "--no-browser",
        "--lang",
        "en",
        "--reviewer",
        "Wang",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr
        yield process, next(filter(None, (re.search(r"http://127\S+", line) for line in process.stderr)))[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_interrupt(report: str) -> None:
    """The address is told, the page answers, and Ctrl-C ends with 0 and a sentence."""
    with _pages(report) as (process, address):
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 # the address that it told
            assert 200 == answer.status
        process.send_signal(signal.SIGINT)
        assert process.stderr
        rest = process.stderr.read()
        assert (0, True) == (process.wait(timeout=20), "saved" in rest)


def test_killed(report: str, tmp_path: Path) -> None:
    """What was decided before the program is killed is in the file."""
    with _pages(report) as (process, address):
        port, token = re.findall(r":(\d+)/\?token=(\S+)", address)[0]
        client = Client(Pass(int(port), token, ""))
        text = client.ask("/r/0").text
        secret, item = (re.search(rf'name="{name}" value="([^"]+)"', text) for name in ("form", "item"))
        assert secret
        assert item
        assert 303 == client.send("/r/0", form=secret[1], item=item[1], verdict="accept").status
        process.kill()
    assert [item[1]] == [
        each.item.id for each in read_decisions(tmp_path / "planalign-decisions.jsonl").decisions if each.item
    ]
