"""The list of all documents of a corpus: what each is, which is its parent, and what is doubtful about it."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from planalign.corpus.corpus_file import NO_PARENT
from planalign.corpus.domain import domain_of
from planalign.corpus.head import Outcome
from planalign.corpus.parents import Basis, Choice, Member, Upper
from planalign.corpus.rank import rank
from planalign.corpus.twins import twins
from planalign.model.plan import Level, PlanKind
from planalign.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planalign.corpus.corpus_file import CorpusFile, Known
    from planalign.corpus.files import Source
    from planalign.corpus.head import Head


_DISTRICT = 2
"""The step of a district and of its departments from the top."""


class Doubt(StrEnum):
    """What a person should look at before the results are believed."""

    NO_LEVEL = "no_level"
    NO_PARENT = "no_parent"
    OTHER_FIELD = "other_field"
    RIVALS = "rivals"
    CYCLE = "cycle"
    LOST = "lost"


class Entry(Record):
    """One file of the corpus."""

    path: str
    """From the folder of the corpus, with slashes."""
    sha256: str
    """Hash of its bytes, in hex."""
    outcome: Outcome
    """What became of reading it."""
    reason: str = ""
    """What was wrong, for a person to read."""
    kind: PlanKind
    """Plan, interpretation, or something else without tasks."""
    format: str
    """The kind of the file."""
    level: Level
    """Level of government: as corpus.toml says, else as the document does."""
    place: str | None
    """Place of the issuer."""
    year: int | None
    """The year that the plan is for."""
    domain: str
    """The field of work."""
    number: str | None
    """发文字号."""
    issuer: str | None
    """发文机关."""
    title: str
    """Title of the plan."""
    tasks: int
    """Its tasks."""
    clauses: int
    """Their clauses."""
    skipped: int
    """Parts that were not understood."""
    twin_of: str | None = None
    """The file that counts, where this one holds the same document."""
    parent: str | None = None
    """The file that it is held against."""
    basis: Basis = Basis.NONE
    """Why that one."""
    district: str | None = None
    """Place of the district that it belongs to, where it is of a district or below."""

    @property
    def counts(self) -> bool:
        """Whether it takes part: a plan with tasks, and no twin."""
        return self.kind is PlanKind.PLAN and self.tasks > 0 and self.twin_of is None


class Problem(Record):
    """A doubt about a document."""

    path: str
    """The file."""
    doubt: Doubt
    """What is doubtful."""
    about: tuple[str, ...] = ()
    """The files or the citations that it is about."""


class Manifest(Record):
    """All documents of a corpus."""

    schema_name: Literal["planalign/corpus/1"] = Field("planalign/corpus/1", alias="schema")
    """Name and version of this record."""
    documents: tuple[Entry, ...]
    """In the order of their paths."""
    problems: tuple[Problem, ...]
    """In the order of their paths."""

    @property
    def incomplete(self) -> tuple[Entry, ...]:
        """Documents that were not read, or not wholly; a twin stands behind the file that counts."""
        return tuple(entry for entry in self.documents if entry.outcome is not Outcome.READ and entry.twin_of is None)

    @property
    def below(self) -> Mapping[str | None, Sequence[Entry]]:
        """Documents that take part, by the path of their parent; those at the top by None."""
        found: dict[str | None, list[Entry]] = defaultdict(list)
        for entry in self.documents:
            if entry.counts:
                found[entry.parent].append(entry)
        return found


def manifest(sources: Iterable[Source], heads: Mapping[str, Head], file: CorpusFile) -> Manifest:
    """Return the list of all documents; `heads` are by path."""
    known = {path: file.about(path) for path in heads}
    repeated = twins(heads)
    entries = {
        source.path: _entry(source, heads[source.path], known[source.path], repeated.get(source.path))
        for source in sources
    }
    choices = _choices(entries, heads, known, repeated)
    cycles = _cycles({path: choice.parent for path, choice in choices.items()})
    problems = sorted(_problems(entries, heads, known, choices, cycles), key=lambda each: (each.path, each.doubt))
    parents = {path: choice.parent for path, choice in choices.items() if path not in cycles}
    linked = (_linked(entry, choices.get(path, Choice()), parents, entries) for path, entry in sorted(entries.items()))
    return Manifest(schema="planalign/corpus/1", documents=tuple(linked), problems=tuple(problems))


def _entry(source: Source, head: Head, known: Known, twin_of: str | None) -> Entry:
    masthead = head.masthead
    place = known.place or masthead.place
    title = masthead.title or masthead.notice_title or ""
    return Entry(
        path=source.path,
        sha256=source.sha256,
        outcome=head.outcome,
        reason=head.reason,
        kind=head.kind,
        format=head.format,
        level=known.level or masthead.level,
        place=place,
        year=known.year or masthead.year,
        domain=known.domain or domain_of(title, place),
        number=masthead.document_number,
        issuer=masthead.issuer,
        title=title,
        tasks=head.tasks,
        clauses=head.clauses,
        skipped=head.skipped,
        twin_of=twin_of,
    )


def _choices(
    entries: Mapping[str, Entry], heads: Mapping[str, Head], known: Mapping[str, Known], repeated: Mapping[str, str]
) -> dict[str, Choice]:
    """Return the parent of each document that counts, where the file or the documents tell it."""
    files: dict[str, list[str]] = defaultdict(list)
    for twin, path in repeated.items():
        files[path].append(twin)
    members = [_member(entry, heads[path], files[path]) for path, entry in entries.items() if entry.counts]
    upper = Upper(members)
    found: dict[str, Choice] = {}
    for member in members:
        stated = known[member.path].parent
        if stated is None:
            found[member.path] = upper.choice(member, known[member.path].among)
        elif stated == NO_PARENT:
            found[member.path] = Choice(None, Basis.FILE)
        else:
            parent = repeated.get(stated, stated)
            there = parent in entries and entries[parent].counts
            found[member.path] = Choice(parent if there else None, Basis.FILE)
    return found


def _member(entry: Entry, head: Head, twins: Sequence[str]) -> Member:
    step = rank(entry.level, entry.place)
    return Member(
        entry.path, entry.level, entry.place, entry.year, entry.domain, head.masthead, step, (entry.path, *twins)
    )


def _problems(
    entries: Mapping[str, Entry],
    heads: Mapping[str, Head],
    known: Mapping[str, Known],
    choices: Mapping[str, Choice],
    cycles: Mapping[str, tuple[str, ...]],
) -> Iterator[Problem]:
    """Yield what is doubtful about the documents that count."""
    steps = {path: rank(entries[path].level, entries[path].place) for path in choices}
    top = min((step for step in steps.values() if step is not None), default=0.0)
    for path, choice in choices.items():
        stated = known[path].parent
        if path in cycles:
            yield Problem(path=path, doubt=Doubt.CYCLE, about=cycles[path])
        elif choice.rivals:
            yield Problem(path=path, doubt=Doubt.RIVALS, about=choice.rivals)
        elif choice.parent is None and choice.basis is Basis.FILE and stated != NO_PARENT:
            yield Problem(path=path, doubt=Doubt.LOST, about=(stated or "",))
        elif choice.parent is None and choice.basis is Basis.NONE and steps[path] is None:
            yield Problem(path=path, doubt=Doubt.NO_LEVEL)
        elif choice.parent is None and choice.basis is Basis.NONE and int(steps[path] or 0) > int(top):
            cited = tuple(each.number or each.title or each.text for each in heads[path].masthead.cites)
            if choice.other_fields and not cited:
                yield Problem(path=path, doubt=Doubt.OTHER_FIELD, about=choice.other_fields)
            else:
                yield Problem(path=path, doubt=Doubt.NO_PARENT, about=cited)


def _cycles(parents: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Return for each document that stands above itself the way round, beginning with it."""
    found: dict[str, tuple[str, ...]] = {}
    clear: set[str] = set()
    for path in sorted(parents):
        way: list[str] = []
        at: str | None = path
        while at is not None and at not in clear and at not in way:
            way.append(at)
            at = parents.get(at)
        if at is not None and at in way:
            ring = way[way.index(at) :]
            found.update({each: (*ring[place:], *ring[:place]) for place, each in enumerate(ring)})
        clear.update(way)
    return found


def _linked(entry: Entry, choice: Choice, parents: Mapping[str, str | None], entries: Mapping[str, Entry]) -> Entry:
    parent = parents.get(entry.path)
    basis = choice.basis if parent or choice.basis is Basis.FILE else Basis.NONE
    return entry.model_copy(update={"parent": parent, "basis": basis, "district": _district(entry, parents, entries)})


def _district(entry: Entry, parents: Mapping[str, str | None], entries: Mapping[str, Entry]) -> str | None:
    """Return the place of the first document of a district on the way up, else what the own place says."""
    seen: set[str] = set()
    at: str | None = entry.path
    while at is not None and at not in seen:
        seen.add(at)
        step = rank(entries[at].level, entries[at].place)
        if step is not None and int(step) == _DISTRICT and entries[at].place:
            return entries[at].place
        at = parents.get(at)
    return None
