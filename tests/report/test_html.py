"""The comparison as one HTML file, read as text and as markup."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import lxml.html
import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, WAIVER, comparison, covered, link, partial, plan, status, task

from planalign.model.alignment import Alignment
from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.comparison import Comparison, Drift, DriftKind, Finding, FindingEnd, Severity, Status, Waived
from planalign.model.facts import Target
from planalign.model.gate import Gate
from planalign.model.plan import Clause, Masthead, Section
from planalign.model.review import Review, ReviewState, ReviewSummary, Verdict
from planalign.model.wording import Lang
from planalign.report.chapters import chapters
from planalign.report.digest import Digest
from planalign.report.html.flow import flow
from planalign.report.html.heat_map import heat_map
from planalign.report.html.page import render
from planalign.report.look import Look

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DRIFT = Drift(
    matter="防火道路", parent_clause="t2.c1", child_clause="t3.c1", parent_value="20公里", child_value="5公里",
    drift=DriftKind.LOOSER, share="8公里",
)  # fmt: skip
ZH, EN = Look(lang=Lang.ZH), Look(lang=Lang.EN)
HOSTILE = (
    '</script><script>alert(1)</script> =HYPERLINK("x") \u202egnp.exe\u202c \x07"onload=alert(1) {{ 7*7 }} &amp; ]]>'
)


@cache
def _compared() -> Comparison:
    return comparison(CITY, DISTRICT, ALIGNMENT).model_copy(update={"drift": (DRIFT,)})


@cache
def _text(look: Look = ZH) -> str:
    return render(_compared(), look)


def _page(text: str) -> HtmlElement:
    return lxml.html.document_fromstring(text)


def _words(page: HtmlElement, path: str) -> list[str]:
    return [" ".join(" ".join(each.itertext()).split()) for each in page.xpath(path)]


def _only(text: str, tag: str) -> str:
    return str(re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[0])


@pytest.mark.parametrize("look", [ZH, EN])
def test_nothing_is_fetched_and_nothing_else_runs(look: Look) -> None:
    """The policy allows the style sheet and the script of the page by their hashes, and no address stands in it."""
    text = _text(look)
    policy = str(_page(text).xpath("//meta[@http-equiv]/@content")[0])
    hashes = [
        "sha256-" + base64.b64encode(hashlib.sha256(_only(text, tag).encode()).digest()).decode()
        for tag in ("style", "script")
    ]
    assert policy == (
        f"default-src 'none'; style-src '{hashes[0]}'; script-src '{hashes[1]}'; base-uri 'none'; form-action 'none'"
    )
    assert [] == re.findall(r"https?://|@import|url\(", text)
    assert [] == _page(text).xpath("//link | //img | //iframe | //*[@src] | //@style | //@*[starts-with(name(), 'on')]")


def test_ids_and_anchors_agree() -> None:
    """No id stands twice, and every link leads to something on the page."""
    page = _page(_text())
    ids = page.xpath("//@id")
    anchors = [str(each)[1:] for each in page.xpath("//a[not(@data-filter)]/@href")]
    assert [] == [name for name, count in Counter(ids).items() if count > 1]
    assert [] == [anchor for anchor in anchors if anchor not in ids]


def test_head() -> None:
    """The head names both documents with their hashes, the version, the settings, and that a person must look at it."""
    text = str(_page(_text()).text_content())
    for expected in (
        "自动比对结果，供人工复核",
        _compared().generator,
        "江城市应急管理局《2025年全市应急管理工作要点》",
        _compared().parent.source.sha256,
        _compared().child.source.sha256,
        "设置：全部为默认值",
        "工作要求：上级 1 项，下级 0 项",
    ):
        assert expected in text


def test_coverage_is_shown_three_ways() -> None:
    """The coverage has numerator and denominator; without decisions nothing is confirmed, which is said."""
    assert ["严格口径 20% 1/5", "计入豁免 20% 1/5", "经复核确认 尚无复核决定"] == _words(
        _page(_text()), "//div[@class='rate']/dl/div"
    )


def test_gaps_come_first() -> None:
    """The findings stand before the table clause by clause, and the dropped tasks before all others."""
    page = _page(_text())
    assert ["总体情况", "问题清单", "逐条对照", "指标变化", "口径说明"] == _words(page, "//main/section/h2")
    groups = ["未承接", "部分承接", "自选动作"]
    assert groups == [words.split()[0] for words in _words(page, "//section[@id='findings']/section/h3")]
    assert "2．建设森林防火道路" == _words(page, "//article//h4")[0]


def test_a_finding_has_both_quotes_and_its_place() -> None:
    """A partly carried clause is shown with the words that differ, what is missing, and where it stands."""
    entry = _page(_text()).xpath("//article[@id='f-PA103-t1.c1']")[0]
    assert ["更新物资清单"] == _words(entry, ".//del")[-1:]
    assert "缺少：更新物资清单" == _words(entry, ".//p[@class='told']")[0]
    assert "（第10行）" in str(entry.text_content())
    assert ["#c-t1.c1"] == entry.xpath(".//a/@href")


def test_all_carriers_are_quoted() -> None:
    """A clause that many clauses of the child carry is set beside all of them."""
    lower = plan("c.txt", task(1, "修订预案", *(f"修订第{number}个专项预案。" for number in range(1, 7))))
    carriers = [f"t1.c{number}" for number in range(1, 7)]
    alignment = Alignment((link("t1", "t1"),), (covered("t1.c1", *carriers),), (status("t1", Status.COVERED),))
    upper = plan("p.txt", task(1, "修订预案", "修订各专项预案。"))
    row = _page(render(comparison(upper, lower, alignment), ZH)).xpath("//tr[@id='c-t1.c1']/td[2]")[0]
    quotes = ["".join(each.itertext()) for each in row.xpath("./p[@class='quote']")]
    assert [clause.text for clause in lower.tasks[0].clauses] == quotes


def test_a_number_with_its_unit_is_one_word() -> None:
    """A finding on a target marks the number with its unit, on both sides."""
    upper, lower = (
        plan(file, task(1, "建设道路", f"新建防火道路{length}。").model_copy(update={"clauses": (_clause(length),)}))
        for file, length in (("p.txt", "20公里"), ("c.txt", "25公里"))
    )
    alignment = Alignment((link("t1", "t1"),), (covered("t1.c1", "t1.c1"),), (status("t1", Status.COVERED),))
    found = comparison(upper, lower, alignment)
    ends = [
        FindingEnd(id="t1.c1", file=each.source.file, text=each.tasks[0].clauses[0].text) for each in (upper, lower)
    ]
    finding = Finding(
        id="PA205-t1.c1", code="PA205", severity=Severity.INFO, message="提高", parent=ends[0], child=ends[1]
    )
    entry = _page(render(found.model_copy(update={"findings": (finding,)}), ZH)).xpath("//article")[0]
    assert (["20公里"], ["25公里"]) == (_words(entry, ".//del"), _words(entry, ".//ins"))


def _clause(length: str) -> Clause:
    target = Target(text=length, start=6, end=10, value=float(length[:2]), unit="公里")
    return Clause(id="t1.c1", text=f"新建防火道路{length}。", targets=(target,))


def test_a_clause_can_be_filtered_by_what_is_found_in_it() -> None:
    """A row tells its status, the rules and severities of its findings, and its section."""
    row = _page(_text()).xpath("//tr[@id='c-t1.c1']")[0]
    assert ("partial", "warning", "PA103") == tuple(row.get(f"data-{name}") for name in ("status", "severity", "code"))


@pytest.mark.parametrize("look", [ZH, EN])
def test_explanations_lie_in_the_page(look: Look) -> None:
    """Each clause and each link has its explanation, each rule its meaning and how to fix it."""
    data = json.loads(_page(_text(look)).xpath("string(//script[@id='data'])"))
    assert {"t1.c1", "t1.c2", "t2.c1", "t2.c2", "t3.c1", "t4.c1", "t1-t1", "t2-t3"} == set(data["why"])
    assert {finding.code for finding in _compared().findings} == set(data["rules"])
    assert all(len(texts) == 3 for texts in data["rules"].values())


def test_hostile_text_stays_text() -> None:
    """Markup, ends of scripts, formulas, template marks, changes of direction and control characters do nothing."""
    upper = plan("p.txt", task(1, HOSTILE, HOSTILE), masthead=Masthead(title=HOSTILE, issuer=HOSTILE))
    lower = plan("c.txt", task(1, HOSTILE, HOSTILE, "另一句。"), masthead=Masthead(title=HOSTILE))
    alignment = Alignment((), (partial("t1.c1", "t1.c1", HOSTILE),), (status("t1", Status.PARTIAL),))
    skipped = (Skipped(location=Location(line=1), reason=HOSTILE, kind=SkipKind.UNPLACED, text=HOSTILE),)
    found = comparison(upper.model_copy(update={"skipped": skipped}), lower, alignment)
    text = render(found.model_copy(update={"drift": (DRIFT.model_copy(update={"matter": HOSTILE}),)}), ZH)
    page = _page(text)
    assert 2 == len(page.xpath("//script"))
    assert [] == page.xpath("//@onload")
    assert [] == re.findall("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
    assert "=HYPERLINK" in text
    assert "{{ 7*7 }}" in text
    assert isinstance(json.loads(page.xpath("string(//script[@id='data'])")), dict)


def test_same_input_same_bytes() -> None:
    """Two reports of one comparison are the same."""
    assert render(_compared(), ZH) == _text()


def test_what_does_not_count_is_shown_apart() -> None:
    """Waived findings under their terms, existing debt and parts that were not understood have a chapter each."""
    first, second, third, *_ = _compared().findings
    skipped = Skipped(location=Location(page=3), reason="page 3 is a picture", kind=SkipKind.UNREAD, text="乱码")
    found = _compared().model_copy(
        update={
            "waived": tuple(
                Waived(finding=finding, waiver=WAIVER.model_copy(update={"number": number}))
                for number, finding in enumerate((first, third), start=1)
            ),
            "known": (second,),
            "findings": (),
            "child": DISTRICT.model_copy(update={"skipped": (skipped,)}),
            "gate": Gate(passed=True),
        }
    )
    page = _page(render(found, ZH))
    assert "本级不适用（依据 江府发〔2025〕3号，区安委办 同意，有效期至 2025-12-31） 2" in _words(page, "//h3")
    assert [f"f-{first.id}", f"f-{third.id}", f"f-{second.id}"] == page.xpath(
        "//section[@id='accepted' or @id='known']//article/@id"
    )
    assert "下级 未读取 第3页" in _words(page, "//section[@id='skipped']//tbody/tr")[0]
    assert "检查结论 通过" == _words(page, "//p[contains(@class, 'gate')]")[0]


def test_decisions_are_shown() -> None:
    """What a person decided stands at its clause and its finding; what was ruled out has a chapter of its own."""
    when = dt.datetime(2025, 3, 5, 9, 30, tzinfo=dt.UTC)
    review = Review(
        state=ReviewState.CONFIRMED, decision="d1", verdict=Verdict.ACCEPT, by="张三", at=when, reason="确未写入"
    )
    doubt = review.model_copy(update={"state": ReviewState.SUSPECT})
    first, *rest = _compared().findings
    summary = _compared().summary.model_copy(
        update={
            "confirmed_clauses": {Status.COVERED: 1},
            "review": ReviewSummary(
                confirmed=1, suspect=1, proposed=3, required=0, unreviewed=0, unplaced=0, elsewhere=0
            ),
        }
    )
    coverage = tuple(entry.model_copy(update={"review": doubt}) for entry in _compared().coverage)
    found = _compared().model_copy(
        update={
            "coverage": coverage,
            "summary": summary,
            "findings": tuple(rest),
            "dismissed": (first.model_copy(update={"review": review}),),
            "rejected_links": (_compared().links[0].model_copy(update={"review": review}),),
        }
    )
    page = _page(render(found, ZH))
    said = "复核：认可（张三，2025-03-05，确未写入）"
    assert [said, said] == _words(page, "//section[@id='dismissed']//p[contains(@class, 'opinion')]")
    assert "需重看" in _words(page, "//tr[@id='c-t1.c1']//p[contains(@class, 'opinion')]")[0]
    assert ["suspect"] == page.xpath("//tr[@id='c-t1.c1']/@data-review")
    assert ["proposed", "confirmed", "suspect"] == page.xpath("//input[@name='review']/@value")
    assert "经复核确认 20% 1/5" == _words(page, "//div[@class='rate']/dl/div")[-1]


def test_the_heat_map_adds_up() -> None:
    """The cells of the map are the clauses of the summary: 工作要求 are left out of both."""
    found = heat_map(Digest(_compared()), chapters(CITY, Lang.ZH), Lang.ZH)
    assert {status.value: number for status, number in _compared().summary.clauses.items()} == {
        cell.status: cell.number for cell in found.names
    }
    assert [("一、重点任务", 1, 5, "20%")] == [(row.title, row.covered, row.applicable, row.rate) for row in found.rows]


def test_a_section_with_most_tasks_falls_into_its_parts() -> None:
    """Sections below one that holds more than half of the tasks are chapters, in the order of the plan."""
    sections = (
        Section(id="s1", number="一", label="一、", title="重点任务"),
        Section(id="s2", number="一", label="（一）", title="责任", parent="s1"),
        Section(id="s3", number="二", label="（二）", title="防火", parent="s1"),
        Section(id="s4", number="二", label="二、", title="保障"),
    )
    tasks = [task(number, "事项", "做事。", section=f"s{section}") for number, section in enumerate((2, 2, 3, 4), 1)]
    found = chapters(plan("p.txt", *tasks).model_copy(update={"sections": sections}), Lang.ZH)
    assert [("（一）责任", 2), ("（二）防火", 1), ("二、保障", 1)] == [(each.title, len(each.tasks)) for each in found]


def test_tasks_without_a_section() -> None:
    """A plan without sections is one chapter, and no flow is drawn between two of them."""
    one = plan("p.txt", task(1, "事项", "做事。", section="")).model_copy(update={"sections": ()})
    found = chapters(one, Lang.EN)
    assert ["(no section)"] == [each.title for each in found]
    assert flow(Digest(_compared()), found, found, Lang.EN) is None


def test_the_flow_ends_where_tasks_end() -> None:
    """Tasks without a counterpart flow to and from a bar of their own, and both sides add up."""
    sections = tuple(Section(id=f"s{n}", number=str(n), label=f"{n}、", title="部分") for n in (1, 2))
    upper = CITY.model_copy(
        update={
            "sections": sections,
            "tasks": tuple(
                each.model_copy(update={"section": "s2"}) if each.id == "t2" else each for each in CITY.tasks
            ),
        }
    )
    digest = Digest(comparison(upper, DISTRICT, ALIGNMENT))
    found = flow(digest, chapters(upper, Lang.ZH), chapters(DISTRICT, Lang.ZH), Lang.ZH)
    assert found
    assert [("1、部分", 2), ("2、部分", 1), ("没有对应的上级任务", 1)] == [
        (each.title, each.number) for each in found.upper
    ]
    assert [("一、重点任务", 3), ("没有对应的下级任务", 1)] == [(each.title, each.number) for each in found.lower]
