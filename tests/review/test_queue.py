"""What is asked first, what is listed, and how far it goes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest
from tests.review.desks import LOWER, desk

from planalign import compare, compare_files
from planalign.assess.deciding import decide
from planalign.assess.review_items import review_items
from planalign.model.comparison import Comparison, Severity
from planalign.model.decision import ItemKind
from planalign.model.review import ReviewState, Verdict
from planalign.model.wording import Lang
from planalign.pipeline.redeciding import Redeciding
from planalign.review import item_page
from planalign.review.address import address, read_filter
from planalign.review.desk import Desk
from planalign.review.item_page import report_values
from planalign.review.queue import Filter, Scope, chosen
from planalign.review.words import meaning
from planalign.store.decisions import append

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def found(tmp_path: Path) -> Desk:
    """Return a desk of two small plans."""
    return desk(tmp_path)


def _chosen(found: Desk, wanted: Filter) -> list[str]:
    shelf = found.shelf(0)
    return [entry.item.id for entry in chosen(shelf.entries, shelf.reviews, wanted)]


def test_order(found: Desk) -> None:
    """Severity times doubt decides; of two that are as sure, the graver one comes first."""
    entries = found.shelf(0).entries
    assert sorted(entries, key=lambda entry: -entry.urgency) == entries
    first, last = entries[0], entries[-1]
    assert Severity.ERROR is first.severity
    assert last.severity is None
    unsure = first._replace(doubt=0.9)
    assert unsure.urgency > first.urgency
    assert unsure.urgency > unsure._replace(severity=Severity.WARNING).urgency > unsure._replace(severity=None).urgency


def test_every_item_once(found: Desk) -> None:
    """Nothing is lost: the whole queue holds every item of the comparison, once."""
    items = [item.id for item in review_items(found.shelf(0).base)]
    assert sorted(items) == sorted(_chosen(found, Filter(Scope.ALL)))


def test_open_ones(found: Desk) -> None:
    """What is sure and without a finding is not asked for; what is decided is asked for no more."""
    before = _chosen(found, Filter())
    assert 0 < len(before) < len(_chosen(found, Filter(Scope.ALL)))
    found.decide(0, before[0], Verdict.ACCEPT)
    assert before[1:] == _chosen(found, Filter())
    assert before[:1] == _chosen(found, Filter(Scope.DECIDED))


def test_suspects_first(tmp_path: Path) -> None:
    """What changed since it was decided stands before everything else."""
    done = desk(tmp_path)
    sure = next(entry for entry in done.shelf(0).entries if entry.item.id == "target:t2.c1-t2.c1")
    done.decide(0, sure.item.id, Verdict.ACCEPT)
    changed = desk(tmp_path, lower=LOWER.replace("消防站2座", "消防站3座"))
    assert sure.item.id == _chosen(changed, Filter())[0]
    assert [sure.item.id] == _chosen(changed, Filter(Scope.SUSPECT))


@pytest.mark.parametrize("kind", list(ItemKind))
def test_kinds(found: Desk, kind: ItemKind) -> None:
    """A filter by kind takes that kind only."""
    ids = _chosen(found, Filter(Scope.ALL, kind=kind))
    assert all(name.startswith(f"{kind}:") for name in ids)


def test_words(found: Desk) -> None:
    """Words are looked for in both texts, the title and what the rules say; all of them must be there."""
    assert _chosen(found, Filter(Scope.ALL, words="柑橘"))
    assert [] == _chosen(found, Filter(Scope.ALL, words="柑橘 防火道路"))


def test_addresses(found: Desk) -> None:
    """A filter survives its address; what an address asks for that is not known asks for nothing."""
    wanted = Filter(Scope.ALL, ItemKind.CLAUSE, Severity.ERROR, "防火 & 道路")
    query = address(0, wanted).partition("?")[2]
    assert wanted == read_filter(dict(parse_qsl(query)))
    assert Filter() == read_filter({"scope": "x", "kind": "", "severity": "../..", "page": "9"})
    assert found


def test_pages_of_the_list(found: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list is shown page by page, that of the item first, however long it is."""
    monkeypatch.setattr(item_page, "PAGE", 3)
    everything = _chosen(found, Filter(Scope.ALL))
    values = report_values(found, 0, Filter(Scope.ALL), everything[4], None)
    listed = values["listed"]
    assert isinstance(listed, tuple)
    assert ([4, 5, 6], [False, True, False]) == ([each.number for each in listed], [each.here for each in listed])
    assert () == report_values(found, 0, Filter(Scope.ALL), "", 999)["listed"]


def test_rejected_link_stays_listed(found: Desk) -> None:
    """A link that is none any more because somebody said so keeps its place, with the word of that person."""
    link = _chosen(found, Filter(Scope.ALL, kind=ItemKind.LINK))[0]
    found.decide(0, link, Verdict.REJECT)
    assert ReviewState.CONFIRMED is found.shelf(0).reviews[link].state
    assert link in _chosen(found, Filter(Scope.DECIDED))
    assert found.undo() == (0, link)
    assert link not in found.shelf(0).reviews
    assert None is found.undo()


def test_others_write_too(tmp_path: Path) -> None:
    """What somebody else decides over the same file counts at the next look."""
    one, other = desk(tmp_path), desk(tmp_path, reviewer="李雪")
    item = _chosen(one, Filter())[0]
    assert item not in one.shelf(0).reviews
    other.decide(0, item, Verdict.REJECT)
    assert "李雪" == one.shelf(0).reviews[item].by
    assert ["李雪"] == one.names


def test_newest_wins(found: Desk) -> None:
    """A second decision on an item counts in place of the first; undone, the first counts again."""
    item = _chosen(found, Filter())[0]
    found.decide(0, item, Verdict.ACCEPT)
    found.decide(0, item, Verdict.REJECT)
    assert Verdict.REJECT is found.shelf(0).reviews[item].verdict
    found.undo()
    assert Verdict.ACCEPT is found.shelf(0).reviews[item].verdict


def test_report_written_after_decisions(tmp_path: Path) -> None:
    """A report that was written under decisions opens as what the program proposes, with the decisions on top."""
    first = desk(tmp_path)
    items = _chosen(first, Filter(Scope.ALL))
    first.decide(0, next(name for name in items if name.startswith("link:")), Verdict.REJECT)
    text = first.shelf(0).current.model_dump_json()
    again = Desk([("市 → 区", Comparison.model_validate_json(text))], first.store, Lang.ZH, "王敏")
    assert items == _chosen(again, Filter(Scope.ALL))
    assert first.shelf(0).reviews == again.shelf(0).reviews
    assert first.shelf(0).figures == again.shelf(0).figures


def test_one_set_of_decisions_after_the_other(tmp_path: Path) -> None:
    """What is kept between two sets of decisions is what no decision changes."""
    done = desk(tmp_path)
    shelf = done.shelf(0)
    link = next(entry.item for entry in shelf.entries if entry.item.id.startswith("link:"))
    said = [decide(link, Verdict.REJECT, by="王敏", at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC))]
    redeciding = Redeciding(shelf.base)
    both = redeciding.under(said), redeciding.under(())
    base = shelf.base
    assert both == tuple(compare(base.parent, base.child, decisions=decisions) for decisions in (said, ()))
    assert both[0] != both[1]


def test_other_format(jiangcheng: Path, tmp_path: Path) -> None:
    """The same documents in another format: every decision on the Word files holds for the OpenDocument files."""
    store = tmp_path / "planalign-decisions.jsonl"
    for ending in ("docx", "odt"):
        upper, lower = jiangcheng / f"city-2025.{ending}", jiangcheng / f"linjiang-district-2025.{ending}"
        found = compare_files(upper, lower)
        shelf = Desk([(ending, found)], store, Lang.ZH, "王敏").shelf(0)
        if not store.exists():
            at = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
            append(store, [decide(entry.item, Verdict.ACCEPT, by="王敏", at=at) for entry in shelf.entries])
            continue
        assert {ReviewState.CONFIRMED} == {shelf.reviews[entry.item.id].state for entry in shelf.entries}


def test_clock_of_a_colleague_is_ahead(tmp_path: Path) -> None:
    """What is decided now counts, though somebody's clock was ahead of ours; undone, nothing is said of the item."""
    found = desk(tmp_path)
    entry = found.shelf(0).entries[0]
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=3)
    append(found.store, [decide(entry.item, Verdict.REJECT, by="李雪", at=later)])
    found.decide(0, entry.item.id, Verdict.ACCEPT)
    review = found.shelf(0).reviews[entry.item.id]
    assert ("王敏", Verdict.ACCEPT) == (review.by, review.verdict)
    found.undo()
    assert entry.item.id not in found.shelf(0).reviews


def test_decided_as_it_stands_in_a_report(tmp_path: Path) -> None:
    """Who decides on an item as a report with decisions shows it is heard, though the item looked otherwise before."""
    found = desk(tmp_path)
    found.decide(0, "clause:t1.c1", Verdict.NO_COUNTERPART)
    shown = {item.id: item for item in review_items(found.shelf(0).current)}["clause:t1.c1"]
    append(found.store, [decide(shown, Verdict.OUT_OF_SCOPE, by="李雪", at=dt.datetime.now(dt.UTC))])
    assert Verdict.OUT_OF_SCOPE is found.shelf(0).reviews["clause:t1.c1"].verdict


def test_meaning_of_a_task_without_parent(found: Desk) -> None:
    """The word for a child task without parent is not that for a link of two tasks."""
    items = {entry.item.id: entry.item for entry in found.shelf(0).entries}
    local = next(item for name, item in items.items() if name.startswith("link:") and item.parent is None)
    link = next(item for name, item in items.items() if name.startswith("link:") and item.parent)
    for verdict in (Verdict.ACCEPT, Verdict.REJECT, Verdict.ADJUST):
        assert meaning(local, verdict) != meaning(link, verdict)
