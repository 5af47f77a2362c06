"""Who answers for what in a plan: the units of its tasks, wherever they are named."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from planalign.model.annex import RowKind
from planalign.model.index import further_annexes, units_of
from planalign.model.plan import UnitRole
from planalign.text.levels import neutral
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.model.annex import AnnexRow
    from planalign.model.plan import Plan, Task

_SIGNS = compiled(r"[^\w]+")
# 区安委办用好…, 由镇应急办牵头: an office that acts in the sentence itself.
_ACTS = compiled(
    r"(?:^|[，。；、由]|要求|督促)(?:[省市区县旗镇乡]|街道)[一-龥]{0,10}(?:局|委|办|办公室|中心|政府|部门?|大队|支队|公司|派出所)(?:等(?:单位|部门))?"
    r"(?:要|负责|牵头|会同|具体|组织|按|加强|用好|发挥|落实|制定|建立|开展|应|每|[、，])"
)
_CROWD = compiled(r"各|有关|相关|成员单位|等单位|等部门|企业|属地|牵头|责任|主管部门|具有|被[一-龥]{2}")
_OWN = compiled(
    r"^(?:(?:[省市州盟区县旗镇乡]|街道)(?=[一-龥]{2})|[一-龥]{2,4}[省市州盟区县旗镇](?:[一-龥]{2,3}[区县旗镇乡])?(?=[一-龥]{2}))"
)
_KIND = compiled(r"(?:管理|监督管理)?(?:委员会|分局|支局|总队|支队|大队|办公室|办公厅|中心|局|委|办|厅|处|部|院|会)$")
_SHORT = {
    "发展和改革": "发展改革",
    "发改": "发展改革",
    "住建": "住房城乡建设",
    "住房和城乡建设": "住房城乡建设",
    "规划和自然资源": "规划自然资源",
    "自然资源和规划": "规划自然资源",
    "规资": "规划自然资源",
    "经济和信息化": "经济信息",
    "经信": "经济信息",
    "人力社保": "人力资源社会保障",
    "人社": "人力资源社会保障",
    "人力资源和社会保障": "人力资源社会保障",
    "文旅": "文化旅游",
    "文化和旅游": "文化旅游",
    "卫健": "卫生健康",
    "市场监管": "市场监督",
    "综合执法": "综合行政执法",
    "教": "教育",
    "编": "机构编制",
}
"""Short names of offices and what they stand for."""


class Duties:
    """The units of one plan."""

    def __init__(self, plan: Plan) -> None:
        """Take the plan; all else is worked out when it is asked for."""
        self._plan = plan

    def of(self, task: Task) -> tuple[str, ...]:
        """Return the units of a task: in its text, in brackets behind it, in the annex rows of its name."""
        named = [unit.name for unit in units_of(task)]
        for row in self._rows.get(_bare(task.title), ()):
            named += [*row.lead_units, *row.responsible_units]
        return tuple(dict.fromkeys(named))

    def leads(self, task: Task) -> tuple[str, ...]:
        """Return the units that lead a task; those responsible where none leads."""
        named = [unit.name for unit in units_of(task) if unit.role is UnitRole.LEAD]
        named += [name for row in self._rows.get(_bare(task.title), ()) for name in row.lead_units]
        return tuple(dict.fromkeys(named)) or self.of(task)

    def acts(self, task: Task) -> bool:
        """Say whether somebody answers for a task, be it that the text only says who acts."""
        return bool(self.of(task)) or any(_ACTS.search(normalise(clause.text)) for clause in task.clauses)

    def rows(self, task: Task) -> tuple[AnnexRow, ...]:
        """Return the annex rows that a task was read from, else those of its name."""
        if task.rows:
            return tuple(self._sources[name] for name in task.rows)
        return tuple(self._rows.get(_bare(task.title), ()))

    @cached_property
    def all(self) -> tuple[str, ...]:
        """All units that the plan names."""
        named = [name for task in self._plan.tasks for name in self.of(task)]
        named += [name for annex in self._plan.annexes for row in annex.rows for name in _units(row)]
        return tuple(dict.fromkeys(named))

    @cached_property
    def fields(self) -> str:
        """What the offices of the plan are for, one a line."""
        return "\n".join(field(name) for name in self.all)

    @cached_property
    def _sources(self) -> dict[str, AnnexRow]:
        return {row.id: row for annex in self._plan.annexes for row in annex.rows}

    @cached_property
    def _rows(self) -> dict[str, list[AnnexRow]]:
        rows: dict[str, list[AnnexRow]] = {}
        for annex in further_annexes(self._plan):
            for row in annex.rows:
                if row.kind is RowKind.ITEM and row.name:
                    rows.setdefault(_bare(row.name), []).append(row)
        return rows


def field(unit: str) -> str:
    """Return what an office is for, 应急管理 of 市应急管理局; empty for a crowd such as 各区县."""
    if _CROWD.search(unit):
        return ""
    bare = _OWN.sub("", normalise(unit).split("（")[0], count=1)
    bare = _KIND.sub("", bare)
    return _SHORT.get(bare, bare)


def _units(row: AnnexRow) -> tuple[str, ...]:
    return (*row.lead_units, *row.responsible_units)


def _bare(title: str) -> str:
    return _SIGNS.sub("", neutral(normalise(title)))
