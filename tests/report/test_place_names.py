"""Short names of places."""

from __future__ import annotations

import pytest

from planalign.report.place_names import short_names


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["江城市", "江城市临江区", "江城市临江区清渡镇"], ["江城市", "临江区", "清渡镇"]),
        (["市级", "江城市临江区"], ["市级", "临江区"]),
        (["江城市市中区", "江城市东海新区张湾镇"], ["市中区", "张湾镇"]),
        (["云州市临江区", "云州区石坝镇", "石镇市红旗区向阳街道"], ["临江区", "石坝镇", "向阳街道"]),
        (["东海省江城市", "江城市经济技术开发区"], ["江城市", "经济技术开发区"]),
        (["江城市临江区白沙镇", "江城市望山区白沙镇"], ["1.江城市临江区白沙镇", "2.江城市望山区白沙镇"]),
        (["乡镇", "乡镇"], ["1.乡镇", "2.乡镇"]),
        ([], []),
    ],
)
def test_short_names(names: list[str], expected: list[str]) -> None:
    """The places around a place are left out where the rest tells all apart."""
    assert expected == short_names(names)
