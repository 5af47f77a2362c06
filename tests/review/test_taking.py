"""The workbook goes out, is filled in, and comes back."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.review.desks import LOWER, UPPER, comparison

from planalign.assess.deciding import decide
from planalign.assess.review_items import review_items
from planalign.config import Limits, Settings
from planalign.errors import ReadError, UsageError
from planalign.model.review import Verdict
from planalign.model.wording import Lang
from planalign.pipeline.redeciding import redecided
from planalign.report.review_sheet import BY, ID, INSTEAD_END, INSTEAD_VALUE, KEY, REASON, VERDICT, review_tables
from planalign.report.sheets import workbook
from planalign.report.table_cells import Blank, Column, Table, plain
from planalign.review.filled_sheet import FilledRow, read_filled, read_guarded
from planalign.review.taking import Taker

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planalign.model.comparison import Comparison
    from planalign.review.taking import Taken

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def _filled(found: Comparison, entries: dict[str, dict[str, str]], lang: Lang = Lang.ZH) -> Table:
    """Return the sheet with what a person enters, by id of the item and heading of the column."""
    sheet = review_tables(found, lang)[0]
    heads = [column.name for column in sheet.columns]
    place = heads.index(ID.of(lang))
    rows = [
        tuple(entries.get(plain(row[place]), {}).get(head, cell) for head, cell in zip(heads, row, strict=True))
        for row in sheet.rows
    ]
    return sheet._replace(rows=rows)


def _entry(verdict: str, *, end: str = "", value: str = "", lang: Lang = Lang.ZH) -> dict[str, str]:
    words = {VERDICT: verdict, INSTEAD_END: end, INSTEAD_VALUE: value, REASON: "核对过", BY: "李雪"}
    return {name.of(lang): word for name, word in words.items()}


def _read(folder: Path, tables: Iterable[Table]) -> list[FilledRow]:
    path = folder / "filled.xlsx"
    # Without the hidden sheet there is nothing to pick from.
    plainer = [
        table._replace(rows=[tuple(Blank() if isinstance(cell, Blank) else cell for cell in row) for row in table.rows])
        for table in tables
    ]
    path.write_bytes(workbook(plainer))
    return read_filled(path, Limits())


def _take(rows: Iterable[FilledRow], *comparisons: Comparison) -> Taken:
    return Taker(comparisons, (), NOW).take(rows)


@pytest.mark.parametrize("lang", list(Lang))
def test_round_trip(tmp_path: Path, lang: Lang) -> None:
    """What was filled in comes back as decisions with who, when and why; empty rows say nothing."""
    found = comparison(tmp_path)
    words = {Lang.ZH: ("认可", "更正", "已承接"), Lang.EN: ("accept", "adjust", "covered")}[lang]
    entries = {
        "clause:t1.c1": _entry(words[0], lang=lang),
        "clause:t3.c1": _entry(words[1], end="t4.c1 为果农发放防冻物资", value=words[2], lang=lang),
    }
    taken = _take(_read(tmp_path, [_filled(found, entries, lang)]), found)
    assert ((), 0) == (taken.refusals, taken.known)
    by_id = {each.item.id: each for each in taken.decisions if each.item}
    assert entries.keys() == by_id.keys()
    assert {("李雪", NOW, "核对过")} == {(each.by, each.at, each.reason) for each in taken.decisions}
    adjusted = by_id["clause:t3.c1"].instead
    assert adjusted
    assert ("covered", ["t4.c1"]) == (adjusted.status, [child.id for child in adjusted.children])


def test_link_to_another_task(tmp_path: Path) -> None:
    """A link is corrected by a parent task, its relation or both."""
    found = comparison(tmp_path)
    link = next(f"link:{each.id}" for each in found.links)
    rows = _read(tmp_path, [_filled(found, {link: _entry("更正", end="t3", value="窄于上级")})])
    decision = _take(rows, found).decisions[0]
    assert decision.instead
    assert decision.instead.parent
    assert ("t3", "narrower") == (decision.instead.parent.id, decision.instead.relation)


def test_only_decision_columns(tmp_path: Path) -> None:
    """Whatever is changed in the other columns is not read."""
    found = comparison(tmp_path)
    sheet = _filled(found, {"clause:t1.c1": _entry("认可")})
    kept = {ID.of(Lang.ZH), KEY.of(Lang.ZH), *_entry("")}
    heads = [column.name for column in sheet.columns]
    rows = [
        tuple(cell if head in kept else "改动" for head, cell in zip(heads, row, strict=True)) for row in sheet.rows
    ]
    decisions = _take(_read(tmp_path, [sheet._replace(rows=rows)]), found).decisions
    assert ["clause:t1.c1"] == [each.item.id for each in decisions if each.item]
    assert "改动" not in decisions[0].model_dump_json()


def test_moved_rows_and_columns(tmp_path: Path) -> None:
    """Rows are found by id and columns by heading, wherever they stand."""
    found = comparison(tmp_path)
    sheet = _filled(found, {"clause:t1.c1": _entry("认可")})
    turned = sheet._replace(columns=sheet.columns[::-1], rows=[row[::-1] for row in sheet.rows][::-1], frozen=0)
    assert 1 == len(_take(_read(tmp_path, [turned]), found).decisions)


def test_stale_rows(tmp_path: Path) -> None:
    """A row whose texts changed since is refused with its number and a reason; the others are taken."""
    old = comparison(tmp_path)
    rows = _read(tmp_path, [_filled(old, {"clause:t1.c1": _entry("认可"), "clause:t2.c1": _entry("认可")})])
    new = comparison(tmp_path, LOWER.replace("消防站2座", "消防站3座"))
    taken = _take(rows, new)
    assert ["clause:t1.c1"] == [each.item.id for each in taken.decisions if each.item]
    assert ["clause:t2.c1"] == [refusal.id for refusal in taken.refusals]
    assert "changed" in taken.refusals[0].reason.what
    assert taken.refusals[0].row in {row.number for row in rows}


def test_renumbered_rows(tmp_path: Path) -> None:
    """A row finds its item by its words where a task was put in front of it."""
    old = comparison(tmp_path)
    rows = _read(tmp_path, [_filled(old, {"link:t3-t4": _entry("认可")})])
    new = comparison(tmp_path, LOWER.replace("（一）修订", "（一）发放物资。发放防汛物资。\n\n（二）修订"))
    assert ["link:t4-t4"] == [each.item.id for each in _take(rows, new).decisions if each.item]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (_entry("也许"), "is no decision"),
        (_entry("更正"), "nothing is said"),
        (_entry("更正", end="t99.c1"), "holds no"),
        (_entry("更正", value="窄于上级"), "cannot be said"),
        ({**_entry("认可"), BY.of(Lang.ZH): ""}, "name"),
        (_entry("撤销"), "no decision to take back"),
    ],
)
def test_refused(tmp_path: Path, entry: dict[str, str], reason: str) -> None:
    """What a row cannot say is refused with a reason."""
    found = comparison(tmp_path)
    taken = _take(_read(tmp_path, [_filled(found, {"clause:t2.c1": entry})]), found)
    assert () == taken.decisions
    assert reason in taken.refusals[0].reason.what


def test_other_report(tmp_path: Path) -> None:
    """A row of another report is refused."""
    found = comparison(tmp_path)
    rows = [FilledRow(2, "认可", "", "", "", "李雪", "clause:t77.c1", "item/1:0000000000000000")]
    assert "no report" in _take(rows, found).refusals[0].reason.what


def test_imported_twice(tmp_path: Path) -> None:
    """The same workbook again adds nothing."""
    found = comparison(tmp_path)
    rows = _read(tmp_path, [_filled(found, {"clause:t1.c1": _entry("认可")})])
    first = _take(rows, found)
    again = Taker([redecided(found, first.decisions)], first.decisions, NOW).take(rows)
    assert ((), (), 1) == again[:3]


def test_no_workbook(tmp_path: Path) -> None:
    """What is no workbook, or another one, is told."""
    path = tmp_path / "plan.xlsx"
    with pytest.raises(ReadError, match="cannot be read"):
        read_filled(path, Limits())
    path.write_bytes(b"PK\x03\x04 no zip")
    with pytest.raises(ReadError, match="no readable workbook"):
        read_filled(path, Limits())
    path.write_bytes(workbook([Table("其他", (Column("甲"),), [])]))
    with pytest.raises(UsageError, match="no review sheet"):
        read_filled(path, Limits())


def test_missing_column(tmp_path: Path) -> None:
    """A sheet without a column that is needed is told by its name."""
    sheet = _filled(comparison(tmp_path), {})
    place = [column.name for column in sheet.columns].index(KEY.of(Lang.ZH))
    cut = sheet._replace(columns=sheet.columns[:place], rows=[row[:place] for row in sheet.rows])
    with pytest.raises(UsageError, match=KEY.of(Lang.ZH)):
        _read(tmp_path, [cut])


def test_decided_since_by_somebody_else(tmp_path: Path) -> None:
    """A row whose item somebody else decided after the sheet was written is refused; one's own word may be changed."""
    found = comparison(tmp_path)
    item = {each.id: each for each in review_items(found)}["clause:t1.c1"]
    rows = _read(tmp_path, [_filled(found, {"clause:t1.c1": _entry("认可")})])
    for by, taken in (("王敏", 0), ("李雪", 1)):
        since = [decide(item, Verdict.REJECT, by=by, at=NOW)]
        for standing in (found, redecided(found, since)):
            outcome = Taker([standing], since, NOW).take(rows)
            assert (taken, 1 - taken) == (len(outcome.decisions), len(outcome.refusals))
    known = [decide(item, Verdict.REJECT, by="王敏", at=NOW)]
    decided = redecided(found, known)
    again = _read(tmp_path, [_filled(decided, {"clause:t1.c1": _entry("认可")})])
    assert 1 == len(Taker([decided], known, NOW).take(again).decisions)


def test_two_rows_on_one_item(tmp_path: Path) -> None:
    """A row that was copied counts once: which of two were the newest could not be told."""
    found = comparison(tmp_path)
    sheet = _filled(found, {"clause:t1.c1": _entry("认可")})
    other = _filled(found, {"clause:t1.c1": _entry("不认可")})
    rows = _read(tmp_path, [sheet._replace(rows=[*sheet.rows, *other.rows])])
    taken = _take(rows, found)
    assert [Verdict.ACCEPT] == [each.verdict for each in taken.decisions]
    assert ["another row is about the same item"] == [each.reason.what for each in taken.refusals]


def test_same_words_at_several_places(tmp_path: Path) -> None:
    """A row of two with the same words is taken where it stood; where neither stands there now it is refused."""
    twins = UPPER.replace("一次联合演练。", "一次联合演练。制作微电影。").replace("80个。", "80个。制作微电影。")
    found = comparison(tmp_path, upper=twins)
    names = [entry.parent_clause for entry in found.coverage if "微电影" in text_of(found, entry.parent_clause)]
    assert 2 == len(names)
    rows = _read(tmp_path, [_filled(found, {f"clause:{name}": _entry("不适用") for name in names})])
    assert 1 == len({row.key for row in rows})
    assert {f"clause:{name}" for name in names} == {each.item.id for each in _take(rows, found).decisions if each.item}
    moved = comparison(tmp_path, upper=twins.replace("（一）", "（一）开展督查。加强督查。\n\n（一）"))
    assert "several places" in _take(rows, moved).refusals[0].reason.what


def text_of(found: Comparison, clause: str) -> str:
    """Return the words of a parent clause."""
    return next(each.text for task in found.parent.tasks for each in task.clauses if each.id == clause)


def test_guarded(tmp_path: Path) -> None:
    """A workbook that breaks the library, or unpacks to too much, costs a message; another comes out as without."""
    found = comparison(tmp_path)
    rows = _read(tmp_path, [_filled(found, {"clause:t1.c1": _entry("认可")})])
    path = next(tmp_path.glob("*.xlsx"))
    assert rows == read_guarded(path, Settings())
    _with_dimension(path, "A1:XFD1048576")
    with pytest.raises(ReadError):
        read_guarded(path, Settings(limits=Limits(memory=2**29)))


def _with_dimension(path: Path, cells: str) -> None:
    """Add a cell far away to the sheets of a workbook."""
    last = cells.partition(":")[2]
    number = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cell = f'<row r="{number}"><c r="{last}"><v>1</v></c></row></sheetData>'
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in members.items():
            package.writestr(name, content.replace(b"</sheetData>", cell.encode()))
