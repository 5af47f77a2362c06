"""The short list of a check: what is shown of many findings, and how to see the others."""

from __future__ import annotations

from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison

from planalign.model.comparison import ClauseCoverage, Comparison, Finding, FindingEnd, Severity, Status
from planalign.report import check_markdown, check_record, check_terminal
from planalign.report.look import Look
from planalign.report.short_list import EXAMPLES, SHORT, cut, left_out, rule_groups


def _finding(code: str, number: int, severity: Severity) -> Finding:
    end = FindingEnd(id=f"t1.c{number}", file="city.txt", title="1．完善应急预案", text=f"第{number}条的原文。")
    return Finding(id=f"{code}-t1.c{number}", code=code, severity=severity, message="未承接", parent=end)


def _entry(number: int, score: float, *, undecided: bool = False) -> ClauseCoverage:
    return ClauseCoverage(
        parent_clause=f"t1.c{number}", parent_task="t1", status=Status.DROPPED, score=score, undecided=undecided
    )


def _many(warnings: int, errors: int = 0) -> Comparison:
    """Return a comparison with so many findings of each severity, each clause carried a little less than the last."""
    findings = [_finding("PA101", number, Severity.ERROR) for number in range(1, errors + 1)]
    findings += [_finding("PA102", number, Severity.WARNING) for number in range(1, warnings + 1)]
    coverage = tuple(_entry(number, 0.5 - number / 100, undecided=number > 20) for number in range(1, 31))
    found = comparison(CITY, DISTRICT, ALIGNMENT)
    return found.model_copy(update={"findings": tuple(findings), "coverage": coverage})


def test_few_findings_are_all_shown() -> None:
    """A short list needs no examples."""
    shown = check_terminal.render(_many(SHORT), Look())
    assert SHORT == shown.count("PA102 未承接")
    assert "未列出" not in shown


def test_many_warnings_are_told_by_their_worst() -> None:
    """The clauses of which least is carried stand for the others, close calls behind them; the rest is counted."""
    record = _many(25)
    shown = check_terminal.render(record, Look())
    assert "PA102 上级条款未承接（25）" in shown
    assert EXAMPLES == shown.count("PA102 未承接")
    assert shown.index("PA102-t1.c20") < shown.index("PA102-t1.c19")
    assert f"未列出：警告 {25 - EXAMPLES}；加 --all 全部列出" in shown
    assert {Severity.WARNING: 25 - EXAMPLES} == left_out(record)


def test_errors_are_always_shown() -> None:
    """Every error has to be fixed, so that none is left to an example."""
    record = _many(0, errors=25)
    assert 25 == check_terminal.render(record, Look()).count("PA101 未承接")
    assert not cut(Severity.ERROR, record.findings)


def test_everything_on_request() -> None:
    """With everything asked for, in a file and in the record nothing is left out."""
    record = _many(25)
    assert 25 == check_terminal.render(record, Look(all=True)).count("PA102 未承接")
    assert 25 == check_markdown.render(record, Look()).count("### PA102 未承接")
    assert 25 == check_record.render(record, Look()).count('"id": "PA102-')


def test_overview_of_a_file() -> None:
    """A report with many findings begins with their numbers by rule."""
    shown = check_markdown.render(_many(25), Look())
    assert "| 警告 | PA102 上级条款未承接（25） | 未承接 · PA102-t1.c20 |" in shown
    assert "## 概览" not in check_markdown.render(_many(SHORT), Look())


def test_rules_keep_their_turn() -> None:
    """Groups come in the order in which their first findings stand."""
    findings = [_finding(code, 1, Severity.WARNING) for code in ("PA403", "PA102", "PA403")]
    assert ["PA403", "PA102"] == [group.code for group in rule_groups(_many(0), findings)]
