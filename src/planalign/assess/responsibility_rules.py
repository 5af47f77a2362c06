"""PA3, what is promised: verbs that the child makes weaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.drifts import drifts, one_by_one
from planalign.assess.rule import Hit, PairRule
from planalign.model.comparison import DriftKind, Severity
from planalign.model.facts import Aspect
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import Case


def weakened(case: Case) -> Iterator[Hit]:
    """Find actions that the child only helps with, tries or does in the main."""
    return one_by_one(case, drifts(case, DriftKind.LOOSER, Aspect.VERB))


PA303 = PairRule(
    code="PA303",
    severity=Severity.WARNING,
    title=Wording("动词弱化"),
    message=Wording("上级为“{before}”，下级为“{after}”"),
    explanation=Wording(
        "同一行动，上级要求落实、完成、确保，下级写成配合、力争、基本、鼓励。规划、标准、平台等由上级自己编制建设的，下级写配合属正常，不报。"
    ),
    example=Wording("上级：落实以旧换新补贴政策；下级：配合落实以旧换新补贴政策。"),
    fix=Wording("本级有职责的，改用与上级相当的动词；确由上级部门负责的，写明责任单位。"),
    check=weakened,
)
