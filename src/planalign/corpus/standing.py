"""Whether a corpus passes: every document read, held against its parent, and meeting the policy."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from planalign.errors import ExitCode
from planalign.store.waivers import UNREAD_RULE
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planalign.corpus.build import Built
    from planalign.corpus.manifest import Entry, Problem
    from planalign.corpus.terms import Terms, TermsOf


class Standing(NamedTuple):
    """What stands between a corpus and a pass."""

    failing: tuple[dict[str, Any], ...]
    """Verdicts that do not meet the policy."""
    unread: tuple[Entry, ...]
    """Documents that were not read, or not wholly."""
    unjudged: tuple[dict[str, Any], ...]
    """Verdicts of pairs that came to no end."""
    problems: tuple[Problem, ...]
    """Documents that were held against no parent, or for want of an answer against none."""
    waived: tuple[Entry, ...]
    """Documents that were not read, which a waiver accepts."""
    accepted: int
    """Findings that waivers accept."""
    days: tuple[str, ...]
    """The days by which those waivers were judged."""

    @property
    def code(self) -> ExitCode:
        """The exit code: incomplete outranks a policy that is not met."""
        if self.unread or self.unjudged or self.problems:
            return ExitCode.INCOMPLETE
        return ExitCode.POLICY_NOT_MET if self.failing else ExitCode.OK


def standing(built: Built, terms_of: TermsOf, folder: Path) -> Standing:
    """Return how a corpus stands.

    Raises UsageError where settings are wrong.
    """
    verdicts = sorted(
        (verdict for report in built.reports for verdict in report["verdicts"]), key=lambda verdict: verdict["child"]
    )
    incomplete = built.manifest.incomplete
    waived = {entry.path for entry in incomplete if _accepted(entry, terms_of(folder / entry.path))}
    return Standing(
        failing=tuple(verdict for verdict in verdicts if verdict.get("passed") is False),
        unread=tuple(entry for entry in incomplete if entry.path not in waived),
        unjudged=tuple(verdict for verdict in verdicts if verdict["outcome"] != "judged"),
        problems=built.manifest.problems,
        waived=tuple(entry for entry in incomplete if entry.path in waived),
        accepted=sum(verdict.get("waived") or 0 for verdict in verdicts),
        days=_days(verdicts, terms_of, folder),
    )


def as_json(found: Standing) -> str:
    """Return the standing as JSON."""
    content = {
        "schema": "planalign/corpus-check/1",
        "passed": found.code is ExitCode.OK,
        "failing": found.failing,
        "unread": [entry.model_dump(mode="json", include={"path", "outcome", "reason"}) for entry in found.unread],
        "unjudged": found.unjudged,
        "problems": [problem.model_dump(mode="json") for problem in found.problems],
        "waived": [entry.path for entry in found.waived],
        "accepted": {"findings": found.accepted, "days": found.days},
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _days(verdicts: Iterable[dict[str, Any]], terms_of: TermsOf, folder: Path) -> tuple[str, ...]:
    """Return the days by which the waivers of these documents were judged."""
    days = {terms_of(folder / verdict["child"]).settings.as_of for verdict in verdicts if verdict.get("waived")}
    return tuple(sorted(str(day) for day in days if day is not None))


def _accepted(entry: Entry, terms: Terms) -> bool:
    """Whether a waiver that has not expired names the document."""
    as_of = terms.settings.as_of
    names = set(_names(entry))
    return any(
        waiver.rule == UNREAD_RULE
        and waiver.child is not None
        and normalise(waiver.child.document) in names
        and as_of is not None
        and as_of <= waiver.expires
        for waiver in terms.waivers
    )


def _names(entry: Entry) -> Iterator[str]:
    for name in (entry.path, PurePosixPath(entry.path).stem, entry.number, entry.title):
        if name:
            yield normalise(name)
