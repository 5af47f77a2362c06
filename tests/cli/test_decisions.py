"""Decisions by the command line: kept over runs, in doubt once something changed, demanded by the policy, exported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.deciding import LOWER, RENUMBERED, UPPER, everything, read, said

from planalign import compare
from planalign.model.review import Verdict
from planalign.store.decisions import NAME, append

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

    from planalign.model.comparison import Comparison

CHANGED = LOWER.replace("6场", "4场")


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Comparison:
    """Return what the program says of two plans, and work in their folder."""
    monkeypatch.chdir(tmp_path)
    return compare(read(tmp_path, "city.txt", UPPER), read(tmp_path, "district.txt", LOWER))


@pytest.fixture
def decided(found: Comparison, tmp_path: Path) -> Comparison:
    """Return it after a person accepted everything but the link of the last task."""
    append(tmp_path / NAME, everything(found, Verdict.ACCEPT))
    append(tmp_path / NAME, [said(found, "link:t4-t4", Verdict.REJECT, hour=1)])
    return found


def record(run: Run, child: str = "district.txt") -> dict[str, Any]:
    """Return the record of a comparison."""
    found: dict[str, Any] = json.loads(run("compare", "city.txt", child, "-f", "json", "-q").out)
    return found


@pytest.mark.usefixtures("decided")
def test_decision_is_kept(run: Run) -> None:
    """What a person decided holds in the next run, and the record says who decided and when."""
    found = record(run)
    assert ["t1-t1", "t2-t2"] == [link["id"] for link in found["links"]]
    rejected = found["rejected_links"][0]["review"]
    assert ("李敏", "2026-03-02T10:30:00+08:00", "confirmed") == (rejected["by"], rejected["at"], rejected["state"])
    assert found == record(run)


@pytest.mark.usefixtures("decided")
def test_one_changed_number(run: Run, tmp_path: Path) -> None:
    """A number that changed in the child puts only what speaks of it in doubt, and says so."""
    (tmp_path / "changed.txt").write_text(CHANGED, encoding="utf-8")
    found = record(run, "changed.txt")
    doubtful = [link["id"] for link in found["links"] if link["review"]["state"] == "suspect"]
    assert ["t2-t2"] == doubtful
    shown = run("compare", "city.txt", "changed.txt")
    assert "李敏 于 2026-03-02 对“（二）开展联合演练”作出决定（3 项）之后，下级指标有变动，需要重新复核" in shown.out
    assert f"planalign: 采用 {NAME}" in shown.err


@pytest.mark.usefixtures("decided")
def test_renumbered(run: Run, tmp_path: Path) -> None:
    """A plan with other numbers, order and widths leaves nothing in doubt."""
    (tmp_path / "again.txt").write_text(RENUMBERED, encoding="utf-8")
    assert 0 == record(run, "again.txt")["summary"]["review"]["suspect"]


@pytest.mark.usefixtures("decided")
def test_shown_to_people(run: Run, tmp_path: Path) -> None:
    """The table and the files for people say how far the review has got, and who said otherwise than the program."""
    shown = run("compare", "city.txt", "district.txt", "-o", "out.md", "-o", "out.csv", "-o", "out.docx").out
    assert "人工复核：已处理 12 项，需重看 0 项，未处理 0 项" in shown
    assert "李敏：认可 11 项（2026-03-02）" in shown
    line = "任务“（四）加强科普宣传” → “（四）加强科普宣传”：不认可（李敏，2026-03-02，核对原文）"
    assert line in shown.replace("\n", "")
    assert line in (tmp_path / "out.md").read_text(encoding="utf-8").replace("\\", "")
    assert "认可（李敏，2026-03-02）" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("decided")
def test_three_kinds_of_coverage(run: Run) -> None:
    """Check shows the coverage strictly, with waivers, and as far as people have confirmed it."""
    shown = run("check", "district.txt", "--parent", "city.txt").out
    assert "严格 60%（3/5），计入豁免 60%（3/5），人工确认 60%（3/5）" in shown


def test_demanded_review(run: Run, found: Comparison, tmp_path: Path) -> None:
    """Where the policy demands a review of all findings, the gate stays shut until a person has seen them."""
    (tmp_path / "planalign.toml").write_text('[policy]\nfail_on = "never"\nrequire_review = "all"\n', encoding="utf-8")
    shut = run("check", "district.txt", "--parent", "city.txt")
    assert (1, True) == (shut.code, "不通过：要求复核的 3 个问题中有 3 个尚未复核（require_review = all）" in shut.out)
    append(tmp_path / NAME, everything(found, Verdict.ACCEPT))
    assert 0 == run("check", "district.txt", "--parent", "city.txt").code


@pytest.mark.usefixtures("decided")
def test_isolated(run: Run) -> None:
    """Isolated, no decisions are searched for; named ones count."""
    alone = run("compare", "city.txt", "district.txt", "-f", "json", "--isolated")
    assert json.loads(alone.out)["summary"]["review"] is None
    named = run("compare", "city.txt", "district.txt", "-f", "json", "--isolated", "--decisions", NAME)
    assert 12 == json.loads(named.out)["summary"]["review"]["confirmed"]


@pytest.mark.usefixtures("decided")
def test_broken_line_is_told(run: Run, tmp_path: Path) -> None:
    """A line that cannot be read is named, and everything else counts."""
    with (tmp_path / NAME).open("ab") as file:
        file.write(b'{"schema":"planalign/dec')
    result = run("compare", "city.txt", "district.txt", "-f", "json")
    assert f"{NAME}：第 14 行不完整或不是本版本的决定，已跳过（原行保留）" in result.err
    assert 12 == json.loads(result.out)["summary"]["review"]["confirmed"]


def test_missing_store(run: Run, found: Comparison) -> None:
    """A store that is named has to be there."""
    assert found
    result = run("compare", "city.txt", "district.txt", "--decisions", "no.jsonl")
    assert (2, True) == (result.code, "no.jsonl: 没有这个文件" in result.err)


@pytest.mark.usefixtures("decided")
def test_chain_and_matrix(run: Run) -> None:
    """Chain and matrix read the decisions too."""
    chain = json.loads(run("chain", "city.txt", "district.txt", "-f", "json").out)
    matrix = json.loads(run("matrix", "city.txt", "district.txt", "-f", "json").out)
    assert 12 == chain["comparisons"][0]["summary"]["review"]["confirmed"]
    assert 12 == matrix["children"][0]["summary"]["review"]["confirmed"]


@pytest.mark.usefixtures("decided")
def test_status(run: Run, tmp_path: Path) -> None:
    """The status counts items by kind and state, and lists what is in doubt with what changed."""
    (tmp_path / "changed.txt").write_text(CHANGED, encoding="utf-8")
    run("compare", "city.txt", "changed.txt", "-o", "report.json", "-q")
    shown = run("review", "status", "report.json").out
    assert "已处理 9 项，需重看 3 项，未处理 0 项" in shown
    assert "李敏，2026-03-02：下级指标有变动" in shown
    status = json.loads(run("review", "status", "report.json", "-f", "json").out)
    assert ("planalign/review-status/1", NAME) == (status["schema"], status["store"])
    assert {"proposed": 0, "confirmed": 4, "suspect": 1} == status["reports"][0]["counts"]["clause"]


@pytest.mark.usefixtures("decided")
def test_gold(run: Run, tmp_path: Path) -> None:
    """What people confirmed becomes gold by which evaluate scores, and pairs to learn from."""
    run("compare", "city.txt", "district.txt", "-o", "report.json", "-q")
    written = run("review", "gold", "report.json", "-o", "gold")
    folder = tmp_path / "gold" / "district_city"
    answers = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    assert ["t1", "t2", "t3"] == [task["child"] for task in answers["child_tasks"]]
    assert [None] == answers["child_tasks"][2]["accepted_primary"]
    assert 5 == len(answers["parent_clauses"])
    pairs = [json.loads(line) for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"parent": "t1.c1", "child": "t1.c1", "label": "all", "kind": "review"} == pairs[0]
    assert "任务 3 项，条款 5 条" in written.err
    scored = run("evaluate", str(folder / "gold.json"), "--corpora", str(tmp_path), "-f", "json")
    assert (0, []) == (scored.code, [line for line in scored.err.splitlines() if "错误" in line])
