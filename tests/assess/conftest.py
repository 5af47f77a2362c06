"""Two small plans and their comparison, for the tests of what people decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.deciding import LOWER, UPPER, read

from planalign.pipeline.comparing import compare

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan


@pytest.fixture
def city(tmp_path: Path) -> Plan:
    """Return the upper plan."""
    return read(tmp_path, "city.txt", UPPER)


@pytest.fixture
def district(tmp_path: Path) -> Plan:
    """Return the lower plan."""
    return read(tmp_path, "district.txt", LOWER)


@pytest.fixture
def found(city: Plan, district: Plan) -> Comparison:
    """Return what the program says by itself."""
    return compare(city, district)
