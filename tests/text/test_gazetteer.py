"""Districts and counties of China by their full names."""

from __future__ import annotations

from planalign.text.gazetteer import known_places


def test_names() -> None:
    """Districts and counties are known in full; words, short names and cities are left out."""
    places = known_places()
    assert {"嘉定区", "浦东新区", "彭水苗族土家族自治县"} <= places
    assert not {"城区", "矿区", "新建区", "老城区", "深圳市", "临江区"} & places
    assert len(places) > 2_000
