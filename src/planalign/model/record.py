"""The base of every record."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record that refuses unknown fields; `report.json_schema` makes descriptions of field docstrings."""

    model_config = ConfigDict(
        frozen=True,
        # Half of the records take no part in a call.
        defer_build=True,
        extra="forbid",
        serialize_by_alias=True,
        validate_by_name=True,
    )
