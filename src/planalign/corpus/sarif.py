"""The open findings of a whole corpus as SARIF 2.1.0, for code scanning; waived ones and existing debt are left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import planalign
from planalign.corpus.listing import obstacles
from planalign.corpus.sql import answer
from planalign.errors import ExitCode
from planalign.model.comparison import Severity
from planalign.report.sarif import LEVEL, SCHEMA, driver, uri
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from planalign.corpus.standing import Standing
    from planalign.model.wording import Lang
    from planalign.report.sarif import Json

_OPEN = """
SELECT child, code, severity, message, coalesce(child_text, parent_text, '') AS quote, fingerprint FROM findings
WHERE state = 'open' ORDER BY ALL
"""


class _Open(NamedTuple):
    child: str
    code: str
    severity: str
    message: str
    quote: str
    fingerprint: str


def sarif(found: Standing, files: Mapping[str, Sequence[Path]], lang: Lang) -> str:
    """Return the log: the findings stand in the lower plans; what was not read or judged is told as notifications."""
    findings = [_Open(*map(str, row)) for row in answer(_OPEN, files).rows]
    codes = sorted({finding.code for finding in findings})
    run: Json = {
        "tool": {"driver": driver(f"planalign {planalign.__version__}", codes, lang)},
        "language": "zh-CN" if lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": found.code is not ExitCode.INCOMPLETE,
                "toolExecutionNotifications": [_notification(*each) for each in obstacles(found, lang)],
            }
        ],
        "results": [_result(finding, codes) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(finding: _Open, codes: Sequence[str]) -> Json:
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": LEVEL[Severity(finding.severity)],
        "message": {"text": one_line(finding.message)},
        "locations": [_location(finding.child, finding.quote)],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }


def _notification(path: str, text: str) -> Json:
    return {"level": "error", "message": {"text": one_line(text)}, "locations": [_location(path, "")]}


def _location(path: str, quote: str) -> Json:
    """Point to a document; its place inside is said by the words, for a document has no lines."""
    place: Json = {"artifactLocation": {"uri": uri(path)}}
    if quote:
        place["region"] = {"startLine": 1, "snippet": {"text": one_line(quote)}}
    return {"physicalLocation": place}
