"""The page docs/coverage-evaluation.md, written from measured numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coverage_curves import CATCH, ORDERS, calibration_error, effort, needed, risk

from planalign.evaluate.marks import SCORED
from planalign.evaluate.mutation_table import COLUMNS, KINDS, mutation_cells
from planalign.evaluate.scores import score_clauses
from planalign.model.wording import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coverage_study import Reading, Result

    from planalign.evaluate.mutation_record import MutationReport
    from planalign.evaluate.record import F1, Interval, Mean

DECIDED = (1.0, 0.9, 0.8, 0.7, 0.5)
HEAD = """# Evaluation of clause coverage

Written by

```
python scripts/evaluate_coverage.py {command}
```

from measured numbers; a further run after the model was trained anew refreshes every figure. [How the alignment
works](alignment.md), [gold files and marking](evaluation.md). What is marked are the final verdicts, as `planalign
compare` gives them, under models trained here, never on the pair that is marked. Square brackets: 95 % bootstrap
intervals over clauses. Documents that are not ours are named by level and year only.
"""
ABLATIONS = """
## What each signal is worth

Macro-F1 over the pooled clauses when a signal is left out: our own pairs leave-one-pair-out, the outside pairs
under a model trained on our own. The difference is to the model with everything, over the same draws of clauses;
where its interval holds 0, the clauses at hand do not show that the signal matters. The first group sets features
to the same value everywhere and trains anew; the second changes a step before or after the model and prepares,
trains and judges anew.
"""
MUTATIONS = """
## Known changes

`planalign evaluate --mutations PLAN...` copies a plan, changes it in known ways, at three strengths (a tenth, three
tenths and six tenths of what a change applies to) and with the level words and place names of the level below or
without, and compares it with itself. Right: the verdict follows from the change (dropped task or clause: dropped;
dropped commitment, narrowed list: partial; swapped object: not covered; changed number: covered or partial; the
others: covered). Noticed: any verdict but covered, a changed target or a finding. A false alarm is any verdict but
covered on a clause that was not touched. A
dropped clause is left out where another clause of the plan says the same, or one of its actions.
"""


class Study(NamedTuple):
    """Everything that was measured."""

    command: str
    left_out: Sequence[Result]
    own_only: Sequence[Result]
    ablations: Mapping[str, Sequence[tuple[float, Interval]]]
    """By signal: difference on our own pairs, then on the outside pairs where they were given."""
    mutations: Mapping[str, MutationReport]
    """By the documents they start from."""


def page(study: Study) -> str:
    """Return the whole page."""
    parts = [HEAD.format(command=study.command).replace(" \n", "\n"), _folds(study), _chances(study), _reading(study)]
    if study.ablations:
        parts.append(ABLATIONS + "\n" + _ablations(study))
    if study.mutations:
        parts.append(MUTATIONS + "".join(_mutations(name, report) for name, report in study.mutations.items()))
    return "".join(parts)


def groups(study: Study) -> dict[str, list[Reading]]:
    """Return the clauses of held-out pairs: our own left out one by one, and outside pairs under a model of our own."""
    own = [reading for result in study.left_out if result.own for reading in result.readings]
    outside = [reading for result in study.own_only for reading in result.readings]
    return {"our own pairs, each left out": own, **({"outside pairs, trained on our own": outside} if outside else {})}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _folds(study: Study) -> str:
    head = ("pair (child → parent)", "clauses", *(f"{status} F1" for status in SCORED), "macro-F1", "first evidence")
    parts = ["\n## Leave one pair out\n\nTrained on all other pairs, ours and others.\n\n"]
    parts.append(table(head, [_fold(result.name, [result]) for result in study.left_out] + _pooled(study.left_out)))
    if study.own_only:
        parts.append(
            "\n## Trained on our own documents only\n\n"
            "A model trained on all of our own pairs, on documents of others.\n\n"
        )
        parts.append(table(head, [_fold(result.name, [result]) for result in study.own_only]))
    return "".join(parts)


def _pooled(results: Sequence[Result]) -> list[list[str]]:
    return [_fold("**all pooled**", results)]


def _fold(name: str, results: Sequence[Result]) -> list[str]:
    scores = score_clauses([mark for result in results for mark in result.marks])
    evidence = scores.evidence
    return [
        name,
        str(scores.clauses),
        *(_value(scores.by_status[status]) for status in SCORED),
        _value(scores.macro),
        "" if evidence.value is None else f"{evidence.value:.2f} ({evidence.right}/{evidence.total})",
    ]


def _value(found: F1 | Mean) -> str:
    return f"{found.value:.3f} [{found.interval.low:.2f}–{found.interval.high:.2f}]"


def _chances(study: Study) -> str:
    known = groups(study)
    head = ("", *known)
    rows = [["expected calibration error", *(f"{calibration_error(readings):.3f}" for readings in known.values())]]
    rows += [
        [f"wrong among the surest {share:.0%}", *(_wrong(readings, share) for readings in known.values())]
        for share in DECIDED
    ]
    rows.append(["marked undecided", *(_undecided(readings) for readings in known.values())])
    return (
        "\n## Are the chances right?\n\nOf verdicts that the model gives a chance of 80 %, 80 % should be right; and"
        " who leaves the doubtful clauses to a\nperson should be left with fewer wrong ones.\n\n"
        "![Reliability diagram](pictures/coverage-reliability.svg)\n\n"
        "![Share wrong against share decided](pictures/coverage-risk.svg)\n\n" + table(head, rows)
    )


def _wrong(readings: Sequence[Reading], share: float) -> str:
    curve = risk(readings)
    return f"{curve[max(0, round(share * len(curve)) - 1)][1]:.1%}"


def _undecided(readings: Sequence[Reading]) -> str:
    doubtful = [reading for reading in readings if reading.undecided]
    wrong = sum(reading.mark.predicted is not reading.mark.gold for reading in doubtful)
    return f"{len(doubtful)} of {len(readings)}, {wrong} of them wrong"


def _reading(study: Study) -> str:
    known = groups(study)
    rows = [
        [name, *(f"{needed(effort(readings, order)):.0%}" for readings in known.values())]
        for name, order in ORDERS.items()
    ]
    shares = (sum(reading.mark.gold == "dropped" for reading in readings) for readings in known.values())
    rows.append(
        ["clauses that are dropped", *(f"{n / len(r):.0%}" for n, r in zip(shares, known.values(), strict=True))]
    )
    return (
        f"\n## Reading effort\n\nWhich share of the parent's clauses has to be read to find {CATCH:.0%} of the dropped"
        " ones.\n\n![Drops found against clauses read](pictures/coverage-effort.svg)\n\n"
        + table(("clauses read in the order of", *known), rows)
    )


def _ablations(study: Study) -> str:
    width = max(map(len, study.ablations.values()))
    head = ("left out", "our own pairs", "outside pairs")[: width + 1]
    rows = [[name, *(_difference(*found) for found in values)] for name, values in study.ablations.items()]
    return table(head, rows)


def _difference(value: float, interval: Interval) -> str:
    return f"{value:+.3f} [{interval.low:+.3f} to {interval.high:+.3f}]".replace("-", "−")


def _mutations(name: str, report: MutationReport) -> str:
    rows = [[KINDS[kind].of(Lang.EN), *mutation_cells(counts)] for kind, counts in report.total.items()]
    text = f"\n{name}: {len(report.plans)} plans, {len(report.children)} children, seed {report.seed}.\n\n"
    return text + table([column.of(Lang.EN) for column in COLUMNS], rows)
