"""What a result depends on besides the two files, in one line."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from planalign.config import Settings
from planalign.model.wording import Wording
from planalign.report.punctuation import commas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planalign.model.provenance import Provenance
    from planalign.model.wording import Lang

SHOWN = 16
"""So many digits of a hash are shown; the JSON record holds the settings and the whole hash."""

_LINE = Wording("设置：{changed}，散列 {settings}；分词 {segmenter}；词表散列 {words}")
_DEFAULT = Wording("全部为默认值")


def origin(provenance: Provenance, lang: Lang) -> str:
    """Return the settings that are not at their defaults, and the hashes of settings and dictionaries."""
    changed = list(_changed(provenance.settings, Settings().model_dump(mode="json")))
    text = json.dumps(provenance.settings, sort_keys=True, ensure_ascii=False)
    return _LINE.of(lang).format(
        changed=commas(changed, lang) or _DEFAULT.of(lang),
        settings=hashlib.sha256(text.encode()).hexdigest()[:SHOWN],
        segmenter=provenance.segmenter,
        words=provenance.dictionaries[:SHOWN],
    )


def _changed(settings: Mapping[str, object], defaults: Mapping[str, object]) -> Iterator[str]:
    """Yield name and value of each setting that is not at its default."""
    for name, value in settings.items():
        default = defaults.get(name)
        if isinstance(value, dict) and isinstance(default, dict):
            yield from (f"{name}.{inside}" for inside in _changed(value, default))
        elif value != default:
            yield f"{name}={json.dumps(value, ensure_ascii=False)}"
