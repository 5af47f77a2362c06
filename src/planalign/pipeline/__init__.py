"""The steps in order: read, parse, align, assess. The only place that knows their order."""

from planalign.pipeline.checklists import checklist
from planalign.pipeline.comparing import check, compare, compare_files, require_comparable
from planalign.pipeline.loading import load, load_marked
from planalign.pipeline.redeciding import Redeciding, redecided
from planalign.pipeline.several import chain, matrix

__all__ = [
    "Redeciding",
    "chain",
    "check",
    "checklist",
    "compare",
    "compare_files",
    "load",
    "load_marked",
    "matrix",
    "redecided",
    "require_comparable",
]
