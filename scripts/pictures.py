"""Line charts as SVG, written by hand so that the same numbers give the same bytes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 640, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 48, 56
COLOURS = ("#1f5fa8", "#c2410c", "#3f7d3f", "#7c3aed")
DASHES = ("", "7 4", "2 3", "9 3 2 3")
TICKS = 5


class Series(NamedTuple):
    """One line of a chart."""

    name: str
    points: Sequence[tuple[float, float]]
    """Both coordinates 0–1."""
    dots: bool = False
    """Whether the points are marked."""


def chart(title: str, across: str, upwards: str, series: Sequence[Series], *, diagonal: bool = False) -> str:
    """Return a chart of shares; with a diagonal where both axes would agree."""
    body = [f'<text x="{LEFT}" y="24" font-size="16" font-weight="bold">{escape(title)}</text>', *_grid()]
    body += _axis_names(across, upwards)
    if diagonal:
        body.append(_line([(0.0, 0.0), (1.0, 1.0)], "#888888", "1 3"))
    for number, entry in enumerate(series):
        body += _series(number, entry)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif"'
        f' font-size="12">\n<title>{escape(title)}</title>\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _grid() -> list[str]:
    lines = []
    for step in range(TICKS + 1):
        share = step / TICKS
        x, y = _place((share, share))
        lines.append(f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}M{x} {TOP}V{HEIGHT - BOTTOM}" stroke="#dddddd"/>')
        lines.append(f'<text x="{x}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{share:.0%}</text>')
        lines.append(f'<text x="{LEFT - 8}" y="{y}" dy="4" text-anchor="end">{share:.0%}</text>')
    return lines


def _axis_names(across: str, upwards: str) -> list[str]:
    middle = (TOP + HEIGHT - BOTTOM) // 2
    return [
        f'<text x="{(LEFT + WIDTH - RIGHT) // 2}" y="{HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>',
        f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">{escape(upwards)}</text>',
    ]


def _series(number: int, entry: Series) -> list[str]:
    colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
    parts = [_line(entry.points, colour, dash)]
    if entry.dots:
        places = (_place(point) for point in entry.points)
        parts += [f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>' for x, y in places]
    y = TOP + 14 + 18 * number
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    parts.append(f'<path d="M{LEFT + 10} {y}h28" stroke="{colour}" stroke-width="2"{dashed}/>')
    parts.append(f'<text x="{LEFT + 44}" y="{y}" dy="4">{escape(entry.name)}</text>')
    return parts


def _line(points: Sequence[tuple[float, float]], colour: str, dash: str) -> str:
    path = "L".join(f"{x} {y}" for x, y in map(_place, points))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>'


def _place(point: tuple[float, float]) -> tuple[str, str]:
    """Return where a point stands; whole tenths, so that the last bits of a sum do not show."""
    across, upwards = point
    x = LEFT + across * (WIDTH - RIGHT - LEFT)
    y = HEIGHT - BOTTOM - upwards * (HEIGHT - BOTTOM - TOP)
    return f"{x:.1f}", f"{y:.1f}"
