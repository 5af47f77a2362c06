"""The queue in the terminal, with the keys of a person typed in advance."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from tests.review.desks import desk

from planalign.cli.review_terminal import review_in_terminal
from planalign.review.queue import Filter, chosen
from planalign.store.decisions import read_decisions

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.review.desk import Desk


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def _typed(found: Desk, monkeypatch: pytest.MonkeyPatch, *lines: str) -> str:
    """Type these lines, then end the input; return what was shown."""
    shown = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    review_in_terminal(found, Console(file=shown, width=120, highlight=False, emoji=False))
    return shown.getvalue()


def _open(found: Desk) -> list[str]:
    shelf = found.shelf(0)
    return [entry.item.id for entry in chosen(shelf.entries, shelf.reviews, Filter())]


def test_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name once; a decision with its reason, an item left for later, an undo; the end of the input ends it."""
    found = desk(tmp_path, reviewer="")
    first = _open(found)[0]
    shown = _typed(found, monkeypatch, "", "王敏", "a", "核对过", "s", "u")
    assert "条款承接率" in shown
    assert "已撤销" in shown
    history = read_decisions(tmp_path / "planalign-decisions.jsonl").history
    assert [("accept", "王敏", "核对过"), ("withdraw", "王敏", "")] == [
        (each.verdict, each.by, each.reason) for each in history
    ]
    assert first == _open(found)[0]


def test_all_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed wrongly is asked again; q ends."""
    found = desk(tmp_path)
    count = len(_open(found))
    shown = _typed(found, monkeypatch, "zzz", "R", "误报", "q", "a", "")
    assert count - 1 == len(_open(found))
    assert "不认可" in shown
    assert "没有这个选项" in shown


def test_adjust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A correction asks for what holds instead; one that says nothing is refused and asked again."""
    found = desk(tmp_path)
    clause = next(place for place, name in enumerate(_open(found)) if name == "clause:t3.c1")
    skips = ["s"] * clause
    shown = _typed(found, monkeypatch, *skips, "e", "", "", "e", "已承接", "t4.c1", "果农也算", "q")
    assert "没有填写更正内容" in shown
    decision = read_decisions(tmp_path / "planalign-decisions.jsonl").decisions[0]
    assert decision.item
    assert decision.instead
    assert ("clause:t3.c1", "covered") == (decision.item.id, decision.instead.status)
    assert ["t4.c1"] == [child.id for child in decision.instead.children]


def test_nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last item the walk ends by itself."""
    found = desk(tmp_path)
    shown = _typed(found, monkeypatch, *(["a", ""] * len(_open(found))))
    assert "没有待处理的内容" in shown
    assert [] == _open(found)


def test_words_of_documents_are_no_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Square brackets and control characters of a document do nothing to the terminal."""
    found = desk(tmp_path, lower="临江区工作要点\n\n一、任务\n\n（一）[red]宣传[/red]。组织\x1b[31m活动。\n")
    shown = _typed(found, monkeypatch, *(["s"] * 40))
    assert "\x1b" not in shown
    assert "[red]" in shown
