"""The expert answers for one pair of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planalign.errors import ReadError
from planalign.model.comparison import DriftKind, Relation, Status
from planalign.model.sentence import english
from planalign.store.plain_file import require_plain

if TYPE_CHECKING:
    from pathlib import Path


class GoldRecord(BaseModel):
    """A frozen part of a gold file; fields that the scorer does not use are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldLink(GoldRecord):
    """One parent of a child task."""

    parent: str
    """Id of the parent task in the gold file."""
    strength: Literal["primary", "secondary", "disputed"]
    """Disputed links are optional: right when predicted, no miss when not."""
    accepted_relations: tuple[Relation, ...] = ()
    """Every relation that an annotator gave; empty where none was asked."""


class GoldChild(GoldRecord):
    """One child task with its parents."""

    child: str
    """Id in the gold file."""
    child_title: str
    """Title, by which the task is found in the parsed plan."""
    accepted_primary: tuple[str | None, ...]
    """Every primary parent that an annotator gave; null means that none is right too."""
    links: tuple[GoldLink, ...] = ()
    """All its parents."""


class GoldParent(GoldRecord):
    """One parent task."""

    parent: str
    """Id in the gold file."""
    title: str
    """Title, by which the task is found in the parsed plan."""


class GoldClause(GoldRecord):
    """One parent clause and what became of it."""

    parent_clause: str
    """Id in the gold file."""
    text: str
    """Text, by which the clause is found in the parsed plan."""
    accepted_status: tuple[Status, ...] = Field(min_length=1)
    """Every status that an annotator gave; a miss counts against the first."""
    child_clauses: tuple[str, ...] = ()
    """Ids of the child clauses that carry it."""


class GoldDrift(GoldRecord):
    """What became of one number, deadline or frequency, in an annotator's own words."""

    parent: str | None = None
    """Id of the parent clause in the gold file; null or empty where only the child has it."""
    child: str | None = None
    """Id of the child clause; null or empty where only the parent has it."""
    matter: str
    """What it is about."""
    parent_value: str | None = None
    """The value in the parent."""
    child_value: str | None = None
    """The value in the child."""
    drift: DriftKind
    """What became of it."""


class Gold(GoldRecord):
    """The expert answers for one pair of documents."""

    pair: str = ""
    """Name of the pair; the name of the gold file where it states none."""
    child: str
    """The lower-level document, as a path."""
    parent: str
    """The upper-level document, as a path."""
    child_tasks: tuple[GoldChild, ...]
    """Child tasks; those left out are not scored."""
    parent_tasks: tuple[GoldParent, ...]
    """Parent tasks; links to others are not scored."""
    parent_clauses: tuple[GoldClause, ...] = ()
    """Parent clauses; empty where the gold is about tasks only."""
    child_clause_texts: dict[str, str] = {}
    """Texts of the child clauses by their ids in the gold file."""
    drift: dict[str, tuple[GoldDrift, ...]] = {}
    """What became of numbers, deadlines and frequencies, by annotator; empty where none was asked."""
    numbered: bool = False
    """Whether the ids of tasks are printed section and item numbers, such as 二(一)1, that help to find them."""


def read_gold(path: Path) -> Gold:
    """Read a gold file in JSON.

    Raises ReadError where it is missing or no alignment gold.
    """
    try:
        gold = Gold.model_validate_json(read_gold_text(path))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ReadError(
            english("this is no alignment gold file: look at {place}", place=place)
            if place
            else english("this is no alignment gold file"),
            where=str(path),
            hint=english("a gold file names child, parent, child_tasks, parent_tasks and parent_clauses"),
        ) from error
    return gold if gold.pair else gold.model_copy(update={"pair": path.stem})


def read_gold_text(path: Path) -> str:
    """Return the text of a gold file; raises ReadError where it cannot be read."""
    try:
        require_plain(path)
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ReadError(
            english("no such gold file"), where=str(path), hint=english("give the path of a gold file")
        ) from error
    except OSError as error:
        raise ReadError(
            english("the gold file cannot be read"), where=str(path), hint=english("check the path and its permissions")
        ) from error
    except UnicodeDecodeError as error:
        raise ReadError(english("the gold file is not in UTF-8"), where=str(path)) from error
