"""PA2: targets, deadlines, frequencies and lists that the child lowers, loses, delays or raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.assess.drifts import by_clause, drifts, one_by_one
from planalign.assess.rule import Hit, PairRule
from planalign.model.comparison import DriftKind, Severity, Status
from planalign.model.facts import Aspect
from planalign.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.assess.case import Case
    from planalign.model.comparison import Drift

_KEPT = (Aspect.NUMBER, Aspect.DEADLINE, Aspect.FREQUENCY, Aspect.LISTING)

_CHANGED = Wording("“{matter}”：上级为“{before}”，下级为“{after}”")


def lowered(case: Case) -> Iterator[Hit]:
    """Find numbers that bind the child less than the parent asks for."""
    return one_by_one(case, drifts(case, DriftKind.LOOSER, Aspect.NUMBER))


def in_words_only(case: Case) -> Iterator[Hit]:
    """Find matters that the child takes up without the parent's number."""
    return by_clause(case, [drift for drift in _lost(case) if drift.in_words])


def later(case: Case) -> Iterator[Hit]:
    """Find deadlines that the child puts off."""
    return one_by_one(case, drifts(case, DriftKind.LOOSER, Aspect.DEADLINE))


def less_often(case: Case) -> Iterator[Hit]:
    """Find what the child does less often."""
    return one_by_one(case, drifts(case, DriftKind.LOOSER, Aspect.FREQUENCY))


def raised(case: Case) -> Iterator[Hit]:
    """Find numbers and frequencies that the child makes stricter."""
    return one_by_one(case, drifts(case, DriftKind.STRICTER, Aspect.NUMBER, Aspect.FREQUENCY))


def earlier(case: Case) -> Iterator[Hit]:
    """Find deadlines that the child brings forward."""
    return one_by_one(case, drifts(case, DriftKind.STRICTER, Aspect.DEADLINE))


def not_adopted(case: Case) -> Iterator[Hit]:
    """Find numbers that the child leaves out; those of dropped clauses are told with the clause."""
    dropped = {entry.parent_clause for entry in case.coverage.values() if entry.status is Status.DROPPED}
    lost = [drift for drift in _lost(case) if not drift.in_words and drift.parent_clause not in dropped]
    return by_clause(case, lost)


def shortened(case: Case) -> Iterator[Hit]:
    """Find lists with fewer items in the child."""
    return one_by_one(case, drifts(case, DriftKind.LOOSER, Aspect.LISTING))


def not_comparable(case: Case) -> Iterator[Hit]:
    """Find numbers that may be the child's share of the parent's total."""
    return by_clause(case, drifts(case, DriftKind.NOT_COMPARABLE, Aspect.NUMBER))


def _lost(case: Case) -> list[Drift]:
    return drifts(case, DriftKind.MISSING, *_KEPT)


PA201 = PairRule(
    code="PA201",
    severity=Severity.ERROR,
    title=Wording("指标降低"),
    message=_CHANGED,
    explanation=Wording("同一事项在两份文件中都有数字，下级的要求比上级宽。多个下级分担的总量不按此项计，见 PA209。"),
    example=Wording("上级：火灾隐患整改率不低于95%；下级：不低于90%。"),
    fix=Wording("改为不低于上级的数字；确需降低的，取得上级同意并登记豁免。"),
    check=lowered,
)

PA202 = PairRule(
    code="PA202",
    severity=Severity.WARNING,
    title=Wording("数字变成文字"),
    message=Wording("下级写了这件事，但没有写上级的要求：{matters}"),
    explanation=Wording("上级有数字、时限或频次，下级承接了这一事项，却只写了文字。"),
    example=Wording("上级：轮训不少于2轮；下级：定期轮训。"),
    fix=Wording("补上数字、时限或频次。"),
    check=in_words_only,
)

PA203 = PairRule(
    code="PA203",
    severity=Severity.WARNING,
    title=Wording("时限推后"),
    message=_CHANGED,
    explanation=Wording("同一事项的完成时间或办理时限比上级晚。"),
    example=Wording("上级：6月底前完成；下级：8月底前完成。"),
    fix=Wording("把时限提前到上级规定之前；确有困难的，说明理由并报批。"),
    check=later,
)

PA204 = PairRule(
    code="PA204",
    severity=Severity.WARNING,
    title=Wording("频次降低"),
    message=_CHANGED,
    explanation=Wording("同一事项开展得比上级要求的少。"),
    example=Wording("上级：每季度检查1次；下级：每半年1次。"),
    fix=Wording("把频次提高到上级要求。"),
    check=less_often,
)

PA205 = PairRule(
    code="PA205",
    severity=Severity.INFO,
    title=Wording("指标提高（层层加码）"),
    message=_CHANGED,
    explanation=Wording("下级的数字或频次比上级更严。可能是主动从严，也可能是层层加码。"),
    example=Wording("上级：办结率95%；下级：办结率100%。"),
    fix=Wording("确认有依据、基层能做到；没有依据的，改回上级的数字。"),
    check=raised,
)

PA206 = PairRule(
    code="PA206",
    severity=Severity.INFO,
    title=Wording("时限提前"),
    message=_CHANGED,
    explanation=Wording("同一事项的完成时间比上级早。给下一级留出时间时属正常。"),
    example=Wording("上级：9月底前；下级：8月底前。"),
    fix=Wording("确认来得及。"),
    check=earlier,
)

PA207 = PairRule(
    code="PA207",
    severity=Severity.WARNING,
    title=Wording("指标未采用"),
    message=Wording("下级没有写：{matters}"),
    explanation=Wording(
        "上级的数字、时限或频次在下级文件中没有对应内容。整条未承接的见 PA101、PA102，不重复；只约束上级本级的不计入。"
    ),
    example=Wording("上级：隐患复发率控制在5%以内；下级没有这一指标。"),
    fix=Wording("补上这一指标，或说明本级不适用的依据。"),
    check=not_adopted,
)

PA208 = PairRule(
    code="PA208",
    severity=Severity.WARNING,
    title=Wording("清单缩减"),
    message=Wording("上级列出“{before}”，下级只见“{after}”"),
    explanation=Wording("上级列出几项并有数目或统一句式，下级少了其中几项。"),
    example=Wording("上级：停课、停工、停业、停运四项措施；下级：停课、停工两项措施。"),
    fix=Wording("补齐各项；不适用的，说明依据。"),
    check=shortened,
)

PA209 = PairRule(
    code="PA209",
    severity=Severity.INFO,
    title=Wording("数字无法直接比较"),
    message=Wording("可能是分解数，无法判断高低：{matters}"),
    explanation=Wording("上级的总量由多个下级分担，没有分解数就无法判断本级的数字是否足够。"),
    example=Wording("全市新建消防站180座，本区新建14座。"),
    fix=Wording("核对上级下达的分解数；有分解表的，在配置 allocations 中给出。"),
    check=not_comparable,
)
