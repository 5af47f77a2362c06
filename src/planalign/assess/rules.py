"""The rule catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.annex_rules import PA004, PA005, PA007
from planalign.assess.blank_rules import PA406
from planalign.assess.citation_rules import PA401, PA402
from planalign.assess.coverage_rules import PA101, PA102, PA103, PA106
from planalign.assess.input_rules import PA001, PA002, PA003
from planalign.assess.level_word_rules import PA403
from planalign.assess.link_rules import PA104, PA105, PA107
from planalign.assess.masthead_rules import PA006
from planalign.assess.number_rules import PA008
from planalign.assess.place_rules import PA404
from planalign.assess.responsibility_rules import PA303
from planalign.assess.review_rules import PA501, PA502
from planalign.assess.target_rules import PA201, PA202, PA203, PA204, PA205, PA206, PA207, PA208, PA209
from planalign.assess.unit_rules import PA301, PA302
from planalign.assess.waiver_rules import PA503, PA504, PA505
from planalign.assess.year_rules import PA405

if TYPE_CHECKING:
    from planalign.assess.rule import Rule

_ALL: tuple[Rule, ...] = (
    *(PA001, PA002, PA003, PA004, PA005, PA006, PA007, PA008),
    *(PA101, PA102, PA103, PA104, PA105, PA106, PA107),
    *(PA201, PA202, PA203, PA204, PA205, PA206, PA207, PA208, PA209),
    *(PA301, PA302, PA303),
    *(PA401, PA402, PA403, PA404, PA405, PA406),
    *(PA501, PA502, PA503, PA504, PA505),
)
RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}
"""All rules by code, in order of their codes."""
