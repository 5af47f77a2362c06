"""Evaluate the coverage model so that it cannot fool us, and write docs/coverage-evaluation.md with its pictures.

`python scripts/evaluate_coverage.py --gold ../shared/gold/alignment-*.json` takes gold over documents of others along;
without --gold only our own pairs are measured. `--quick` prints the folds only and writes nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coverage_curves import ORDERS, effort, reliability, risk
from coverage_page import Study, groups, page
from coverage_signals import STEPS, feature_groups, left_out
from coverage_study import Result, Subject, difference, leave_one_out, read_subject, trained_on_own
from pictures import Series, chart
from train_coverage import GOLD, ROOT

from planalign import load
from planalign.config import Settings
from planalign.evaluate.documents import Places, find_documents
from planalign.evaluate.gold import read_gold
from planalign.evaluate.lowering import can_be_lowered
from planalign.evaluate.mutation_run import run_mutations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coverage_study import Reading

    from planalign.evaluate.mutation_record import MutationReport
    from planalign.evaluate.record import Interval
    from planalign.model.plan import Plan

PAGE = ROOT / "docs" / "coverage-evaluation.md"
PICTURES = ROOT / "docs" / "pictures"


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", nargs="*", type=Path, default=[], help="gold over documents of others")
    options.add_argument("--quick", action="store_true", help="folds only, printed and not written")
    options.add_argument("--show", action="store_true", help="print the page, write nothing")
    chosen = options.parse_args()
    outside = sorted(chosen.gold)
    study = measure(own_gold(), outside, quick=chosen.quick)
    if chosen.quick or chosen.show:
        print(page(study))
        return
    PICTURES.mkdir(exist_ok=True)
    for name, text in pictures(groups(study)).items():
        (PICTURES / name).write_text(text, encoding="utf-8")
    PAGE.write_text(page(study), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)} and {PICTURES.relative_to(ROOT)}")


def own_gold() -> list[Path]:
    """Return our own gold files: those of the corpus, and the training pairs."""
    return [*sorted(GOLD.glob("*.json")), *sorted((ROOT / "corpora" / "training").glob("*/gold.json"))]


def measure(own: Sequence[Path], outside: Sequence[Path], *, quick: bool = False) -> Study:
    """Measure everything; `quick` leaves ablations and known changes out."""
    subjects = read_subjects(own, outside)
    return Study(
        "--gold GOLD..." if outside else "",
        leave_one_out(subjects),
        trained_on_own(subjects),
        {} if quick else ablations(own, outside, subjects),
        {} if quick else known_changes(own, outside),
    )


def read_subjects(own: Sequence[Path], outside: Sequence[Path]) -> list[Subject]:
    """Read all gold files and their documents."""
    return [read_subject(path, own=True) for path in own] + [read_subject(path, own=False) for path in outside]


def ablations(
    own: Sequence[Path], outside: Sequence[Path], subjects: Sequence[Subject]
) -> dict[str, list[tuple[float, Interval]]]:
    """Return what the macro-F1 gains or loses without each signal."""
    whole = _tested(subjects)
    found = {
        f"{name} ({', '.join(features)})" if len(features) > 1 else name: _compared(whole, _tested(subjects, features))
        for name, features in feature_groups().items()
    }
    for step in STEPS:
        with left_out(step):
            found[step] = _compared(whole, _tested(read_subjects(own, outside)))
    return found


def _tested(subjects: Sequence[Subject], without: Sequence[str] = ()) -> list[list[Result]]:
    own = leave_one_out([subject for subject in subjects if subject.own], without)
    return [results for results in (own, trained_on_own(subjects, without)) if results]


def _compared(whole: Sequence[list[Result]], less: Sequence[list[Result]]) -> list[tuple[float, Interval]]:
    return [difference(one, other) for one, other in zip(whole, less, strict=True)]


def known_changes(own: Sequence[Path], outside: Sequence[Path]) -> dict[str, MutationReport]:
    """Run the mutation benchmark on every plan that has a level below it: ours, and those of others."""
    sides = {"Our own plans": parents(own), "Plans of others": parents(outside)}
    return {name: run_mutations(plans, Settings()) for name, plans in sides.items() if plans}


def parents(gold: Sequence[Path]) -> list[Plan]:
    """Return the documents of gold files that can be a parent, each once."""
    paths = {file.resolve(): file for path in gold for file in find_documents(read_gold(path), path, Places())}
    plans = (load(file) for _, file in sorted(paths.items()))
    return [plan for plan in plans if can_be_lowered(plan)]


def pictures(known: Mapping[str, Sequence[Reading]]) -> dict[str, str]:
    """Return the charts by file name."""
    trust = [Series(name, reliability(readings), dots=True) for name, readings in known.items()]
    doubt = [Series(name, risk(readings)) for name, readings in known.items()]
    reading = [
        Series(f"{name}: by {order}", effort(readings, ORDERS[order]))
        for name, readings in known.items()
        for order in ("doubt × severity", "unlikeness to the nearest child clause")
    ]
    return {
        "coverage-reliability.svg": chart(
            "Reliability of the verdicts", "chance given to the verdict", "verdicts right", trust, diagonal=True
        ),
        "coverage-risk.svg": chart("Risk and coverage", "clauses decided, surest first", "of these wrong", doubt),
        "coverage-effort.svg": chart("Reading effort", "clauses read", "drops found", reading, diagonal=True),
    }


if __name__ == "__main__":
    main()
