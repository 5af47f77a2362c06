"""Pages from templates: whatever they show is escaped and scrubbed, and only what they hold themselves may run."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from planalign.report.scrub import cleaned

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What could end a script or begin a comment in it, as JSON writes it otherwise."""


def page(folder: Path, template: str, values: Mapping[str, object]) -> str:
    """Return a page made from a template of that folder; a name that it asks for and does not get is an error."""
    return _environment(folder).get_template(template).render(values)


def inline(folder: Path, name: str) -> Markup:
    """Return a style sheet or a script to stand in a page as it is."""
    return Markup((folder / name).read_text(encoding="utf-8"))  # noqa: S704 # a file of ours, beside the template


def policy(style: Markup, script: Markup) -> str:
    """Return the content security policy of a page that holds this style sheet and this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def script_data(record: object) -> Markup:
    """Return JSON to stand inside a script element."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_IN_SCRIPT))  # noqa: S704 # nothing is left that HTML would read


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_scrubbed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _scrubbed(value: object) -> object:
    """Take control characters out of text of a document; what is markup already is ours."""
    return cleaned(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
