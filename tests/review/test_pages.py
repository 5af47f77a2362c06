"""A person goes through the queue in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from tests.browser import opened, violations
from tests.review.desks import LOWER, comparison, desk
from tests.review.served import served

from planalign.model.review import ReviewState, Verdict
from planalign.model.wording import Lang
from planalign.review.desk import Desk
from planalign.store.decisions import read_decisions

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page


def _arrive(page: Page) -> None:
    """Wait for an item, and for its script: the item is shown before the script listens."""
    page.wait_for_selector("#item")
    page.wait_for_load_state()


def _press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    page.wait_for_load_state()  # before that the script may not listen yet
    with page.expect_navigation():
        page.keyboard.press(key)


def _item(page: Page) -> str:
    return page.locator("input[name=item]").get_attribute("value") or ""


def _address(address: str, item: str) -> str:
    return f"{address.partition('/?')[0]}/r/0?scope=all&item={item}"


def test_walk(browser: Browser, tmp_path: Path) -> None:
    """Name, decide by key, reload, undo: the file has a line for each step, and the pages show it."""
    store = tmp_path / "planalign-decisions.jsonl"
    with served(desk(tmp_path, reviewer="")) as client, opened(browser, client.entry.address) as watch:
        page = watch.page
        page.fill("#name", "王 敏")
        _press(page, "Enter")
        _arrive(page)
        first = _item(page)
        assert client.entry.token not in page.url
        page.keyboard.press("m")
        page.keyboard.type("与区里核对过")
        page.keyboard.press("Enter")
        _press(page, "a")
        assert first != _item(page)
        assert [("accept", "王 敏", "与区里核对过")] == [
            (each.verdict, each.by, each.reason) for each in read_decisions(store).decisions
        ]
        page.reload()
        page.goto(_address(client.entry.address, first))
        assert "与区里核对过" in page.locator(".opinion").inner_text()
        _press(page, "u")
        assert first == _item(page)
        assert 0 == page.locator(".opinion").count()
        ledger = read_decisions(store)
        assert (0, 2) == (len(ledger.decisions), len(ledger.history))
        assert [] == watch.errors


def test_decision_is_kept(browser: Browser, tmp_path: Path) -> None:
    """A new run over the same documents shows the decision; the queue asks no more."""
    with served(desk(tmp_path)) as client, opened(browser, client.entry.address) as watch:
        _arrive(watch.page)
        decided = _item(watch.page)
        _press(watch.page, "r")
    again = desk(tmp_path)
    assert ReviewState.CONFIRMED is again.shelf(0).reviews[decided].state
    with served(again) as client, opened(browser, client.entry.address) as watch:
        _arrive(watch.page)
        assert decided != _item(watch.page)
        watch.page.goto(_address(client.entry.address, decided))
        assert "不认可" in watch.page.locator(".opinion").inner_text()


@pytest.fixture
def all_accepted(tmp_path: Path) -> Path:
    """Return the folder of two plans of which every item has been accepted."""
    done = desk(tmp_path)
    for entry in done.shelf(0).entries:
        done.decide(0, entry.item.id, Verdict.ACCEPT)
    assert all(review.state is ReviewState.CONFIRMED for review in done.shelf(0).reviews.values())
    return tmp_path


def test_changed_number(browser: Browser, all_accepted: Path) -> None:
    """One number of the child changes: what rests on its clause is suspect, the facet is named, nothing else is."""
    changed = desk(all_accepted, lower=LOWER.replace("改造微型消防站8个", "改造微型消防站5个"))
    suspects = {name for name, review in changed.shelf(0).reviews.items() if review.state is ReviewState.SUSPECT}
    assert suspects
    assert all(name.partition(":")[0] in {"link", "clause", "target"} and "t2" in name for name in suspects)
    with served(changed) as client, opened(browser, client.entry.address) as watch:
        _arrive(watch.page)
        assert _item(watch.page) in suspects
        assert "下级指标" in watch.page.locator(".alarm").inner_text()
        assert "文字" not in watch.page.locator(".alarm").inner_text()
        assert "5个" in watch.page.locator(".then").first.inner_text()


def test_renumbered(all_accepted: Path) -> None:
    """Other numbers, widths and spaces make nothing suspect."""
    other = LOWER.replace("（一）", "1．").replace("（二）", "2．").replace("（三）", "3．").replace("（四）", "4．")
    same = desk(all_accepted, lower=other.replace("，", "， ").replace("8个", "８个"))
    assert {ReviewState.CONFIRMED} == {review.state for review in same.shelf(0).reviews.values()}


def test_adjust_by_keys(browser: Browser, tmp_path: Path) -> None:
    """E opens the correction, a figure picks a likely end, Enter saves it; coverage moves at once."""
    with served(desk(tmp_path)) as client, opened(browser, client.entry.address) as watch:
        page = watch.page
        _arrive(page)
        page.goto(_address(client.entry.address, "clause:t3.c1"))
        page.keyboard.press("e")
        page.locator("select[name=status]").select_option("covered")
        _press(page, "Enter")
        assert re.search(r"条款承接率 \d+/\d+ → ", page.locator(".effect").inner_text())
        decision = read_decisions(tmp_path / "planalign-decisions.jsonl").decisions[-1]
        assert decision.instead
        assert "covered" == decision.instead.status


def test_empty_correction(browser: Browser, tmp_path: Path) -> None:
    """A correction that says nothing is refused on the page, and nothing is written."""
    with served(desk(tmp_path)) as client, opened(browser, client.entry.address) as watch:
        page = watch.page
        _arrive(page)
        page.goto(_address(client.entry.address, "clause:t3.c1"))
        page.keyboard.press("e")
        _press(page, "Enter")
        assert page.locator("[role=alert]").is_visible()
    assert not (tmp_path / "planalign-decisions.jsonl").exists()


def test_held_key(browser: Browser, tmp_path: Path) -> None:
    """A key that is held down decides one item, not one after the other."""
    with served(desk(tmp_path)) as client, opened(browser, client.entry.address) as watch:
        page = watch.page
        _arrive(page)
        with page.expect_navigation():
            page.keyboard.down("a")
        page.keyboard.down("a")
        page.keyboard.up("a")
        page.wait_for_load_state()
        assert 1 == len(read_decisions(tmp_path / "planalign-decisions.jsonl").decisions)


def test_filters(browser: Browser, tmp_path: Path) -> None:
    """The list shows what is asked for; the filter is in the address."""
    with served(desk(tmp_path)) as client, opened(browser, client.entry.address) as watch:
        page = watch.page
        _arrive(page)
        with page.expect_navigation():
            page.locator("select[name=kind]").select_option("clause")
        assert "kind=clause" in page.url
        assert all(text.startswith("条款承接") for text in page.locator(".list .small").all_inner_texts())
        page.keyboard.press("/")
        page.keyboard.type("防火道路")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator(".list li").count() == page.locator(".list .what", has_text="防火道路").count() > 0


def test_several_reports(browser: Browser, tmp_path: Path) -> None:
    """Several reports have a page of their own with the progress of each."""
    found = comparison(tmp_path)
    both = Desk([("甲", found), ("乙", found)], tmp_path / "planalign-decisions.jsonl", Lang.EN, "Wang")
    with served(both) as client, opened(browser, client.entry.address) as watch:
        page = watch.page
        page.wait_for_selector(".reports")
        assert ["甲", "乙"] == page.locator(".reports a").all_inner_texts()
        page.locator(".reports a").first.click()
        _arrive(page)
        _press(page, "a")
        _press(page, "g")
        # The same documents: a decision counts in every report that holds its item.
        left = page.locator(".reports tbody tr td:nth-child(2)").all_inner_texts()
        assert left[0] == left[1]


@pytest.mark.parametrize(("scheme", "lang"), [("light", Lang.ZH), ("dark", Lang.EN)])
def test_accessible(browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"], lang: Lang) -> None:
    """The pages have no serious fault of accessibility, and ask nobody but this server."""
    with served(desk(tmp_path, lang=lang)) as client, opened(browser, client.entry.address, scheme=scheme) as watch:
        page = watch.page
        _arrive(page)
        assert [] == violations(page)
        page.keyboard.press("e")
        assert [] == violations(page)
        page.keyboard.press("Escape")
        _press(page, "a")
        assert [] == violations(page)
        own = f"http://127.0.0.1:{client.entry.port}/"
        assert ([], []) == (watch.errors, [each for each in watch.requests if not each.startswith(own)])


@pytest.mark.parametrize("width", [1400, 900, 600])
def test_both_texts_and_the_buttons_are_in_sight(browser: Browser, tmp_path: Path, width: int) -> None:
    """In narrower windows too, a person decides without scrolling; the list takes its place beside or below."""
    size = (width, 900)
    with served(desk(tmp_path)) as client, opened(browser, client.entry.address, size=size) as watch:
        _arrive(watch.page)
        for part in (".upper .quote", ".lower .quote", ".buttons .accept"):
            box = watch.page.locator(part).first.bounding_box()
            assert box
            assert (True, True) == (box["y"] > 0, box["y"] + box["height"] <= size[1])
