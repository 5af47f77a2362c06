"""ODT, OFD, DOC and image files that are bombs, mazes or lies."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from hostile.packages import MEBIBYTE, package

if TYPE_CHECKING:
    from collections.abc import Iterator

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "draw"))
_TEXT = (
    "<text:p>2025年安全生产工作要点</text:p><text:h>一、压实责任</text:h>"
    "<text:p>（一）开展检查。每季度检查1次。</text:p>"
)
_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def files() -> Iterator[tuple[str, bytes]]:
    """Yield names and contents."""
    yield from _open_documents()
    yield from _fixed_layouts()
    yield from _compound_files()
    yield from _images()


def odt(body: str, prolog: str = "", **more: str) -> bytes:
    """Return an OpenDocument text."""
    content = (
        f"{prolog}<office:document-content {_SPACES}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return package(members | {f"{name}.xml": part for name, part in more.items()}, stored=("mimetype",))


def ofd(page: str, **more: str) -> bytes:
    """Return an OFD file of one page with this content; further parts of Doc_0 by name."""
    text = (
        '<ofd:TextObject ID="9" Boundary="20 20 100 10" Font="3" Size="5">'
        '<ofd:TextCode X="0" Y="5">一、压实责任</ofd:TextCode></ofd:TextObject>'
    )
    parts = {
        "OFD.xml": f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
        '<ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/PublicRes.xml": f"<ofd:Res {_OFD}/>",
        "Doc_0/Page.xml": f'<ofd:Page {_OFD}><ofd:Content><ofd:Layer ID="2">{text}{page}</ofd:Layer>'
        "</ofd:Content></ofd:Page>",
    }
    return package(parts | {f"Doc_0/{name}.xml": part for name, part in more.items()})


def _open_documents() -> Iterator[tuple[str, bytes]]:
    for depth in (200, 1_000, 20_000):
        yield f"sections-{depth}.odt", odt("<text:section>" * depth + _TEXT + "</text:section>" * depth)
    for count in ("999999999", "-1", "x"):
        cell = f'<table:table-cell table:number-columns-repeated="{count}"/>'
        row = f'<table:table-row table:number-rows-repeated="{count}">{cell}</table:table-row>'
        yield f"repeats-{count}.odt", odt(f"{_TEXT}<table:table>{row}</table:table>")
        yield f"spaces-{count}.odt", odt(f'{_TEXT}<text:p>甲<text:s text:c="{count}"/>乙</text:p>')
    yield "bomb.odt", odt(_TEXT, styles=f"<x>{' ' * (70 * MEBIBYTE)}</x>")
    yield "outside.odt", odt("<text:p>&o;</text:p>", '<!DOCTYPE x [<!ENTITY o SYSTEM "file:///etc/hostname">]>')
    yield "linked.odt", odt('<text:section><text:section-source href="file:///etc/hostname"/></text:section>' + _TEXT)
    yield "paragraphs.odt", odt("<text:p>甲</text:p>" * 500_000)
    yield "lists-deep.odt", odt("<text:list><text:list-item>" * 120 + _TEXT + "</text:list-item></text:list>" * 120)
    yield "content-cut.odt", odt(_TEXT[:-20])
    cycle = "".join(f'<style:style style:name="{a}" style:parent-style-name="{b}"/>' for a, b in ("ab", "ba"))
    yield (
        "styles-cycle.odt",
        odt(
            _TEXT,
            styles=f"<office:document-styles {_SPACES}><office:styles>{cycle}</office:styles></office:document-styles>",
        ),
    )
    yield (
        "sheet-as.odt",
        package(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, stored=("mimetype",)
        ),
    )


def _fixed_layouts() -> Iterator[tuple[str, bytes]]:
    run = (
        '<ofd:TextObject Boundary="20 20 100 10" Font="3" Size="5">'
        '<ofd:TextCode X="0" Y="5" DeltaX="{}">{}</ofd:TextCode></ofd:TextObject>'
    )
    yield "delta-huge.ofd", ofd(run.format("g 2000000000 3.5", "甲乙"))
    yield "delta-nested.ofd", ofd(run.format("g 9 g 9 g 9 3", "甲" * 1_000))
    yield "delta-wrong.ofd", ofd(run.format("g x y", "甲乙"))
    yield "delta-nan.ofd", ofd(run.format("nan inf 1e999", "甲乙丙"))
    yield "letters.ofd", ofd(run.format("3", "甲" * 2_000_000))
    yield "runs.ofd", ofd(run.format("3", "甲") * 10_000)
    yield (
        "page-itself.ofd",
        ofd('<ofd:PageBlock><ofd:CompositeObject ID="5" ResourceID="5" Boundary="0 0 9 9"/></ofd:PageBlock>'),
    )
    unit = (
        '<ofd:CompositeGraphicUnit ID="{}" Width="9" Height="9"><ofd:Content>{}</ofd:Content>'
        "</ofd:CompositeGraphicUnit>"
    )
    use = '<ofd:CompositeObject ID="{}" ResourceID="{}" Boundary="0 0 9 9"/>'
    cycle = "".join(unit.format(a, use.format(50 + a, b)) for a, b in ((5, 6), (6, 5)))
    yield "composites-cycle.ofd", ofd(use.format(9, 5), PublicRes=_units(cycle))
    doubling = "".join(unit.format(n, use.format(50 + n, n + 1) * 10) for n in range(5, 20))
    yield "composites-doubling.ofd", ofd(use.format(9, 5), PublicRes=_units(doubling))
    yield (
        "composites-many.ofd",
        ofd(use.format(9, 5) * 1_000, PublicRes=_units(unit.format(5, run.format("3", "甲" * 100)))),
    )
    path = f"<ofd:AbbreviatedData>{'M 0 0 L 9 9 ' * 50_000}</ofd:AbbreviatedData>"
    yield "path-long.ofd", ofd(f'<ofd:PathObject Boundary="0 0 200 200">{path}</ofd:PathObject>')
    for name, target in {
        "up": "../../../etc/hostname",
        "root": "/etc/hostname",
        "net": "http://127.0.0.1:9/x.xml",
    }.items():
        outside = f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>{target}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        yield f"leads-{name}.ofd", package({"OFD.xml": outside})
    yield (
        "outside.ofd",
        package({"OFD.xml": f'<!DOCTYPE x [<!ENTITY o SYSTEM "file:///etc/hostname">]><ofd:OFD {_OFD}>&o;</ofd:OFD>'}),
    )
    yield "deep.ofd", ofd("<ofd:PageBlock>" * 5_000)
    yield "sign-only.ofd", package({"OFD.xml": "<x/>", "Doc_0/Signs/Sign_0/SignedValue.dat": bytes(100)})


def _units(content: str) -> str:
    return f"<ofd:Res {_OFD}><ofd:CompositeGraphicUnits>{content}</ofd:CompositeGraphicUnits></ofd:Res>"


def _compound_files() -> Iterator[tuple[str, bytes]]:
    """Yield OLE files whose tables of sectors lead in circles or nowhere ([MS-CFB] 2.2)."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    name = "WordDocument".encode("utf-16-le")
    entry = name + bytes(64 - len(name)) + struct.pack("<HBB", len(name) + 2, 2, 1) + bytes(60)
    body = bytes(head) + struct.pack("<128I", *([1] * 128)) + entry * 4
    yield "sectors-cycle.doc", body
    yield "sectors-none.doc", body[:512]
    for place, value in (
        (30, 0x7F),
        (30, 0),
        (32, 0xFF),
        (44, 0xFFFFFFF0),
        (48, 0x7FFFFFFF),
        (60, 5),
        (68, 0),
        (72, 0xFFFFFF),
    ):
        changed = bytearray(body)
        struct.pack_into("<I" if place >= 44 else "<H", changed, place, value)
        yield f"header-{place}-{value}.doc", bytes(changed)
    yield "word-named.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + name * 100
    yield "encrypted.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 100
    yield "text-as.doc", "一、压实责任\n".encode("gb18030")
    yield "page-as.doc", "<html><body><p>一、压实责任</p></body></html>".encode()


def _images() -> Iterator[tuple[str, bytes]]:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    def png(width: int, height: int, rows: bytes = bytes(100), *more: bytes) -> bytes:
        start = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + start + b"".join(more) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

    yield "wide.png", png(2**31 - 1, 2**31 - 1)
    yield "large.png", png(50_000, 50_000)
    yield "short.png", png(200, 200)
    yield "flat.png", png(0, 0)
    yield "narrow.png", png(1, 60_000, bytes(120_000))
    yield "text-bomb.png", png(9, 9, bytes(90), chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(200 * MEBIBYTE), 9)))
    yield "profile-bomb.png", png(9, 9, bytes(90), chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(100 * MEBIBYTE), 9)))
    yield "head-only.png", b"\x89PNG\r\n\x1a\n"
    yield "head-only.jpg", b"\xff\xd8\xff\xe0"
    yield "size-lies.jpg", b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + bytes(20)
    yield "pages-cycle.tif", b"II*\0\x08\0\0\0" + b"\0\0\x08\0\0\0"
    yield "tags-many.tif", b"II*\0\x08\0\0\0\xff\xff" + bytes(12) * 100
    yield (
        "huge.bmp",
        b"BM" + struct.pack("<IIIIiiHHIIiiII", 100, 0, 54, 40, 2**31 - 1, 2**31 - 1, 1, 24, 0, 0, 0, 0, 0, 0),
    )
    yield "negative.bmp", b"BM" + struct.pack("<IIIIiiHHIIiiII", 100, 0, 54, 40, -5, -5, 1, 24, 0, 0, 0, 0, 0, 0)
    yield "head-only.webp", b"RIFF\xff\xff\xff\x7fWEBPVP8 "
    yield "moving.gif", b"GIF89a" + bytes(100)
