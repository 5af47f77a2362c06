"""The sheet to fill in (待复核): every item of review with what the program says, and room for a person's word.

`planalign review --import` reads it back by its headings, in either language: `REVIEW`, the columns below, `WORDS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planalign.assess.deciding import ALLOWED
from planalign.assess.review_items import Items, findings_of, item_key
from planalign.assess.subjects import Subjects
from planalign.model.comparison import Severity, Status
from planalign.model.decision import ItemKind
from planalign.model.index import heading
from planalign.model.review import ReviewState, Verdict
from planalign.model.wording import Wording
from planalign.report.digest import LOCAL, Digest
from planalign.report.drift import KINDS as DRIFTS
from planalign.report.labels import RELATION, STATUS, STRENGTH
from planalign.report.punctuation import bracketed, colon
from planalign.report.review_words import KINDS, STATES, VERDICTS
from planalign.report.scrub import clipped, one_line
from planalign.report.table_cells import Blank, Column, Table, Toned, columns, hidden
from planalign.report.table_row import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.comparison import Comparison
    from planalign.model.decision import Item, Seen
    from planalign.model.review import Review
    from planalign.model.wording import Lang
    from planalign.report.table_cells import Row

REVIEW = Wording("待复核")
"""Name of the sheet."""
ENDS = Wording("编号对照")
"""Name of the hidden sheet with what may be named instead."""
VERDICT = Wording("决定")
INSTEAD_END = Wording("改为任务或条款")
INSTEAD_VALUE = Wording("改为状态或关系")
REASON = Wording("理由")
BY = Wording("复核人")
ID = Wording("编号")
KEY = Wording("指纹")
WORDS: dict[ItemKind, dict[str, dict[Any, Wording]]] = {
    ItemKind.LINK: {"relation": RELATION, "strength": STRENGTH},
    ItemKind.CLAUSE: {"status": STATUS},
    ItemKind.TARGET: {"drift": DRIFTS},
    ItemKind.FINDING: {},
}
"""What may stand under `INSTEAD_VALUE`, by kind of item and by field of the outcome."""

_SHOWN = (
    Wording("优先级"),
    Wording("类别", "kind"),
    Wording("{upper}任务"),
    Wording("{upper}表述"),
    Wording("{lower}任务"),
    Wording("{lower}表述"),
    Wording("自动判断"),
    Wording("问题"),
    Wording("已有决定"),
)
_HINTS = {
    VERDICT: Wording(
        "认可：判断正确；不认可：判断错误；更正：填写后面两栏之一；无对应：另一方没有；不适用：不参加比对"
    ),
    INSTEAD_END: Wording("决定为“更正”时填写：选一项，或者填编号，几个条款用空格隔开"),
    INSTEAD_VALUE: Wording("决定为“更正”时填写"),
    REASON: Wording("为什么这样决定"),
    BY: Wording("姓名；必填"),
}
_URGENT, _SOON, _REST = (
    Wording("1 必看"),
    Wording("2 建议看"),
    Wording("3 其余"),
)
_TONES = {_URGENT: Tone.OPEN, _SOON: Tone.PARTLY, _REST: Tone.APART}
_LONGEST = 60
_NO_VALUE = "—"
_NEAREST = Wording("（未找到承接内容；最接近，仅供参考）")
_DECIDED = Wording("{verdict}：{by} {day}")


def review_tables(comparison: Comparison, lang: Lang) -> list[Table]:
    """Return the sheet to fill in, and the hidden one with what may be named instead."""
    digest = Digest(comparison)
    return [_Sheet(digest, lang).table(), _ends(digest, lang)]


class _Sheet:
    """Makes the rows of one comparison."""

    def __init__(self, digest: Digest, lang: Lang) -> None:
        comparison = digest.comparison
        self._digest, self._lang = digest, lang
        self._items = Items(comparison)
        self._drifts = Subjects(comparison.parent, comparison.drift).drifts
        self._findings = findings_of(comparison)

    def table(self) -> Table:
        """Return all items, the urgent ones first."""
        lang = self._lang
        ranked = sorted(((self._rank(item), item) for item in self._items.all()), key=lambda pair: pair[0].of(lang))
        asked = [Column(name.of(lang), hint=hint.of(lang)) for name, hint in _HINTS.items()]
        heads = (*columns(_SHOWN, lang, **self._digest.called(lang)), *asked, *hidden((ID, KEY), lang))
        return Table(REVIEW.of(lang), heads, [self._row(rank, item) for rank, item in ranked], frozen=2)

    def _row(self, rank: Wording, item: Item) -> Row:
        lang, review = self._lang, self._items.reviews.get(item.id)
        child = item.children[0] if item.children else None
        return (
            Toned(rank.of(lang), _TONES[rank]),
            KINDS[item.kind].of(lang),
            _heading(item.parent),
            item.parent.text if item.parent else "",
            _heading(child),
            _lines([self._nearest(item), *(each.text for each in item.children)]),
            self._verdict(item),
            _lines(finding.message for finding in self._findings.get(item.id, ())),
            _told(review, lang),
            Blank(choices=self._allowed(item, review)),
            Blank(listed=(ENDS.of(lang), _END_COLUMNS[item.kind])) if item.kind in _END_COLUMNS else Blank(),
            Blank(choices=_values(item.kind, lang)),
            Blank(),
            Blank(),
            item.id,
            f"{item_key(item)} {review.decision}" if review else item_key(item),
        )

    def _rank(self, item: Item) -> Wording:
        """Say how soon an item should be looked at: errors and what changed since it was decided come first."""
        review = self._items.reviews.get(item.id)
        if review is not None:
            return _URGENT if review.state is ReviewState.SUSPECT else _REST
        found = {finding.severity for finding in self._findings.get(item.id, ())}
        if Severity.ERROR in found:
            return _URGENT
        return _SOON if Severity.WARNING in found or self._undecided(item) else _REST

    def _undecided(self, item: Item) -> bool:
        entry = self._digest.coverage.get(item.parent.id) if item.parent else None
        return item.kind is ItemKind.CLAUSE and entry is not None and self._digest.undecided(entry)

    def _nearest(self, item: Item) -> str:
        """Say so where the words of the child carry nothing and only come near."""
        gap = item.kind is ItemKind.CLAUSE and item.proposed.status in {Status.DROPPED, Status.NOT_APPLICABLE}
        return _NEAREST.of(self._lang) if gap and item.children else ""

    def _verdict(self, item: Item) -> str:
        """Say what the program said of an item; nothing of a finding, which says it itself."""
        said, lang = item.proposed, self._lang
        if item.kind is ItemKind.LINK and item.parent is None:
            return self._digest.title(LOCAL).of(lang)
        known: list[Wording] = [STRENGTH[said.strength]] if said.strength else []
        known += [RELATION[said.relation]] if said.relation else []
        known += [STATUS[said.status]] if said.status else []
        known += [DRIFTS[said.drift]] if said.drift else []
        return _lines([*(wording.of(lang) for wording in known), self._values(item)])

    def _values(self, item: Item) -> str:
        """Return the matter of a target and both its values; nothing of other items."""
        drift = self._drifts.get(item.id)
        if drift is None:
            return ""
        values = f"{drift.parent_value or _NO_VALUE} → {drift.child_value or _NO_VALUE}"
        return f"{one_line(drift.matter)}{colon(self._lang)}{values}"

    def _allowed(self, item: Item, review: Review | None) -> tuple[str, ...]:
        """Return what may be said of an item; what was said can be taken back."""
        verdicts = (*ALLOWED[item.kind], *((Verdict.WITHDRAW,) if review else ()))
        return tuple(VERDICTS[verdict].of(self._lang) for verdict in verdicts)


_END_COLUMNS = {ItemKind.LINK: 0, ItemKind.CLAUSE: 1, ItemKind.TARGET: 1}
"""The column of the hidden sheet that is offered for an item of each kind."""


def _ends(digest: Digest, lang: Lang) -> Table:
    """Return the parent tasks and the child clauses, each with its id in front."""
    tasks = [f"{task.id} {clipped(heading(task), _LONGEST)}" for task in digest.comparison.parent.tasks]
    clauses = [f"{name} {clipped(clause.text, _LONGEST)}" for name, clause in digest.child.clauses.items()]
    rows = max(len(tasks), len(clauses))
    names = (Wording("{upper}任务"), Wording("{lower}条款"))
    sides = (_padded(tasks, rows), _padded(clauses, rows))
    return Table(
        ENDS.of(lang), columns(names, lang, **digest.called(lang)), list(zip(*sides, strict=True)), hidden=True
    )


def _padded(texts: list[str], length: int) -> list[str]:
    return texts + [""] * (length - len(texts))


def _values(kind: ItemKind, lang: Lang) -> tuple[str, ...]:
    return tuple(wording.of(lang) for wordings in WORDS[kind].values() for wording in wordings.values())


def _heading(seen: Seen | None) -> str:
    return one_line(seen.heading) if seen else ""


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _told(review: Review | None, lang: Lang) -> str:
    """Say what was decided before, by whom and when, and whether it is in doubt."""
    if review is None:
        return ""
    said = _DECIDED.of(lang).format(
        verdict=VERDICTS[review.verdict].of(lang), by=one_line(review.by), day=review.at.date().isoformat()
    )
    doubt = bracketed(STATES[review.state].of(lang), lang) if review.state is ReviewState.SUSPECT else ""
    return f"{said}{doubt}\n{one_line(review.reason)}".strip()
