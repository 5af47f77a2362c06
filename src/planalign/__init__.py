"""planalign: how a lower-level work plan carries out the upper one.

`load(path)` parses a document into a `Plan`; `compare(parent, child)` says what became of each clause of the
parent; `check(child, parent)` judges a plan by a policy. Everything is imported on first use, so that `import
planalign` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planalign.config import Settings
    from planalign.errors import PlanalignError
    from planalign.model.check import Check
    from planalign.model.comparison import Comparison
    from planalign.model.plan import Plan
    from planalign.pipeline.comparing import check, compare, compare_files
    from planalign.pipeline.loading import load

__version__ = "0.1.0"

_HOMES = {
    "Check": "planalign.model.check",
    "Comparison": "planalign.model.comparison",
    "Plan": "planalign.model.plan",
    "PlanalignError": "planalign.errors",
    "Settings": "planalign.config",
    "check": "planalign.pipeline.comparing",
    "compare": "planalign.pipeline.comparing",
    "compare_files": "planalign.pipeline.comparing",
    "load": "planalign.pipeline.loading",
}
__all__ = [
    "Check",
    "Comparison",
    "Plan",
    "PlanalignError",
    "Settings",
    "__version__",
    "check",
    "compare",
    "compare_files",
    "load",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
