"""planalign-waivers.toml: what is read, what is refused."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from planalign.errors import UsageError
from planalign.model.waiver import WaiverEnd
from planalign.store.waivers import read_waivers

if TYPE_CHECKING:
    from pathlib import Path

RULES = ("PA101", "PA102", "PA103")
GOOD = """
[[waiver]]
rule = "PA103"
parent = { document = "city-2025", quote = "更新物资清单" }
child = { document = "江城办函〔2025〕3号" }
accepted = ["更新物资清单"]
reason = "物资清单由区级统一更新"
basis = "江城办函〔2025〕9号"
approver = "江城市应急管理局"
expires = 2025-12-31
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "planalign-waivers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _refusal(folder: Path, text: str) -> str:
    with pytest.raises(UsageError) as caught:
        read_waivers(_file(folder, text), RULES)
    return str(caught.value)


def test_good(tmp_path: Path) -> None:
    """A waiver names rule, both ends, accepted values, reason, basis, approver and last day."""
    (waiver,) = read_waivers(_file(tmp_path, GOOD), RULES)
    assert (1, "PA103", ("更新物资清单",)) == (waiver.number, waiver.rule, waiver.accepted)
    assert WaiverEnd(document="city-2025", quote="更新物资清单") == waiver.parent
    assert dt.date(2025, 12, 31) == waiver.expires


def test_empty(tmp_path: Path) -> None:
    """A file without waivers is fine."""
    assert () == read_waivers(_file(tmp_path, "# none yet\n"), RULES)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("reason =", "reson =", "waiver 1: reason is missing\nwaiver 1: unknown key 'reson', did you mean 'reason'?"),
        ("quote =", "qoute =", "waiver 1: unknown key 'parent.qoute', did you mean 'quote'?"),
        ("PA103", "PA130", "waiver 1: there is no rule 'PA130', did you mean 'PA103'?"),
        ('quote = "更新物资清单"', 'quote = ""', "waiver 1: it needs a quote of the parent or of the child"),
        ('quote = "更新物资清单"', 'quote = "清单"', "waiver 1: the quote '清单' is too short"),
        ("[[waiver]]", "[[waivers]]", "unknown key 'waivers', did you mean 'waiver'?"),
        ("[[waiver]]", "[waiver]", "waivers are written as [[waiver]] tables"),
        ("[[waiver]]", "[[waiver]]\nnumber = 3", "waiver 1: unknown key 'number'"),
        ("2025-12-31", '"soon"', "waiver 1: expires is no date such as 2025-12-31"),
        ("2025-12-31", "2025-13-31", "this is no TOML: look at line 10, column 15"),
    ],
)
def test_refusals(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """What is wrong is named with the place in the file, and with what was probably meant."""
    assert expected in _refusal(tmp_path, GOOD.replace(old, new, 1))


def test_all_problems_at_once(tmp_path: Path) -> None:
    """One run names the problems of all waivers."""
    refusal = _refusal(tmp_path, GOOD.replace("basis", "bases") + GOOD.replace("PA103", "PA999"))
    assert "waiver 1: basis is missing" in refusal
    assert "waiver 2: there is no rule 'PA999'" in refusal


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(UsageError, match="there is no such file"):
        read_waivers(tmp_path / "none.toml", RULES)


@pytest.mark.parametrize("quote", ["　　　　", "更新 　 ", "\u200b\u200b\u200b\u200b"])
def test_quote_is_measured_without_spaces(tmp_path: Path, quote: str) -> None:
    """Spaces and invisible marks are no words: such a quote would stand in every clause."""
    assert "too short" in _refusal(tmp_path, GOOD.replace('quote = "更新物资清单"', f'quote = "{quote}"'))
