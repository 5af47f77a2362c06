"""Which documents belong together, told from their heads, and what people say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.corpus_run.corpora import corpus, run, truth, written

from planalign.corpus.corpus_file import CorpusFile, CorpusTable, DocumentTable
from planalign.corpus.draft_file import draft
from planalign.corpus.manifest import Doubt
from planalign.corpus.parents import Basis
from planalign.model.wording import Lang

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.corpus.manifest import Entry, Manifest


def _manifest(folder: Path, *tables: DocumentTable, exclude: tuple[str, ...] = ()) -> Manifest:
    file = CorpusFile(corpus=CorpusTable(exclude=exclude), document=tables)
    return run(corpus(folder, file=file)).manifest


def _entry(found: Manifest, path: str) -> Entry:
    return next(entry for entry in found.documents if entry.path == path)


def _write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


PLAN = """{place}人民政府文件
{number}
{place}人民政府关于印发《{year}年{word}安全生产工作要点》的通知
{year}年{word}安全生产工作要点
{basis}制定本要点。
一、重点任务
1.修订应急预案。修订预案，更新{place}物资清单{year}份。
2.开展演练。每季度开展一次演练。
"""


def _plan(place: str, word: str, number: str, basis: str = "", year: int = 2025) -> str:
    return PLAN.format(place=place, word=word, number=number, basis=basis, year=year)


def test_generated_tree(tmp_path: Path) -> None:
    """Every parent of a generated tree is found, by what the child cites."""
    found = run(corpus(written(tmp_path, 8))).manifest
    expected = {entry["path"]: entry["parent"] for entry in truth(tmp_path)}
    assert expected == {entry.path: entry.parent for entry in found.documents}
    assert {Basis.CITED, Basis.NONE} == {entry.basis for entry in found.documents}
    assert () == found.problems


def test_own_documents(jiangcheng: Path, tmp_path: Path) -> None:
    """Of our own documents each counts once, whatever formats it has, and hangs where it belongs."""
    file = CorpusFile(corpus=CorpusTable(exclude=("sources/*", "*.ofd", "*.pdf", "*.odt", "*.doc")))
    found = run(corpus(jiangcheng, tmp_path, file)).manifest
    parents = {entry.path: entry.parent for entry in found.documents if entry.counts}
    assert {
        "beihu-district-2025-draft.txt": "city-2025.docx",
        "city-2024.txt": None,
        "city-2025.docx": None,
        "fenglin-township-2025.docx": "wangshan-district-2025.docx",
        "linjiang-bureau-2024.docx": "city-2024.txt",
        "linjiang-district-2025.docx": "city-2025.docx",
        "qingdu-town-2025.docx": "linjiang-district-2025.docx",
        "shiqiao-street-2025.docx": "linjiang-district-2025.docx",
        "wangshan-district-2025.docx": "city-2025.docx",
    } == parents
    assert "shiqiao-street-2025.docx" == _entry(found, "shiqiao-street-2025.txt").twin_of
    assert Basis.PLACE is _entry(found, "shiqiao-street-2025.docx").basis
    assert () == found.problems


def test_parent_by_place(tmp_path: Path) -> None:
    """Without a citation the place tells, also where a district does not name its city."""
    _write(tmp_path, "city.txt", _plan("江城市", "全市", "江府发〔2025〕1号"))
    _write(tmp_path, "district.txt", _plan("南浦区", "全区", "南府发〔2025〕1号"))
    _write(tmp_path, "town.txt", _plan("江城市南浦区清渡镇", "全镇", "清府发〔2025〕1号"))
    found = _manifest(tmp_path)
    parents = {entry.path: (entry.parent, entry.basis) for entry in found.documents}
    assert ("city.txt", Basis.PLACE) == parents["district.txt"]
    assert ("district.txt", Basis.PLACE) == parents["town.txt"]


def test_doubts(tmp_path: Path) -> None:
    """A missing parent, two that are as likely, and another city's district are told, and nothing is guessed."""
    _write(tmp_path, "city.txt", _plan("江城市", "全市", "江府发〔2025〕1号"))
    _write(tmp_path, "one.txt", _plan("江城市临江区", "全区", "临江府发〔2025〕1号"))
    _write(tmp_path, "two.txt", _plan("江城市临江区", "全区", "临江府发〔2025〕9号") + "3.培训人员。培训人员90人次。\n")
    _write(tmp_path, "town.txt", _plan("江城市临江区清渡镇", "全镇", "清渡府发〔2025〕1号"))
    cited = "根据《河湾市北港区人民政府关于印发〈2025年全区安全生产工作要点〉的通知》（北港府发〔2025〕3号），"
    _write(tmp_path, "other.txt", _plan("河湾市北港区石滩镇", "全镇", "石滩府发〔2025〕1号", cited))
    doubts = {problem.path: (problem.doubt, problem.about) for problem in _manifest(tmp_path).problems}
    assert {
        "town.txt": (Doubt.RIVALS, ("one.txt", "two.txt")),
        "other.txt": (Doubt.NO_PARENT, ("北港府发〔2025〕3号",)),
    } == doubts


def test_other_field(tmp_path: Path) -> None:
    """Where only the field of work differs, the nearest documents above are offered, and none is taken."""
    _write(tmp_path, "city.txt", _plan("江城市", "全市", "江府发〔2025〕1号"))
    _write(tmp_path, "school.txt", _plan("江城市临江区", "全区", "临江府发〔2025〕2号").replace("安全生产", "义务教育"))
    _write(tmp_path, "far.txt", _plan("河湾市", "全市", "河府发〔2025〕1号"))
    found = _manifest(tmp_path)
    assert [("school.txt", Doubt.OTHER_FIELD, ("city.txt",))] == [
        (problem.path, problem.doubt, problem.about) for problem in found.problems
    ]
    assert '# parent = "city.txt"' in draft(found, Lang.EN, confirm=False)


def test_people_know_better(tmp_path: Path) -> None:
    """corpus.toml decides, by path or by pattern; the last table that says something holds."""
    folder = written(tmp_path, 4)
    town = "2025/00/town-00.txt"
    found = _manifest(
        folder,
        DocumentTable(path="2025/00/*", year=2030, domain="消防"),
        DocumentTable(path=town, parent="2025/city.txt", year=2031),
    )
    entry = _entry(found, town)
    assert ("2025/city.txt", Basis.FILE, 2031, "消防") == (entry.parent, entry.basis, entry.year, entry.domain)


@pytest.mark.parametrize(("parent", "doubt"), [("nowhere.txt", Doubt.LOST), ("2025/00/town-00.txt", Doubt.CYCLE)])
def test_wrong_parent(tmp_path: Path, parent: str, doubt: Doubt) -> None:
    """A parent that is not there and a circle are told, and nothing is compared along it."""
    folder = written(tmp_path, 3)
    found = _manifest(folder, DocumentTable(path="2025/00/district.txt", parent=parent))
    assert {doubt} == {problem.doubt for problem in found.problems}
    assert _entry(found, "2025/00/district.txt").parent is None


def test_no_parent(tmp_path: Path) -> None:
    """A document that has none is no doubt once somebody has said so."""
    _write(tmp_path, "city.txt", _plan("江城市", "全市", "江府发〔2025〕1号"))
    _write(tmp_path, "other.txt", _plan("河湾市北港区", "全区", "北港府发〔2025〕1号"))
    assert {"other.txt"} == {problem.path for problem in _manifest(tmp_path).problems}
    assert () == _manifest(tmp_path, DocumentTable(path="other.txt", parent="none")).problems


def test_twins_differ_from_drafts(tmp_path: Path) -> None:
    """The same words in another file count once; a draft with other words is another document."""
    text = _plan("江城市", "全市", "江府发〔2025〕1号")
    _write(tmp_path, "a.txt", text)
    _write(tmp_path, "b.md", text)
    _write(tmp_path, "draft.txt", text.replace("每季度", "每半年").replace("江府发〔2025〕1号", ""))
    found = _manifest(tmp_path)
    assert {"a.txt": None, "b.md": "a.txt", "draft.txt": None} == {
        entry.path: entry.twin_of for entry in found.documents
    }
