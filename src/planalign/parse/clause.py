"""Clauses: the sentence-like parts of a body, ending at 。 or ； outside quotes and brackets."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.model.plan import Clause, Unit
from planalign.parse.aside import is_person_or_term, terms_of, when
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
_TIME = compiled(r"[^，,、；;\s]+")
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
    """Return a clause with the time that a cell or note beside it gives, behind its words, with a comma for the border.

    A bare 12月 is a time by which something is due, since its column says so: the end of that month.
    """
    added = term if _STOP.search(clause.text) else f"，{term}"
    text = f"{clause.text}{added}"
    facts = find_facts(text)
    due = [*facts.deadlines, *(_due(text, when(term)) if not find_facts(term).deadlines else ())]
    # A bare month of an earlier note is known by that note alone.
    due += [each for each in clause.facts.deadlines if all(each.start != other.start for other in due)]
    facts = facts.model_copy(update={"deadlines": tuple(sorted(due, key=lambda each: each.start))})
    said = {"text": text, "term": f"{clause.term}{added}", "normalized": normalise(text)}
    return clause.model_copy(update=said | {"targets": find_targets(text), "facts": facts})


def with_terms(clause: Clause, terms: Iterable[str]) -> Clause:
    """Return a clause with the times that several notes give, one behind the other."""
    return reduce(with_term, terms, clause)


def _due(text: str, said: str) -> Iterator[Deadline]:
    """Yield the bare months of a time at the end of a text, as the ends of these months."""
    first = text.rindex(said)
    for part in _TIME.finditer(said):
        ends = (each for suffix in "底前" for each in find_facts(f"{part[0]}{suffix}").deadlines)
        found = next((each for each in ends if not each.start and each.end > len(part[0])), None)
        if found:
            start, end = first + part.start(), first + part.end()
            yield found.model_copy(update={"text": part[0], "start": start, "end": end})


class Split(NamedTuple):
    """What the lines of a body say."""

    clauses: tuple[Clause, ...]
    units: tuple[Unit, ...]
    """The units that a note at its end, or else above its first clause, names."""
    terms: tuple[str, ...]
    """The times that these notes name."""


class _Part(NamedTuple):
    """A sentence with what the notes behind it name; a note alone has no text."""

    line: Line
    units: tuple[Unit, ...]
    terms: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        return _EMPTY.fullmatch(self.line.text) is not None


def split_clauses(lines: Iterable[Line], owner: str, terms: tuple[str, ...] = ()) -> Split:
    """Return the clauses of body lines, and the units and times that close the body; `terms`: those of its heading."""
    parts = [part for line in lines for part in _parts(line)]
    closing = _closing(parts)
    units = tuple(dict.fromkeys(unit for part in closing for unit in part.units))
    terms = (*terms, *(term for part in closing for term in part.terms))
    texts = [part for part in parts if not part.is_bare]
    last = len(texts) - 1
    clauses = tuple(
        with_terms(
            clause(
                part.line,
                f"{owner}.c{index + 1}",
                _with_lead(part.line, units if index == last or not part.units else part.units),
            ),
            terms if index == last else part.terms,
        )
        for index, part in enumerate(texts)
    )
    return Split(clauses, units, terms)


def _with_lead(line: Line, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return the units of a clause, before them the leads that its own words name."""
    leads = units_in_text(line.text)
    names = {lead.name for lead in leads}
    return (*leads, *(unit for unit in units if unit.name not in names)) if leads else units


def _closing(parts: list[_Part]) -> list[_Part]:
    """Return the notes above the first clause, the last clause, and the notes below it."""
    texts = [index for index, part in enumerate(parts) if not part.is_bare]
    return [*parts[: texts[0]], *parts[texts[-1] :]] if texts else parts


def _parts(line: Line) -> Iterator[_Part]:
    """Return the sentences of a line, each with what the brackets that follow or stand in it name."""
    rest, notes = cut_notes(line)
    spans = sentence_spans(rest.text)
    notes = (*notes, *_tail(rest, spans))
    if not spans and notes:
        yield _part(rest, notes)
    for index, (start, end) in enumerate(spans):
        final = index == len(spans) - 1
        inside = [
            note
            for note in notes
            if start < note.at <= end or (final and note.at > end) or (not index and note.at <= start)
        ]
        yield _part(rest.part(start, end), inside)


def _part(line: Line, notes: Iterable[Note]) -> _Part:
    units = tuple(unit for note in notes for unit in note.units)
    return _Part(line, units, tuple(note.term for note in notes if note.term))


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
    return [Note(end, units, terms_of(line.text[first:end]))] if first < end else []
