"""The command as a whole: help, version, languages, rules, schemas, choices."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import planalign
from planalign.cli.choices import ComparisonFormat, PlanFormat
from planalign.cli.language import locale_lang
from planalign.cli.output import write_whole
from planalign.errors import UsageError
from planalign.model.wording import Lang
from planalign.report.formats import COMPARISON_FORMATS, FILE_ENDINGS, KINDS, PLAN_FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def test_version(run: Run) -> None:
    """The version goes to standard output."""
    assert (0, f"planalign {planalign.__version__}\n", "") == run("--version")


def test_help_lists_commands(run: Run) -> None:
    """The help names every command."""
    result = run("--help")
    assert 0 == result.code
    assert all(f"  {name} " in result.out for name in ("compare", "parse", "evaluate", "rules", "schema"))


def test_no_arguments(run: Run) -> None:
    """Without arguments the help is shown, as a usage error."""
    result = run()
    assert 2 == result.code
    assert "compare" in result.out + result.err


@pytest.mark.parametrize(("locale", "expected"), [("zh_CN.UTF-8", "比对上下级"), ("en_GB.UTF-8", "Compare two plans")])
def test_help_speaks_the_locale(locale: str, expected: str) -> None:
    """Help comes in the language of the locale."""
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "planalign", "--help"]
    result = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert expected in result.stdout


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, Lang.ZH),
        ({"LANG": "C.UTF-8"}, Lang.ZH),
        ({"LANG": "POSIX"}, Lang.ZH),
        ({"LANG": "zh_CN.GB18030"}, Lang.ZH),
        ({"LANG": "en_US.UTF-8"}, Lang.EN),
        ({"LANG": "de_DE.UTF-8"}, Lang.EN),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, Lang.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8"}, Lang.EN),
    ],
)
def test_locale(environment: dict[str, str], expected: Lang) -> None:
    """Chinese unless the locale names another language."""
    assert expected is locale_lang(environment)


def test_choices_mirror_the_registries() -> None:
    """The choices of --format are the formats that exist, and every ending names one of them."""
    assert list(COMPARISON_FORMATS) == list(ComparisonFormat)
    assert list(PLAN_FORMATS) == list(PlanFormat)
    assert set(FILE_ENDINGS.values()) <= KINDS


def test_rules(run: Run) -> None:
    """The catalogue has one line a rule."""
    result = run("rules")
    assert "PA101  错误  上级任务未承接\n" in result.out


def test_one_rule(run: Run) -> None:
    """A code, in any case, is explained in the language asked for."""
    result = run("rules", "pa101", "--lang", "en")
    assert result.out.startswith("PA101  error  Parent task dropped\nMeaning ")


def test_unknown_rule(run: Run) -> None:
    """An unknown code is a usage error that lists the known ones."""
    result = run("rules", "PA999")
    assert (2, "") == (result.code, result.out)
    assert "PA101" in result.err


def test_schema(run: Run, tmp_path: Path) -> None:
    """The schemas are written into a folder that is made on the way."""
    result = run("schema", str(tmp_path / "new" / "schemas"))
    assert (0, "") == (result.code, result.out)
    assert {"comparison.json", "plan.json"} <= {path.name for path in (tmp_path / "new" / "schemas").iterdir()}


def test_write_whole_leaves_no_draft(tmp_path: Path) -> None:
    """After writing only the file is there."""
    write_whole(tmp_path / "out.md", "甲\n")
    assert [("out.md", "甲\n")] == [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()]


def test_write_whole_keeps_the_old_file(tmp_path: Path) -> None:
    """Where writing fails the old file stays and no draft is left."""
    target = tmp_path / "out.md"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(target, "\ud800")
    assert [("out.md", "old")] == [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()]


def test_write_whole_into_nowhere(tmp_path: Path) -> None:
    """A folder that is gone is a usage error."""
    with pytest.raises(UsageError):
        write_whole(tmp_path / "gone" / "out.md", "")
