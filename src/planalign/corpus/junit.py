"""Whether a corpus passes, as JUnit XML: one test case a document."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

from planalign.corpus.listing import obstacles
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.corpus.manifest import Manifest
    from planalign.corpus.standing import Standing
    from planalign.model.wording import Lang


def junit(found: Standing, manifest: Manifest, lang: Lang) -> str:
    """Return one suite: what does not meet the policy is a failure, what was not read, judged or told an error."""
    errors = dict(obstacles(found, lang))
    failures = {verdict["child"]: verdict for verdict in found.failing}
    paths = [entry.path for entry in manifest.documents if entry.counts or entry.path in errors]
    suite = ET.Element("testsuite", name="planalign corpus", tests=str(len(paths)))
    suite.set("failures", str(len(failures.keys() - errors.keys())))
    suite.set("errors", str(len(errors)))
    suite.extend(_case(path, errors.get(path), failures.get(path)) for path in paths)
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _case(path: str, error: str | None, failure: dict[str, Any] | None) -> ET.Element:
    case = ET.Element("testcase", classname="planalign", name=one_line(path))
    if error is not None:
        ET.SubElement(case, "error", message=one_line(error))
    elif failure is not None:
        lines = [f"{finding['code']} {finding['message']}" for finding in failure["open"]]
        told = ET.SubElement(case, "failure", message=one_line(failure["says"]))
        told.text = "\n".join(map(one_line, lines))
    return case
