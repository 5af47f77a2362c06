"""One plan gives equal records in all formats that lose nothing, places and typed blanks apart."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from planalign.config import Settings
from planalign.pipeline.loading import load

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {"location", "source", "furniture", "id", "start", "end", "facts"}
# Whether a cell is merged or blank below a page break cannot always be seen in print; names and units are compared.
GRIDS = {"cells", "origins"}


def _record(value: Any) -> Any:  # noqa: ANN401
    """Return a record without places, its texts without blanks: print does not show which were typed."""
    if isinstance(value, dict):
        return {key: _record(part) for key, part in value.items() if key not in PLACES | GRIDS}
    if isinstance(value, list):
        return [_record(part) for part in value]
    return "".join(value.split()) if isinstance(value, str) else value


@cache
def _plan(path: Path) -> Any:  # noqa: ANN401
    return _record(load(path, Settings(contact=True)).model_dump(mode="json"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wl2025_plain.docx", "wl2025_autonum.docx"),
        ("wl2025_plain.docx", "wl2025_runhead.docx"),
        ("wl2025_plain.docx", "wl2025_plain.doc"),
        ("wl2025_plain.docx", "wl2025_plain.wps"),
        ("wl2025_plain.docx", "wl2025_plain.pdf"),
        ("wl2025_plain.docx", "wl2025_runhead.pdf"),
        ("wl2025_plain.docx", "wl2025_gov.html"),
        ("cq2024.docx", "cq2024.doc"),
        ("cq2024.docx", "cq2024.odt"),
        ("cq2024.docx", "cq2024.pdf"),
        ("cq2024.docx", "cq2024_encrypted_emptyuser.pdf"),
        ("cq2024.docx", "cq2024_text.ofd"),
        ("cq2024.docx", "cq2024_noprefix.ofd"),
    ],
)
def test_real_plans(one: str, other: str, corpora: Path) -> None:
    """The files hold the same plan."""
    assert _plan(corpora / "rendered" / one) == _plan(corpora / "rendered" / other)


@pytest.mark.parametrize("name", ["linjiang-district-2025.ofd", "wangshan-district-2025.ofd"])
def test_our_own_plans(name: str, jiangcheng: Path) -> None:
    """Our own files agree as well."""
    path = jiangcheng / name
    assert _plan(path.with_suffix(".docx")) == _plan(path)
