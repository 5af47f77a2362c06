"""The settings in force: options before planalign.toml before defaults; and the files beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planalign.cli.language import chosen, said
from planalign.cli.output import tell
from planalign.cli.steps import note
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from planalign.config import Lang, Settings
    from planalign.model.baseline import Baseline
    from planalign.model.decision import Decision
    from planalign.model.policy import FailOn
    from planalign.model.waiver import Waiver
    from planalign.store.project_file import ProjectFile


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the options of a command ask for; None where they leave it to the file."""

    place: Path
    """The document (or folder) from which files are searched upwards."""
    config: Path | None = None
    isolated: bool = False
    lang: Lang | None = None
    as_of: dt.date | None = None
    requirements: bool = False
    contact: bool = False
    ocr: bool = True
    libreoffice: bool = False
    same_plan: bool | None = None
    fail_on: FailOn | None = None
    waivers: Path | None = None
    baseline: Path | None = None
    decisions: Path | None = None


class Accepted(NamedTuple):
    """What people have accepted and decided, with the files that say so."""

    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None
    files: tuple[Path, ...] = ()
    decisions: tuple[Decision, ...] | None = None


def asked_for(wishes: Wishes, *, quiet: bool) -> Settings:
    """Return the settings in force, and say which file they come from.

    Raises UsageError where the file is wrong.
    """
    file = project_file(wishes)
    settings = settings_in_force(wishes, file)
    tell_files(file, Accepted(), quiet=quiet)
    return settings


def decided_by(wishes: Wishes, *, quiet: bool) -> tuple[Settings, tuple[Decision, ...] | None]:
    """Return settings and decisions in force, and say which files they come from.

    Raises UsageError where a file is wrong.
    """
    file = project_file(wishes)
    settings = settings_in_force(wishes, file)
    path = found_files(wishes)["decisions"]
    tell_files(file, Accepted(files=(path,) if path else ()), quiet=quiet)
    return settings, read_said(path)


def judged_by(wishes: Wishes, *, quiet: bool) -> tuple[Settings, Accepted]:
    """Return settings, waivers and baseline in force, and say which files they come from.

    Raises UsageError where a file is wrong.
    """
    file = project_file(wishes)
    settings = settings_in_force(wishes, file)
    kept = accepted(wishes, settings)
    tell_files(file, kept, quiet=quiet)
    return settings, kept


def project_file(wishes: Wishes) -> ProjectFile | None:
    """Return the settings file that is named, or found upwards; None where there is none.

    Raises UsageError where it cannot be read or says something unknown.
    """
    path = settings_path(wishes)
    if path is None:
        return None
    from planalign.store.project_file import read_project

    return read_project(path, _rules, found=wishes.config is None)


def _rules() -> Collection[str]:
    """Return the codes of all rules; importing them takes its time, and most files name none."""
    from planalign.assess.rules import RULES

    return RULES


def settings_path(wishes: Wishes) -> Path | None:
    """Return where the settings file lies that is named, or found upwards."""
    return wishes.config or _found(wishes, "planalign.toml")


def settings_in_force(wishes: Wishes, file: ProjectFile | None) -> Settings:
    """Return the settings that options and file ask for."""
    from planalign.config import Limits, Policy, Settings

    asked = _of_file(file) if file else {}
    options = {
        "as_of": wishes.as_of,
        "requirements": wishes.requirements or None,
        "contact": wishes.contact or None,
        "same_plan": wishes.same_plan,
        "limits": Limits(**asked.pop("bounds", {}), ocr=wishes.ocr, libreoffice=wishes.libreoffice),
    }
    asked |= {name: value for name, value in options.items() if value is not None}
    if wishes.fail_on:
        asked["policy"] = asked.get("policy", Policy()).model_copy(update={"fail_on": wishes.fail_on})
    return Settings(lang=chosen(wishes.lang), **asked)


def accepted(wishes: Wishes, settings: Settings) -> Accepted:
    """Return waivers, baseline and decisions, named or found upwards.

    Raises UsageError where a file is wrong, or where waivers come without a day to judge them by.
    """
    found = found_files(wishes)
    waivers = found["waivers"]
    return Accepted(
        waivers=read_accepted(waivers, settings) if waivers else (),
        baseline=_baseline(found["baseline"]),
        files=tuple(path for path in found.values() if path),
        decisions=read_said(found["decisions"]),
    )


def found_files(wishes: Wishes) -> dict[str, Path | None]:
    """Return the files of waivers, baseline and decisions, named or found upwards."""
    return {
        "waivers": wishes.waivers or _found(wishes, "planalign-waivers.toml"),
        "baseline": wishes.baseline or _found(wishes, "planalign-baseline.json"),
        "decisions": wishes.decisions or _found(wishes, "planalign-decisions.jsonl"),
    }


def given(wishes: Wishes) -> dict[str, str]:
    """Return the options that set something, by the names of the settings in planalign.toml."""
    options = {
        "project.as_of": (wishes.as_of, "--as-of"),
        "scope.requirements": (wishes.requirements, "--requirements"),
        "policy.fail_on": (wishes.fail_on, "--fail-on"),
    }
    return {key: option for key, (value, option) in options.items() if value}


def read_accepted(path: Path, settings: Settings) -> tuple[Waiver, ...]:
    """Return the waivers of a file.

    Raises UsageError where it is wrong, or where no day is given to judge them by.
    """
    from planalign.assess.rules import RULES
    from planalign.store.waivers import read_waivers

    waivers = read_waivers(path, RULES)
    if settings.as_of is None:
        raise UsageError(
            english("waivers need the day to judge them by"),
            where=str(path),
            hint=english("add --as-of YYYY-MM-DD, or as_of under [project] in planalign.toml"),
        )
    return waivers


def tell_files(file: ProjectFile | None, accepted_by: Accepted, *, quiet: bool) -> None:
    """Say which files of the project take part, since nobody named them."""
    names = [str(path) for path in (file.path if file else None, *accepted_by.files) if path]
    if names and not quiet:
        tell(said("采用 {names}", names=said("、").join(names)))
    if file is None:
        note(said("没有设置文件，采用默认设置"))


def _baseline(path: Path | None) -> Baseline | None:
    if path is None:
        return None
    from planalign.store.baseline import read_baseline

    return read_baseline(path)


def read_said(path: Path | None) -> tuple[Decision, ...] | None:
    """Return the decisions of a file that are in force; None where there is no file.

    Raises UsageError where it cannot be read; a line that cannot be read is told.
    """
    if path is None:
        return None
    from planalign.cli.ledger import read_ledger

    return read_ledger(path).decisions


def _found(wishes: Wishes, name: str) -> Path | None:
    from planalign.store.nearby import nearby

    return None if wishes.isolated else nearby(wishes.place, name)


def _of_file(file: ProjectFile) -> dict[str, Any]:
    """Return what a file sets, by the names of the settings; its paths lead from its own folder."""
    from planalign.config import Policy

    project = file.project
    table = project.scope.allocations
    return {
        "as_of": project.project.as_of,
        "requirements": project.scope.requirements,
        "exclude_parent": project.scope.exclude_parent,
        "allocations": (file.path.parent / table).as_posix() if table else None,
        "rules": project.rules,
        "bounds": project.limits.model_dump(),
        "policy": Policy.model_validate(project.policy.model_dump()),
    }
