"""What is reviewed: reports that compare wrote, or two plans compared now; and the file that keeps the decisions."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.in_force import Wishes, asked_for
from planalign.cli.language import said
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.model.comparison import Comparison
    from planalign.model.wording import Lang

ReportsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="REPORT...",
        help=said("compare 写出的 .json 报告，可给多份；或上级、下级两份文件"),
    ),
]
ReviewerOption = Annotated[
    str,
    typer.Option("--reviewer", metavar="NAME", help=said("复核人姓名；默认询问")),
]


def require_extra(*modules: str) -> None:
    """Raise UsageError where a library of the extra `review` is not installed."""
    if any(find_spec(module) is None for module in modules):
        raise UsageError(
            english("this needs libraries that are not installed"),
            hint=english("pip install 'planalign[review]', or use planalign review --tui"),
        )


def reviewed(paths: Sequence[Path], lang: Lang | None) -> list[tuple[str, Comparison]]:
    """Return the reports with their names; two plans are compared, as compare does with default options.

    Raises UsageError where a file is no report, and what compare raises.
    """
    plans = [path for path in paths if path.suffix.lower() != ".json"]
    if plans:
        return [_compared(paths, lang)]
    from planalign.store.reports import read_comparison

    reports = [(path, read_comparison(path)) for path in paths]
    # Documents may have the same titles, reports the same name in other folders.
    files = {path: f" · {path}" if len(paths) > 1 else "" for path in paths}
    return [(f"{_name(comparison)}{files[path]}", comparison) for path, comparison in reports]


def decisions_home(named: Path | None, first: Path, comparison: Comparison) -> Path:
    """Return the decisions file: the one named, else that beside or above the child, else that beside the report.

    Where there is none yet it will lie beside the settings in force, or beside the child.
    """
    from planalign.store.decisions import NAME
    from planalign.store.nearby import nearby

    if named is not None:
        return named
    child = Path(comparison.child.source.file)
    places = [place for place in (child, first) if place.exists()] or [Path()]
    found = (nearby(place, name) for name in (NAME, "planalign.toml") for place in places)
    return next((path.parent for path in found if path), places[0].parent) / NAME


def _compared(paths: Sequence[Path], lang: Lang | None) -> tuple[str, Comparison]:
    if len(paths) != 2 or any(path.suffix.lower() == ".json" for path in paths):
        raise UsageError(
            english("give reports that compare wrote (.json), or two plans"),
            hint=english("planalign review REPORT.json"),
        )
    from planalign.cli.loading import load_all
    from planalign.pipeline.comparing import compare

    settings = asked_for(Wishes(place=paths[1], lang=lang), quiet=False)
    upper, lower = load_all(paths, settings, quiet=False)
    comparison = compare(upper, lower, settings)
    return _name(comparison), comparison


def _name(comparison: Comparison) -> str:
    """Return what tells one report from another: the titles of both plans."""
    return " → ".join(_title(plan.masthead.title or plan.source.file) for plan in (comparison.parent, comparison.child))


def _title(text: str) -> str:
    from planalign.report.scrub import clipped

    return clipped(text, 40)
