"""Pages of a PDF as pictures, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pypdfium2 as pdfium

from planalign.readers.ocr_picture import Picture, scale_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def pictures(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Picture]]:
    """Give number and picture of some pages."""
    document = pdfium.PdfDocument(data)
    try:
        for number in numbers:
            page = document[number - 1]
            try:
                scale = scale_for(*page.get_size())
                bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
                # The bitmap goes with the page.
                yield number, Picture(_colours(bitmap.to_numpy()), scale)
            finally:
                page.close()
    finally:
        document.close()


def _colours(pixels: np.ndarray) -> np.ndarray:
    """Return red, green and blue of pixels that may be grey or carry a fourth channel."""
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return np.repeat(pixels.reshape(*pixels.shape[:2], 1), 3, axis=2)
    return np.ascontiguousarray(pixels[:, :, :3])
