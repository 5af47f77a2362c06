"""The JSON of both records, and the schemas that describe it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.hand_made import ALIGNMENT, CITY, DISTRICT, comparison

from planalign.cli.schema import records
from planalign.model.comparison import Comparison
from planalign.report import comparison_record, plan_lines, plan_record
from planalign.report.json_schema import schema_text
from planalign.report.look import Look

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


@pytest.mark.parametrize("name", records())
def test_committed_schema_is_up_to_date(name: str) -> None:
    """The files in schemas/ are what the records generate: run `planalign schema` after a change."""
    assert schema_text(records()[name]) == (SCHEMAS / f"{name}.json").read_text(encoding="utf-8")


def test_no_other_schema() -> None:
    """No schema is left over from a record that is gone."""
    assert sorted(f"{name}.json" for name in records()) == sorted(path.name for path in SCHEMAS.iterdir())


def _validate(name: str, text: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(text), schema, jsonschema.Draft202012Validator)


def test_comparison() -> None:
    """The comparison is valid, names its schema first, and comes back unchanged."""
    record = comparison(CITY, DISTRICT, ALIGNMENT)
    text = comparison_record.render(record, Look())
    _validate("comparison", text)
    assert text.startswith('{\n"schema": "planalign/comparison/1",')
    assert record == Comparison.model_validate_json(text)


def test_one_plan() -> None:
    """One document is one object."""
    text = plan_record.render([CITY], Look())
    _validate("plan", text)
    assert "planalign/plan/1" == json.loads(text)["schema"]


def test_several_plans() -> None:
    """Several documents are a list of objects."""
    assert 2 == len(json.loads(plan_record.render([CITY, DISTRICT], Look())))


def test_lines() -> None:
    """JSON lines hold one valid object a line."""
    lines = plan_lines.render([CITY, DISTRICT], Look()).splitlines()
    for line in lines:
        _validate("plan", line)
    assert 2 == len(lines)
