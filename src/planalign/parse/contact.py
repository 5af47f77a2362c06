"""Takes contact lines (names, telephone numbers) out of a plan: personal data that reports need not show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from planalign.model.block import Furniture, Skipped
    from planalign.model.plan import Plan

Part = TypeVar("Part", "Skipped", "Furniture")

REMOVED = "（已略去）"
"""Stands where a name or a number stood."""

_NAME = re.compile(r"(联\s*系\s*人\s*[：:]?\s*)[^\s，,；;、。）)]{1,12}")
# Mobile numbers, numbers with an area code, and whatever follows 电话; public hotlines such as 12345 are shorter.
_NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-—－– ]\d{7,8})(?!\d)|(?<=电话)(?:[：:]\s*)?\d{7,12}(?!\d)")


def without_contact(plan: Plan) -> Plan:
    """Return the plan without the contact line of its masthead and without those among its leftovers."""
    return plan.model_copy(
        update={
            "masthead": plan.masthead.model_copy(update={"contact": None}),
            "skipped": tuple(_cleaned(part, plan.masthead.contact) for part in plan.skipped),
            "furniture": tuple(_cleaned(part, plan.masthead.contact) for part in plan.furniture),
        }
    )


def _cleaned(part: Part, contact: str | None) -> Part:
    text = part.text.replace(contact, REMOVED) if contact else part.text
    text = _NUMBER.sub(REMOVED, _NAME.sub(rf"\g<1>{REMOVED}", text))
    return part if text == part.text else part.model_copy(update={"text": text})
