"""A checklist for the terminal: under each task its measures, with targets, deadlines, units and basis below them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report.checklist_table import NAME, ROLES, SOURCES, basis_texts, facts, places, source
from planalign.report.origin import SHOWN
from planalign.report.punctuation import bracketed, commas, semicolons
from planalign.report.screen import Screen
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.checklist import Checklist, Duty
    from planalign.model.wording import Lang
    from planalign.report.look import Look

_TARGETS, _DEADLINE, _LEAD, _RESPONSIBLE, _BASIS, _REMARK = (
    Wording("目标"),
    Wording("时限"),
    Wording("牵头"),
    Wording("责任"),
    Wording("依据", "waiver"),
    Wording("备注"),
)
_NO_TASK = Wording("（未写任务名称）")


def render(checklist: Checklist, look: Look) -> str:
    """Return all duties: those of a unit under its roles, else under the parts of the plan."""
    screen, lang = Screen(look), look.lang
    screen.line(NAME.of(lang), "bold")
    for name, text in facts(checklist, lang, SHOWN):
        for number, line in enumerate(text.split("\n")):
            screen.labelled("" if number else name, line)
    for title, group in groupby(checklist.duties, key=lambda duty: _group(checklist, duty, lang)):
        duties = list(group)
        screen.rule(title + bracketed(len(duties), lang))
        for task, inside in groupby(duties, key=lambda duty: duty.task):
            screen.line(one_line(task) or _NO_TASK.of(lang), "bold")
            for duty in inside:
                _duty(screen, duty, lang)
    return screen.render()


def _group(checklist: Checklist, duty: Duty, lang: Lang) -> str:
    if checklist.unit and duty.role:
        return ROLES[duty.role].of(lang)
    return one_line(duty.part.replace("\n", " · ")) or SOURCES[duty.source].of(lang)


def _duty(screen: Screen, duty: Duty, lang: Lang) -> None:
    where = commas([source(duty, lang), places(duty, lang)], lang)
    screen.line(f"{one_line(duty.measure)}{bracketed(where, lang)}", indent=2)
    facts = (
        (_TARGETS, semicolons(duty.targets, lang)),
        (_DEADLINE, semicolons(duty.deadlines, lang)),
        (_LEAD, "、".join(duty.lead_units)),
        (_RESPONSIBLE, "、".join(duty.responsible_units)),
        *((_BASIS, text) for text in basis_texts(duty, lang)),
        (_REMARK, duty.remark),
    )
    for name, text in facts:
        if text:
            screen.labelled(name.of(lang), one_line(text), indent=4)
