"""The pictures of the HTML report in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest
import screenshots

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
LARGEST = 300_000


def test_every_picture_is_kept() -> None:
    """The pictures in docs/ are those that the script takes."""
    names = {*(shot.name for shot in screenshots.SHOTS), *screenshots.PRINTED}
    assert names == {path.stem for path in PICTURES.glob("report-*.png")}


@pytest.mark.parametrize("path", sorted(PICTURES.glob("report-*.png")), ids=lambda path: path.stem)
def test_pictures_are_small(path: Path) -> None:
    """No picture weighs much."""
    assert path.stat().st_size < LARGEST
