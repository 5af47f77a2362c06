"""Ready-made questions to the tables, by name."""

from __future__ import annotations

from typing import NamedTuple

from planalign.model.wording import Wording

_APPLIES = "status <> 'not_applicable' AND counts"


class Question(NamedTuple):
    """A question."""

    title: Wording
    sql: str


def _coverage(group: str, where: str = "true") -> str:
    """Return the SQL of coverage by something: covered over those that apply, no share of nothing."""
    return f"""
SELECT {group}, count(DISTINCT child) AS documents,
  count(*) FILTER ({_APPLIES}) AS clauses,
  count(*) FILTER ({_APPLIES} AND status = 'covered') AS covered,
  count(*) FILTER ({_APPLIES} AND status = 'partial') AS partial,
  count(*) FILTER ({_APPLIES} AND status = 'dropped') AS dropped,
  round(count(*) FILTER ({_APPLIES} AND status = 'covered')
    / nullif(count(*) FILTER ({_APPLIES}), 0), 4) AS coverage
FROM clauses JOIN documents ON documents.path = child
WHERE {where}
GROUP BY ALL ORDER BY ALL
""".strip()  # noqa: S608 - made of constants


QUESTIONS: dict[str, Question] = {
    "districts": Question(Wording("各区县的承接率"), _coverage("district, level", "district IS NOT NULL")),
    "sections": Question(
        Wording("上级各部分的承接率"),
        _coverage("clauses.parent AS parent, section"),
    ),
    "years": Question(Wording("各年度的承接率"), _coverage("year, level")),
    "dropped": Question(
        Wording("多数乡镇未承接的任务"),
        """
SELECT tasks.parent AS parent, task, any_value(tasks.title) AS title, count(*) AS townships,
  count(*) FILTER (status = 'dropped') AS dropped
FROM tasks JOIN documents ON documents.path = child
WHERE level = 'township' AND counts AND status <> 'not_applicable'
GROUP BY tasks.parent, task HAVING dropped * 2 > townships
ORDER BY dropped / townships DESC, dropped DESC, ALL
""".strip().replace(", ALL", ", parent, task"),
    ),
    "targets": Question(
        Wording("指标逐级变化"),
        """
SELECT upper.parent AS top, upper.matter AS matter, upper.parent_value AS top_value, upper.child AS middle,
  upper.child_value AS middle_value, upper.drift AS drift, lower.child AS bottom, lower.child_value AS bottom_value,
  lower.drift AS further_drift
FROM targets AS upper LEFT JOIN targets AS lower
  ON lower.parent = upper.child AND lower.parent_clause = upper.child_clause
  AND lower.parent_value = upper.child_value AND lower.aspect = upper.aspect
WHERE upper.aspect = 'number' AND upper.parent_value IS NOT NULL
  AND upper.parent NOT IN (SELECT child FROM pairs WHERE parent IS NOT NULL)
ORDER BY top, upper.parent_clause, matter, middle, bottom
""".strip(),
    ),
    "units": Question(
        Wording("各单位承担的任务"),
        """
SELECT coalesce(district, place) AS place, unit, count(DISTINCT (document, item)) AS items,
  count(DISTINCT (document, item)) FILTER (role = 'lead') AS leads, count(DISTINCT document) AS documents
FROM units JOIN documents ON documents.path = document
GROUP BY ALL ORDER BY items DESC, place, unit
""".strip(),
    ),
    "failed": Question(
        Wording("未读取或未比对的文件"),
        """
SELECT path, outcome, reason FROM documents WHERE outcome <> 'read'
UNION ALL SELECT child, outcome, reason FROM pairs WHERE outcome <> 'judged'
ORDER BY ALL
""".strip(),
    ),
}
"""By the name that `--ready` takes."""
