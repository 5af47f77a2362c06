"""What a document was taken for, as a web page: each page with a coloured box for every part, its words beside it."""

from __future__ import annotations

import math
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.mark import Taken
from planalign.model.wording import Wording
from planalign.report.digest import plan_title
from planalign.report.layout_labels import TAKEN, name, reason
from planalign.report.layout_sheet import Box, sheet
from planalign.report.plan_terminal import counts
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.block import Location
    from planalign.model.mark import Mark
    from planalign.model.plan import Plan
    from planalign.model.wording import Lang
    from planalign.readers.page_views import PageView

_PAGE = Wording("第 {number} 页")
_ELSEWHERE = Wording("不在某一页上的内容")
_HOW = Wording(
    "每个框是一个段落或表格单元格；指向框可看原文，点击框跳到右边的同号条目；跨页的段落只在开头一页有框。"
    "编号同 planalign parse --format json 中的 id。"
)


class Group(NamedTuple):
    """The marks that share one paragraph or row, under one number."""

    number: int
    marks: tuple[Mark, ...]

    def places(self, page: int) -> list[Location]:
        """Return the boxes on a page."""
        return list(dict.fromkeys(_whole(place) for place in self.marks[0].places if place.page == page))


def render(plan: Plan, marks: Sequence[Mark], views: Iterable[PageView], lang: Lang) -> str:
    """Return the whole page; it needs no other file and no network."""
    groups = list(_groups(marks))
    body = [f"<h1>{_text(plan_title(plan, lang))}</h1>", f'<p class="facts">{_text(plan.source.file)}</p>']
    body += [f'<p class="facts">{_text(counts(plan, lang))}</p>', f"<p>{_text(_HOW.of(lang))}</p>", _legend(lang)]
    shown: set[int] = set()
    for view in views:
        shown.add(view.number)
        body.append(_page(view, [group for group in groups if _page_of(group) == view.number], groups, lang))
    rest = [group for group in groups if _page_of(group) not in shown]
    if rest:
        body.append(f"<section><h2>{_ELSEWHERE.of(lang)}</h2>{_list(rest, lang)}</section>")
    return _document(plan_title(plan, lang), body, lang)


def _document(title: str, body: Sequence[str], lang: Lang) -> str:
    style = files("planalign.report").joinpath("layout.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{_text(title)}</title><style>{style}</style>'
    code = "zh-CN" if lang == "zh" else "en"
    return f'<!DOCTYPE html>\n<html lang="{code}"><head>{head}</head><body>\n' + "\n".join(body) + "\n</body></html>\n"


def _text(text: str) -> str:
    return escape(one_line(text))


def _legend(lang: Lang) -> str:
    chips = (f'<li class="{taken}"><span class="chip">{TAKEN[taken].of(lang)}</span></li>' for taken in Taken)
    return f'<ul class="legend">{"".join(chips)}</ul>'


def _groups(marks: Sequence[Mark]) -> Iterator[Group]:
    """Put the parts of one paragraph together, in reading order."""
    held: dict[object, list[Mark]] = {}
    for index, mark in enumerate(marks):
        held.setdefault(_whole(mark.location) if mark.places else index, []).append(mark)
    # Margins follow the text of their page.
    pages = sorted(held.values(), key=lambda found: found[0].location.page or math.inf)
    return (Group(number, tuple(marks)) for number, marks in enumerate(pages, start=1))


def _whole(place: Location) -> Location:
    return place.model_copy(update={"start": None, "end": None})


def _page_of(group: Group) -> int | None:
    return group.marks[0].location.page


def _page(view: PageView, beside: Sequence[Group], groups: Sequence[Group], lang: Lang) -> str:
    """Return a page with its boxes; a row that goes on overleaf has boxes on two pages."""
    drawn = [
        Box(group.number, group.marks[0].taken, _title(group, lang), place.box, tight=place.table is not None)
        for group in groups
        for place in group.places(view.number)
        if place.box
    ]
    title = _PAGE.of(lang).format(number=view.number)
    return (
        f'<section class="page"><figure style="margin:0"><h2>{title}</h2>{sheet(view, drawn)}</figure>'
        f"<div><h2>&nbsp;</h2>{_list(beside, lang)}</div></section>"
    )


def _title(group: Group, lang: Lang) -> str:
    return "\n".join(_text(f"{name(mark, lang)} {reason(mark, lang)} {mark.text}") for mark in group.marks)


def _list(groups: Sequence[Group], lang: Lang) -> str:
    return f'<ol class="list">{"".join(_entry(group, lang) for group in groups)}</ol>'


def _entry(group: Group, lang: Lang) -> str:
    parts = "<br>".join(_part(mark, lang) for mark in group.marks)
    return f'<li id="m{group.number}"><b>{group.number}</b> {parts}</li>'


def _part(mark: Mark, lang: Lang) -> str:
    why = reason(mark, lang)
    note = f' <span class="why">{_text(why)}</span>' if why else ""
    chip = f'<span class="{mark.taken}"><span class="chip">{_text(name(mark, lang))}</span></span>'
    return f"{chip}{note} {_text(mark.text)}"
