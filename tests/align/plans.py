"""Small plans for the aligner's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.plan import Clause, Masthead, Plan, Source, Task, TaskKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARENT: dict[str, list[str]] = {
    "健全责任体系": ["制定领导干部安全职责清单。", "每季度召开安全生产形势分析会，通报问题整改进度。"],
    "整治燃气隐患": ["更换老旧燃气管道26公里。", "餐饮场所全部安装可燃气体报警装置，逾期未装的停止供气。"],
    "提升预警能力": ["在山洪沟口增设雨量站12处。", "暴雨红色预警发布后1小时内叫应到责任人。"],
    "壮大救援队伍": ["组建不少于40人的综合救援大队。", "每半年开展一次夜间水域拉动演练。"],
    "普及安全知识": ["编印避险手册并送到每户群众手中。", "在中小学开设防溺水安全课。"],
    "严格监管执法": ["公开年度执法检查计划。", "对拒不整改的企业依法从重处罚。"],
}
"""Six tasks with two clauses each."""


def plan(tasks: Mapping[str, Sequence[str]], place: str = "江城市", actions: Sequence[str] = ()) -> Plan:
    """Return a plan with these tasks; titles in `actions` are 重点行动."""
    return Plan(
        id="0" * 12,
        source=Source(file=f"{place}.txt", sha256="0" * 64),
        masthead=Masthead(place=place),
        tasks=tuple(
            _task(number, title, clauses, title in actions) for number, (title, clauses) in enumerate(tasks.items(), 1)
        ),
    )


def _task(number: int, title: str, clauses: Sequence[str], is_action: bool) -> Task:
    return Task(
        id=f"t{number}",
        section=None,
        number=str(number),
        title=title,
        kind=TaskKind.ACTION if is_action else TaskKind.TASK,
        clauses=tuple(Clause(id=f"t{number}.c{place}", text=text) for place, text in enumerate(clauses, 1)),
    )
