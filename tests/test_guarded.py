"""Documents are read in a guarded child; whatever it comes to becomes an error of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits, Settings
from planalign.errors import ReadError, UsageError
from planalign.guarded import PLAN, Ahead, Reading
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from pathlib import Path

PLAN_TEXT = "2025年全区应急管理工作要点\n一、重点任务\n（一）修订应急预案。修订区级总体预案。\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a small plan."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("fresh", [False, True])
def test_same_plan(path: Path, fresh: bool) -> None:
    """A plan comes out of the child as it would without."""
    with Reading(PLAN, Settings(), fresh=fresh) as reading:
        assert load(path) == reading.plan(path)


def test_same_plan_with_tables(jiangcheng: Path) -> None:
    """So does one with annexes, in every format."""
    with Reading(PLAN, Settings()) as reading:
        for found in sorted(jiangcheng.glob("linjiang-district-2025.*")):
            assert load(found) == reading.plan(found)


@pytest.mark.parametrize("small", [2**16, 0])
def test_ahead(path: Path, monkeypatch: pytest.MonkeyPatch, small: int) -> None:
    """Documents come in their order, from one child or two; one that is refused stops no other."""
    monkeypatch.setattr("planalign.guarded._SMALL", small)
    monkeypatch.setattr("planalign.guarded.processors", lambda: 2)
    missing, other = path.with_name("none.txt"), path.with_name("other.txt")
    other.write_text(PLAN_TEXT.replace("2025", "2024"), encoding="utf-8")
    with Ahead([path, missing, other, path], Settings()) as ahead:
        assert load(path) == ahead.plan(path)
        with pytest.raises(ReadError, match="there is no such file"):
            ahead.plan(missing)
        assert (load(other), load(path)) == (ahead.plan(other), ahead.plan(path))


def test_ahead_of_nobody(path: Path) -> None:
    """What was begun and is not wanted any more is broken off."""
    with Ahead([path, path], Settings()) as ahead:
        assert ahead.plan(path).tasks


def test_refused(path: Path) -> None:
    """What the reader refuses comes back with place and hint; the next document is read."""
    with Reading(PLAN, Settings()) as reading:
        with pytest.raises(ReadError) as found:
            reading.plan(path.with_name("none.txt"))
        assert ("there is no such file", str(path.with_name("none.txt")), "check the path") == (
            found.value.what,
            found.value.where,
            found.value.hint,
        )
        assert reading.plan(path).tasks


def test_odd_name(tmp_path: Path) -> None:
    """A name that is no text is a name all the same."""
    path = tmp_path / b"plan\xff\x1b[2J.txt".decode("utf-8", "surrogateescape")
    try:
        path.write_text(PLAN_TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    with Reading(PLAN, Settings()) as reading:
        assert load(path) == reading.plan(path)


def _raise_usage(*_: object) -> None:
    raise UsageError("asked for in vain", hint="ask for something else")


def _stumble(*_: object) -> None:
    raise ZeroDivisionError("secret of the bug")


def _swell(*_: object) -> None:
    raise MemoryError


def _hang(*_: object) -> None:
    import time

    time.sleep(600)


def _break(*_: object) -> None:
    import os

    os.abort()


@pytest.mark.parametrize(
    ("slip", "kind", "what"),
    [
        (_raise_usage, UsageError, "asked for in vain"),
        (_stumble, ReadError, "the document could not be understood (ZeroDivisionError)"),
        (_swell, ReadError, "reading took too much memory and was stopped"),
        (_hang, ReadError, "reading took too long and was stopped"),
        (_break, ReadError, "reading broke down (SIGABRT)"),
    ],
)
def test_slips(path: Path, monkeypatch: pytest.MonkeyPatch, slip: object, kind: type[Exception], what: str) -> None:
    """Whatever happens to one document is told of it, and the next one is read."""
    # The slip reaches a copy of this process only, which threads of other tests shall not rule out.
    monkeypatch.setattr("planalign.guard.parent._THREADED", frozenset())
    settings = Settings(limits=Limits(seconds=1))
    with Reading(PLAN, settings) as reading:
        with monkeypatch.context() as patch:
            patch.setattr("planalign.pipeline.loading.parse_document", slip)
            with pytest.raises(kind) as found:
                reading.plan(path)
        assert what == getattr(found.value, "what", None)
