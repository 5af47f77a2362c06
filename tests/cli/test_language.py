"""Messages on standard error are Chinese where the locale is."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.test_pipeline import UPPER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run


def test_error(run: Run, tmp_path: Path) -> None:
    """An error says in Chinese what happened, where, and what to do."""
    missing = tmp_path / "missing.txt"
    assert f"planalign: {missing}: 没有这个文件（请检查路径）\n" == run("parse", str(missing)).err


def test_unread_part(run: Run, tmp_path: Path) -> None:
    """What was not read of a document is told in Chinese too, part by part."""
    page = "".join(f"<p>{line}</p>" for line in UPPER.split("\n\n"))
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body>{page}<p><a href='2.html'>下一页</a></p></body></html>", encoding="utf-8")
    assert "文件有一部分未读取，分析不完整：网页还有后续分页，未读取" in run("parse", str(path)).err


@pytest.mark.parametrize("option", [("--lang", "en"), ("--lang=en",)])
def test_lang_governs_errors(run: Run, tmp_path: Path, option: tuple[str, ...]) -> None:
    """--lang speaks before anything is parsed: errors follow it, whatever the locale says."""
    missing = tmp_path / "missing.txt"
    assert f"planalign: {missing}: there is no such file (check the path)\n" == run("parse", str(missing), *option).err


def test_lang_governs_help() -> None:
    """The help follows --lang too."""
    command = [sys.executable, "-m", "planalign", "compare", "--help", "--lang", "en"]
    chinese = {**os.environ, "LC_ALL": "zh_CN.UTF-8"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=chinese, check=True)
    assert "Compare two plans" in done.stdout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[waiver]\n", "这不是正确的 TOML：请查看第 1 行第 9 列"),
        ("[[waiver]]\nrule = 'PA102'\n", "豁免第 1 条：缺少 reason；豁免第 1 条：缺少 basis"),
        ("[[waivers]]\n", "没有 'waivers' 这一项，是否指 'waiver'？"),
        ("[[waiver]]\nexpires = 'soon'\n", "expires 应为日期，如 2025-12-31"),
    ],
)
def test_waivers(run: Run, tmp_path: Path, text: str, expected: str) -> None:
    """What is wrong with a file of waivers is told in Chinese, without a day to judge by too."""
    path = tmp_path / "waivers.toml"
    path.write_text(text, encoding="utf-8")
    result = run("compare", "a.txt", "b.txt", "--waivers", str(path))
    assert 2 == result.code
    assert expected in result.err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("compare", "a.txt", "b.txt", "--waivers", "none.toml"), "none.toml: 没有这个文件（请检查路径）"),
        (("explain", "none.json", "t1"), "none.json: 报告无法读取（请检查路径和权限）"),
        (("evaluate", "none.json"), "none.json: 没有这个标注文件（请给出标注文件的路径）"),
    ],
)
def test_missing_files(run: Run, arguments: tuple[str, ...], expected: str) -> None:
    """A missing file of any kind is named in Chinese."""
    assert f"planalign: {expected}\n" == run(*arguments).err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check",), "缺少参数 'CHILD'（planalign check -h 显示用法）"),
        (("check", "a.txt", "b.txt"), "多余的参数 (b.txt)（planalign check -h 显示用法）"),
        (("chekc",), "没有命令 'chekc'，是否指 'check'？（planalign -h 显示用法）"),
        (("check", "a.txt", "--zzz"), "没有选项 --zzz（planalign check -h 显示用法）"),
        (
            ("check", "a.txt", "--as-of", "2025/6/1"),
            "'--as-of' 的值不正确：'2025/6/1' 不是 2025-06-01 这样的日期（planalign check -h 显示用法）",
        ),
        (("config", "--fail-on", "x"), "不在可选范围内：'error', 'warning', 'never'（planalign config -h 显示用法）"),
        (
            ("check", "a.txt", "-o", "github:-"),
            "github:-: 应给出文件名，不能写到标准输出（用 --format 输出到标准输出）",
        ),
    ],
)
def test_wrong_calls(run: Run, arguments: tuple[str, ...], expected: str) -> None:
    """What Typer says of a wrong call is said in Chinese, in one line with the way to the help."""
    result = run(*arguments)
    assert (2, True) == (result.code, result.err.endswith(f"{expected}\n")), result.err
