"""What people have accepted of the findings, in order: decisions, waivers, the baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.findings import in_order
from planalign.assess.waived import Settled, settle
from planalign.errors import UsageError
from planalign.model.policy import RequireReview
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.assess.case import Case, PlanCase
    from planalign.assess.placed import Placing
    from planalign.model.baseline import Baseline
    from planalign.model.comparison import Finding
    from planalign.model.decision import Decision
    from planalign.model.waiver import Waiver


class Kept(NamedTuple):
    """What people keep beside the documents."""

    waivers: Sequence[Waiver] = ()
    """Gaps that they accept."""
    baseline: Baseline | None = None
    """Findings that were there when they drew a line."""
    decisions: Sequence[Decision] | None = None
    """What they decided, in force from first to last; none where nobody keeps decisions."""
    told: Sequence[Finding] = ()
    """Findings about waivers and a baseline that are not at hand: they stay as they are."""


def settle_all(
    case: Case | PlanCase, findings: tuple[Finding, ...], kept: Kept, placing: Placing | None = None
) -> Settled:
    """Take out what people rejected, waived and knew before, and say what they have not looked at yet.

    `placing`: where the decisions belong, if that is known already.
    Raises UsageError where waivers come without a day to judge by.
    """
    if kept.decisions is None and case.settings.policy.require_review is RequireReview.NONE:
        return _accepted(case, findings, kept)
    from planalign.assess.decided import placed
    from planalign.assess.decided_findings import hear
    from planalign.assess.reviewed import reviewed

    placing = placing or placed(case, kept.decisions or ())
    heard = hear(findings, placing, case)
    return reviewed(case, _accepted(case, heard.open, kept), heard, placing)


def _accepted(case: Case | PlanCase, findings: tuple[Finding, ...], kept: Kept) -> Settled:
    """Part what is waived, and of the rest what is existing debt."""
    settled = Settled(findings)
    if kept.waivers:
        if case.settings.as_of is None:
            raise UsageError(
                english("waivers are judged by a day, and none is given"), hint=english("--as-of 2025-12-31")
            )
        settled = settle(case, findings, kept.waivers, case.settings.as_of)
    if kept.baseline is not None:
        from planalign.assess.debt import part

        settled = part(case, settled, kept.baseline)
    found = {each.id for each in settled.open}
    told = [each for each in kept.told if each.id not in found]
    return settled._replace(open=in_order([*settled.open, *told], *case.sides)) if told else settled
