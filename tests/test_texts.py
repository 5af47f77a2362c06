"""Texts for users stand in calls from which the catalogues are made, and nowhere else."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planalign import errors
from planalign.assess.rules import RULES
from planalign.model.wording import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(__file__).resolve().parent.parent / "src" / "planalign"
SPEAKING = [path for name in ("cli", "report", "review") for path in sorted((SOURCES / name).rglob("*.py"))]
HAN = re.compile(r"[\u3400-\u9fff]")
MARKS = {"Plural", "Wording", "said"}
PATTERNS = {"compile", "compiled"}
"""Calls whose strings say what to look for, not what to tell."""
DATA = {"report/sheets.py": ["……（过长，已截断；cut: too long for a cell）"]}
"""Strings with Chinese that are no text in one language, by their files."""
ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)}
HELP = """
import json
import typer.main
from planalign.cli.app import app_of
def helps(command, path):
    yield path, command.help
    context = typer.Context(command)
    yield from ((f"{path} {param.name}", getattr(param, "help", "")) for param in command.get_params(context))
    for name, below in getattr(command, "commands", {}).items():
        yield from helps(below, f"{path} {name}")
print(json.dumps(dict(helps(typer.main.get_command(app_of()), "planalign"))))
"""


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _unmarked(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings that are neither marked, nor a pattern, nor a docstring."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Call) and _name(child) in MARKS | PATTERNS:
            yield from (string for keyword in child.keywords for string in _unmarked(keyword))
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child
        else:
            yield from _unmarked(child)


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: str(path.relative_to(SOURCES)))
def test_chinese_is_marked(path: Path) -> None:
    """What speaks to users speaks Chinese through `said`, `Wording` and `Plural` only."""
    strings = _unmarked(ast.parse(path.read_text(encoding="utf-8")))
    found = [string.value for string in strings if isinstance(string.value, str) and HAN.search(string.value)]
    assert DATA.get(str(path.relative_to(SOURCES)), []) == found


def _calls(path: Path) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCES)))
def test_errors_are_marked(path: Path) -> None:
    """What is written into an error, a hint or the reason of something left out stands in `english`."""
    spoken = [
        *(call.args[0] for call in _calls(path) if _name(call) in ERRORS and call.args),
        *(word.value for call in _calls(path) for word in call.keywords if word.arg in {"hint", "reason"}),
    ]
    bare = [
        one.value if isinstance(one, ast.Constant) else "an f-string"
        for one in spoken
        if isinstance(one, ast.JoinedStr) or (isinstance(one, ast.Constant) and one.value)
    ]
    assert [] == bare


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCES)))
def test_marks_hold_texts(path: Path) -> None:
    """A mark holds a string: nothing else comes into a catalogue, and an f-string would be filled too early."""
    marked = [call for call in _calls(path) if isinstance(call.func, ast.Name) and call.func.id in {*MARKS, "english"}]
    own = path.name in {"wording.py", "language.py"} or path.parent.name == "evaluate"  # Wording of the mutations
    assert own or all(isinstance(text, ast.Constant) for call in marked for text in call.args)


def _helps(locale: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", HELP], capture_output=True, check=True, env={**os.environ, "LC_ALL": locale}
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_help() -> None:
    """Every command, argument and option says in both languages what it is for."""
    chinese, english = _helps("zh_CN.UTF-8"), _helps("en_GB.UTF-8")
    assert chinese.keys() == english.keys()
    assert [] == [name for name, text in chinese.items() if not text or not HAN.search(text)]
    assert [] == [name for name, text in english.items() if not text or text == chinese[name]]


@pytest.mark.parametrize("code", RULES)
def test_rules(code: str) -> None:
    """Every rule has its texts in both languages; a message that is but a place has no words of its own."""
    rule = RULES[code]
    texts = [
        text for text in (rule.title, rule.message, rule.explanation, rule.example, rule.fix) if HAN.search(text.zh)
    ]
    assert len(texts) >= 4
    assert [] == [text.zh for text in texts if text.of(Lang.EN) == text.zh]
