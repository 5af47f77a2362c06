"""`python -m fuzz.run`: change seeds of every format for a fixed time and keep what breaks something as a case.

This fuzzer is our own and knows no coverage; `fuzz/with_atheris.py` does, where atheris can be installed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time

from fuzz.mutate import changed
from fuzz.target import CASES, seeds
from planalign.guard import Guard, Outcome, Status
from planalign.model.block import Format

_LONGEST = 20.0
"""Seconds for one input; what takes longer is a hang."""
_MEMORY = 2**30


def main(arguments: list[str] | None = None) -> int:
    """Fuzz each format for so many seconds; exit code 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30, help="time for each format")
    parser.add_argument("--seed", type=int, default=0, help="start of the random numbers")
    parser.add_argument("formats", nargs="*", choices=[*Format, []], default=[], help="by default all")
    wishes = parser.parse_args(arguments)
    broken = 0
    for kind in wishes.formats or list(Format):
        runs, cases = _fuzz(Format(kind), wishes.seconds, random.Random(wishes.seed))  # noqa: S311 - nothing secret
        print(f"{kind}: {runs} inputs, {cases} broke something", flush=True)
        broken += cases
    return int(broken > 0)


def _fuzz(kind: Format, seconds: float, chance: random.Random) -> tuple[int, int]:
    """Return how many inputs were read and how many of them broke something new."""
    pool = [content for _, content in seeds(kind)]
    found: set[str] = set()
    runs = 0
    end = time.monotonic() + seconds
    with Guard("fuzz.work:work", memory=_MEMORY) as guard:
        while time.monotonic() < end:
            data = changed(chance.choice(pool), pool, chance)
            runs += 1
            what = _wrong(guard.call(kind.value.encode() + b"\0" + data, _LONGEST))
            if what and what not in found:
                found.add(what)
                _keep(kind, data, what)
    return runs, len(found)


def _wrong(outcome: Outcome) -> str:
    """Return what is wrong; empty where nothing is."""
    if outcome.status is Status.ERROR:
        parts = json.loads(outcome.body)
        place = [line.strip() for line in parts["trace"].splitlines() if line.strip().startswith("File ")][-1]
        return f"{parts['type']} at {place}"
    return "" if outcome.status is Status.OK else f"{outcome.status} {outcome.detail}"


def _keep(kind: Format, data: bytes, what: str) -> None:
    CASES.mkdir(exist_ok=True)
    path = CASES / f"{hashlib.sha256(data).hexdigest()[:12]}.{kind.value}"
    path.write_bytes(data)
    print(f"{path.name}: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
