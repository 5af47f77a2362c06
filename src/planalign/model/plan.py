"""A parsed document: masthead, sections, tasks, clauses, annexes."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from planalign.model.annex import Annex, AnnexHead
from planalign.model.block import Furniture, Location, Skipped
from planalign.model.facts import Facts, Target
from planalign.model.record import Record


class Level(StrEnum):
    """The level of government that issued a plan."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    DEPARTMENT = "department"
    TOWNSHIP = "township"
    DEVELOPMENT_ZONE = "development_zone"
    UNKNOWN = "unknown"


class PlanKind(StrEnum):
    """What a document is."""

    PLAN = "plan"
    INTERPRETATION = "interpretation"
    OTHER = "other"


class TaskKind(StrEnum):
    """What a numbered item is: a task, one of the 重点行动, or one of the 工作要求."""

    TASK = "task"
    ACTION = "action"
    REQUIREMENT = "requirement"


class UnitRole(StrEnum):
    """The role of an organisation: 牵头 or 责任/配合."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"


class Source(Record):
    """The file a plan was read from."""

    file: str
    """The path as it was given."""
    sha256: str
    """Hash of its bytes, in hex."""
    format: str = ""
    """The kind of the file: txt, html, docx, pdf."""


class Unit(Record):
    """An organisation named as responsible for something."""

    name: str
    """Its name as printed."""
    role: UnitRole
    """Lead or responsible."""


class Citation(Record):
    """Another document that the text names."""

    number: str | None = None
    """发文字号, normalised to 〔〕."""
    title: str | None = None
    """Title without its 《》."""
    text: str
    """The words as printed."""
    location: Location = Location()
    """Where it stands."""


class Masthead(Record):
    """The head of an official document (GB/T 9704—2012, 7.2–7.3)."""

    document_number: str | None = None
    """发文字号, normalised to 〔〕; null where the document states none of its own, or one that cannot be read."""
    document_number_printed: str | None = None
    """发文字号 as printed, also where its year or serial cannot be read; null where the document states none."""
    issuer: str | None = None
    """发文机关; several are joined by 、."""
    title: str = ""
    """The plan's own title, lines joined."""
    notice_title: str | None = None
    """Title of the notice that carries the plan (关于印发…的通知)."""
    dated: str | None = None
    """成文日期 as YYYY-MM-DD."""
    addressees: tuple[str, ...] = ()
    """主送机关, split."""
    level: Level = Level.UNKNOWN
    """Level of government, inferred from issuer and text."""
    place: str | None = None
    """Place of the issuer, for example 江城市临江区."""
    year: int | None = None
    """The year that the plan is for."""
    cites: tuple[Citation, ...] = ()
    """Documents that the text cites, in order."""
    contact: str | None = None
    """The contact line (personal data: left out of reports)."""
    public_mark: str | None = None
    """公开 mark, for example 此件公开发布."""


class Section(Record):
    """A heading that groups tasks."""

    id: str
    """Position in the plan, for example s3."""
    number: str
    """Number as printed without brackets and dots, for example 一."""
    title: str
    """Heading without its number."""
    parent: str | None = None
    """Id of the section above it."""
    label: str = ""
    """The number as printed, for example 一、 or （一）."""
    location: Location = Location()
    """Where it stands."""


class Clause(Record):
    """One sentence-like part of a task body; ends at 。 or ；."""

    id: str
    """Position in the plan, for example t12.c3."""
    text: str
    """Verbatim text, with the time that a note behind it or a cell beside it names."""
    term: str = ""
    """The end of the text that holds this time, for example 完成时限：2026年12月底; empty where there is none."""
    normalized: str = ""
    """Text with width, spaces and punctuation normalised."""
    targets: tuple[Target, ...] = ()
    """Numbers with units, in order."""
    facts: Facts = Facts()
    """Deadlines, frequencies, counted lists, verbs of commitment and placeholders."""
    units: tuple[Unit, ...] = ()
    """Organisations named as responsible for this clause or for its task."""
    location: Location = Location()
    """Where it stands."""

    @property
    def sentence(self) -> str:
        """Return its text without the time that a note or cell names."""
        return self.text.removesuffix(self.term)


class Task(Record):
    """A numbered work item."""

    id: str
    """Position in the plan, for example t12."""
    section: str | None
    """Id of its section."""
    number: str
    """Number as printed without brackets and dots, for example 十二 or 4."""
    title: str
    """Heading without its number and final stop."""
    kind: TaskKind = TaskKind.TASK
    """Task, action or requirement."""
    clauses: tuple[Clause, ...]
    """The clauses of its body; where the body is empty, its title is the only clause."""
    label: str = ""
    """The number as printed, for example （十二）."""
    text: str = ""
    """Verbatim text of heading and body."""
    targets: tuple[Target, ...] = ()
    """Numbers in its title, in order."""
    facts: Facts = Facts()
    """What else its title says."""
    units: tuple[Unit, ...] = ()
    """Organisations named in a bracket that closes the task, or in the cells of its row."""
    terms: tuple[str, ...] = ()
    """When its measures are due, as a note that closes the task says: 2026年12月底, 长期坚持."""
    rows: tuple[str, ...] = ()
    """Ids of the annex rows that it was read from, where the plan is a table; empty for a task of the text."""
    location: Location = Location()
    """Where it starts."""


class StatedCount(Record):
    """A count that the document states about itself, for example 共25项."""

    text: str
    """The words as printed."""
    value: int
    """The number."""
    noun: str
    """What is counted: tasks, sections or annexes."""
    location: Location = Location()
    """Where it stands."""


class Plan(Record):
    """One parsed document."""

    id: str
    """First 12 hex digits of the sha256."""
    source: Source
    """The file."""
    kind: PlanKind = PlanKind.PLAN
    """Plan, interpretation, or something else without tasks."""
    masthead: Masthead
    """The head of the document."""
    sections: tuple[Section, ...] = ()
    """Headings that group tasks, in order."""
    tasks: tuple[Task, ...] = ()
    """Tasks, actions and requirements, in order."""
    preamble: tuple[Clause, ...] = ()
    """Clauses of unnumbered paragraphs before the first task (总体要求, goals)."""
    annexes: tuple[Annex, ...] = ()
    """Annex tables, in order."""
    annex_list: tuple[AnnexHead, ...] = ()
    """The annexes that the list at the end of the body or of the notice names (附件：1.… 2.…), in order."""
    annex_heads: tuple[AnnexHead, ...] = ()
    """The annexes that stand in the document itself, with tables or with text, in order."""
    stated_counts: tuple[StatedCount, ...] = ()
    """Counts that the document states about itself."""
    skipped: tuple[Skipped, ...] = ()
    """Parts that were not understood."""
    furniture: tuple[Furniture, ...] = ()
    """Text around the body, kept apart."""


class PlanRecord(Plan):
    """A plan as `parse` prints it, one a line."""

    schema_name: Literal["planalign/plan/1"] = Field("planalign/plan/1", alias="schema")
    """Name and version of this record."""
