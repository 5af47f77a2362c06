"""Prints a report and writes the files asked for, each in the format that its name tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.cli.language import said, told
from planalign.cli.output import emit, target_file, target_format, tell, write_whole
from planalign.cli.steps import step
from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.report.formats import FILE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence
    from pathlib import Path

    from planalign.model.plan import Plan


def require_formats(targets: Iterable[Path], known: Container[str]) -> None:
    """Refuse files whose format this command does not write, or no command.

    Raises UsageError.
    """
    for target in targets:
        if target_format(target, known) not in known:
            endings = " ".join(ending for ending, name in FILE_ENDINGS.items() if name in known)
            raise UsageError(
                english("this command does not write this format"),
                where=str(target),
                hint=english("known: {names}", names=endings),
            )


def deliver(
    form: str,
    targets: Sequence[Path],
    rendered: Callable[[str], str | bytes],
    *,
    quiet: bool,
    beside: Callable[[str], Mapping[str, str]] | None = None,
) -> None:
    """Write each file in its format, all made before the first is written, and print the report in one more.

    The files come first: who reads standard output may go away.
    `rendered` takes the name of a format; so does `beside`, which gives the files that belong into the same folder.
    """
    with step(said("生成 {form}", form=form)):
        shown = rendered(form)
    made: dict[Path, str | bytes] = {}
    for asked in targets:
        name, file = target_format(asked), target_file(asked)
        with step(said("生成 {name}", name=name)):
            made[file] = rendered(name)
        made.update({file.with_name(other): text for other, text in (beside(name) if beside else {}).items()})
    for file, content in made.items():
        write_whole(file, content)
    emit(shown)
    for file in () if quiet else made:
        tell(said("已写入 {file}", file=file))


def tell_unread(plans: Iterable[Plan]) -> bool:
    """Tell what was not read of any document; the report is printed all the same."""
    from planalign.cli.loading import unread_part

    problems = [problem for plan in plans if (problem := unread_part(plan))]
    for problem in problems:
        tell(told(problem))
    return bool(problems)
