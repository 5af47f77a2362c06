"""Small records made by hand: two fictional plans of 江城市 and 临江区, and what an aligner could say of them."""

from __future__ import annotations

import datetime as dt
import hashlib

import planalign
from planalign.assess.case import Case
from planalign.assess.findings import assess
from planalign.assess.summary import summarise
from planalign.assess.waived import Settled
from planalign.config import Settings
from planalign.model.alignment import Alignment
from planalign.model.block import Location
from planalign.model.comparison import ClauseCoverage, Comparison, Link, Relation, Status, Strength, TaskStatus
from planalign.model.evidence import Evidence
from planalign.model.plan import Clause, Level, Masthead, Plan, Section, Source, Task, TaskKind
from planalign.model.provenance import Provenance
from planalign.model.waiver import Waiver


def task(number: int, title: str, *clauses: str, kind: TaskKind = TaskKind.TASK, section: str = "s1") -> Task:
    """Return a task whose id, label and places follow from its number."""
    return Task(
        id=f"t{number}",
        section=section,
        number=str(number),
        label=f"{number}．",
        title=title,
        kind=kind,
        clauses=tuple(
            Clause(id=f"t{number}.c{place}", text=text, location=Location(line=10 * number, paragraph=number))
            for place, text in enumerate(clauses, start=1)
        ),
        location=Location(line=10 * number, paragraph=number),
    )


def plan(file: str, *tasks: Task, masthead: Masthead | None = None) -> Plan:
    """Return a plan of one section."""
    return Plan(
        id=file[:12],
        source=Source(
            file=file, sha256="0123456789abcdef" * 3 + hashlib.sha256(file.encode()).hexdigest()[:16], format="txt"
        ),
        masthead=masthead or Masthead(title=file),
        sections=(Section(id="s1", number="一", label="一、", title="重点任务"),),
        tasks=tasks,
    )


def covered(clause: str, *carriers: str) -> ClauseCoverage:
    """Return a verdict that all is carried."""
    return _coverage(clause, Status.COVERED, 0.9, child_clauses=carriers)


def partial(clause: str, carrier: str, *missing: str, undecided: bool = False) -> ClauseCoverage:
    """Return a verdict that some is carried."""
    return _coverage(clause, Status.PARTIAL, 0.5, child_clauses=(carrier,), missing=missing, undecided=undecided)


def dropped(clause: str, nearest: str = "", score: float = 0.0) -> ClauseCoverage:
    """Return a verdict that nothing is carried."""
    evidence = (Evidence(parent_clause=clause, child_clause=nearest, score=score),) if nearest else ()
    return _coverage(clause, Status.DROPPED, score, evidence=evidence)


def _coverage(clause: str, status: Status, score: float, **fields: object) -> ClauseCoverage:
    return ClauseCoverage.model_validate(
        {"parent_clause": clause, "parent_task": clause.partition(".")[0], "status": status, "score": score, **fields}
    )


def link(child: str, parent: str, score: float = 0.8, runner_up: float = 0.2, *, primary: bool = True) -> Link:
    """Return a link between two tasks."""
    return Link(
        id=f"{child}-{parent}",
        child_task=child,
        parent_task=parent,
        strength=Strength.PRIMARY if primary else Strength.SECONDARY,
        relation=Relation.OVERLAPS,
        score=score,
        runner_up=runner_up,
    )


def status(parent_task: str, value: Status) -> TaskStatus:
    """Return what became of a task."""
    return TaskStatus(parent_task=parent_task, status=value)


def comparison(parent: Plan, child: Plan, alignment: Alignment, settings: Settings | None = None) -> Comparison:
    """Assess an alignment made by hand as the pipeline would."""
    settings = settings or Settings()
    case = Case(parent, child, alignment, settings)
    findings = assess(case)
    return Comparison(
        schema="planalign/comparison/1",
        generator=f"planalign {planalign.__version__}",
        provenance=Provenance(settings=settings.model_dump(mode="json"), segmenter="none", dictionaries="0"),
        parent=parent,
        child=child,
        links=alignment.links,
        coverage=alignment.coverage,
        task_status=alignment.task_status,
        drift=alignment.drift,
        findings=findings,
        same_plan=case.same_plan,
        excluded=case.excluded,
        summary=summarise(case, Settled(findings)),
    )


CITY = plan(
    "city.txt",
    task(1, "完善应急预案", "修订市级总体预案，更新物资清单。", "每季度开展一次联合演练；"),
    task(2, "建设森林防火道路", "新建防火道路20公里。", "完善取水点。"),
    task(3, "开展安全宣传", "组织宣传进社区。"),
    task(4, "强化组织领导", "各单位要高度重视。", kind=TaskKind.REQUIREMENT),
    masthead=Masthead(
        title="2025年全市应急管理工作要点",
        issuer="江城市应急管理局",
        document_number="江应急发〔2025〕3号",
        dated="2025-02-10",
        level=Level.CITY,
        year=2025,
    ),
)
DISTRICT = plan(
    "district.txt",
    task(1, "修订预案", "修订区级总体预案。", "加强值班值守。"),
    task(2, "安全宣传教育", "组织宣传进社区。"),
    task(3, "柑橘冻害防范", "为果农发放防冻物资。"),
    masthead=Masthead(
        title="2025年全区应急管理工作要点", issuer="江城市临江区应急管理局", level=Level.DISTRICT, year=2025
    ),
)
ALIGNMENT = Alignment(
    links=(link("t1", "t1"), link("t2", "t3")),
    coverage=(
        partial("t1.c1", "t1.c1", "更新物资清单"),
        dropped("t1.c2", "t1.c2", 0.3),
        dropped("t2.c1"),
        dropped("t2.c2"),
        covered("t3.c1", "t2.c1"),
        dropped("t4.c1"),
    ),
    task_status=(
        status("t1", Status.PARTIAL),
        status("t2", Status.DROPPED),
        status("t3", Status.COVERED),
        status("t4", Status.DROPPED),
    ),
)

WAIVER = Waiver(
    number=1,
    rule="PA101",
    reason="本级不适用",
    basis="江府发〔2025〕3号",
    approver="区安委办",
    expires=dt.date(2025, 12, 31),
)
