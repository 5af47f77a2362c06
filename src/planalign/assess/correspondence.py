"""Which rows of the annex tables stand for something in the body, and which tasks of the body have rows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from planalign.model.annex import RowKind
from planalign.model.index import further_annexes
from planalign.model.plan import TaskKind
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from planalign.model.annex import Annex, AnnexRow
    from planalign.model.plan import Plan, Task

_GRAM = 4
_FOUND = 0.15
"""A row stands in the body, and a task in the tables, if this share of its runs of four characters does."""
_NAMED = 0.75
"""So does a row if the body holds this share of the pairs of characters in its name: 行洪障碍清理 is 清理行洪障碍."""
_FIELDS = 3
"""A task that names so many fields of the tables stands for them."""
_ALIKE = 0.6
"""Two headings are the same with this Dice coefficient over their pairs of characters."""
_MOST = 0.7
"""A table is about the body if this share of its items stands there; only then an item that does not stands out."""
_FEWEST = 4
# Level words are no difference: 区级演练 and 全区演练 keep 演练.
_SIGNS = compiled(r"(?:[^\w%‰]|[全市区县镇乡级各])+")
_FIELD = compiled(r"(?:行业)?(?:领域|方面)$")


class Correspondence:
    """Body and annexes of one plan held against each other."""

    def __init__(self, plan: Plan) -> None:
        """Take the plan; all else is worked out when it is asked for."""
        self._plan = plan

    def strange_rows(self, annex: Annex) -> list[AnnexRow]:
        """Return the rows of a table about the body that have nothing there."""
        items = [row for row in annex.rows if row.kind is RowKind.ITEM and (row.name or row.target)]
        strange = [row for row in items if not self._in_body(row)]
        enough = len(items) >= _FEWEST and len(items) - len(strange) >= _MOST * len(items)
        return strange if enough else []

    def tasks_without_row(self) -> list[Task]:
        """Return the tasks that no table takes up, where the tables take up nearly all others by their names."""
        tasks = [task for task in self._plan.tasks if task.kind is TaskKind.TASK and task.title]
        rows = [_grams(name, 2) for name in self._row_names]
        named = [task for task in tasks if _alike_any(_bare(task.title), rows)]
        if len(tasks) < _FEWEST or len(named) < _MOST * len(tasks):
            return []
        return [task for task in tasks if task not in named and not self._in_tables(task)]

    @cached_property
    def _texts(self) -> list[str]:
        clauses = [clause.text for clause in self._plan.preamble]
        for task in self._plan.tasks:
            clauses += [task.title, *(clause.text for clause in task.clauses)]
        return [_bare(text) for text in clauses]

    @cached_property
    def _body(self) -> frozenset[str]:
        return frozenset().union(*(_grams(text, _GRAM) for text in self._texts))

    @cached_property
    def _body_pairs(self) -> frozenset[str]:
        return frozenset().union(*(_grams(text, 2) for text in self._texts))

    @cached_property
    def _titles(self) -> list[frozenset[str]]:
        titles = [task.title for task in self._plan.tasks] + [section.title for section in self._plan.sections]
        return [_grams(_bare(title), 2) for title in titles if title]

    @cached_property
    def _rows(self) -> list[AnnexRow]:
        return [row for annex in further_annexes(self._plan) for row in annex.rows]

    @cached_property
    def _row_names(self) -> list[str]:
        return list(dict.fromkeys(_bare(row.name) for row in self._rows if row.name))

    @cached_property
    def _tables(self) -> frozenset[str]:
        return frozenset().union(*(_grams(_bare(row.name + row.target), _GRAM) for row in self._rows))

    def _in_body(self, row: AnnexRow) -> bool:
        name = _bare(row.name)
        if name and (_held(name, self._body_pairs, 2) >= _NAMED or _alike_any(name, self._titles)):
            return True
        return _held(name + _bare(row.target), self._body) >= _FOUND

    def _in_tables(self, task: Task) -> bool:
        words = "".join(_bare(clause.text) for clause in task.clauses)
        fields = {field for name in self._row_names if len(field := _FIELD.sub("", name)) > 1 and field in words}
        return len(fields) >= _FIELDS or _held(words, self._tables) >= _FOUND


def _bare(text: str) -> str:
    """Return letters and digits without level words."""
    return _SIGNS.sub("", normalise(text))


def _held(words: str, known: frozenset[str], length: int = _GRAM) -> float:
    """Return the share of the runs of so many characters that are known."""
    grams = _grams(words, length)
    return len(grams & known) / len(grams)


def _grams(words: str, length: int) -> frozenset[str]:
    return frozenset(words[start : start + length] for start in range(max(1, len(words) - length + 1)))


def _alike_any(title: str, others: list[frozenset[str]]) -> bool:
    pairs = _grams(title, 2)
    return any(2 * len(pairs & other) >= _ALIKE * (len(pairs) + len(other)) for other in others)
