"""The word table kept between runs can only cost time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planalign.text.word_cache import folder, kept

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "0 应\n5 应急"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache folder that is in force."""
    monkeypatch.setenv("PLANALIGN_CACHE", str(tmp_path / "cache"))
    return folder()


def never() -> str:
    """Fail where a kept table should have been used."""
    raise AssertionError


def test_kept_between_runs(cache: Path) -> None:
    """The second run reads what the first one built, from a folder of the owner alone."""
    assert kept("key", lambda: TABLE).text == TABLE
    assert kept("key", never).text == TABLE
    assert cache.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"{}", b"0" * 64 + b"\n{}"])
def test_damage_is_noticed(cache: Path, damage: bytes) -> None:
    """A damaged file is built again."""
    kept("key", lambda: TABLE)
    next(cache.iterdir()).write_bytes(damage)
    assert kept("key", lambda: TABLE).text == TABLE
    assert kept("key", never).text == TABLE


def test_a_shared_folder_is_not_trusted(cache: Path) -> None:
    """What lies in a folder that others can write is neither read nor written."""
    kept("key", lambda: "1 planted")
    cache.chmod(0o777)
    assert kept("key", lambda: TABLE).text == TABLE
    assert kept("other", lambda: TABLE).text == TABLE
    assert len(list(cache.iterdir())) == 1


def test_no_folder_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder cannot be made, the table is built each time."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("PLANALIGN_CACHE", str(tmp_path / "file" / "cache"))
    assert kept("key", lambda: TABLE).text == TABLE


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a home folder costs a rebuild, no error."""

    def homeless() -> None:
        raise RuntimeError

    for name in ("PLANALIGN_CACHE", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("planalign.text.word_cache.Path.home", homeless)
    assert kept("key", lambda: TABLE).text == TABLE
