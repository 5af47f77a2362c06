"""OFD files: text runs, templates, composites, ruling lines, slips of the programs that write them, hostile ones."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from planalign.config import Limits
from planalign.errors import ReadError
from planalign.model.block import Format, Paragraph, SkipKind, Table
from planalign.readers.ofd import read_ofd
from planalign.readers.sniff import sniff

if TYPE_CHECKING:
    from pathlib import Path

    from planalign.readers.reading import Reading

_ENTRY = "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"
_AREA = "<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"


def _ofd(*pages: str, common: str = "", head: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    """Return an OFD whose pages hold these objects; `head` goes before the content of each page."""
    places = "".join(f'<Page ID="{n}" BaseLoc="Pages/P{n}.xml"/>' for n in range(len(pages)))
    files: dict[str, str | bytes] = {
        "OFD.xml": _ENTRY,
        "Doc_0/Document.xml": f"<Document><CommonData>{_AREA}{common}</CommonData><Pages>{places}</Pages></Document>",
        **{
            f"Doc_0/Pages/P{n}.xml": f"<Page>{head}<Content><Layer>{objects}</Layer></Content></Page>"
            for n, objects in enumerate(pages)
        },
        **(parts or {}),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _text(text: str, x: float = 30, y: float = 50, *, more: str = "", deltas: str = "") -> str:
    steps = f' DeltaX="{deltas or f"g {max(len(text) - 1, 1)} 5"}"'
    return (
        f'<TextObject Boundary="{x} {y} 150 8" Size="5"{more}><TextCode X="0" Y="5"{steps}>{text}</TextCode>'
        "</TextObject>"
    )


def _rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<PathObject Boundary="{x0} {y0} {x1 - x0 + 1} {y1 - y0 + 1}">'
        f"<AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</AbbreviatedData></PathObject>"
    )


def _read(*pages: str, **options: object) -> Reading:
    return read_ofd(_ofd(*pages, **options), Limits())  # type: ignore[arg-type]


def _paragraphs(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, Paragraph)]


def test_kind_by_content() -> None:
    """A package that holds OFD.xml is an OFD."""
    assert Format.OFD is sniff(_ofd(_text("一、总体要求")))


def test_text_with_its_place() -> None:
    """A run becomes a paragraph with page and box in points from the upper left corner."""
    (block,) = _read(_text("一、总体要求")).blocks

    assert isinstance(block, Paragraph)
    assert ("一、总体要求", 1) == (block.text, block.location.page)
    assert block.location.box is not None
    assert [85, 143, 170, 158] == [round(value) for value in block.location.box]


def test_runs_of_distances_never_outgrow_the_text() -> None:
    """The shorthand for many equal distances is cut to the number of characters."""
    assert ["重点任务"] == _paragraphs(_read(_text("重点任务", deltas="g 500000000 5")))


def test_a_matrix_scales_and_moves() -> None:
    """CTM applies before the boundary, also inside blocks."""
    scaled = _text("重点任务", more=' CTM="2 0 0 2 0 0"')
    block = f"<PageBlock>{scaled}</PageBlock>"
    (paragraph,) = _read(block).blocks

    assert paragraph.location.box is not None
    assert 4 * 2 * 5 * 72 / 25.4 == pytest.approx(paragraph.location.box[2] - paragraph.location.box[0], abs=1)


def test_ruling_lines_give_a_table() -> None:
    """Paths go through the geometry of PDF."""
    rules = [_rule(20, y, 120, y) for y in (40, 52, 64)] + [_rule(x, 40, x, 64) for x in (20, 50, 120)]
    words = [_text("序号", 22, 43), _text("名称", 55, 43), _text("1", 22, 55), _text("城市更新", 55, 55)]
    (table,) = _read("".join(rules + words)).blocks

    assert isinstance(table, Table)
    assert [["序号", "名称"], ["1", "城市更新"]] == [[cell.text for cell in row] for row in table.rows]


def test_templates_and_composites_are_drawn() -> None:
    """What a page takes over from a template or a resource is text like any other."""
    units = f'<CompositeGraphicUnit ID="7"><Content>{_text("二、重点任务")}</Content></CompositeGraphicUnit>'
    reading = _read(
        '<CompositeObject ResourceID="7" Boundary="0 40 100 20"/>',
        common='<TemplatePage ID="3" BaseLoc="T.xml"/><PublicRes>Res.xml</PublicRes>',
        head='<Template TemplateID="3"/>',
        parts={
            "Doc_0/T.xml": f"<Page><Content><Layer>{_text('一、总体要求', y=30)}</Layer></Content></Page>",
            "Doc_0/Res.xml": f"<Res><CompositeGraphicUnits>{units}</CompositeGraphicUnits></Res>",
        },
    )

    assert ["一、总体要求", "二、重点任务"] == _paragraphs(reading)


def test_hidden_text_is_set_aside() -> None:
    """Text that is marked invisible is no part of the body."""
    reading = _read(_text("一、总体要求") + _text("作废", y=80, more=' Visible="false"'))

    assert ["一、总体要求"] == _paragraphs(reading)
    assert [("hidden", "作废")] == [(record.role, record.text) for record in reading.furniture]


def test_slips_of_writing_programs() -> None:
    """An undeclared prefix, GB18030 under the name GB2312, wrong case and back slashes in locations are put up with."""
    content = f"<ofd:Page><ofd:Content><ofd:Layer>{_text('镕基')}</ofd:Layer></ofd:Content></ofd:Page>"
    page = '<?xml version="1.0" encoding="GB2312"?>' + content.replace("<Text", "<ofd:Text").replace(
        "</Text", "</ofd:Text"
    )
    document = "<Document><CommonData/><Pages><Page BaseLoc='PAGES\\Q.XML'/></Pages></Document>"
    data = _ofd(parts={"Doc_0/Document.xml": document, "Doc_0/Pages/q.xml": page.encode("gb18030")})
    reading = read_ofd(data, Limits())

    assert ["镕基"] == _paragraphs(reading)
    assert () == reading.skipped


def test_pages_that_are_missing_or_cut_off_are_named() -> None:
    """A page that is not there, and one that breaks off, leave the others readable and are said to be unread."""
    data = _ofd(
        _text("一、总体要求"),
        parts={
            "Doc_0/Document.xml": "<Document><Pages><Page BaseLoc='Pages/P0.xml'/><Page BaseLoc='Pages/P8.xml'/>"
            "<Page BaseLoc='Pages/P9.xml'/></Pages></Document>",
            "Doc_0/Pages/P9.xml": f"<Page><Content><Layer>{_text('二、重点任务')}<TextObject",
        },
    )
    reading = read_ofd(data, Limits())

    assert ["一、总体要求", "二、重点任务"] == _paragraphs(reading)
    assert [(2, SkipKind.UNREAD), (3, SkipKind.UNREAD)] == [(note.location.page, note.kind) for note in reading.skipped]


def test_letters_drawn_as_outlines_are_no_text() -> None:
    """A file that only draws its letters says that it has no text."""
    with pytest.raises(ReadError, match="has no text"):
        _read(
            '<PathObject Boundary="20 20 9 9" Fill="true"><AbbreviatedData>M 0 0 L 5 9 C</AbbreviatedData></PathObject>'
        )


def test_glyphs_without_a_meaning_are_flagged() -> None:
    """Private-use characters come from fonts with codes of their own."""
    notes = _read(_text("\ue001\ue002\ue003\ue004") + _text("一、总体要求", y=80)).skipped

    assert [True] == ["no meaning outside" in note.reason for note in notes]


def test_composites_inside_each_other_end() -> None:
    """A composite that holds itself is drawn a few times and no more."""
    unit = '<CompositeGraphicUnit ID="7"><Content><CompositeObject ResourceID="7"/></Content></CompositeGraphicUnit>'
    reading = _read(
        '<CompositeObject ResourceID="7"/>' + _text("一、总体要求"),
        common="<PublicRes>Res.xml</PublicRes>",
        parts={"Doc_0/Res.xml": f"<Res><CompositeGraphicUnits>{unit}</CompositeGraphicUnits></Res>"},
    )

    assert ["一、总体要求"] == _paragraphs(reading)


def test_parts_that_are_used_again_and_again() -> None:
    """A template that every page draws a thousand times over is refused, and so is a text without end."""
    common = '<TemplatePage ID="1" BaseLoc="T.xml"/>'
    parts: dict[str, str | bytes] = {"Doc_0/T.xml": f"<Page>{' ' * 2**20}</Page>"}
    data = _ofd(_text("一、"), common=common, head='<Template TemplateID="1"/>' * 300, parts=parts)
    with pytest.raises(ReadError, match="use one another too often"):
        read_ofd(data, Limits(max_unpacked=2**22))
    with pytest.raises(ReadError, match="draws far too much"):
        _read(_text("字" * 200_001, deltas="5"))


def test_a_document_named_twice_is_read_once() -> None:
    """The entry of a package may name a document again."""
    twice = _ENTRY.replace("<DocBody>", "<DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody><DocBody>")
    reading = _read(_text("一、总体要求"), parts={"OFD.xml": twice})
    assert ["一、总体要求"] == _paragraphs(reading)


def test_a_package_without_a_document_is_refused() -> None:
    """The entry names a document that is not there; locations never leave the package."""
    with pytest.raises(ReadError, match="names no document"):
        read_ofd(_ofd(parts={"OFD.xml": _ENTRY.replace("Doc_0", "../../etc")}), Limits())


def test_real_hostile_files(corpora: Path) -> None:
    """A bomb is refused before it is unpacked; a flood of distances is read as what it is."""
    with pytest.raises(ReadError, match="would unpack"):
        read_ofd((corpora / "hostile" / "bomb.ofd").read_bytes(), Limits())
    assert read_ofd((corpora / "hostile" / "deltax_g.ofd").read_bytes(), Limits()).blocks
