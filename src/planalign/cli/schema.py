"""`planalign schema`: JSON Schemas of the records that leave the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planalign.cli.language import said
from planalign.cli.output import tell, write_whole
from planalign.errors import UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.model.record import Record

HELP = said("写出 JSON Schema 文件。")


def schema(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help=said("目标文件夹"))] = Path("schemas"),
) -> None:
    """Write one schema a record."""
    from planalign.report.json_schema import schema_text

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(english("the folder cannot be made: {why}", why=error.strerror), where=str(folder)) from error
    for name, record in records().items():
        target = folder / f"{name}.json"
        write_whole(target, schema_text(record))
        tell(said("已写入 {target}", target=target))


def records() -> dict[str, type[Record]]:
    """Return the records by the names of their schema files."""
    from planalign.corpus.manifest import Manifest
    from planalign.evaluate.mutation_record import MutationReport
    from planalign.evaluate.record import Evaluation
    from planalign.model.baseline import Baseline, DebtDiff
    from planalign.model.chain import Chain
    from planalign.model.check import Check
    from planalign.model.checklist import Checklist
    from planalign.model.comparison import Comparison
    from planalign.model.decision import Decision
    from planalign.model.matrix import Matrix
    from planalign.model.plan import PlanRecord
    from planalign.model.review_status import ReviewStatus

    return {
        "baseline": Baseline,
        "baseline-diff": DebtDiff,
        "chain": Chain,
        "check": Check,
        "checklist": Checklist,
        "comparison": Comparison,
        "corpus": Manifest,
        "decision": Decision,
        "evaluation": Evaluation,
        "matrix": Matrix,
        "mutations": MutationReport,
        "plan": PlanRecord,
        "review-status": ReviewStatus,
    }
