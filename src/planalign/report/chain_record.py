"""The chain record as JSON: planalign/chain/1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.report.record_lines import record_lines

if TYPE_CHECKING:
    from planalign.model.chain import Chain
    from planalign.report.look import Look


def render(chain: Chain, look: Look) -> str:  # noqa: ARG001
    """Return the record; its bytes depend on nothing but the record."""
    return record_lines(chain)
