"""Ask whether holes are known in the pinned libraries, and let bandit look at our code; without a net, say so.

pip-audit asks an advisory service. Where none answers, the pins are held against the list below instead, which is no
substitute: it knows what was known when it was written.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "constraints.txt"
LONGEST = 300
"""Seconds for asking."""
LEAST = {
    "jinja2": (3, 1, 6),  # CVE-2025-27516: a template leaves its sandbox
    "lxml": (6, 1),  # CVE-2026-41066: iterparse reads local files
    "pdfminer-six": (20260107,),  # CVE-2025-64512 and CVE-2025-70559: code execution through pickled CMaps
    "pillow": (12, 3),  # CVE-2026-40192, -42308 and -42310: decompression bombs
}
"""The first versions in which holes that matter to readers of documents were closed (docs/reliability.md)."""
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([\w.]+)", re.MULTILINE)


def main() -> int:
    """Print what was found; exit code 1 where there is anything to mend."""
    holes = [*_old_pins(), *_known_holes()]
    for hole in holes:
        print(hole)
    weak = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", "-c", "pyproject.toml", "src"], cwd=ROOT, check=False
    )
    print(f"libraries: {len(holes)} holes; code: {'something to mend' if weak.returncode else 'nothing to mend'}")
    return int(bool(holes) or weak.returncode != 0)


def _pins() -> dict[str, str]:
    """Return the pinned versions by name."""
    found = _PIN.findall(PINS.read_text(encoding="utf-8"))
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in found}


def _old_pins() -> list[str]:
    pins = _pins()
    return [
        f"{name} {pins[name]} has known holes; at least {'.'.join(map(str, least))} is needed"
        for name, least in LEAST.items()
        if name in pins and tuple(int(part) for part in re.findall(r"\d+", pins[name])) < least
    ]


def _known_holes() -> list[str]:
    """Return what an advisory service knows; nothing, with a word about it, where none answers."""
    libraries, why = _asked()
    answered = [library for library in libraries if "vulns" in library]
    if answered:
        print(f"an advisory service was asked about {len(answered)} of {len(_pins())} libraries")
    else:
        print(f"no advisory service answered ({why}): the pins were only held against {len(LEAST)} known holes")
    return [
        f"{library['name']} {library['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or '-'}"
        for library in answered
        for hole in library["vulns"]
    ]


def _asked() -> tuple[list[dict[str, Any]], str]:
    """Return what pip-audit says of each library, and its first reason for saying nothing."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(PINS), "--no-deps", "--disable-pip", "-f", "json"]
    try:
        answer = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False, text=True)
    except subprocess.TimeoutExpired:
        return [], f"nothing came in {LONGEST} s"
    try:
        libraries = json.loads(answer.stdout)["dependencies"]
    except (ValueError, KeyError):
        return [], (answer.stderr.strip().splitlines() or ["it said nothing"])[-1]
    return libraries, next((library["skip_reason"] for library in libraries if "skip_reason" in library), "")


if __name__ == "__main__":
    sys.exit(main())
