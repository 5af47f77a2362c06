"""The rule catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.coverage_rules import PA101, PA102, PA103, PA106
from planalign.assess.input_rules import PA001, PA002, PA003
from planalign.assess.link_rules import PA104, PA105, PA107
from planalign.assess.waiver_rules import PA503, PA504

if TYPE_CHECKING:
    from planalign.assess.rule import Rule

RULES: dict[str, Rule] = {
    rule.code: rule for rule in (PA001, PA002, PA003, PA101, PA102, PA103, PA104, PA105, PA106, PA107, PA503, PA504)
}
"""All rules by code, in order of their codes."""
