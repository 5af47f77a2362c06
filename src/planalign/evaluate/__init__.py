"""Predictions against expert gold, beside two simple baselines.

`evaluate_files` compares the documents that each gold file names and scores the result; `render_table` shows it.
"""

from __future__ import annotations

from planalign.evaluate.record import Evaluation
from planalign.evaluate.run import evaluate_files
from planalign.evaluate.table import render_table

__all__ = ["Evaluation", "evaluate_files", "render_table"]
