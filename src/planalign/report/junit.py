"""Findings as JUnit XML: one test case for each task of the parent, or of the plan that is checked alone."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from typing import TYPE_CHECKING

from planalign.assess.rules import RULES
from planalign.model.comparison import Comparison, Status
from planalign.model.index import PlanIndex, counts, heading
from planalign.model.wording import Wording
from planalign.report.labels import SEVERITY, STATUS, WAIVED
from planalign.report.machine_items import breaks_policy, checked_plan
from planalign.report.passage import whereabouts
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.plan import Plan, Task
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_REST = Wording("其他问题", "plural")


def render(record: Check | Comparison, look: Look) -> str:
    """Return one suite; findings that break the policy are failures, others are told in the output of their case."""
    suite = _Suite(record, look.lang)
    root = ET.Element("testsuites")
    root.append(suite.element())
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


class _Suite:
    def __init__(self, record: Check | Comparison, lang: Lang) -> None:
        self._record = record
        self._lang = lang
        self._plan = record.parent if isinstance(record, Comparison) else record.plan
        self._index = PlanIndex(self._plan)
        self._open = self._by_task(record.findings)
        self._waived = self._by_task(tuple(entry.finding for entry in record.waived))
        entries = record.task_status if isinstance(record, Comparison) else ()
        self._not_applicable = {entry.parent_task for entry in entries if entry.status is Status.NOT_APPLICABLE}

    def element(self) -> ET.Element:
        tasks = self._tasks()
        cases = [self._of_task(task) for task in tasks]
        told = {task.id for task in tasks}
        rest = [finding for key, found in self._open.items() if key not in told for finding in found]
        cases += [self._of_rule(code, rest) for code in sorted({finding.code for finding in rest})]
        suite = ET.Element("testsuite", name=one_line(f"planalign {checked_plan(self._record).source.file}"))
        suite.set("tests", str(len(cases)))
        for tag in ("failure", "error", "skipped"):
            plural = tag if tag == "skipped" else f"{tag}s"
            suite.set(plural, str(sum(case.find(tag) is not None for case in cases)))
        suite.extend(cases)
        return suite

    def _tasks(self) -> list[Task]:
        requirements = bool(self._record.provenance.settings.get("requirements"))
        return [task for task in self._plan.tasks if counts(task, requirements=requirements)]

    def _by_task(self, findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
        """Collect findings by the task of the suite's plan in which they stand; the others under an empty name."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            end = finding.parent if isinstance(self._record, Comparison) else finding.child
            found[self._task_of(end)].append(finding)
        return found

    def _task_of(self, end: FindingEnd | None) -> str:
        if end is None:
            return ""
        task = self._index.tasks.get(end.id) or self._index.task_of.get(end.id)
        return task.id if task else ""

    def _of_task(self, task: Task) -> ET.Element:
        case = ET.Element("testcase", name=one_line(heading(task)), classname=self._section(self._plan, task))
        found = self._open.get(task.id, [])
        self._fill(case, found)
        if not found and self._waived.get(task.id):
            ET.SubElement(case, "skipped", message=WAIVED.of(self._lang))
        elif not found and task.id in self._not_applicable:
            ET.SubElement(case, "skipped", message=STATUS[Status.NOT_APPLICABLE].of(self._lang))
        return case

    def _of_rule(self, code: str, findings: list[Finding]) -> ET.Element:
        name = f"{code} {RULES[code].title.of(self._lang)}"
        case = ET.Element("testcase", name=name, classname=_REST.of(self._lang))
        self._fill(case, [finding for finding in findings if finding.code == code])
        return case

    def _fill(self, case: ET.Element, findings: list[Finding]) -> None:
        """Put what breaks the policy into one failure, and the rest into the output."""
        bad = [finding for finding in findings if breaks_policy(self._record, finding)]
        rest = [finding for finding in findings if finding not in bad]
        if bad:
            message = one_line(f"{bad[0].code} {bad[0].message}")
            failure = ET.SubElement(case, "failure", message=message, type=bad[0].code)
            failure.text = "\n".join(self._told(finding) for finding in bad)
        if rest:
            ET.SubElement(case, "system-out").text = "\n".join(self._told(finding) for finding in rest)

    def _told(self, finding: Finding) -> str:
        lines = [f"{SEVERITY[finding.severity].of(self._lang)} {finding.code} {one_line(finding.message)}"]
        for end in (finding.parent, finding.child):
            if end is not None:
                where = whereabouts(end, self._lang, titled=True)
                lines.append(one_line(f"  {end.file} {where}: {end.text}"))
        return "\n".join(lines)

    def _section(self, plan: Plan, task: Task) -> str:
        section = next((section for section in plan.sections if section.id == task.section), None)
        return one_line(f"{section.label}{section.title}") if section else "planalign"
