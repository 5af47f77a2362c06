"""`planalign corpus report`: the overview as one web page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.corpus_run.corpora import HERE

from planalign.corpus import overview

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.cli.runner import Run


def test_report(run: Run, plans: Path) -> None:
    """The overview names every document and its share, runs no script and asks nothing of a network."""
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    page = (plans.parent / "out.html").read_text("utf-8")
    for entry in ("2025/city.txt", "2025/00/district.txt", "2025/00/town-01.txt"):
        assert entry in page
    assert "没有变化，或没有上次的结果" in page
    assert "default-src &#39;none&#39;" in page
    assert all(word not in page for word in ("<script", "http://", "https://", "onclick"))
    assert 2 == run("corpus", "report", "plans", "-o", "out.pdf", *HERE).code


def test_page_of_many(run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more documents and maps than a page can hold those that do not pass come first, and the others are counted."""
    monkeypatch.setattr(overview, "MOST_SHOWN", 3)
    monkeypatch.setattr(overview, "MOST_MAPS", 1)
    failing = [
        verdict["child"]
        for verdict in json.loads(run("corpus", "check", "plans", "--format", "json", *HERE).out)["failing"]
    ]
    assert ["2025/00/town-01.txt"] == [path for path in failing if "town" in path]
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    tree = (plans.parent / "out.html").read_text("utf-8").partition('id="tree"')[2]
    tree, _, rest = tree.partition('id="maps"')
    assert "2025/00/town-01.txt" in tree
    assert "2025/00/town-00.txt" not in tree
    assert "2 份文件，1 份不符合" in tree
    maps = rest.partition('id="gaps"')[0]
    assert (1, 1, 1) == (maps.count("<table>"), tree.count("另有 1 项"), maps.count("另有 1 项"))


def test_changes(run: Run, plans: Path) -> None:
    """What stands otherwise than in the run before is listed with both."""
    assert 0 == run("corpus", "build", "plans", *HERE).code
    town = plans / "2025/00/town-01.txt"
    lines = town.read_text("utf-8").splitlines()
    town.write_text("\n".join(line for line in lines if not line.startswith("1.")), "utf-8")
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    changes = (plans.parent / "out.html").read_text("utf-8").partition('id="changes"')[2]
    assert "2025/00/town-01.txt" in changes
    assert "2025/00/town-00.txt" not in changes


def test_text_is_escaped(run: Run, plans: Path) -> None:
    """Words of a document are no markup in the overview."""
    city = plans / "2025/city.txt"
    city.write_text(city.read_text("utf-8").replace("压实安全责任", "<b onclick=x>压实"), "utf-8")
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    page = (plans.parent / "out.html").read_text("utf-8")
    assert "<b onclick" not in page
    assert "&lt;b onclick=x&gt;压实" in page
