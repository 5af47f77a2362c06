"""Level words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planalign.text.levels import neutral, own_documents, place_names
from planalign.text.width import normalise

SAME = [
    ("全市隐患排查", "全区隐患排查"),
    ("市级部门联动", "区级部门联动"),
    ("各区县（自治县）组织演练", "各乡镇（街道）组织演练"),
    ("市安委会统筹", "区安委会统筹"),
    ("启动规划编制", "配合区启动规划编制"),
    ("完善“吹哨”机制", "完善吹哨机制"),
]


@pytest.mark.parametrize(("upper", "lower"), SAME)
def test_levels_are_no_difference(upper: str, lower: str) -> None:
    """A text of one level reads like the same text of the next."""
    assert neutral(upper) == neutral(lower)


def test_own_places_are_left_out() -> None:
    """The names of the two plans' own places do not count."""
    assert neutral("建设平安临江区", ("江城市临江区", "临江区")) == neutral("建设平安")


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("云州市临江区", ("云州市临江区", "云州市", "临江区")),
        ("石镇市红旗区", ("石镇市红旗区", "石镇市", "红旗区")),
        ("东海省江城市", ("东海省江城市", "东海省", "江城市")),
        ("江城市临江区", ("江城市临江区", "江城市", "临江区")),
        ("江城市临江区清渡镇", ("江城市临江区清渡镇", "江城市", "临江区", "清渡镇")),
        (None, ()),
    ],
)
def test_place_names(place: str | None, names: tuple[str, ...]) -> None:
    """A place is called by its full name and by each of its parts."""
    assert place_names(place) == names


def test_own_documents() -> None:
    """A level's own plan is the same document at each level; somebody else's title stays."""
    text = "修订《临江区突发事件总体预案》，落实《江城市防汛预案》。"
    assert own_documents(text, "临江区") == "修订预案，落实《江城市防汛预案》。"


@given(st.text(max_size=80))
def test_never_raises(text: str) -> None:
    """Any text has a neutral form."""
    assert isinstance(neutral(normalise(text)), str)
