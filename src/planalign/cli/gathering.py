"""Loads several plans of which one may be unreadable: it is told and kept as a record, the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planalign.cli.language import told
from planalign.cli.output import tell
from planalign.errors import PlanalignError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planalign.config import Settings
    from planalign.model.plan import Plan
    from planalign.model.plan_head import Unread


class Gathered(NamedTuple):
    """What was read of several files."""

    plans: tuple[Plan | None, ...]
    """The plan of each file; None where there is none to compare."""
    unread: tuple[Unread, ...]
    """The files that take no part."""


def gather(paths: Sequence[Path], settings: Settings, *, quiet: bool) -> Gathered:
    """Read each file once and tell about those that cannot be compared."""
    from planalign.cli.loading import load_each
    from planalign.model.plan_head import Unread

    results = [_usable(result, settings) for result in load_each(paths, settings, quiet=quiet)]
    errors = [(path, result) for path, result in zip(paths, results, strict=True) if isinstance(result, PlanalignError)]
    for _, error in errors:
        tell(told(error))
    return Gathered(
        plans=tuple(None if isinstance(result, PlanalignError) else result for result in results),
        unread=tuple(Unread(file=error.where or str(path), reason=error.what) for path, error in errors),
    )


def _usable(result: Plan | PlanalignError, settings: Settings) -> Plan | PlanalignError:
    """Return the error that a document cannot be compared, where it cannot."""
    from planalign.pipeline.comparing import require_comparable

    if isinstance(result, PlanalignError):
        return result
    try:
        require_comparable(result, settings)
    except PlanalignError as error:
        return error
    return result
