"""The terms of a waiver in words: why, on what basis, who accepted it, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.model.wording import Wording
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from planalign.model.waiver import Waiver
    from planalign.model.wording import Lang

_TERMS = Wording("{reason}（依据 {basis}，{approver} 同意，有效期至 {expires}）")


def terms(waiver: Waiver, lang: Lang) -> str:
    """Return the terms in one line."""
    return _TERMS.of(lang).format(
        reason=one_line(waiver.reason),
        basis=one_line(waiver.basis),
        approver=one_line(waiver.approver),
        expires=waiver.expires,
    )
