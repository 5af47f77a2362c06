"""Write the generated part of the documentation, or check that it is up to date.

Whole pages: the commands (what `--help` prints) and the rules. Passages: the example in both README files, between
`<!-- demo -->` and `<!-- /demo -->`. Each exists in English and Chinese.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import typer.main

from planalign.assess.rules import RULES
from planalign.cli.app import app_of
from planalign.model.wording import Lang
from planalign.report.labels import SEVERITY

ROOT = Path(__file__).resolve().parent.parent
LOCALES = {Lang.EN: "en_GB.UTF-8", Lang.ZH: "zh_CN.UTF-8"}
READMES = {Lang.EN: "README.md", Lang.ZH: "docs/README.zh.md"}
DEMO = (
    "compare",
    "corpora/jiangcheng/linjiang-district-2025.docx",
    "corpora/jiangcheng/qingdu-town-2025.docx",
)
DEMO_LINES = 30
"""How much of the example is shown: about one screen."""
WIDTH = 100

_PRINT = """
import io, json, sys
from contextlib import redirect_stdout
from planalign.cli.app import run

def printed(call):
    with redirect_stdout(io.StringIO()) as stream:
        if code := run(call):
            sys.exit(code)
    return stream.getvalue()

print(json.dumps([printed(call) for call in json.loads(sys.argv[1])]))
"""
_COMMANDS_HEAD = {
    Lang.ZH: "# 命令\n\n本页由 `make docs` 生成：各命令 `--help` 的输出。[English](commands.md)\n",
    Lang.EN: "# Commands\n\nWritten by `make docs`: what `--help` prints for each command. [中文](commands.zh.md)\n",
}
_RULES_HEAD = {
    Lang.ZH: "# 规则\n\n本页由 `make docs` 生成；`planalign rules 编号` 显示同样的文字。[English](rules.md)\n",
    Lang.EN: "# Rules\n\nWritten by `make docs`; `planalign rules CODE` prints the same texts. [中文](rules.zh.md)\n",
}
_LABELS = {
    Lang.ZH: ("级别", "含义", "例子", "处理"),
    Lang.EN: ("Severity", "Meaning", "Example", "How to fix"),
}


def main(arguments: list[str] | None = None) -> int:
    """Write the files; with --check only compare them: 0 when all agree, 1 with a list when not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, list the files that differ")
    options = parser.parse_args(arguments)
    wrong = {name: text for name, text in files().items() if _current(name) != text}
    for name, text in wrong.items():
        if options.check:
            print(f"out of date: {name}")
        else:
            (ROOT / name).write_text(text, encoding="utf-8")
            print(f"wrote {name}")
    return 1 if wrong and options.check else 0


def files() -> dict[str, str]:
    """Return the wanted content of all files that hold generated text, by their paths."""
    wanted = {}
    for lang in Lang:
        ending = "" if lang is Lang.EN else f".{lang}"
        wanted[f"docs/commands{ending}.md"] = commands_page(lang)
        wanted[f"docs/rules{ending}.md"] = rules_page(lang)
        wanted[READMES[lang]] = with_passage(_current(READMES[lang]), "demo", demo(lang))
    return wanted


def command_names() -> list[str]:
    """Return the names of all commands, in the order of the help, each followed by those below it."""
    commands = typer.main.get_command(app_of()).commands  # type: ignore[attr-defined]
    return [
        full for name, command in commands.items() for full in (name, *(f"{name} {sub}" for sub in _below(command)))
    ]


def _below(command: object) -> list[str]:
    return list(getattr(command, "commands", ()))


def commands_page(lang: Lang) -> str:
    """Return the page of the commands."""
    names = command_names()
    whole, *each = map(_fenced, _printed([["--help"], *([*name.split(), "--help"] for name in names)], lang))
    parts = [_COMMANDS_HEAD[lang], whole]
    for name, text in zip(names, each, strict=True):
        parts += [f"## planalign {name}\n", text]
    return "\n".join(parts)


def rules_page(lang: Lang) -> str:
    """Return the page of the rules."""
    parts = [_RULES_HEAD[lang]]
    for rule in RULES.values():
        parts.append(f"## {rule.code} {rule.title.of(lang)}\n")
        texts = (SEVERITY[rule.severity], rule.explanation, rule.example, rule.fix)
        colon = "：" if lang is Lang.ZH else ": "
        parts += [f"- **{label}**{colon}{text.of(lang)}" for label, text in zip(_LABELS[lang], texts, strict=True)]
        parts.append("")
    return "\n".join(parts)


def demo(lang: Lang) -> str:
    """Return the example: the call and the first screen of its output."""
    (printed,) = _printed([[*DEMO, "--lang", lang]], lang)
    lines = printed.splitlines()
    shown = [f"$ planalign compare {DEMO[1]} \\", f"      {DEMO[2]} --lang {lang}", *lines[:DEMO_LINES], "…"]
    return _fenced("\n".join(shown) + "\n")


def with_passage(page: str, name: str, passage: str) -> str:
    """Return the page with the text between the marks of this name replaced.

    Raises ValueError where the page lacks the marks.
    """
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    new, count = marks.subn(lambda found: found[1] + passage + found[2], page)
    if not count:
        raise ValueError(f"no passage {name!r}")
    return new


def _printed(calls: list[list[str]], lang: Lang) -> list[str]:
    """Return what each call prints: all in one process of a language, which takes its help texts on import."""
    environment = {**os.environ, "LC_ALL": LOCALES[lang], "PYTHONUTF8": "1", "COLUMNS": str(WIDTH)}
    command = [sys.executable, "-c", _PRINT, json.dumps(calls)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)
    return ["".join(f"{line.rstrip()}\n" for line in text.splitlines()) for text in json.loads(done.stdout)]


def _fenced(text: str) -> str:
    return f"```text\n{text}```\n"


def _current(name: str) -> str:
    path = ROOT / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
