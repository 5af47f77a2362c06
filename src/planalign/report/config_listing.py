"""The settings in force as TOML or JSON, each with where it comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from planalign.assess.rules import RULES
from planalign.model.policy import RuleLevel
from planalign.model.project import Project
from planalign.model.wording import Wording
from planalign.report.scrub import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planalign.assess.rule import Rule
    from planalign.config import Settings
    from planalign.model.wording import Lang

DEFAULT = "default"
_DEFAULT = Wording("默认")
_FILES = {
    "config": Wording("设置"),
    "waivers": Wording("豁免"),
    "decisions": Wording("复核决定"),
    "baseline": Wording("基线"),
}
_NONE = Wording("无")


class Entry(NamedTuple):
    """One setting."""

    key: str
    """Its dotted name as planalign.toml has it."""
    value: object
    """Its value as JSON holds it; null where nothing is set."""
    origin: str
    """Default, or file and line, or the option that sets it."""


def listing(settings: Settings, project: Project | None, origins: Mapping[str, str]) -> list[Entry]:
    """Return every setting of planalign.toml with the value in force."""
    asked = (project or Project()).model_dump(mode="json")
    asked["project"]["as_of"] = settings.as_of.isoformat() if settings.as_of else None
    asked["scope"]["requirements"] = settings.requirements
    asked["scope"]["allocations"] = settings.allocations
    asked["policy"] = settings.policy.model_dump(mode="json")
    asked["limits"] = {key: getattr(settings.limits, key) for key in asked["limits"]}
    asked["rules"] = {rule.code: _level(rule, settings) for rule in RULES.values()}
    levels = asked.pop("level")
    entries = [_entry(key, value, origins) for key, value in _flat(asked, "")]
    return entries + [
        _entry(f"level.{place}.{key}", value, origins)
        for place, level in enumerate(levels)
        for key, value in level.items()
    ]


def json_text(entries: Sequence[Entry], files: Mapping[str, str | None]) -> str:
    """Return one object: the files, and the list of settings."""
    content = {
        "schema": "planalign/config/1",
        "files": dict(files),
        "settings": [entry._asdict() for entry in entries],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def toml_text(entries: Sequence[Entry], files: Mapping[str, str | None], lang: Lang) -> str:
    """Return the settings as a planalign.toml could hold them; what is not set stands as a comment."""
    lines = [f"# {_FILES[name].of(lang)}: {one_line(path or _NONE.of(lang))}" for name, path in files.items()]
    table = ""
    for entry in entries:
        head, _, name = entry.key.rpartition(".")
        if head != table:
            lines += ["", _head(head)]
            table = head
        origin = _DEFAULT.of(lang) if entry.origin == DEFAULT else entry.origin
        lines.append(f"{_toml(name, entry.value)}  # {one_line(origin)}")
    return "\n".join(lines) + "\n"


def _level(rule: Rule, settings: Settings) -> str:
    return settings.severity(rule.code, rule.severity).value if settings.in_force(rule.code) else RuleLevel.OFF.value


def _entry(key: str, value: object, origins: Mapping[str, str]) -> Entry:
    return Entry(key, value, origins.get(key, DEFAULT))


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    """Yield the keys of a table, those of tables inside it last."""
    inner = {name: value for name, value in table.items() if isinstance(value, dict)}
    for name, value in table.items():
        if name not in inner:
            yield f"{prefix}{name}", value
    for name, value in inner.items():
        yield from _flat(value, f"{prefix}{name}.")


def _head(name: str) -> str:
    """Return the line that begins a table; those of levels are members of a list."""
    return "[[level]]" if name.startswith("level.") else f"[{name}]"


def _toml(name: str, value: object) -> str:
    if value is None:
        return f"# {name} ="
    # Strings, numbers, truth values and lists of strings look the same in both languages.
    return f"{name} = {json.dumps(value, ensure_ascii=False)}"
