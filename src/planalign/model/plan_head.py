"""Which document is meant, without its text."""

from __future__ import annotations

from planalign.model.plan import Masthead, Plan, PlanKind, Source
from planalign.model.record import Record


class PlanHead(Record):
    """The head of a plan."""

    id: str
    """Id of the plan."""
    source: Source
    """The file."""
    masthead: Masthead
    """The head of the document."""
    kind: PlanKind = PlanKind.PLAN
    """What it is: a plan, or an interpretation of one."""

    @classmethod
    def of(cls, plan: Plan) -> PlanHead:
        """Return the head of a plan."""
        return cls(id=plan.id, source=plan.source, masthead=plan.masthead, kind=plan.kind)


class Unread(Record):
    """A document that takes no part, since it could not be read or is no plan."""

    file: str
    """The path as it was given."""
    reason: str
    """Why, for a person to read."""
