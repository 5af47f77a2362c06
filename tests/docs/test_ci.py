"""The page about CI, the action and the hook do what they say: their commands are run on our own documents."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from planalign.cli.check_each import check_each

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = {"town.docx": "qingdu-town-2025.docx", "district.docx": "linjiang-district-2025.docx"}
BLOCK = re.compile(r"^```(sh|yaml)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ENGLISH, CHINESE = ROOT / "docs" / "ci.md", ROOT / "docs" / "ci.zh.md"


def _blocks(page: Path, kind: str) -> list[str]:
    return [text for name, text in BLOCK.findall(page.read_text("utf-8")) if name == kind]


def _commands(value: object) -> Iterator[str]:
    """Yield the shell commands of a workflow or a pipeline that call planalign."""
    if isinstance(value, dict):
        for inside in value.values():
            yield from _commands(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _commands(inside)
    elif isinstance(value, str) and value.startswith("planalign "):
        yield value


COMMANDS = [
    *_blocks(ENGLISH, "sh"),
    *(command for text in _blocks(ENGLISH, "yaml") for command in _commands(yaml.safe_load(text))),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the two documents that the page names."""
    for name, source in DOCUMENTS.items():
        shutil.copy(ROOT / "corpora" / "jiangcheng" / source, tmp_path / name)
    return tmp_path


def _bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", **variables}
    command = ["bash", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_both_languages_show_the_same() -> None:
    """The Chinese page has the code of the English one."""
    for kind in ("sh", "yaml"):
        assert _blocks(ENGLISH, kind) == _blocks(CHINESE, kind)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands(command: str, folder: Path) -> None:
    """Each command of the page runs, writes what it names, and finds the faults of the document."""
    done = _bash(command, folder)
    assert 1 == done.returncode, done.stderr
    named = [name.rpartition(":")[2] for name in re.findall(r"-o (\S+)", command)]
    assert [] == [name for name in named if not (folder / name).exists()]


def test_workflow_gives_what_the_action_takes() -> None:
    """The workflow of the page names inputs that the action has, and all that it needs."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    workflow = yaml.safe_load(_blocks(ENGLISH, "yaml")[0])
    (step,) = [step for step in workflow["jobs"]["check"]["steps"] if "planalign" in step["uses"]]
    needed = {name for name, told in action["inputs"].items() if told.get("required")}
    assert needed <= set(step["with"]) <= set(action["inputs"])


def _step(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step of the action as GitHub would: every expression is replaced by its input."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    given = {name: told.get("default", "") for name, told in action["inputs"].items()} | inputs
    step = action["runs"]["steps"][-1]
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    files = {
        "GITHUB_OUTPUT": str(folder / "out"),
        "GITHUB_STEP_SUMMARY": str(folder / "sum"),
        "RUNNER_TEMP": str(folder),
    }
    return _bash(step["run"], folder, **variables, **files)


def test_action(folder: Path) -> None:
    """The action prints annotations, keeps summary and exit code, and writes what it was asked for."""
    done = _step(folder, child="town.docx", parent="district.docx", sarif="a b.sarif", junit="j.xml")
    assert (1, "") == (done.returncode, done.stderr)
    assert done.stdout.startswith("::error file=town.docx,")
    assert (folder / "a b.sarif").exists()
    assert (folder / "j.xml").exists()
    output = (folder / "out").read_text("utf-8")
    assert output.startswith("exit-code=1\nsummary=planalign town.docx: ")
    assert output.partition("summary=")[2] == (folder / "sum").read_text("utf-8")


def test_action_with_a_hostile_name(folder: Path) -> None:
    """A file name is never run; what cannot be read is an incomplete analysis."""
    done = _step(folder, child="$(touch caught).docx")
    assert 3 == done.returncode
    assert not (folder / "caught").exists()
    assert "exit-code=3\n" == (folder / "out").read_text("utf-8")


def test_hook_manifest() -> None:
    """The manifest is one that pre-commit takes."""
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert 0 == subprocess.run(command, check=False, capture_output=True).returncode


def test_hook_of_the_page_exists() -> None:
    """The page names a hook of the manifest, and options in the form that it takes."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (shown,) = yaml.safe_load(_blocks(ENGLISH, "yaml")[-1])["repos"][0]["hooks"]
    assert hook["id"] == shown["id"]
    assert all(argument.startswith("--") for argument in shown["args"])
    assert re.search(hook["files"], "plans/town.docx")


def test_each_file_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The hook checks every file that it is given and ends with the worst exit code."""
    good = folder / "good.txt"
    good.write_text(
        "2025年全区工作要点\n一、任务\n（一）修订预案。修订预案。\n（二）开展演练。开展演练。\n", encoding="utf-8"
    )
    town, gone = str(folder / "town.docx"), str(folder / "gone.docx")
    options = ["--isolated", "--quiet", "--format=summary"]
    assert 0 == check_each([*options, str(good)])
    assert 1 == check_each([*options, str(good), town])
    assert 3 == check_each([*options, gone, town])
    assert 0 == check_each(["--quiet"])
    assert 4 == capsys.readouterr().out.count("planalign ")
