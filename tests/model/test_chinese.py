"""English sentences of readers and parser in Chinese."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.chinese import SENTENCES, chinese
from planalign.model.skip_reason import skip_reason

SOURCES = Path(__file__).resolve().parents[2] / "src" / "planalign"


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("the file is empty", "文件是空的"),
        ("page 7 is an image without text: it needs OCR", "第 7 页是图片，没有文字，需先做文字识别（OCR）"),
        ("3 rows of a table with too many cells were left out", "表格单元格过多，有 3 行未读取"),
        (
            (
                "part of the document was not read, so the analysis is incomplete: "
                "an embedded object was not read; and 2 more"
            ),
            "文件有一部分未读取，分析不完整：嵌入的对象未读取；另有 2 处",
        ),
        ("something that nobody has translated", None),
    ],
)
def test_sentences(english: str, expected: str | None) -> None:
    """What changes is carried over, sentences inside sentences are translated too, and unknown ones are left alone."""
    assert expected == chinese(english)


def test_same_places() -> None:
    """Both languages have room for the same values."""
    assert [] == [english for english, other in SENTENCES.items() if english.count("{}") != other.count("{}")]


def test_unknown_reason_is_told_by_its_kind() -> None:
    """A Chinese report holds no English sentence, whatever a reader says."""
    part = Skipped(location=Location(), reason="a new trouble", kind=SkipKind.UNREAD)
    assert ("这一部分未读取", "a new trouble") == skip_reason(part)


def _reasons() -> list[str]:
    """Return the reasons that readers and parser assign to a name that says so, with {} for what changes."""
    trees = [
        ast.parse(path.read_text("utf-8")) for name in ("readers", "parse") for path in (SOURCES / name).glob("*.py")
    ]
    assigned = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    values = [node.value for node in assigned if any(ast.unparse(target) == "reason" for target in node.targets)]
    return [text for value in values if (text := _template(value))]


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)  # type: ignore[misc]
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_reason_has_its_chinese() -> None:
    """No reason of a reader or of the parser is missing here."""
    assert _reasons()
    assert [] == [reason for reason in _reasons() if chinese(reason) is None]
