"""PDF files that are bombs, mazes or lies, written object by object."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
_FONT = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>"
_DESCENDANT = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
)
LINES = ("2025年安全生产工作要点", "一、压实责任", "（一）开展检查。每季度检查1次。")


def stream(content: bytes, head: bytes = b"", *, packed: bool = False) -> bytes:
    """Return a stream object."""
    body = zlib.compress(content, 9) if packed else content
    filters = b"/Filter /FlateDecode " if packed else b""
    return b"<< %s%s/Length %d >>\nstream\n%s\nendstream" % (head, filters, len(body), body)


def shown(lines: tuple[str, ...] = LINES) -> bytes:
    """Return what draws lines of text."""
    drawn = (f"1 0 0 1 60 {780 - 30 * at} Tm <{line.encode('utf-16-be').hex()}> Tj" for at, line in enumerate(lines))
    return f"BT /F 14 Tf {' '.join(drawn)} ET".encode()


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R", tail: bytes = b"") -> bytes:
    """Return a file of these objects and those that make a page of text; later ones take the place of earlier ones."""
    usual = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: _PAGE,
        4: stream(shown()),
        5: _FONT,
        6: _DESCENDANT,
    }
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in sorted({**usual, **objects}.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (max(places) + 1, trailer, start)
    return bytes(out) + tail


def files() -> Iterator[tuple[str, bytes]]:
    """Yield names and contents."""
    yield from _damage()
    yield from _cycles()
    yield from _bombs()
    yield from _floods()
    yield from _actions()


def _damage() -> Iterator[tuple[str, bytes]]:
    plain = pdf({})
    yield "xref-gone.pdf", plain[: plain.rindex(b"xref\n0 1")]
    yield "xref-far.pdf", plain.replace(b"startxref\n", b"startxref\n9")
    yield "xref-minus.pdf", plain.replace(b"startxref\n", b"startxref\n-")
    yield "xref-wrong.pdf", plain.replace(b" 00000 n", b" 99999 n")
    yield "xref-itself.pdf", pdf({}, b"/Root 1 0 R /Prev 15")
    yield "trailer-gone.pdf", plain.replace(b"trailer", b"trailor")
    yield "root-gone.pdf", pdf({}, b"")
    yield "root-wrong.pdf", pdf({}, b"/Root 4 0 R")
    yield "length-huge.pdf", plain.replace(b"/Length ", b"/Length 99999")
    yield "length-minus.pdf", plain.replace(b"/Length ", b"/Length -")
    yield "stream-open.pdf", plain.replace(b"endstream", b"endstraem")
    yield "head-only.pdf", b"%PDF-1.7\n"
    yield "head-late.pdf", b"\0" * 1_000 + plain
    yield "flate-damaged.pdf", pdf({4: stream(shown(), packed=True).replace(b"x\xda", b"\xff\xff")})
    yield "filter-unknown.pdf", pdf({4: stream(shown(), b"/Filter /Unknown ")})
    yield "no-pages.pdf", pdf({2: b"<< /Type /Pages /Kids [] /Count 0 >>"})
    yield "count-lies.pdf", pdf({2: b"<< /Type /Pages /Kids [3 0 R] /Count 1999 >>"})
    yield "count-minus.pdf", pdf({2: b"<< /Type /Pages /Kids [3 0 R] /Count -7 >>"})
    yield "box-none.pdf", pdf({3: _PAGE.replace(b"[0 0 595 842]", b"[]")})
    yield "box-flat.pdf", pdf({3: _PAGE.replace(b"595 842", b"0 0")})
    yield "box-huge.pdf", pdf({3: _PAGE.replace(b"595 842", b"9e9 9e9")})
    yield "box-wrong.pdf", pdf({3: _PAGE.replace(b"595 842", b"/A (b)")})
    yield (
        "password.pdf",
        pdf(
            {7: b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32)},
            b"/Root 1 0 R /Encrypt 7 0 R /ID [<00><00>]",
        ),
    )


def _cycles() -> Iterator[tuple[str, bytes]]:
    yield "pages-cycle.pdf", pdf({2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"})
    yield (
        "pages-parent.pdf",
        pdf({2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>", 3: _PAGE[:-2] + b"/Kids [2 0 R] >>"}),
    )
    yield "object-itself.pdf", pdf({4: b"4 0 R"})
    yield "length-itself.pdf", pdf({4: b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"})
    yield "font-itself.pdf", pdf({5: b"<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] >>"})
    yield "unicode-itself.pdf", pdf({5: _FONT[:-2] + b"/ToUnicode 5 0 R >>"})
    deep = {10 + n: b"[%d 0 R]" % (11 + n) for n in range(20_000)}
    yield "arrays-deep.pdf", pdf({**deep, 4: b"10 0 R"})
    yield "brackets-deep.pdf", pdf({7: b"[" * 100_000 + b"]" * 100_000})
    yield "dicts-deep.pdf", pdf({7: b"<< /A " * 50_000 + b"1" + b">>" * 50_000})
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> "
    page = _PAGE.replace(b"/Font <<", b"/XObject << /X 10 0 R >> /Font <<")
    yield (
        "forms-cycle.pdf",
        pdf({3: page, 4: stream(b"/X Do"), 10: stream(b"/X Do", form % 11), 11: stream(b"/X Do", form % 10)}),
    )
    many = {10 + n: stream(b"/X Do " * 12, form % (11 + n)) for n in range(12)}
    yield "forms-doubling.pdf", pdf({3: page, 4: stream(b"/X Do"), **many})


def _bombs() -> Iterator[tuple[str, bytes]]:
    zeros = bytes(2**20)
    big = zlib.compressobj(9)
    packed = b"".join(big.compress(zeros) for _ in range(400)) + big.flush()
    yield (
        "flate-400m.pdf",
        pdf({4: b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)}),
    )
    twice = zlib.compress(packed, 9)
    yield (
        "flate-twice.pdf",
        pdf({4: b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream" % (len(twice), twice)}),
    )
    runs = b"\x81 " * 500_000 + b"\x80"
    yield "run-length.pdf", pdf({4: stream(runs, b"/Filter /RunLengthDecode ")})
    yield "hex-odd.pdf", pdf({4: stream(b"4" * 999_999, b"/Filter /ASCIIHexDecode ")})
    yield "ascii85.pdf", pdf({4: stream(b"z" * 5_000_000 + b"~>", b"/Filter /ASCII85Decode ")})
    image = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray "
    page = _PAGE.replace(b"/Font <<", b"/XObject << /X 10 0 R >> /Font <<")
    yield "image-huge.pdf", pdf({3: page, 4: stream(b"595 0 0 842 0 0 cm /X Do"), 10: stream(bytes(1_000), image)})
    yield "objects-many.pdf", pdf({100 + n: b"null" for n in range(60_000)})
    yield "pages-3000.pdf", pdf({2: b"<< /Type /Pages /Kids [%s] /Count 3000 >>" % (b"3 0 R " * 3_000)})


def _floods() -> Iterator[tuple[str, bytes]]:
    page = b"%s " * 1
    letters = b"BT /F 9 Tf " + b"1 0 0 1 60 700 Tm <4E00> Tj " * 20_000 + b"ET"
    yield "letters-many.pdf", pdf({4: stream(letters, packed=True)})
    yield "letters-far.pdf", pdf({4: stream(b"BT /F 9 Tf 1 0 0 1 1e30 -1e30 Tm <4E00> Tj ET" + page % shown())})
    yield "letters-flat.pdf", pdf({4: stream(b"BT /F 0 Tf 0 0 0 0 60 700 Tm <4E004E8C> Tj ET")})
    rules = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S " % (n, n, n, n) for n in range(0, 590, 2))
    yield "grid-dense.pdf", pdf({4: stream(shown() + rules)})
    lines = b"".join(b"%d %d m %d %d l S " % (n % 595, n % 842, n * 7 % 595, n * 5 % 842) for n in range(15_000))
    yield "lines-many.pdf", pdf({4: stream(shown() + lines, packed=True)})
    yield "lines-only.pdf", pdf({4: stream(lines, packed=True)})
    boxes = b"".join(b"%d %d 3 3 re S " % (n % 200 * 3, n // 200 * 3 % 840) for n in range(5_000))
    yield "boxes-many.pdf", pdf({4: stream(shown() + boxes, packed=True)})
    yield "saves-open.pdf", pdf({4: stream(b"q " * 200_000 + shown())})
    yield "restores.pdf", pdf({4: stream(b"Q " * 200_000 + shown())})
    yield "numbers-long.pdf", pdf({4: stream(shown() + b" " + b"9" * 1_000_000 + b" w")})
    yield "string-open.pdf", pdf({4: stream(b"BT /F 9 Tf (" + b"(" * 100_000)})


def _actions() -> Iterator[tuple[str, bytes]]:
    """Yield files that ask a viewer to do something."""
    asked = {
        "script": b"/S /JavaScript /JS (app.alert(1))",
        "launch": b"/S /Launch /F (/bin/true)",
        "open": b"/S /GoToR /F (file:///etc/hostname)",
        "fetch": b"/S /URI /URI (http://127.0.0.1:9/)",
        "submit": b"/S /SubmitForm /F (http://127.0.0.1:9/)",
    }
    for name, action in asked.items():
        yield f"asks-{name}.pdf", pdf({1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction << %s >> >>" % action})
    outside = b"<< /Length 0 /F (/etc/hostname) /FFilter [] >>\nstream\n\nendstream"
    yield "stream-outside.pdf", pdf({4: outside})
    yield "cmap-outside.pdf", pdf({5: _FONT.replace(b"/UniGB-UCS2-H", b"/..#2F..#2F..#2Fetc#2Fhostname")})
