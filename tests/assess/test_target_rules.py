"""PA201–PA209 and PA303: what the child makes of the parent's targets and verbs."""

from __future__ import annotations

import pytest
from tests.hand_made import covered, dropped, plan, task

from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.assess.subjects import Subjects
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.comparison import Drift, DriftKind, Severity
from planalign.model.facts import Aspect
from planalign.model.plan import Clause, PlanKind
from planalign.model.wording import Lang

PARENT = plan("a", task(1, "改善办学条件", "6月底前新建幼儿园60所，每季度检查1次。", "配齐校医。"))
CHILD = plan("b", task(1, "改善办学条件", "8月底前新建幼儿园4所。"))


def _drift(aspect: Aspect, kind: DriftKind, *, after: str | None = "4所", matter: str = "新建幼儿园") -> Drift:
    return Drift(
        matter=matter,
        parent_clause="t1.c1",
        child_clause="t1.c1" if after else None,
        parent_value="60所",
        child_value=after,
        drift=kind,
        aspect=aspect,
    )


def _found(*drift: Drift, lang: Lang = Lang.ZH, lost: bool = False) -> list[tuple[str, Severity, str]]:
    coverage = (dropped("t1.c1") if lost else covered("t1.c1", "t1.c1"), covered("t1.c2", "t1.c1"))
    case = Case(PARENT, CHILD, Alignment((), coverage, (), drift), Settings(lang=lang))
    return [
        (found.code, found.severity, found.message)
        for found in assess(case)
        if found.code.startswith("PA2") or found.code == "PA303"
    ]


@pytest.mark.parametrize(
    ("aspect", "kind", "code", "severity"),
    [
        (Aspect.NUMBER, DriftKind.LOOSER, "PA201", Severity.ERROR),
        (Aspect.DEADLINE, DriftKind.LOOSER, "PA203", Severity.WARNING),
        (Aspect.FREQUENCY, DriftKind.LOOSER, "PA204", Severity.WARNING),
        (Aspect.NUMBER, DriftKind.STRICTER, "PA205", Severity.INFO),
        (Aspect.FREQUENCY, DriftKind.STRICTER, "PA205", Severity.INFO),
        (Aspect.DEADLINE, DriftKind.STRICTER, "PA206", Severity.INFO),
    ],
)
def test_changed_value(aspect: Aspect, kind: DriftKind, code: str, severity: Severity) -> None:
    """Each change of a value has its code, and the message names both values."""
    assert [(code, severity, "“新建幼儿园”：上级为“60所”，下级为“4所”")] == _found(_drift(aspect, kind))


def test_words_that_bind_a_number() -> None:
    """A changed number is shown with the words that bind it in its clause."""
    fall = _drift(Aspect.NUMBER, DriftKind.LOOSER, matter="事故起数").model_copy(update={"parent_value": "5%"})
    parent = plan("a", task(1, "甲", "事故起数同比下降5%。"))
    child = plan("b", task(1, "甲", "事故起数下降4所以上。"))
    case = Case(parent, child, Alignment((), (covered("t1.c1", "t1.c1"),), (), (fall,)), Settings())
    told = [found.message for found in assess(case) if found.code == "PA201"]
    assert ["“事故起数”：上级为“同比下降5%”，下级为“下降4所以上”"] == told


def test_shorter_list() -> None:
    """A list is named by its items, as the parent gives them and as far as the child has them."""
    assert [("PA208", Severity.WARNING, "上级列出“60所”，下级只见“4所”")] == _found(
        _drift(Aspect.LISTING, DriftKind.LOOSER)
    )


def test_weaker_verb() -> None:
    """A softer verb is a warning with both wordings."""
    assert [("PA303", Severity.WARNING, "上级为“60所”，下级为“4所”")] == _found(_drift(Aspect.VERB, DriftKind.LOOSER))


def test_not_comparable() -> None:
    """What may be a share of a total is only told."""
    assert [("PA209", Severity.INFO, "可能是分解数，无法判断高低：新建幼儿园（60所→4所）")] == _found(
        _drift(Aspect.NUMBER, DriftKind.NOT_COMPARABLE)
    )


def test_missing_numbers_of_a_clause_are_one_finding() -> None:
    """The numbers that a clause loses are told together."""
    lost = _drift(Aspect.NUMBER, DriftKind.MISSING, after=None)
    often = lost.model_copy(update={"matter": "检查", "parent_value": "每季度", "aspect": Aspect.FREQUENCY})
    assert [("PA207", Severity.WARNING, "下级没有写：新建幼儿园（60所）；检查（每季度）")] == _found(lost, often)


@pytest.mark.parametrize(
    ("matters", "expected"),
    [
        (("新建60所幼儿园",), "新建60所幼儿园"),
        (("新建60 所幼儿园",), "新建60 所幼儿园"),
        (("新建60所幼儿园、改造20所",), "新建60所幼儿园、改造20所（60所）"),
        (("新建60所幼儿园，6月完工",), "新建60所幼儿园，6月完工（60所）"),
        (("新建60所幼儿园", "新建60所幼儿园"), "新建60所幼儿园（60所）；新建60所幼儿园（60所）"),
    ],
)
def test_which_number_is_meant(matters: tuple[str, ...], expected: str) -> None:
    """A matter that holds one number needs it no second time; of several, or of equal matters, each says which."""
    lost = [_drift(Aspect.NUMBER, DriftKind.MISSING, after=None, matter=matter) for matter in matters]
    assert [("PA207", Severity.WARNING, f"下级没有写：{expected}")] == _found(*lost)


def test_one_thing_is_told_once() -> None:
    """Of a deadline and a number of one phrase the longer matter, which holds both, is enough; both are items."""
    number = _drift(Aspect.NUMBER, DriftKind.MISSING, after=None, matter="上半年新建60所幼儿园")
    deadline = _drift(Aspect.DEADLINE, DriftKind.MISSING, after=None, matter="新建60所幼儿园")
    lost = [deadline.model_copy(update={"parent_value": "上半年"}), number]
    case = Case(PARENT, CHILD, Alignment((), (covered("t1.c1", "t1.c1"),), (), tuple(lost)), Settings())
    (found,) = (found for found in assess(case) if found.code == "PA207")
    assert "下级没有写：上半年新建60所幼儿园" == found.message
    assert ("target:t1.c1-", "target:t1.c1-.2") == Subjects(PARENT, lost).of(found)


def test_each_number_of_a_finding_is_an_item() -> None:
    """A value printed with a space inside is found in a message that gives it without."""
    first = _drift(Aspect.NUMBER, DriftKind.MISSING, after=None, matter="新建60所幼儿园")
    lost = [first.model_copy(update={"parent_value": "60 所"}), _drift(Aspect.NUMBER, DriftKind.MISSING, after=None)]
    case = Case(PARENT, CHILD, Alignment((), (covered("t1.c1", "t1.c1"),), (), tuple(lost)), Settings())
    (found,) = (found for found in assess(case) if found.code == "PA207")
    assert ("target:t1.c1-", "target:t1.c1-.2") == Subjects(PARENT, lost).of(found)


def test_number_in_words() -> None:
    """A number that became words is told with the clause that takes it up."""
    lost = _drift(Aspect.NUMBER, DriftKind.MISSING, after=None)
    words = lost.model_copy(update={"in_words": True, "child_clause": "t1.c1"})
    assert [("PA202", Severity.WARNING, "下级写了这件事，但没有写上级的要求：新建幼儿园（60所）")] == _found(words)


def test_dropped_clause_is_told_once() -> None:
    """The numbers of a clause that is dropped as a whole are no finding of their own."""
    assert [] == _found(_drift(Aspect.NUMBER, DriftKind.MISSING, after=None), lost=True)


@pytest.mark.parametrize("kind", [DriftKind.SAME, DriftKind.NEW])
def test_no_finding(kind: DriftKind) -> None:
    """What is the same, and what only the child has, is no finding."""
    assert [] == _found(_drift(Aspect.NUMBER, kind))


def test_level_change_is_no_finding() -> None:
    """What the change of level asks for stays in the record only."""
    change = _drift(Aspect.VERB, DriftKind.LOOSER).model_copy(update={"level_change": True})
    assert [] == _found(change)


def test_lead_in_of_an_interpretation_binds_nobody() -> None:
    """What a 解读 says before its tasks is about the plan; the preamble of a plan counts."""
    preamble = (Clause(id="p.c1", text="要点共60条。"),)
    lost = _drift(Aspect.NUMBER, DriftKind.MISSING, after=None).model_copy(update={"parent_clause": "p.c1"})
    codes = {}
    for kind in (PlanKind.PLAN, PlanKind.INTERPRETATION):
        parent = PARENT.model_copy(update={"preamble": preamble, "kind": kind})
        case = Case(parent, CHILD, Alignment((), (covered("t1.c1", "t1.c1"),), (), (lost,)), Settings())
        codes[kind] = [found.code for found in assess(case) if found.code.startswith("PA2")]
    assert {PlanKind.PLAN: ["PA207"], PlanKind.INTERPRETATION: []} == codes


def test_several_of_one_clause_have_their_own_ids() -> None:
    """Two findings of a rule about one clause are told apart by a number."""
    drift = _drift(Aspect.NUMBER, DriftKind.LOOSER)
    other = drift.model_copy(update={"matter": "改造幼儿园"})
    case = Case(PARENT, CHILD, Alignment((), (covered("t1.c1", "t1.c1"),), (), (drift, other)), Settings())
    assert ["PA201-t1.c1", "PA201-t1.c1.2"] == [found.id for found in assess(case) if found.code == "PA201"]


def test_two_issues_of_one_plan() -> None:
    """Between two issues of a plan nothing is handed down."""
    case = Case(
        PARENT,
        CHILD,
        Alignment((), (covered("t1.c1", "t1.c1"),), (), (_drift(Aspect.NUMBER, DriftKind.LOOSER),)),
        Settings(same_plan=True),
    )
    assert [] == [found.code for found in assess(case) if found.code.startswith("PA2")]


def test_english() -> None:
    """Messages exist in English."""
    found = _found(_drift(Aspect.NUMBER, DriftKind.LOOSER), lang=Lang.EN)
    assert [("PA201", Severity.ERROR, "“新建幼儿园”: “60所” became “4所”")] == found
