"""The matrix record as JSON: planalign/matrix/1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.record_lines import record_lines

if TYPE_CHECKING:
    from planalign.model.matrix import Matrix
    from planalign.report.look import Look


def render(matrix: Matrix, look: Look) -> str:  # noqa: ARG001
    """Return the record; its bytes depend on nothing but the record."""
    return record_lines(matrix)
