"""What the formats for machines share: the ends of a finding with their files and lines, and the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.gate import BREAKING
from planalign.model.comparison import Comparison
from planalign.model.policy import FailOn

if TYPE_CHECKING:
    from planalign.model.check import Check
    from planalign.model.comparison import Finding, FindingEnd
    from planalign.model.plan import Plan


class Place(NamedTuple):
    """One end of a finding and the plan it stands in."""

    plan: Plan
    """The plan."""
    end: FindingEnd
    """The end."""


def plans(record: Check | Comparison) -> tuple[Plan, ...]:
    """Return the documents: parent and child, or the plan alone."""
    return (record.parent, record.child) if isinstance(record, Comparison) else (record.plan,)


def checked_plan(record: Check | Comparison) -> Plan:
    """Return the plan that whoever reads the report can mend: the child."""
    return record.child if isinstance(record, Comparison) else record.plan


def place_of(record: Check | Comparison, finding: Finding) -> Place | None:
    """Return where a finding is to be mended: in the child where it says something, else what the parent says."""
    if finding.child is not None:
        return Place(checked_plan(record), finding.child)
    if finding.parent is not None and isinstance(record, Comparison):
        return Place(record.parent, finding.parent)
    return None


def breaks_policy(record: Check | Comparison, finding: Finding) -> bool:
    """Say whether a finding counts against the policy in force."""
    policy = record.provenance.settings.get("policy")
    named = policy.get("fail_on") if isinstance(policy, dict) else None
    return finding.severity in BREAKING[FailOn(named) if named else FailOn.ERROR]
