"""`planalign config`: the settings in force, and where each comes from."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.choices import (
    AsOfOption,
    BaselineOption,
    ConfigOption,
    FailOnOption,
    IsolatedOption,
    LangOption,
    RequirementsOption,
    WaiversOption,
)
from planalign.cli.in_force import Wishes, found_files, given, project_file, settings_in_force
from planalign.cli.language import chosen, said
from planalign.cli.output import emit

if TYPE_CHECKING:
    from planalign.store.project_file import ProjectFile

HELP = said("显示生效的设置以及每一项的来源：默认值、planalign.toml 的哪一行、命令行选项。")


class ConfigFormat(StrEnum):
    """How the settings are printed."""

    TOML = "toml"
    JSON = "json"


def config(
    place: Annotated[
        Path,
        typer.Argument(
            metavar="[CHILD|FOLDER]",
            help=said("从这里向上查找文件；默认当前文件夹"),
        ),
    ] = Path(),
    form: Annotated[ConfigFormat, typer.Option("--format", "-f", help=said("输出格式"))] = ConfigFormat.TOML,
    path: ConfigOption = None,
    waivers: WaiversOption = None,
    baseline: BaselineOption = None,
    isolated: IsolatedOption = False,
    as_of: AsOfOption = None,
    requirements: RequirementsOption = False,
    fail_on: FailOnOption = None,
    lang: LangOption = None,
) -> None:
    """Print what `planalign check` with the same options would go by."""
    from planalign.report.config_listing import json_text, listing, toml_text

    wishes = Wishes(
        place=place, config=path, isolated=isolated, lang=lang, as_of=as_of, requirements=requirements,
        fail_on=fail_on, waivers=waivers, baseline=baseline,
    )  # fmt: skip
    file = project_file(wishes)
    entries = listing(settings_in_force(wishes, file), file.project if file else None, _origins(wishes, file))
    files = {"config": file.path if file else None, **found_files(wishes)}
    shown = {name: path.as_posix() if path else None for name, path in files.items()}
    emit(json_text(entries, shown) if form is ConfigFormat.JSON else toml_text(entries, shown, chosen(lang)))


def _origins(wishes: Wishes, file: ProjectFile | None) -> dict[str, str]:
    """Return where each value comes from that is no default: file and line, or the option; options come first."""
    stated = {key: f"{file.path.as_posix()}:{line}" for key, line in file.lines.items()} if file else {}
    return stated | given(wishes)
