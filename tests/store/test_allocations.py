"""The table of shares that planalign.toml names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.errors import UsageError
from planalign.model.allocation import Allocation
from planalign.model.sentence import sentence_in
from planalign.model.wording import Lang
from planalign.store.allocations import read_allocations

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "上级事项,下级,数值,单位\n"


def _file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "shares.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_shares(tmp_path: Path, encoding: str) -> None:
    """Quotation marks, blank lines, scale words, full width and line ends of Windows are read."""
    text = f'{HEAD}新建幼儿园60所,临江区,"1,200",所\r\n\r\n"新建、改建""微型""消防站",望山区,１.５万,个\r\n'
    expected = (
        Allocation("新建幼儿园60所", "临江区", 1200.0, "所"),
        Allocation('新建、改建"微型"消防站', "望山区", 15000.0, "个"),
    )
    assert expected == read_allocations(_file(tmp_path, text, encoding))


def test_english_columns_in_any_order(tmp_path: Path) -> None:
    """English names are known too, and the unit may be left out."""
    path = _file(tmp_path, "child,value,parent\ndistrict.docx,4,新建幼儿园\n")
    assert (Allocation("新建幼儿园", "district.docx", 4.0, ""),) == read_allocations(path)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "line 1: the column 'parent' is missing"),
        ("parent,child\n", "line 1: the column 'value' is missing"),
        ("parent,chidl,value\n", "line 1: unknown column 'chidl', did you mean 'child'?"),
        ("parent,child,value,数值\n", "line 1: the column 'value' stands twice"),
        (f"{HEAD}新建幼儿园,临江区,4\n", "line 2: it has 3 cells, the heading has 4"),
        (f"{HEAD}新建,临江区,4,所\n", "line 2: the words '新建' are too short to tell one clause from another"),
        (f"{HEAD}新建幼儿园,,4,所\n", "line 2: it names no child"),
        (f"{HEAD}\n新建幼儿园,临江区,若干,所\n", "line 3: '若干' is no number"),
        (f"{HEAD}新建幼儿园,临江区,-4,所\n", "line 2: '-4' is no number"),
        (f'{HEAD}"新建"幼儿园,临江区,4,所\n', "line 2: a quotation mark is out of place"),
        (f"{HEAD}新建幼儿园,临江区,4,所\n新建幼儿园,临江区,5,所\n", "line 3: 临江区 has two shares of '新建幼儿园'"),
    ],
)
def test_problems(tmp_path: Path, text: str, problem: str) -> None:
    """What is wrong is told with its line, in both languages."""
    with pytest.raises(UsageError) as error:
        read_allocations(_file(tmp_path, text))
    assert problem == error.value.what
    assert str(tmp_path / "shares.csv") == error.value.where
    assert sentence_in(Lang.ZH, problem) is not None


def test_all_problems_at_once(tmp_path: Path) -> None:
    """One call tells about every line."""
    with pytest.raises(UsageError) as error:
        read_allocations(_file(tmp_path, f"{HEAD}新建幼儿园,,4,所\n新建幼儿园,临江区,四点,所\n"))
    assert ["line 2: it names no child", "line 3: '四点' is no number"] == error.value.what.splitlines()


def test_other_encoding(tmp_path: Path) -> None:
    """A file in another encoding is told as such, with what to do."""
    with pytest.raises(UsageError) as error:
        read_allocations(_file(tmp_path, HEAD, "gb18030"))
    assert "this is no CSV in UTF-8 (byte 0)" == error.value.what
    assert "save it as CSV in UTF-8" == error.value.hint


def test_file_of_another_kind(tmp_path: Path) -> None:
    """Nothing is quoted of a file that is no such table: it may be private."""
    path = tmp_path / "private"
    path.write_text("secret:x:0:0\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_allocations(path)
    assert "secret" not in caught.value.what
