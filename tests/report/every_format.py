"""Writes every report of every registry into a folder, and prints size and processor time of each.

Run as a program by the tests, under different hash seeds and locales: `every_format.py FOLDER TOP MIDDLE BOTTOM`.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planalign.config import Settings
from planalign.model.wording import Lang
from planalign.pipeline.checklists import checklist
from planalign.pipeline.comparing import check, compare
from planalign.pipeline.loading import load
from planalign.pipeline.several import chain, matrix
from planalign.report import formats
from planalign.report.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from planalign.model.check import Check
    from planalign.model.comparison import Comparison

    Report = Callable[[Look], str | bytes]

ROUNDS, ENOUGH = 3, 0.25
"""A report that takes longer than so many seconds is made again, and the least counts: the first pays for imports."""


def reports(paths: Sequence[Path], settings: Settings) -> Mapping[str, Report]:
    """Return every report of three plans from the top down, by registry and format."""
    top, middle, bottom = plans = [load(path, settings) for path in paths]
    compared = compare(middle, bottom, settings)
    checked = check(bottom, None, settings)
    descent, spread = chain(plans, settings), matrix(top, [middle, bottom], settings)
    broken_down = checklist(bottom, compared, settings)
    made: dict[str, Report] = {}
    for name in {**formats.COMPARISON_FORMATS, **formats.COMPARISON_FILES}:
        made[f"compare {name}"] = partial(formats.comparison_report(name), compared)
    for name in formats.CHECK_FORMATS:
        made[f"check {name}"] = partial(formats.check_report(name), checked)
    for name in formats.CHAIN_FORMATS:
        made[f"chain {name}"] = partial(formats.chain_report(name), descent)
    for name in formats.MATRIX_FORMATS:
        made[f"matrix {name}"] = partial(formats.matrix_report(name), spread)
    for name in {**formats.CHECKLIST_FORMATS, **formats.CHECKLIST_FILES}:
        made[f"checklist {name}"] = partial(formats.checklist_report(name), broken_down)
    for name, record in (("compare", compared), ("check", checked)):
        made[f"{name} beside sarif"] = partial(beside, record)
    for name in formats.PLAN_FORMATS:
        made[f"parse {name}"] = partial(formats.plan_report(name), [bottom])
    return made


def beside(record: Check | Comparison, look: Look) -> str:  # noqa: ARG001 - the texts are those of the documents
    """Return the texts that are written beside a SARIF log."""
    return "".join(formats.companions("sarif", record).values())


def content(report: Report, lang: Lang) -> bytes:
    """Return the bytes of a report."""
    text = report(Look(lang=lang))
    return text if isinstance(text, bytes) else text.encode()


def main(folder: Path, paths: Sequence[Path]) -> None:
    """Write the reports in both languages and print what they cost."""
    costs = {}
    for name, report in reports(paths, Settings()).items():
        for lang in Lang:
            made = b""
            times: list[float] = []
            while not times or (min(times) > ENOUGH and len(times) < ROUNDS):
                begin = time.process_time()
                made = content(report, lang)
                times.append(time.process_time() - begin)
            (folder / f"{name} {lang}").write_bytes(made)
            costs[f"{name} {lang}"] = (len(made), min(times))
    print(json.dumps(costs))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), list(map(Path, sys.argv[2:])))
