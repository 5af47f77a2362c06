"""Clauses: the sentence-like parts of a body, ending at 。 or ； outside quotes and brackets."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planalign.model.plan import Clause, Unit
from planalign.parse.aside import is_person_or_term, terms_of
from planalign.parse.facts import find_facts
from planalign.parse.nesting import depths
from planalign.parse.target import find_targets
from planalign.parse.unit import Note, cut_notes, units_after_key, units_in_text, units_in_words
from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planalign.model.facts import Deadline
    from planalign.parse.line import Line

# A half-width full stop between or behind Chinese words.
HALF_STOP = r"(?<=[^\W\dA-Za-z_])\.(?=\s*(?:[^\W\dA-Za-z_]|[“‘《\"]|$))"
_ENDS = compiled(rf"[。；;]|{HALF_STOP}")
_STOP = compiled(r"[，。；：！？,;]$")
# Without a letter or a digit there is nothing to carry out: ——。 and （）.
_EMPTY = compiled(r"[\W_]*")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end after its mark) of every sentence-like part of text."""
    depth = depths(text)
    ends = [match.end() for match in _ENDS.finditer(text) if not depth[match.start()]]
    bounds = [0, *ends] if ends and ends[-1] == len(text) else [0, *ends, len(text)]
    return [(start, end) for start, end in pairwise(bounds) if not _EMPTY.fullmatch(text[start:end])]


def is_wordless(text: str) -> bool:
    """Say whether text holds neither a letter nor a digit."""
    return _EMPTY.fullmatch(text) is not None


def clause(line: Line, number: str, units: tuple[Unit, ...] = ()) -> Clause:
    """Return a clause with what is found in it."""
    return Clause(
        id=number,
        text=line.text,
        # A dash in front of an item says as little as its number.
        normalized=normalise(line.text).lstrip("—―"),
        targets=find_targets(line.text),
        facts=find_facts(line.text),
        units=units,
        location=line.place(),
    )


def with_term(clause: Clause, term: str) -> Clause:
    """Return a clause with the time that a cell beside it gives, behind its words; a comma stands for the border.

    A bare 12月 is a time by which something is due, since its column says so: the end of that month.
    """
    text = f"{clause.text}{term}" if _STOP.search(clause.text) else f"{clause.text}，{term}"
    facts = find_facts(text)
    if not find_facts(term).deadlines:
        facts = facts.model_copy(update={"deadlines": (*facts.deadlines, *_due(text, len(text) - len(term)))})
    return clause.model_copy(
        update={"text": text, "normalized": normalise(text), "targets": find_targets(text), "facts": facts}
    )


def _due(text: str, start: int) -> Iterator[Deadline]:
    for deadline in (*find_facts(f"{text}底").deadlines, *find_facts(f"{text}前").deadlines):
        if deadline.start == start and deadline.end > len(text):
            yield deadline.model_copy(update={"text": text[start:], "end": len(text)})
            return


def split_clauses(lines: Iterable[Line], owner: str) -> tuple[tuple[Clause, ...], tuple[Unit, ...]]:
    """Return the clauses of body lines, and the units named in a bracket that closes the body."""
    parts = [part for line in lines for part in _parts(line)]
    closing = tuple(dict.fromkeys(_closing(parts)))
    texts = [(line, units) for line, units in parts if not _EMPTY.fullmatch(line.text)]
    last = len(texts) - 1
    clauses = tuple(
        clause(line, f"{owner}.c{index + 1}", _with_lead(line, closing if index == last or not units else units))
        for index, (line, units) in enumerate(texts)
    )
    return clauses, closing


def _with_lead(line: Line, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return the units of a clause, before them the leads that its own words name."""
    leads = units_in_text(line.text)
    names = {lead.name for lead in leads}
    return (*leads, *(unit for unit in units if unit.name not in names)) if leads else units


def _closing(parts: list[tuple[Line, tuple[Unit, ...]]]) -> tuple[Unit, ...]:
    """Return the units of the last clause and of the lines below it that name nothing else."""
    units: tuple[Unit, ...] = ()
    for line, named in reversed(parts):
        units = named + units
        if not _EMPTY.fullmatch(line.text) and not is_person_or_term(line.text):
            break
    return units


def _parts(line: Line) -> Iterator[tuple[Line, tuple[Unit, ...]]]:
    """Return the sentences of a line, each with the units of the brackets that follow or stand in it."""
    rest, notes = cut_notes(line)
    spans = sentence_spans(rest.text)
    notes = (*notes, *_tail(rest, spans))
    if not spans and notes:
        yield rest, tuple(unit for note in notes for unit in note.units)
    for index, (start, end) in enumerate(spans):
        final = index == len(spans) - 1
        inside = [
            note
            for note in notes
            if start < note.at <= end or (final and note.at > end) or (not index and note.at <= start)
        ]
        part = rest.part(start, end)
        for note in inside:
            part = part.join(note.term) if note.term else part
        yield part, tuple(unit for note in inside for unit in note.units)


def _tail(line: Line, spans: list[tuple[int, int]]) -> list[Note]:
    """Take the last sentences off that only name units, persons or a time, such as 市水务局牵头，各区县配合."""
    units: tuple[Unit, ...] = ()
    end = spans[-1][1] if spans else 0
    first = end
    while spans:
        sentence = line.part(*spans[-1])
        duty = units_in_words(sentence.text) or units_after_key(sentence.text)
        if not duty and not (len(spans) > 1 and is_person_or_term(sentence.text)):
            break
        units = duty + units
        first = spans.pop()[0]
    return [Note(end, units, terms_of(line, first, end))] if first < end else []
