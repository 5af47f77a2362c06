"""The HTML report in a real browser: nothing is fetched, nothing fails, filters and keys do what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.browser import opened, violations
from tests.hand_made import comparison, covered, dropped, link, partial, plan, status, task

from planalign.model.alignment import Alignment
from planalign.model.comparison import Comparison, Status
from planalign.model.plan import Plan, Section
from planalign.model.wording import Lang
from planalign.pipeline.comparing import check, compare_files
from planalign.pipeline.loading import load
from planalign.report.html.page import render
from planalign.report.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from tests.browser import Watch


MANY = 500
LARGEST = 2**20
"""A report of about 25 tasks is smaller than this, in bytes."""
SOON, TRIES = 1_000, 5
"""A page of 500 tasks can be used within this time, in milliseconds; a busy machine may need more than one try."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the pages."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def city_page(folder: Path, jiangcheng: Path) -> Path:
    """Return the report of our own city and district."""
    found = compare_files(jiangcheng / "city-2025.docx", jiangcheng / "linjiang-district-2025.docx")
    return _written(folder / "city.html", found)


@pytest.fixture
def city(browser: Browser, city_page: Path) -> Iterator[Watch]:
    """Open the report of our own city and district; nothing may fail or be fetched, whatever a test does."""
    with opened(browser, city_page.as_uri(), offline=True) as watch:
        yield watch
        assert ([], []) == (watch.errors, watch.requests)


def _written(path: Path, found: Comparison, lang: Lang = Lang.ZH) -> Path:
    path.write_text(render(found, Look(lang=lang)), encoding="utf-8")
    return path


def _barriers(page: Page) -> list[str]:
    """Return what shuts people out, with only entries in doubt in sight: with all of them axe takes a minute."""
    page.check("[name=open]")
    for place in ("article", "tr"):
        reasons = page.locator(f"{place} .why:visible")
        if reasons.count():
            reasons.first.click()
    return violations(page)


def _shown(page: Page, what: str) -> int:
    return page.locator(f"{what}:visible").count()


@pytest.mark.parametrize("pair", [("004", "003"), ("002", "001")])
def test_real_pairs(browser: Browser, folder: Path, corpora: Path, pair: tuple[str, str]) -> None:
    """The reports of the real pairs open without an error, a request or a barrier, are small, and hold no contacts."""
    upper, lower = (next((corpora / "chongqing").glob(f"{number}_*.txt")) for number in pair)
    report = _written(folder / f"{pair[0]}.html", compare_files(upper, lower))
    with opened(browser, report.as_uri(), offline=True) as watch:
        assert _shown(watch.page, "article") > 0
        text = watch.page.content()
        assert [] == _barriers(watch.page)
        assert ([], []) == (watch.errors, watch.requests)
    assert report.stat().st_size < LARGEST
    private = [contact for path in (upper, lower) if (contact := _contact(path))]
    assert [] == [contact for contact in private if contact in text]


def _contact(path: Path) -> str | None:
    from planalign.config import Settings

    return load(path, Settings(contact=True)).masthead.contact


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(browser: Browser, city_page: Path, scheme: str) -> None:
    """Neither the light nor the dark page shuts anybody out."""
    with opened(browser, city_page.as_uri(), offline=True, scheme="dark" if scheme == "dark" else "light") as watch:
        assert [] == _barriers(watch.page)
    assert city_page.stat().st_size < LARGEST


def test_check(browser: Browser, folder: Path, jiangcheng: Path) -> None:
    """A check with a parent, in English, opens as well and tells its result."""
    upper, lower = (load(jiangcheng / name) for name in ("linjiang-district-2025.docx", "qingdu-town-2025.docx"))
    found = check(lower, upper)
    assert isinstance(found, Comparison)
    with opened(browser, _written(folder / "check.html", found, Lang.EN).as_uri(), offline=True) as watch:
        assert watch.page.locator(".gate").inner_text().startswith("Result of the check")
        assert ([], [], []) == (watch.errors, watch.requests, _barriers(watch.page))


def test_filters_stay_in_the_address(city: Watch, browser: Browser) -> None:
    """Filters leave what fits, stand in the fragment, and come back with it; clearing them brings all back."""
    page = city.page
    everything = _shown(page, "article")
    page.check("[name=status][value=dropped]")
    page.select_option("[name=section]", index=2)
    left = _shown(page, "article")
    assert 0 < left < everything
    assert left == _shown(page, "article[data-status=dropped][data-section=s2]")
    assert page.url.endswith("#status=dropped&section=s2")
    with opened(browser, page.url, offline=True) as again:
        assert left == _shown(again.page, "article")
        assert again.page.is_checked("[name=status][value=dropped]")
    page.click("#clear")
    assert everything == _shown(page, "article")


def test_every_filter(city: Watch) -> None:
    """Severity, rule, unit, target and doubt filter as well, and what they leave is counted."""
    page = city.page
    page.check("[name=severity][value=error]")
    assert _shown(page, "article") == _shown(page, "article.error") > 0
    page.select_option("[name=code]", "PA201")
    assert _shown(page, "article") == _shown(page, "article[data-code=PA201]") > 0
    assert "显示问题" in page.inner_text("#shown")
    page.click("#clear")
    page.select_option("[name=drift]", "looser")
    assert _shown(page, "tr.target") == _shown(page, "tr.target[data-drift=looser]") > 0
    page.click("#clear")
    page.check("[name=open]")
    assert _shown(page, "tr.clause") == _shown(page, "tr.clause[data-open]") > 0
    page.click("#clear")
    page.select_option("[name=unit]", index=1)
    assert 0 < _shown(page, "article, tr.target") < page.locator("article, tr.target").count()


def test_search(city: Watch) -> None:
    """A search leaves what holds the words; one without a match says so."""
    from playwright.sync_api import expect

    page = city.page
    page.fill("[name=q]", "积分银行")
    expect(page.locator("#shown")).to_have_text(re.compile(r"显示问题 1/\d+，条款 1/\d+"))
    page.fill("[name=q]", "没有这样的话")
    expect(page.locator("#findings > .empty")).to_be_visible()
    assert page.url.endswith("q=" + "%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E8%AF%9D")


def test_a_cell_of_the_heat_map_filters(city: Watch) -> None:
    """A number of the map leads to its clauses."""
    city.page.locator("svg.heat a[aria-label*='未承接']").first.click()
    assert "section=s1" in city.page.url
    assert "status=dropped" in city.page.url
    assert _shown(city.page, "tr.clause") == _shown(city.page, "tr.clause.dropped[data-section=s1]") > 0


def test_keys(city: Watch) -> None:
    """Keys move between entries, open explanations, go across, search and show help."""
    page = city.page
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("article").nth(1)
    assert second.get_attribute("id") == page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    assert second.locator(".explained").is_visible()
    page.keyboard.press("Enter")
    assert not second.locator(".explained").is_visible()
    page.keyboard.press("k")
    page.keyboard.press("o")
    assert page.evaluate("document.activeElement.id").startswith("c-t")
    page.keyboard.press("/")
    assert "q" == page.evaluate("document.activeElement.name")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()


def test_explanation(city: Watch) -> None:
    """An explanation tells what `planalign explain` tells, and what the rule is about."""
    page = city.page
    page.locator("[id='f-PA103-t1.c3'] .why").click()
    told = page.locator("[id='f-PA103-t1.c3'] .explained").inner_text()
    assert [] == [word for word in ("判定", "概率", "事项", "最近", "规则", "处理") if word not in told]


def test_print(city: Watch) -> None:
    """On paper the panel and the buttons are gone; every finding is there, the tables and a word on them as asked."""
    page = city.page
    page.emulate_media(media="print")
    assert (0, 0) == (_shown(page, ".panel"), _shown(page, "button"))
    assert page.locator("article").count() == _shown(page, "article")
    assert (0, 0, 1) == (_shown(page, "tr.clause"), _shown(page, "tr.target"), _shown(page, ".abridged"))
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="screen")
    page.check("#full")
    page.emulate_media(media="print")
    assert page.locator("tr.clause").count() == _shown(page, "tr.clause")
    assert (0, True) == (_shown(page, ".abridged"), _shown(page, "tr.target") > 0)


def test_any_address(city: Watch) -> None:
    """An address that no report writes shows the whole report."""
    page = city.page
    everything = _shown(page, "article")
    page.goto(f"{page.url}#100%")
    page.reload()
    assert everything == _shown(page, "article")


def test_a_narrow_window(city: Watch) -> None:
    """In a narrow window the report begins within the first screen, and nothing stands out at the side."""
    page = city.page
    page.set_viewport_size({"width": 800, "height": 900})
    assert page.locator("h1").evaluate("node => node.getBoundingClientRect().bottom") < 900
    assert 800 == page.evaluate("document.documentElement.scrollWidth")


def test_many_tasks(browser: Browser, folder: Path) -> None:
    """A report of 500 tasks can be used soon after it is opened."""
    report = _written(folder / "many.html", _many())
    with opened(browser, report.as_uri(), offline=True) as watch:
        watch.page.check("[name=status][value=dropped]")
        assert MANY == _shown(watch.page, "tr.clause")
        assert [] == watch.errors
    assert any(_ready(browser, report) < SOON for _ in range(TRIES))


def _ready(browser: Browser, report: Path) -> float:
    """Return when the page could be used, in milliseconds: parsed, and its script run."""
    with opened(browser, report.as_uri(), offline=True) as watch:
        return float(watch.page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))


def _many() -> Comparison:
    numbers = range(1, MANY + 1)
    alignment = Alignment(
        links=tuple(link(f"t{number}", f"t{number}") for number in numbers),
        coverage=tuple(
            entry
            for number in numbers
            for entry in (
                covered(f"t{number}.c1", f"t{number}.c1"),
                partial(f"t{number}.c2", f"t{number}.c2", "隐患整改到位"),
                dropped(f"t{number}.c3", f"t{number}.c3", 0.2),
            )
        ),
        task_status=tuple(status(f"t{number}", Status.PARTIAL) for number in numbers),
    )
    return comparison(_large("p.txt", "全市"), _large("c.txt", "全区"), alignment)


def _large(file: str, whole: str) -> Plan:
    tasks = [
        task(
            number,
            f"第{number}项任务",
            *(f"组织{whole}第{number}类检查{times}次，{number * times}处隐患整改到位。" for times in (1, 2, 3)),
            section=f"s{(number - 1) // 50 + 1}",
        )
        for number in range(1, MANY + 1)
    ]
    sections = tuple(Section(id=f"s{n}", number=str(n), label=f"{n}、", title=f"第{n}部分") for n in range(1, 11))
    return plan(file, *tasks).model_copy(update={"sections": sections})


HOSTILE = (
    "</script><script>document.title = 'caught'</script><img src=x onerror=alert(1)> =HYPERLINK(\"http://x\") \u202egnp"
)


def test_hostile_documents(browser: Browser, tmp_path: Path) -> None:
    """Titles and clauses that try to be markup, formulas or of another direction are shown as text."""
    for name in ("upper.txt", "lower.txt"):
        lines = (
            "2025年全区应急管理工作要点",
            "一、" + HOSTILE,
            f"（一）修订预案{HOSTILE}。修订总体预案{HOSTILE}。开展演练。",
        )
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    report = _written(tmp_path / "report.html", compare_files(tmp_path / "upper.txt", tmp_path / "lower.txt"))
    with opened(browser, report.as_uri()) as watch:
        watch.page.locator("tr .why").first.click()
        assert "修订总体预案</script>" in watch.page.locator("tr.clause").first.inner_text()
        assert "caught" != watch.page.title()
        assert ([], []) == (watch.errors, watch.requests)
