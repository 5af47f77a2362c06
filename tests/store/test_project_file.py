"""planalign.toml: what is read, what is refused, where it is found."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from planalign.errors import UsageError
from planalign.model.policy import FailOn, RuleLevel
from planalign.model.sentence import sentence_in
from planalign.model.wording import Lang
from planalign.store.nearby import nearby
from planalign.store.project_file import MOST, MOST_TOLD, NAME, read_project

if TYPE_CHECKING:
    from pathlib import Path

RULES = ("PA101", "PA102", "PA205")
GOOD = """
[project]
name = "江城市"
as_of = "2026-11-22"

[[level]]
id = "city"
docs = ["city/*.docx"]

[[level]]
id = "district"
docs = ["district/*"]
parent = "city"

[scope]
exclude_parent = ["section:组织保障"]
requirements = false
allocations = "allocations.csv"

[policy]
fail_on = "warning"
require_review = "none"

[policy.thresholds]
coverage = 0.85
undecided_max = 1

[rules]
PA101 = "error"
PA205 = "off" # 层层加码

[report]
outputs = ["out/report.html"]
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    return path


def _refusal(folder: Path, text: str) -> str:
    with pytest.raises(UsageError) as caught:
        read_project(_file(folder, text), lambda: RULES)
    return caught.value.what


def test_good(tmp_path: Path) -> None:
    """Every key of the specification is read, and each has its line."""
    (tmp_path / "allocations.csv").touch()
    file = read_project(_file(tmp_path, GOOD), lambda: RULES)
    project = file.project
    assert (dt.date(2026, 11, 22), FailOn.WARNING) == (project.project.as_of, project.policy.fail_on)
    assert (0.85, None, 1) == tuple(project.policy.thresholds.model_dump().values())
    assert {"PA101": RuleLevel.ERROR, "PA205": RuleLevel.OFF} == project.rules
    assert ["city", "district"] == [level.id for level in project.level]
    lines = ("project.as_of", "level.1.parent", "policy.thresholds.coverage", "rules.PA205")
    assert [4, 13, 25, 30] == [file.line(key) for key in lines]
    assert file.line("scope.name") is None


def test_a_date_may_stand_without_quotes(tmp_path: Path) -> None:
    """TOML knows days itself."""
    file = read_project(_file(tmp_path, "[project]\nas_of = 2026-11-22\n"), lambda: RULES)
    assert dt.date(2026, 11, 22) == file.project.project.as_of


def test_empty(tmp_path: Path) -> None:
    """A file that says nothing leaves everything at its default."""
    assert FailOn.ERROR == read_project(_file(tmp_path, ""), lambda: RULES).project.policy.fail_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[polcy]\n", "line 1: unknown key 'polcy', did you mean 'policy'?"),
        ("[policy]\nfailon = 'error'\n", "line 2: unknown key 'policy.failon', did you mean 'fail_on'?"),
        ("[policy]\nfail_on = 'eror'\n", "line 2: policy.fail_on may be 'error', 'warning', 'never', not 'eror'"),
        ("[policy.thresholds]\ncoverage = 85\n", "line 2: policy.thresholds.coverage does not lie between 0 and 1"),
        ("[policy.thresholds]\ncoverage = 'x'\n", "line 2: policy.thresholds.coverage is no number"),
        (
            "[policy]\nthresholds.covrage = 1\n",
            "line 2: unknown key 'policy.thresholds.covrage', did you mean 'coverage'?",
        ),
        ("[scope]\nrequirements = 'yes'\n", "line 2: scope.requirements is neither true nor false"),
        ("[scope]\nexclude_parent = '组织'\n", "line 2: scope.exclude_parent is no list in square brackets"),
        (
            "[scope]\nexclude_parent = ['组织']\n",
            "line 2: scope.exclude_parent begins neither with section: nor with task:",
        ),
        ("[scope]\nallocations = 'x.csv'\n", "line 2: scope.allocations: there is no such file: x.csv"),
        ("[project]\nas_of = 20261122\n", "line 2: project.as_of is no date such as 2025-12-31"),
        ("[rules]\nPA1011 = 'off'\n", "line 2: there is no rule 'PA1011', did you mean 'PA101'?"),
        ("[rules]\nPA101 = 'of'\n", "line 2: rules.PA101 may be 'error', 'warning', 'info', 'off', not 'of'"),
        ("project = 1\n", "line 1: project is no table"),
        ("[[level]]\nid = 'a'\n", "line 1: level.docs is missing"),
        (
            "[[level]]\nid = 'a'\ndocs = []\nparents = 'b'\n",
            "line 4: unknown key 'level.parents', did you mean 'parent'?",
        ),
        ("[[level]]\nid = 'a'\ndocs = []\nparent = 'b'\n", "line 4: there is no level 'b', known: a"),
        ("[[level]]\nid = 'a'\ndocs = []\nparent = 'a'\n", "line 4: the level 'a' stands above itself"),
        ("[[level]]\nid='a'\ndocs=[]\n[[level]]\nid='a'\ndocs=[]\n", "line 5: the level 'a' stands twice"),
        ("[project\n", "this is no TOML: look at line 1, column 9"),
    ],
)
def test_refused(tmp_path: Path, text: str, expected: str) -> None:
    """A slip is told with its line and what may be meant, in Chinese too."""
    assert expected == _refusal(tmp_path, text)
    told = sentence_in(Lang.ZH, expected) or ""
    assert not set(told.split()) & {"did", "is", "may", "no", "known:", "unknown"}
    assert told


def test_all_slips_at_once(tmp_path: Path) -> None:
    """One reading tells about every slip of the file."""
    told = _refusal(tmp_path, "[policy]\nfail_on = 1\n[scop]\nx = 1\n")
    assert ["line 2", "line 3"] == sorted(line.partition(":")[0] for line in told.splitlines())


def test_nearby(tmp_path: Path) -> None:
    """The file of the folder of a document comes before one above it; the search ends at the top of a repository."""
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    _file(tmp_path, "")
    assert tmp_path / NAME == nearby(folder / "plan.txt", NAME)
    lower = _file(folder, "")
    assert lower == nearby(folder / "plan.txt", NAME)
    lower.unlink()
    (tmp_path / "a" / ".git").mkdir()
    assert nearby(folder / "plan.txt", NAME) is None


def test_nearby_is_shown_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file below the current folder is named relative to it, so that messages do not depend on the machine."""
    monkeypatch.chdir(tmp_path)
    _file(tmp_path, "")
    assert NAME == str(nearby(tmp_path / "plan.txt", NAME))


def test_all_problems_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    """Unknown rules, keys and wrong values come in one message."""
    path = tmp_path / "planalign.toml"
    path.write_text("[rules]\nPA999 = 'error'\nPA101 = 'bad'\n[policy]\nfail = 1\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_project(path, lambda: ("PA101", "PA102"))
    assert ["line 2", "line 3", "line 5"] == [line.partition(":")[0] for line in caught.value.what.split("\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".".join("a" * 50_000) + " = 1", "line 1: keys, lists or tables stand too deep"),
        (f"a = {'[' * 5_000}{']' * 5_000}", "keys, lists or tables stand too deep"),
        (f"a = {'[' * 250}{']' * 250}", "keys, lists or tables stand too deep"),
        (f"a = {'1' * 5_000}", "a number has too many digits"),
        (f"[scope]\nallocations = '{'a' * 5_000}'", "line 2: scope.allocations: there is no such file"),
        ("[limits]\nseconds = inf", "line 2: limits.seconds is more than 86400"),
        ("[limits]\nseconds = 1e12", "line 2: limits.seconds is more than 86400"),
        ("[limits]\nconvert_seconds = 1000000000000", "line 2: limits.convert_seconds is more than 86400"),
        ("[limits]\nmemory = 9223372036854775808", "line 2: limits.memory is more than 1099511627776"),
        (f"[limits]\nmemory = {'9' * 4_000}", "line 2: limits.memory is more than 1099511627776"),
        ("#" * (MOST + 1), f"the file has more than {MOST} characters"),
        (f"{'k' * 5_000} = 1", "line 1: unknown key 'kkk"),
    ],
    ids=["key", "lists", "fewer", "number", "path", "inf", "seconds", "conversion", "memory", "digits", "size", "name"],
)
def test_hostile(tmp_path: Path, text: str, expected: str) -> None:
    """What would take the reader all time, or more levels or digits than Python has, is one short message."""
    path = tmp_path / NAME
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_project(path, lambda: RULES)
    assert expected in caught.value.what
    assert len(caught.value.what) < 300
    assert sentence_in(Lang.ZH, caught.value.what)


def test_many_mistakes(tmp_path: Path) -> None:
    """The first mistakes are told, and that there are more."""
    path = tmp_path / NAME
    path.write_text("[rules]\n" + "".join(f"XX{number} = 'off'\n" for number in range(10_000)), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_project(path, lambda: RULES)
    told = caught.value.what.splitlines()
    assert (MOST_TOLD + 1, "and more") == (len(told), told[-1])


def test_table_outside_of_the_folder(tmp_path: Path) -> None:
    """A file that was found leads to no table outside of its folder; one that was named may."""
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "shares.csv").write_text("", encoding="utf-8")
    (folder / NAME).write_text("[scope]\nallocations = '../shares.csv'", encoding="utf-8")
    assert read_project(folder / NAME, lambda: RULES)
    with pytest.raises(UsageError, match=r"line 2: scope\.allocations leads out of the folder"):
        read_project(folder / NAME, lambda: RULES, found=True)
