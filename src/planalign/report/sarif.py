"""Findings as SARIF 2.1.0, for code scanning; waived ones and existing debt are left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from planalign.assess.rules import RULES
from planalign.model.comparison import Comparison, Severity
from planalign.report.machine_items import place_of, plans
from planalign.report.places import place
from planalign.report.scrub import one_line
from planalign.report.sidecar import Sidecar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.check import Check
    from planalign.model.comparison import Finding, Waived
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang
    from planalign.report.look import Look
    from planalign.report.machine_items import Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, object]


def render(record: Check | Comparison, look: Look) -> str:
    """Return the log with the open findings; their places are lines of the companions."""
    return log(record, look, [(finding, None) for finding in record.findings])


def companions(record: Check | Comparison) -> dict[str, str]:
    """Return the texts whose lines the log names, by the names of their files."""
    sidecars = [Sidecar(plan) for plan in plans(record)]
    return {sidecar.name: sidecar.text for sidecar in sidecars}


def log(record: Check | Comparison, look: Look, findings: Sequence[tuple[Finding, Waived | None]]) -> str:
    """Return the whole log; a waived finding carries its waiver as a suppression."""
    codes = sorted({finding.code for finding, _ in findings})
    sides = {plan.id: Sidecar(plan) for plan in plans(record)}
    results = _Results(record, codes, sides, look.lang)
    run: Json = {
        "tool": {"driver": driver(record.generator, codes, look.lang)},
        "language": "zh-CN" if look.lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "artifacts": [artifact for plan in plans(record) for artifact in _artifacts(plan, sides[plan.id])],
        "results": [results.of(finding, waived) for finding, waived in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def driver(generator: str, codes: list[str], lang: Lang) -> Json:
    """Return who found it, with the rules that were broken."""
    name, _, version = generator.partition(" ")
    return {"name": name, "version": version, "rules": [_rule(code, lang) for code in codes]}


def _rule(code: str, lang: Lang) -> Json:
    rule = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": rule.title.of(lang)},
        "fullDescription": {"text": rule.explanation.of(lang)},
        "help": {"text": f"{rule.example.of(lang)}\n{rule.fix.of(lang)}"},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
    }


def _artifacts(plan: Plan, sidecar: Sidecar) -> list[Json]:
    source: Json = {
        "location": {"uri": uri(plan.source.file)},
        "hashes": {"sha-256": plan.source.sha256},
        "roles": ["analysisTarget"],
    }
    text: Json = {
        "location": {"uri": uri(sidecar.name)},
        "mimeType": "text/plain",
        "encoding": "UTF-8",
        "roles": ["attachment"],
        "description": {"text": f"normalised text of {plan.source.file}"},
    }
    return [source, text]


class _Results:
    """Makes the results of one log."""

    def __init__(self, record: Check | Comparison, codes: list[str], sides: dict[str, Sidecar], lang: Lang) -> None:
        self._record = record
        self._codes = codes
        self._sides = sides
        self._lang = lang

    def of(self, finding: Finding, waived: Waived | None) -> Json:
        result: Json = {
            "ruleId": finding.code,
            "ruleIndex": self._codes.index(finding.code),
            "level": LEVEL[finding.severity],
            "message": {"text": one_line(finding.message)},
            "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
            "properties": {"id": finding.id},
        }
        where = place_of(self._record, finding)
        if where is not None:
            result["locations"] = [self._location(where)]
            result["relatedLocations"] = self._related(finding, where)
        if waived is not None:
            why = f"{waived.waiver.reason} ({waived.waiver.basis}, {waived.waiver.approver}, {waived.waiver.expires})"
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": one_line(why)}]
        return result

    def _location(self, where: Place) -> Json:
        sidecar = self._sides[where.plan.id]
        region: Json = {"startLine": sidecar.line_of(where.end), "snippet": {"text": one_line(where.end.text)}}
        location: Json = {"physicalLocation": {"artifactLocation": {"uri": uri(sidecar.name)}, "region": region}}
        if where.end.title:
            location["logicalLocations"] = [{"name": one_line(where.end.title), "kind": "section"}]
        return location

    def _related(self, finding: Finding, where: Place) -> list[Json]:
        """Point to the source document, and to what the parent says where the finding stands in the child."""
        file = where.plan.source.file
        source: Json = {
            "id": 1,
            "physicalLocation": {"artifactLocation": {"uri": uri(file)}},
            "message": {"text": f"{file} {place(where.end.location, self._lang)}".strip()},
        }
        if finding.parent is None or finding.child is None or not isinstance(self._record, Comparison):
            return [source]
        sidecar = self._sides[self._record.parent.id]
        region: Json = {"startLine": sidecar.line_of(finding.parent)}
        upper: Json = {
            "id": 2,
            "physicalLocation": {"artifactLocation": {"uri": uri(sidecar.name)}, "region": region},
            "message": {"text": one_line(finding.parent.text) or finding.parent.file},
        }
        return [source, upper]


def uri(path: str) -> str:
    """Return a path as a URI reference."""
    return ("file://" if path.startswith("/") else "") + quote(path, safe="/")
