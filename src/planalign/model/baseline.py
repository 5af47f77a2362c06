"""The baseline: findings that were there when somebody drew a line; a gate counts only what came since."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planalign.model.comparison import Finding
from planalign.model.record import Record


class KnownFinding(Record):
    """One finding that is existing debt."""

    code: str
    """Rule code, for example PA102."""
    fingerprint: str
    """Fingerprint of the finding; by it the finding is known again."""
    quote: str
    """The words that the finding is about, for people to read."""


class KnownPair(Record):
    """The existing debt of one document, or of one pair of documents."""

    parent: str
    """Issuer and title of the parent; empty for findings about the child taken alone."""
    child: str
    """Issuer and title of the child."""
    findings: tuple[KnownFinding, ...]
    """What was found, by code and fingerprint."""


class Baseline(Record):
    """The existing debt of some documents, as planalign-baseline.json holds it."""

    schema_name: Literal["planalign/baseline/1"] = Field(alias="schema")
    """Name and version of this record."""
    pairs: tuple[KnownPair, ...] = ()
    """The debt by documents, in order of their names."""


class DebtDiff(Record):
    """What has changed since the line was drawn."""

    schema_name: Literal["planalign/baseline-diff/1"] = Field("planalign/baseline-diff/1", alias="schema")
    """Name and version of this record."""
    new: tuple[Finding, ...]
    """Open findings that do not stand in the baseline."""
    known: tuple[Finding, ...]
    """Open findings that do."""
    gone: tuple[KnownFinding, ...]
    """Entries of the baseline that nothing matches any more."""
