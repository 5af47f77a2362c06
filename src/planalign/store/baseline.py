"""Reads planalign-baseline.json, and says what it looks like on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from planalign.errors import UsageError
from planalign.model.baseline import Baseline
from planalign.model.sentence import english

if TYPE_CHECKING:
    from pathlib import Path

NAME = "planalign-baseline.json"
"""What the file is called where it is searched for."""


def read_baseline(path: Path) -> Baseline:
    """Return the baseline of a file.

    Raises UsageError where the file is none.
    """
    hint = english("planalign baseline write CHILD --parent PARENT")
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise UsageError(english("there is no such file"), where=str(path), hint=hint) from error
    except OSError as error:
        raise UsageError(english("the baseline cannot be read"), where=str(path), hint=hint) from error
    except ValidationError as error:
        raise UsageError(english("this is no baseline of this version"), where=str(path), hint=hint) from error


def baseline_text(baseline: Baseline) -> str:
    """Return what is written; its bytes depend on nothing but the record."""
    return baseline.model_dump_json(indent=2) + "\n"
