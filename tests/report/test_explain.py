"""Why a verdict was given."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.hand_made import CITY, DISTRICT, comparison, covered, link, partial, plan, status, task

from planalign.errors import UsageError
from planalign.model.alignment import Alignment
from planalign.model.comparison import Commitment, Comparison, Drift, DriftKind, Signal, Status
from planalign.model.evidence import Evidence
from planalign.model.facts import Aspect
from planalign.model.plan import Level, Masthead
from planalign.model.review import Review, ReviewState, Verdict
from planalign.model.wording import Lang
from planalign.report.explain import render
from planalign.report.look import Look

EXPECTED = """\
PA103-t1.c1  “1．完善应急预案”中有一条只承接了一部分，缺少：更新物资清单
第10行：修订市级总体预案，更新物资清单。  t1.c1
  判定    部分承接，承接比例 0.50
  概率    部分承接 0.61，未承接 0.30，已承接 0.09
  事项    有 0.91 修订市级总体预案
  事项    缺 0.12 更新物资清单
  依据    用词 −1.2，归属 +0.4
  其中    缺 0.10 清单
  最近    0.62 1．修订预案，第10行：修订区级总体预案。
          共有词：总体预案 修订
  其次    0.05 1．修订预案，第10行：加强值班值守。
"""

CHANCES = {Status.COVERED: 0.09, Status.PARTIAL: 0.61, Status.DROPPED: 0.3}
DECIDED = {Signal.WORDING: -1.2, Signal.CLAIM: 0.4}


@pytest.fixture
def example() -> Comparison:
    """Return a comparison whose first clause has commitments and evidence."""
    near = Evidence(parent_clause="t1.c1", child_clause="t1.c1", score=0.62, words=("总体预案", "修订"))
    far = Evidence(parent_clause="t1.c1", child_clause="t1.c2", score=0.05)
    parts = (
        Commitment(text="修订市级总体预案", start=0, end=8, score=0.91, carried=True, child_clause="t1.c1"),
        Commitment(text="更新物资清单", start=9, end=15, score=0.12, carried=False, signals=DECIDED),
        Commitment(text="清单", start=13, end=15, score=0.1, carried=False, signals=DECIDED),
    )
    known = {"evidence": (near, far), "commitments": parts, "chances": CHANCES}
    entry = partial("t1.c1", "t1.c1", "更新物资清单").model_copy(update=known)
    linked = link("t1", "t1").model_copy(update={"evidence": (near,)})
    alignment = Alignment((linked,), (entry,), (status("t1", Status.PARTIAL),))
    return comparison(CITY, DISTRICT, alignment)


def test_finding(example: Comparison) -> None:
    """A finding shows its verdict, each part with its probability and what decided, the nearest clause and the next."""
    assert EXPECTED == render(example, "PA103-t1.c1", Look(width=80))


def _with(example: Comparison, **known: object) -> Comparison:
    entry = example.coverage[0].model_copy(update=known)
    return example.model_copy(update={"coverage": (entry, *example.coverage[1:])})


def test_what_was_cut_out(example: Comparison) -> None:
    """Of a part that was cut out of a copied sentence it is said so, in place of the signals."""
    whole, lost, member = example.coverage[0].commitments
    parts = (whole, lost.model_copy(update={"cut_out": True, "signals": {}}), member)
    told = render(_with(example, commitments=parts), "PA103-t1.c1", Look(width=80))
    assert "缺 0.12 更新物资清单\n  依据    前后文字照用，唯独删去这一部分，相近的条款里也没有写\n" in told


def test_what_was_cut_off(example: Comparison) -> None:
    """Of the end of an action that was cut off it is said so; of a member of what is gone as a whole nothing more."""
    whole, lost, member = example.coverage[0].commitments
    end = lost.model_copy(update={"text": "物资清单", "cut_out": True})
    told = render(_with(example, commitments=(whole, lost, end, member)), "PA103-t1.c1", Look(width=80))
    assert "物资清单\n  依据    只照用到这里之前，后面删去，相近的条款里也没有写\n" in told
    gone = lost.model_copy(update={"cut_out": True})
    told = render(_with(example, commitments=(whole, gone, end, member)), "PA103-t1.c1", Look(width=80))
    assert "只照用到这里之前" not in told


@pytest.mark.parametrize(
    ("status", "likeliest", "told"),
    [
        (Status.PARTIAL, Status.COVERED, "概率按整条估计；逐项核对，有的事项有、有的缺"),
        (Status.COVERED, Status.PARTIAL, "概率按整条估计；逐项核对，没有缺少的举措"),
    ],
)
def test_verdict_that_is_not_the_likeliest(example: Comparison, status: Status, likeliest: Status, told: str) -> None:
    """The line below the chances says why the parts decide otherwise; it stands nowhere else."""
    chances = dict.fromkeys(Status, 0.1) | {likeliest: 0.7}
    changed = _with(example, status=status, chances=chances)
    assert told in render(changed, "t1.c1", Look(width=80))
    assert "逐项核对" not in render(example, "t1.c1", Look(width=80))


def test_other_language(example: Comparison) -> None:
    """Messages are kept in the language of the report; in another one the rule is named instead."""
    told = render(example, "PA103-t1.c1", Look(lang=Lang.EN, width=80))
    assert "PA103-t1.c1  Clause partly carried" == told.splitlines()[0]


def test_clause_and_task(example: Comparison) -> None:
    """A clause is explained by its own id too, and a task by its links and its clauses."""
    clause = EXPECTED.split("\n", 1)[1]
    linked = "1．完善应急预案\n  对应    1．修订预案（主要，部分重合，得分 0.80，次优 0.20）  t1-t1\n"
    assert clause == render(example, "t1.c1", Look(width=80))
    assert linked + clause == render(example, "t1", Look(width=80))


def test_link(example: Comparison) -> None:
    """A link shows its scores and the clause pairs that speak for it."""
    told = render(example, "t1-t1", Look(lang=Lang.EN, width=100))
    assert "Link    1．修订预案 (primary, overlaps, score 0.80, runner-up 0.20)  t1-t1" in told
    assert "Child   0.62 1．修订预案, line 10: 修订区级总体预案。" in told


def test_local_task_is_not_taken_for_a_parent_task(example: Comparison) -> None:
    """PA104-t2 speaks of a task of the child, whatever the parent calls t2."""
    assert "组织宣传进社区" in render(example, "PA104-t2", Look(width=80))


def test_unlinked_task(example: Comparison) -> None:
    """A parent task without a counterpart says so."""
    assert "没有下级任务对应这项任务" in render(example, "t2", Look(width=80))


def test_unknown_id(example: Comparison) -> None:
    """An id that the report does not hold is refused with what was probably meant."""
    with pytest.raises(UsageError, match=r"PA103-t1\.c1"):
        render(example, "PA103-t1.c9", Look())


DEADLINE = """\
PA203-t1.c1  “完成预案修订”：上级为“6月底前”，下级为“9月底前”
  上级    1．完善应急预案，第10行：6月底前完成预案修订。
  下级    1．修订预案，第10行：9月底前完成各类预案的修订。
  变化    完成预案修订：6月底前 → 9月底前（时限，放宽）
  配对    下级这一条承接上级这一条；所在任务对应（t1-t1）；事项的文字也见于下
          级：完成 预案 修订
上级这一条的承接情况  t1.c1
  判定    已承接，承接比例 0.90
  最近    下级文件中没有相近的内容
"""
LATER = Drift(
    matter="完成预案修订", parent_clause="t1.c1", child_clause="t1.c1", parent_value="6月底前", child_value="9月底前",
    drift=DriftKind.LOOSER, aspect=Aspect.DEADLINE,
)  # fmt: skip


def _drifted(drift: Drift) -> Comparison:
    """Return a comparison of two plans of one clause with what became of its deadline."""
    upper, lower = (
        plan(file, task(1, title, text), masthead=Masthead(title=file, level=level))
        for file, title, text, level in (
            ("city", "完善应急预案", "6月底前完成预案修订。", Level.CITY),
            ("district", "修订预案", "9月底前完成各类预案的修订。", Level.DISTRICT),
        )
    )
    alignment = Alignment((link("t1", "t1"),), (covered("t1.c1", "t1.c1"),), (status("t1", Status.COVERED),), (drift,))
    return comparison(upper, lower, alignment)


def test_target() -> None:
    """A target shows both clauses with their places, both values, why they were paired, then the clause as a whole."""
    assert DEADLINE == render(_drifted(LATER), "PA203-t1.c1", Look(width=80))


def test_target_in_another_language() -> None:
    """The values are told in either language, though the message is kept in that of the report."""
    told = render(_drifted(LATER), "PA203-t1.c1", Look(lang=Lang.EN, width=100))
    assert "  Change  完成预案修订: 6月底前 → 9月底前 (deadline, looser)\n" in told


def test_target_without_a_pair() -> None:
    """A target that the child lacks has nothing to be paired with."""
    lost = LATER.model_copy(update={"child_clause": None, "child_value": None, "drift": DriftKind.MISSING})
    told = render(_drifted(lost), "PA207-t1.c1", Look(width=80))
    assert "  下级    未找到\n  变化    完成预案修订：6月底前（时限，未写）\n上级这一条" in told


def test_target_that_holds_its_value() -> None:
    """What holds its value is told once."""
    fields = {"matter": "年度预算机制", "parent_value": "年度", "child_clause": None, "child_value": None}
    lost = LATER.model_copy(update={**fields, "drift": DriftKind.MISSING, "aspect": Aspect.FREQUENCY})
    assert "  变化    年度预算机制（频次，未写）\n" in render(_drifted(lost), "PA207-t1.c1", Look(width=80))


def test_order_of_the_evidence(example: Comparison) -> None:
    """Where a smaller share stands first, a line says what else puts the evidence in order."""
    note = "          次序兼看所在任务和其他条款；数字只是用词写入的比例，小的可能在前\n"
    assert note not in render(example, "t1.c1", Look(width=80))
    first, *others = example.coverage
    swapped = first.model_copy(update={"evidence": first.evidence[::-1]})
    other_order = example.model_copy(update={"coverage": (swapped, *others)})
    assert render(other_order, "t1.c1", Look(width=80)).endswith(note)


def test_decision(example: Comparison) -> None:
    """What a person decided, who and when stands beside the verdict; a dismissed finding is found too."""
    review = Review(
        state=ReviewState.CONFIRMED, decision="abcdefgh", verdict=Verdict.ACCEPT, by="李敏",
        at=dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC), reason="核对原文",
    )  # fmt: skip
    decided = example.model_copy(
        update={
            "coverage": tuple(entry.model_copy(update={"review": review}) for entry in example.coverage),
            "dismissed": tuple(each.model_copy(update={"review": review}) for each in example.findings),
            "findings": (),
        }
    )
    told = render(decided, "PA103-t1.c1", Look(width=80))
    assert 2 == told.count("  人工    认可（李敏，2026-03-02，核对原文）\n")
    assert "人工" not in render(example, "PA103-t1.c1", Look(width=80))
