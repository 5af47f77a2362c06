"""Parts of Word 97–2003 documents that no file here has: compressed and changed pieces, restarts, merges, groups."""

from __future__ import annotations

import struct

import pytest

from planalign.errors import ReadError
from planalign.readers.doc_file import Region, WordFile
from planalign.readers.doc_format import character_format, paragraph_format
from planalign.readers.doc_numbering import numbering
from planalign.readers.doc_pieces import read_text
from planalign.readers.doc_properties import modifiers
from planalign.readers.doc_rows import RowShape, TableBuilder, row_shape
from planalign.readers.doc_shapes import boxes, shapes
from planalign.readers.docx_numbering import Numbering
from planalign.readers.docx_styles import Style
from planalign.readers.docx_xml import TC, TR, value
from planalign.readers.word_markup import add

NO_STYLE = struct.pack("<9H", *[0xFFF] * 9)


def _word(main: bytes = b"", length: int = 0, **regions: bytes) -> WordFile:
    """Return a file whose table stream holds these regions one after another."""
    table = b""
    places = [(0, 0)] * 80
    for name, content in regions.items():
        places[Region[name]] = len(table), len(content)
        table += content
    return WordFile(main, table, b"", tuple(places), ((0, length), *[(length, length)] * 7))


def _pieces(*pieces: tuple[int, int, int], length: int, groups: bytes = b"") -> bytes:
    """Return a piece table: begin, offset and modifier of each piece."""
    starts = struct.pack(f"<{len(pieces) + 1}I", *[piece[0] for piece in pieces], length)
    table = starts + b"".join(struct.pack("<HIH", 0, offset, modifier) for _, offset, modifier in pieces)
    return groups + b"\x02" + struct.pack("<I", len(table)) + table


def test_compressed_pieces() -> None:
    """A piece of one byte a character is Windows-1252, one of two is UTF-16; they may lie in any order."""
    main = "乙丙".encode("utf-16-le") + b"1\x96A"
    table = _pieces((0, 0x40000000 | 4 * 2, 0), (3, 0, 0), length=5)
    assert "1–A乙丙" == read_text(_word(main, 5, PIECES=table)).units


def test_characters_beyond_the_first_plane_take_two_places() -> None:
    """Places count UTF-16 units, so that what follows keeps its properties."""
    main = "𠮷甲".encode("utf-16-le")
    text = read_text(_word(main, 3, PIECES=_pieces((0, 0, 0), length=3)))
    assert (3, "甲") == (len(text.units), text.units[2])


def test_pieces_outside_the_file() -> None:
    """A piece that is missing is told, not read as nothing."""
    with pytest.raises(ReadError, match="a part of it is missing"):
        read_text(_word(b"ab", 9, PIECES=_pieces((0, 0x40000000, 0), length=9)))


def test_ruby_is_its_base() -> None:
    """注音 is a formula field; its base stands for it, and places stay."""
    field = '注\x13 EQ \\* jc2 \\* "Font:宋体" \\o\\ad(\\s\\up 9(zhong),中)\x15音'
    units = read_text(_word(field.encode("utf-16-le"), len(field), PIECES=_pieces((0, 0, 0), length=len(field)))).units
    assert (len(field), "注中音") == (len(units), units.replace("\0", ""))


@pytest.mark.parametrize(
    ("modifier", "groups", "hidden"),
    [
        (0, b"", None),
        (0x5C << 1 | 1 << 8, b"", True),
        (1, b"\x01" + struct.pack("<HHB", 3, 0x083C, 1), True),
        (3, b"\x01" + struct.pack("<HHB", 3, 0x083C, 1), None),
    ],
)
def test_modifiers_of_pieces(modifier: int, groups: bytes, hidden: bool | None) -> None:
    """What a fast save changed holds for the whole piece, in a short form or in a group of modifiers."""
    text = read_text(_word(b"ab", 2, PIECES=_pieces((0, 0x40000000, modifier), length=2, groups=groups)))
    assert hidden == character_format(text.pieces[0].modifiers).hidden


def test_modifiers_know_their_length() -> None:
    """Operands of one to four bytes, of a stated length, and the two that state it otherwise."""
    table = struct.pack("<HH", 0xD608, 4) + b"\x00\x01\x02"
    tabs = struct.pack("<HBB", 0xC615, 255, 1) + bytes(4) + b"\x01" + bytes(3)
    plain = struct.pack("<HB", 0x2403, 1) + struct.pack("<HH", 0x460B, 7) + struct.pack("<HI", 0x6649, 2)
    found = list(modifiers(table + tabs + plain + struct.pack("<HB", 0xD62B, 2) + b"\x01\x03" + b"\x08"))
    assert [0xD608, 0xC615, 0x2403, 0x460B, 0x6649, 0xD62B] == [code for code, _ in found]
    assert (b"\x00\x01\x02", b"\x01\x03") == (found[0][1], found[-1][1])


def test_formats() -> None:
    """The last word counts; list 0 ends a list, and so does one without a visible number."""
    listed = paragraph_format(struct.pack("<HBHBHH", 0x2403, 0, 0x2461, 1, 0x460B, 3))
    assert ("center", 3) == (listed.justification, listed.list_use)
    assert [0, 0] == [paragraph_format(struct.pack("<HH", 0x460B, use)).list_use for use in (0, 0xF801)]
    assert [True, None, True] == [
        character_format(struct.pack("<HB", 0x083C, value)).hidden for value in (1, 0x80, 0x81)
    ]


def _level(text: str, places: bytes, *, code: int = 39, flags: int = 0, restart: int = 0) -> bytes:
    head = struct.pack("<iBB9sB8sBBBB", 1, code, flags, places.ljust(9, b"\0"), 2, b"", 0, 0, restart, 0)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def _lists(*, flags: int) -> bytes:
    """Return one list with the levels 一、 and （一）; flags and restart are those of the second."""
    rest = b"".join(_level("", b"") for _ in range(7))
    levels = _level("\0、", b"\1") + _level("（\1）", b"\2", flags=flags) + rest
    return struct.pack("<hi4s", 1, 77, b"") + NO_STYLE + b"\0\0" + levels


def _labels(lists: bytes, uses: bytes, *paragraphs: tuple[int, int]) -> list[str]:
    """Return the numbers of paragraphs, each given by its list and level."""
    counted = Numbering(numbering(_word(LISTS=lists, LIST_USES=uses)))
    return [counted.label(None, Style(num_id=str(use), level=str(level))) for use, level in paragraphs]


def test_levels_restart_or_run_on() -> None:
    """The second level begins anew under each 一、 unless the file says that it does not."""
    use = struct.pack("<ii8sB3s", 1, 77, b"", 0, b"") + b"\xff" * 4
    order = ((1, 0), (1, 1), (1, 0), (1, 1))
    assert ["一、", "（一）", "二、", "（一）"] == _labels(_lists(flags=0), use, *order)
    assert ["一、", "（一）", "二、", "（二）"] == _labels(_lists(flags=0x08), use, *order)


def test_uses_of_a_list_begin_anew() -> None:
    """A second use that states a start counts from there."""
    head = struct.pack("<i", 2) + struct.pack("<i8sB3s", 77, b"", 0, b"") + struct.pack("<i8sB3s", 77, b"", 1, b"")
    data = b"\xff" * 4 + b"\xff" * 4 + struct.pack("<iI", 5, 0x10)
    assert ["一、", "二、", "五、", "六、"] == _labels(_lists(flags=0), head + data, (1, 0), (1, 0), (2, 0), (2, 0))


def test_levels_given_anew() -> None:
    """A use may give a level another form."""
    head = struct.pack("<i", 1) + struct.pack("<i8sB3s", 77, b"", 1, b"")
    data = b"\xff" * 4 + struct.pack("<iI", 0, 0x20) + _level("\0.", b"\1", code=0)
    assert ["1.", "2."] == _labels(_lists(flags=0), head + data, (1, 0), (1, 0))


def _row(*flags: int) -> bytes:
    edges = struct.pack(f"<{len(flags) + 1}h", *range(0, 1000 * len(flags) + 1, 1000))
    content = bytes([len(flags)]) + edges + b"".join(struct.pack("<H18s", flag, b"") for flag in flags)
    return struct.pack("<HH", 0xD608, len(content) + 1) + content


@pytest.mark.parametrize(
    ("grpprl", "beside", "below"),
    [
        (_row(0, 0x60, 0x20), ("", "", ""), ("", "restart", "continue")),
        (_row(1, 2, 2), ("restart", "continue", "continue"), ("", "", "")),
        (_row(2, 1, 0), ("restart", "continue", ""), ("", "", "")),
        (_row(0, 0, 0) + b"\x2b\xd6\x02\x01\x01", ("", "", ""), ("", "continue", "")),
        (_row(0, 0, 0) + b"\x24\x56\x00\x02", ("restart", "continue", ""), ("", "", "")),
    ],
)
def test_merges(grpprl: bytes, beside: tuple[str, ...], below: tuple[str, ...]) -> None:
    """Merges come from the definition of the row and from what was changed later; writers differ in the first bit."""
    assert RowShape((0, 1000, 2000, 3000), beside, below) == row_shape(grpprl)


def test_cells_span_the_columns_of_other_rows() -> None:
    """Columns are the edges of all rows; edges that a hand drew a little apart are one; a short row leaves a gap."""
    builder = TableBuilder()
    for edges in ((0, 500, 3000, 6000), (10, 3010, 6000), (500, 3000)):
        for _ in edges[1:]:
            add(builder.cell, "p")
            builder.end_cell()
        builder.end_row(RowShape(edges, ("",) * 3, ("",) * 3))
    builder.close()
    spans = [[value(cell, "tcPr/gridSpan") for cell in row.iterfind(TC)] for row in builder.node.iterfind(TR)]
    assert [["1", "1", "1"], ["2", "1"], ["1"]] == spans
    assert [None, None, "1"] == [value(row, "trPr/gridBefore") for row in builder.node.iterfind(TR)]


def _record(kind: int, content: bytes, *, version: int = 0xF, instance: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4 | version, kind, len(content)) + content


def test_grouped_shapes_hang_on_their_group() -> None:
    """Text boxes inside a group are found through the anchor of the group; WordArt gives its words."""
    words = "江城市".encode("utf-16-le")
    art = _record(0xF00B, struct.pack("<HI", 0xC0C0, len(words)) + words, version=3, instance=1)

    def shape(identity: int, more: bytes = b"") -> bytes:
        return _record(0xF004, _record(0xF00A, struct.pack("<II", identity, 0), version=2) + more)

    group = _record(0xF003, shape(7) + shape(8) + shape(9, art))
    page = _record(0xF003, shape(1) + group)
    found = shapes(_word(DRAWINGS=_record(0xF000, b"") + b"\0" + _record(0xF002, page)))
    assert ([7, 8, 9], ["江城市"]) == (found[7].members, found[7].words)


def test_text_boxes_never_share_a_text() -> None:
    """Places that go back and forth would repeat one text without end; what comes after the first is empty."""
    box = b"".join(bytes(14) + struct.pack("<i4x", identity) for identity in range(4))
    found = boxes(_word(TEXT_BOXES=struct.pack("<5I", 0, 9, 0, 9, 9) + box))
    assert {0: (0, 9), 1: (9, 9), 2: (9, 9)} == found
