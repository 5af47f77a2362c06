"""The source of one document: TOML front matter and a body of lines and pipe tables."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from rendering.grid import Grid, grid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = ("red_head", "document_number", "notice_title", "addressees", "notice", "signature", "dated")
TAIL = ("public_mark", "contact")
ORDER = (*HEAD, *TAIL, "title")
ANNEX = re.compile(r"附件\s*\d*[:：]?$")


@dataclass(frozen=True)
class Source:
    """One document before it is rendered."""

    id: str
    body: tuple[str | Grid, ...]
    title: str = ""
    year: int | None = None
    level: str = ""
    issuer: str = ""
    red_head: str = ""
    document_number: str = ""
    notice_title: str = ""
    addressees: str = ""
    notice: tuple[str, ...] = ()
    signature: str = ""
    dated: str = ""
    public_mark: str = ""
    contact: str = ""
    order: tuple[str, ...] = ORDER


@dataclass(frozen=True)
class Line:
    """One paragraph to print and the part it plays: a field of the front matter, body or annex."""

    role: str
    text: str


def read(path: Path) -> Source:
    """Read one source file; raises ValueError naming the file when the front matter is wrong."""
    _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    values = tomllib.loads(front)
    unknown = set(values) - {field.name for field in fields(Source)}
    if unknown:
        raise ValueError(f"{path.name}: unknown front matter {sorted(unknown)}")
    return Source(body=tuple(_body(body)), **{key: _plain(key, value) for key, value in values.items()})


def items(source: Source) -> Iterator[Line | Grid]:
    """Yield the lines and tables of a document in the order in which they are printed."""
    for field in source.order:
        value = getattr(source, field)
        for text in value if isinstance(value, tuple) else (value,):
            if text:
                yield Line(field, text)
    for item in source.body:
        yield item if isinstance(item, Grid) else Line("annex" if ANNEX.match(item) else "body", item)


def _plain(key: str, value: Any) -> Any:  # noqa: ANN401
    """Turn lists into tuples; addressees may be a list or the printed line."""
    if isinstance(value, list):
        return "、".join(value) + "：" if key == "addressees" else tuple(value)
    return value


def _body(text: str) -> Iterator[str | Grid]:
    table: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            yield grid(table)
            table = []
        if line.strip():
            yield line.strip()
