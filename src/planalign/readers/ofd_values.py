"""Values of OFD attributes: numbers, boxes, matrices, runs of distances, path data (GB/T 33190, 7.3, 9.1, 11.3)."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from planalign.readers.page_rules import IDENTITY, Matrix, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.readers.page import Box

_TOKEN = re.compile(r"[A-Za-z]|[-+.\d][-+.\deE]*")
# How many numbers follow each operator; the last two are the point that is reached.
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
_STARTS = {"S", "M"}


def number(value: str | None, default: float = 0.0) -> float:
    """Return a finite number, or the default."""
    try:
        found = float(value) if value else default
    except ValueError:
        return default
    return found if math.isfinite(found) else default


def _numbers(value: str | None) -> list[float]:
    return [number(part, math.nan) for part in (value or "").replace(",", " ").split()]


def box(value: str | None) -> Box | None:
    """Return left, top, width, height of an ST_Box; None where there is none."""
    found = _numbers(value)
    if len(found) != 4 or any(math.isnan(part) for part in found):
        return None
    return (found[0], found[1], found[2], found[3])


def matrix(value: str | None) -> Matrix:
    """Return a CTM; no change where there is none."""
    found = _numbers(value)
    if len(found) != 6 or any(math.isnan(part) for part in found):
        return IDENTITY
    return (found[0], found[1], found[2], found[3], found[4], found[5])


def distances(value: str | None, most: int) -> list[float]:
    """Return at most so many distances between characters; `g 5 3.2` stands for five times 3.2."""
    tokens = (value or "").replace(",", " ").split()
    found: list[float] = []
    index = 0
    while index < len(tokens) and len(found) < most:
        if tokens[index] == "g" and index + 2 < len(tokens):
            times = int(min(max(number(tokens[index + 1]), 0), most - len(found)))
            found.extend([number(tokens[index + 2])] * times)
            index += 3
        else:
            found.append(number(tokens[index]))
            index += 1
    return found


def outlines(value: str, most: int) -> Iterator[list[Point]]:
    """Give the outlines of path data as points, at most so many in all; curves count by their end points."""
    points: list[Point] = []
    for operator, operands in _operations(value, most):
        if operator in _STARTS:
            if len(points) > 1:
                yield points
            points = []
        if operator == "C":
            points.extend(points[:1])
        else:
            points.append((operands[-2], operands[-1]))
    if len(points) > 1:
        yield points


def _operations(value: str, most: int) -> Iterator[tuple[str, list[float]]]:
    """Give operators with their operands; what is cut off or unknown is passed over."""
    operator, operands = "", list[float]()
    for count, found in enumerate(_TOKEN.finditer(value)):
        if count > most:
            return
        word = found.group()
        if word == "C":
            yield word, []
        elif word.isalpha():
            operator, operands = word, []
        else:
            operands.append(number(word))
            if len(operands) == _OPERANDS.get(operator, 0):
                yield operator, operands
                operator, operands = "", []
