"""Gold files are read, and what is wrong with them is said."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.errors import ReadError, UsageError
from planalign.evaluate.documents import Places, find_documents
from planalign.evaluate.gold import GoldLink, read_gold
from planalign.evaluate.gold_table import read_gold_table

HEADER = "child_item\tchild_lead\tparent_item\tparent_lead\trelation\tnote\n"
GOLD = {"child": "乡镇.txt", "parent": "区.txt", "child_tasks": [], "parent_tasks": [], "drift": {"A": []}}


def write(path: Path, text: str) -> Path:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_unused_fields_are_ignored_and_the_name_is_filled_in(tmp_path: Path) -> None:
    """Drift lists and other fields do no harm; a pair without a name has that of its file."""
    gold = read_gold(write(tmp_path / "泵站.json", json.dumps(GOLD)))

    assert ("泵站", "区.txt") == (gold.pair, gold.parent)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[]", "this is no alignment gold file"),
        ("{", "this is no alignment gold file"),
        (json.dumps({**GOLD, "child_tasks": [{"child": "一"}]}), "child_tasks.0.child_title"),
    ],
)
def test_a_file_that_is_no_gold_is_named(tmp_path: Path, text: str, what: str) -> None:
    """The message names the file and the first thing that is wrong."""
    path = write(tmp_path / "gold.json", text)

    with pytest.raises(ReadError, match=what) as raised:
        read_gold(path)
    assert str(path) == raised.value.where


@given(st.binary(max_size=200))
def test_no_content_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever bytes a gold file holds, reading it gives gold or a ReadError."""
    path = tmp_path_factory.getbasetemp() / "gold.json"
    path.write_bytes(content)

    for reader in (read_gold, read_gold_table):
        with suppress(ReadError):
            reader(path)


def test_a_missing_gold_file_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is a ReadError, not a traceback."""
    with pytest.raises(ReadError, match="no such gold file"):
        read_gold(tmp_path / "gold.json")


def test_table_gives_links_optional_links_and_parents_without_child(tmp_path: Path) -> None:
    """A merge has two accepted primaries, a weak link may be left out, an uncovered parent is a parent only."""
    rows = (
        "一(一)1\t建设泵站\t一(一)1;一(一)2\t新建泵站;改造泵站\tmerge\t\n"
        "一(一)2\t清理河道\t一(二)1\t整治河道\tweak\t主题相近\n"
        "-\t-\t一(二)2\t修订条例\tuncovered\t\n"
    )
    gold = read_gold_table(write(tmp_path / "泵站.tsv", HEADER + rows))

    assert ["一(一)1", "一(一)2", "一(二)1", "一(二)2"] == [task.parent for task in gold.parent_tasks]
    assert [("一(一)1", "一(一)2"), ("一(二)1", None)] == [task.accepted_primary for task in gold.child_tasks]
    assert (GoldLink(parent="一(二)1", strength="disputed"),) == gold.child_tasks[1].links


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("child_item\tchild_lead\n", "lacks the column parent_item"),
        (HEADER + "1\t甲\t1\t甲\talike\t\n", "line 2.*alike"),
        (HEADER + "长" * 2**17 + "1", "not a gold table"),
    ],
)
def test_a_table_that_is_no_gold_is_named(tmp_path: Path, text: str, what: str) -> None:
    """A missing column and an unknown relation are said with their place."""
    with pytest.raises(ReadError, match=what):
        read_gold_table(write(tmp_path / "gold.tsv", text))


@pytest.mark.parametrize("folder", ["gold", ".", "corpora", "corpora/江城"])
def test_documents_are_found_about_the_gold_file(tmp_path: Path, folder: str) -> None:
    """They lie beside the gold file, above it, in ../corpora or in a folder inside that."""
    path = write(tmp_path / "gold" / "泵站.json", json.dumps(GOLD))
    parent, child = write(tmp_path / folder / "区.txt", "区"), write(tmp_path / folder / "乡镇.txt", "乡镇")

    found = find_documents(read_gold(path), path, Places())
    assert [parent.resolve(), child.resolve()] == [document.resolve() for document in found]


def test_a_name_without_ending_stands_for_any_format(tmp_path: Path) -> None:
    """The first known ending wins, in a fixed order."""
    path = write(tmp_path / "泵站.json", json.dumps({**GOLD, "parent": "区", "child": "乡镇"}))
    child, parent = write(tmp_path / "乡镇.docx", ""), write(tmp_path / "区.pdf", "")
    write(tmp_path / "乡镇.pdf", "")

    assert (parent, child) == find_documents(read_gold(path), path, Places())


def test_given_documents_come_first(tmp_path: Path) -> None:
    """A document given by hand is taken whatever the gold file names."""
    path = write(tmp_path / "泵站.json", json.dumps(GOLD))
    write(tmp_path / "乡镇.txt", "乡镇")

    assert Path("区.docx") == find_documents(read_gold(path), path, Places(parent=Path("区.docx")))[0]


def test_missing_document_and_folder_are_named(tmp_path: Path) -> None:
    """The message says which document, and what to do."""
    path = write(tmp_path / "泵站.json", json.dumps(GOLD))

    with pytest.raises(ReadError, match=r"区\.txt is not found.*--corpora"):
        find_documents(read_gold(path), path, Places())
    with pytest.raises(UsageError, match="no such folder"):
        find_documents(read_gold(path), path, Places(corpora=tmp_path / "无"))


def test_documents_of_a_table_are_the_ones_that_hold_its_phrases(tmp_path: Path) -> None:
    """A table names no documents: each is the only text that holds all lead phrases of its side."""
    path = write(tmp_path / "gold" / "泵站.tsv", HEADER + "1\t建设泵站\t1\t新建泵站\treworded\t\n")
    child = write(tmp_path / "corpora" / "江城" / "乡镇.md", "1.建设泵站。")
    parent = write(tmp_path / "corpora" / "江城" / "区.md", "1.新建泵站。")

    found = find_documents(read_gold_table(path), path, Places(corpora=tmp_path / "corpora"))
    assert (parent, child) == found
    write(tmp_path / "corpora" / "江城" / "又一区.md", "1.新建泵站。")
    with pytest.raises(ReadError, match="several documents"):
        find_documents(read_gold_table(path), path, Places(corpora=tmp_path / "corpora"))
