"""The same input gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_hash_seed_changes_nothing(jiangcheng: Path) -> None:
    """Two runs with other hash seeds print the same comparison."""
    files = [str(jiangcheng / name) for name in ("wangshan-district-2025.docx", "fenglin-township-2025.docx")]
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "planalign", "compare", *files, "--format", "json"],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
