"""Reads what `planalign compare` wrote as JSON."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from pydantic import ValidationError

from planalign.config import Settings
from planalign.errors import UsageError
from planalign.model.comparison import Comparison
from planalign.model.sentence import english
from planalign.store.plain_file import require_plain

if TYPE_CHECKING:
    from pathlib import Path


def read_comparison(path: Path) -> Comparison:
    """Return the comparison record of a file.

    Raises UsageError where the file is none.
    """
    try:
        require_plain(path)
        record = Comparison.model_validate_json(path.read_bytes().removeprefix(codecs.BOM_UTF8))
        # Decisions are judged by the settings of the report.
        Settings.model_validate(record.provenance.settings)
    except OSError as error:
        raise UsageError(
            english("the report cannot be read"), where=str(path), hint=english("check the path and its permissions")
        ) from error
    except (ValidationError, RecursionError) as error:
        hint = "planalign compare PARENT CHILD -o report.json"
        raise UsageError(english("this is no comparison record of this version"), where=str(path), hint=hint) from error
    return record
