"""JSON Schemas, generated from the records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.model.record import Record


def schema_text(record: type[Record]) -> str:
    """Return the schema of a record as it is written, indented."""
    schema = record.model_json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, ensure_ascii=False, indent=2) + "\n"
