"""DOCX files that are bombs, mazes or lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.packages import MEBIBYTE, flagged, lying_about_size, method, package

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
PLAN = "".join(
    f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    for text in ("2025年安全生产工作要点", "一、压实责任", "（一）开展检查。每季度检查1次。")
)


def relations(*found: tuple[str, str], mode: str = "") -> str:
    """Return a part of relationships, each of a type and a target."""
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(found)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


_ROOT = relations(("officeDocument", "word/document.xml"))


def document(body: str, prolog: str = "") -> str:
    """Return the main part around a body."""
    return f'{prolog}<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}"><w:body>{body}</w:body></w:document>'


def docx(body: str, prolog: str = "", **more: str) -> bytes:
    """Return a DOCX file; further parts of word/ by name, numbering="…" and so on."""
    related = relations(*((name, f"{name}.xml") for name in more))
    parts = {f"word/{name}.xml": content for name, content in more.items()}
    members = {"[Content_Types].xml": _TYPES, "_rels/.rels": _ROOT, "word/document.xml": document(body, prolog)}
    return package({**members, "word/_rels/document.xml.rels": related, **parts})


def files() -> Iterator[tuple[str, bytes]]:
    """Yield names and contents."""
    yield from _bombs()
    yield from _mazes()
    yield from _tables()
    yield from _relations()
    yield from _packages()
    yield from _odd_text()


def _bombs() -> Iterator[tuple[str, bytes]]:
    plain = docx(PLAN)
    yield "bomb-entry.docx", docx(f"<w:p><w:r><w:t>{'一' * (30 * MEBIBYTE)}</w:t></w:r></w:p>")
    yield "bomb-paragraphs.docx", docx("<w:p/>" * 6_000_000)
    yield "bomb-runs.docx", docx(f"<w:p>{'<w:r><w:t>办</w:t></w:r>' * 500_000}</w:p>")
    yield "bomb-aside.docx", docx(PLAN, styles=f"<x>{' ' * (60 * MEBIBYTE)}</x>")
    yield (
        "bomb-sum.docx",
        package(
            {f"word/media/{n}.bin": bytes(50 * MEBIBYTE) for n in range(5)} | {"word/document.xml": document(PLAN)}
        ),
    )
    yield "lie-small.docx", lying_about_size(docx(PLAN * 50_000), "word/document.xml", 100)
    yield "lie-large.docx", lying_about_size(plain, "word/document.xml", 2**31)
    yield "many-members.docx", package({f"word/{n}.xml": "<x/>" for n in range(5_000)})
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield "laughs.docx", docx("<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>')
    outside = '<!DOCTYPE x [<!ENTITY o SYSTEM "file:///etc/hostname">]>'
    yield "outside.docx", docx("<w:p><w:r><w:t>&o;</w:t></w:r></w:p>", outside)
    yield "outside-utf16.docx", package({"word/document.xml": document("<w:p/>", outside).encode("utf-16")})


def _mazes() -> Iterator[tuple[str, bytes]]:
    for depth in (200, 1_000, 50_000):
        yield (
            f"deep-boxes-{depth}.docx",
            docx("<w:sdt><w:sdtContent>" * depth + PLAN + "</w:sdtContent></w:sdt>" * depth),
        )
    based = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(5_000))
    yield "styles-long.docx", docx(_styled(PLAN, "s0"), styles=f'<w:styles xmlns:w="{_W}">{based}</w:styles>')
    cycle = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    yield "styles-cycle.docx", docx(_styled(PLAN, "a"), styles=f'<w:styles xmlns:w="{_W}">{cycle}</w:styles>')
    yield "numbers-huge.docx", docx(_numbered(), numbering=_numbering("9" * 400, "%1、"))
    yield "numbers-text.docx", docx(_numbered(), numbering=_numbering("1", "%1" * 5_000))
    yield "numbers-wrong.docx", docx(_numbered(), numbering=_numbering("many", "%0%99%x"))
    yield (
        "numbers-level.docx",
        docx(_numbered().replace('w:ilvl w:val="0"', 'w:ilvl w:val="-70"'), numbering=_numbering("1", "%1、")),
    )
    yield "fields-open.docx", docx('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 5_000 + PLAN)
    yield "fields-closed.docx", docx('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' * 5_000 + PLAN)
    yield (
        "changes-deep.docx",
        docx("<w:p>" + "<w:ins>" * 240 + "<w:r><w:t>甲</w:t></w:r>" + "</w:ins>" * 240 + "</w:p>"),
    )


def _tables() -> Iterator[tuple[str, bytes]]:
    cell = "<w:tc><w:p><w:r><w:t>区应急局</w:t></w:r></w:p></w:tc>"
    for depth in (60, 1_000):
        yield (
            f"tables-deep-{depth}.docx",
            docx("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth),
        )
    yield "rows-many.docx", docx(f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * 300_000}</w:tbl>")
    yield "rows-million.docx", docx(f"<w:tbl>{'<w:tr><w:tc/></w:tr>' * 1_000_000}</w:tbl>")
    yield "cells-many.docx", docx(f"<w:tbl><w:tr>{cell * 100_000}</w:tr></w:tbl>")
    yield "tables-many.docx", docx(f"<w:tbl><w:tr>{cell * 2}</w:tr></w:tbl>" * 30_000)
    for span in ("300000000", "-5", "1e9", "９", ""):
        wide = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p/></w:tc>'
        yield f"span-{span or 'none'}.docx", docx(f"{PLAN}<w:tbl><w:tr>{wide}</w:tr><w:tr>{cell}</w:tr></w:tbl>")
    merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    yield "merge-nothing.docx", docx(f"{PLAN}<w:tbl>{f'<w:tr>{merged}</w:tr>' * 1_000}</w:tbl>")
    yield (
        "grid-before.docx",
        docx(f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr>{cell}</w:tr></w:tbl>'),
    )


def _relations() -> Iterator[tuple[str, bytes]]:
    parts = {"[Content_Types].xml": _TYPES, "word/document.xml": document(PLAN)}
    targets = {
        "null": "NULL",
        "none": "",
        "up": "../../../../../../etc/hostname",
        "root": "/etc/hostname",
        "self": "document.xml",
        "self-rels": "_rels/document.xml.rels",
        "net": "http://127.0.0.1:9/styles.xml",
        "share": "\\\\127.0.0.1\\share\\x.dotm",
    }
    for name, target in targets.items():
        beside = relations(("styles", target), ("numbering", target), ("header", target), ("image", target))
        yield f"leads-{name}.docx", package({**parts, "_rels/.rels": _ROOT, "word/_rels/document.xml.rels": beside})
    template = relations(("attachedTemplate", "file:///nowhere/x.dotm"), mode=' TargetMode="External"')
    yield "template.docx", package({**parts, "_rels/.rels": _ROOT, "word/_rels/settings.xml.rels": template})
    yield "no-rels.docx", package(parts)
    yield "no-main.docx", package({"[Content_Types].xml": _TYPES, "word/styles.xml": "<x/>"})
    yield "rels-damaged.docx", package({**parts, "_rels/.rels": "<Relationships", "word/_rels/document.xml.rels": "\0"})


def _packages() -> Iterator[tuple[str, bytes]]:
    plain = docx(PLAN)
    yield "encrypted-member.docx", flagged(plain, 1)
    yield "unknown-method.docx", method(plain, 99)
    yield "climbs.docx", package({"../../evil.txt": "x", "/etc/evil": "x", "word/document.xml": document(PLAN)})
    yield "twice.docx", package({"word/document.xml": document(PLAN), "WORD/document.xml": document("<w:p/>")})
    yield "macros.docx", package({"word/document.xml": document(PLAN), "word/vbaProject.bin": bytes(1_000)})
    yield "embeds.docx", package({"word/document.xml": document(PLAN), "word/embeddings/inner.docx": plain})
    yield "workbook-as.docx", package({"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": _TYPES})
    yield "slides-as.docx", package({"ppt/presentation.xml": "<x/>", "[Content_Types].xml": _TYPES})
    yield "zip-as.docx", package({"readme.txt": "x"})
    yield "nothing-in.docx", b"PK\x05\x06" + bytes(18)
    yield "prepended.docx", b"#!/bin/sh\nexit\n" + plain
    yield "appended.docx", plain + bytes(100_000)
    yield (
        "utf16.docx",
        package({"word/document.xml": document(PLAN, '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")}),
    )
    yield (
        "false-encoding.docx",
        package({"word/document.xml": document(PLAN, '<?xml version="1.0" encoding="x-none"?>')}),
    )


def _odd_text() -> Iterator[tuple[str, bytes]]:
    texts = {
        "bidi": "一、\u202e任务\u202c\u2066甲\u2069",
        "zero-width": "一\u200b、\ufeff任\u200d务",
        "private": "\ue000\uf8ff一、任务",
        "combining": "一、" + "任\u0301" * 50_000,
        "emoji": "一、🏮" * 1_000,
        "markup": "[link=file:///etc/hostname]一、[/b]任务",
        "formula": "=cmd|' /C calc'!A0",
        "long": "一、" + "甲" * 3_400_000,
        "numbers": "一、" * 100_000,
        "marks": "。" * 500_000,
        "brackets": "（" * 200_000,
        "quotes": "“《" * 100_000,
        "digits": "9" * 300_000 + "%",
        "units": "（责任单位：" + "区应急局、" * 60_000 + "）",
        "spaces": "一、" + " " * 500_000 + "甲",
    }
    for name, text in texts.items():
        yield f"text-{name}.docx", docx(f"{PLAN}<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    yield "control.docx", docx(f"{PLAN}<w:p><w:r><w:t>&#x1b;[2J</w:t></w:r></w:p>")


def _styled(body: str, style: str) -> str:
    return body.replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>')


def _numbered() -> str:
    numbers = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return PLAN.replace("<w:p>", numbers) * 3


def _numbering(start: str, text: str) -> str:
    signs = f'<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="{text}"/>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/>{signs}</w:lvl>'
    return (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
