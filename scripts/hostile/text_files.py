"""Texts, web pages, Markdown and RTF that are mazes or lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = "2025年安全生产工作要点\n一、压实责任\n（一）开展检查。每季度检查1次。\n"


def files() -> Iterator[tuple[str, bytes]]:
    """Yield names and contents."""
    yield from _texts()
    yield from _encodings()
    yield from _pages()
    yield from _markdown()
    yield from _rich_text()


def _texts() -> Iterator[tuple[str, bytes]]:
    texts = {
        "paragraph-10m": PLAN + "甲" * 3_400_000,
        "items-10000": PLAN + "".join(f"{n}.开展检查{n}。\n" for n in range(10_000)),
        "sections-4000": "".join(f"第{n}条 一、压实责任\n" for n in range(4_000)),
        "lines-empty": "\n" * 500_000 + PLAN,
        "numbers-only": "1.\n" * 5_000,
        "deep-numbers": ".".join("1" * 50_000) + "甲",
        "stops": "。；" * 500_000,
        "brackets-open": "（" * 50_000 + PLAN,
        "brackets-nested": "（" * 5_000 + "甲" + "）" * 5_000,
        "quotes-open": "《" * 300_000,
        "dates": "2025年3月5日" * 50_000,
        "numbers": "〔2025〕1号" * 5_000,
        "units": "（责任单位：" + "、".join("区应急局" for _ in range(50_000)) + "）",
        "percent": "达到99.9%以上，" * 5_000,
        "digits": "1" * 500_000 + "个",
        "chinese-digits": "一百" * 200_000,
        "spaces": " " * 500_000 + "甲",
        "annexes": "附件\n" * 5_000,
        "colons": "责任单位：" * 20_000,
        "digits-years": "2025年" * 100_000,
        "one-line": (PLAN * 20_000).replace("\n", ""),
        "bidi": "\u202e" * 10_000 + PLAN,
        "controls": PLAN + "\x1b]0;title\x07\x1b[2J\x9b31m",
        "joined": "\u200d" * 50_000 + PLAN,
        "tabs": "序号\t名称\t目标\n" + "1\t甲\t乙\n" * 3_000,
        "lists": "一是检查；" * 50_000,
    }
    for name, text in texts.items():
        yield f"{name}.txt", text.encode()


def _encodings() -> Iterator[tuple[str, bytes]]:
    yield "nul.txt", PLAN.encode().replace(b"\n", b"\0\n\0")
    yield "mixed.txt", PLAN.encode() + PLAN.encode("gb18030") + PLAN.encode("utf-16")
    yield "mixed-half.txt", PLAN.encode("gb18030") + PLAN.encode()
    yield "utf16-odd.txt", PLAN.encode("utf-16") + b"\0"
    yield "utf16-alone.txt", b"\xff\xfe" + b"\x00\xd8" * 1_000
    yield "utf8-cut.txt", PLAN.encode()[:-2]
    yield "utf7.txt", PLAN.encode("utf-7")
    yield "utf32.txt", PLAN.encode("utf-32")
    yield "big5.txt", "工作要點\n一、壓實責任\n".encode("big5")
    yield "random.txt", bytes(n * n * 31 % 251 for n in range(100_000))
    yield "blanks.txt", b" \t\r\n" * 10_000
    yield "marks-only.txt", b"\xef\xbb\xbf"
    yield "executable.txt", b"\x7fELF" + bytes(10_000)


def _pages() -> Iterator[tuple[str, bytes]]:
    body = "".join(f"<p>{line}</p>" for line in PLAN.splitlines())
    pages = {
        "deep": "<div>" * 100_000 + body,
        "tables-deep": "<table><tr><td>" * 2_000 + body,
        "open": "<p" + body,
        "attributes": f"<p {' '.join(f'a{n}=1' for n in range(10_000))}>{body}",
        "comments": "<!--" * 50_000 + body,
        "entities": "&#xD800;&#0;&#x110000;&nbsp" * 20_000 + body,
        "spans": "<span>甲</span>" * 20_000 + body,
        "cells": f"<table><tr>{'<td>甲</td>' * 100_000}</tr></table>" + body,
        "rows": f"<table>{'<tr><td>甲<td>乙</tr>' * 30_000}</table>",
        "span-huge": "<table><tr><td colspan=999999999 rowspan=999999999>甲</td></tr><tr><td>乙</table>" + body,
        "span-minus": "<table><tr><td colspan=-1 rowspan=x>甲</td></tr></table>" + body,
        "doctype": "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;" + body,
        "outside": '<object data="file:///etc/hostname"></object><iframe src="http://127.0.0.1:9/"></iframe>'
        '<link rel=import href="http://127.0.0.1:9/"><img src="http://127.0.0.1:9/x.png">'
        '<!--#include file="/etc/hostname"-->' + body,
        "refresh": '<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">' + body,
        "charset": '<meta charset="x-none">' + body,
        "script": "<script>document.write('x')</script>" * 10_000 + body,
        "lists": "<ul><li>" * 5_000 + body,
        "fonts": "<b><i><font>" * 20_000 + body,
        "closing": "</div></table></p>" * 100_000 + body,
        "selects": "<select>" + "<option>甲" * 100_000 + "</select>" + body,
        "titles": f"<title>{'甲' * 1_000_000}</title>" + body,
        "frames": '<frameset><frame src="file:///etc/hostname"></frameset>',
        "data": f'<img src="data:image/png;base64,{"A" * 3_000_000}">' + body,
        "nul": "\0".join(body),
    }
    for name, page in pages.items():
        yield f"page-{name}.html", f"<html><body>{page}</body></html>".encode()


def _markdown() -> Iterator[tuple[str, bytes]]:
    texts = {
        "quotes-deep": "> " * 5_000 + "甲",
        "lists-deep": "".join("  " * n + "- 甲\n" for n in range(500)),
        "brackets": "[" * 10_000,
        "links": "[甲](" * 2_000,
        "stars": "*a_ " * 10_000,
        "ticks": "`" * 100_000 + "甲",
        "table": "|甲|乙|\n|-|-|\n" + "|1|2|\n" * 5_000,
        "table-wide": "|" + "甲|" * 20_000 + "\n|" + "-|" * 20_000 + "\n",
        "headings": "# 甲\n" * 5_000,
        "html": "<div>" * 50_000,
        "references": "".join(f"[{n}]: x\n" for n in range(3_000)) + "[1]" * 3_000,
        "outside": "![x](file:///etc/hostname)\n<!--#include file=x-->",
        "fences": "```\n" * 5_000,
        "entities": "&amp;" * 10_000,
        "breaks": "甲  \n" * 10_000,
    }
    for name, text in texts.items():
        yield f"mark-{name}.md", f"# 工作要点\n\n- 一、压实责任\n\n{text}".encode()


def _rich_text() -> Iterator[tuple[str, bytes]]:
    yield "groups-deep.rtf", b"{\\rtf1" + b"{" * 200_000
    yield "number-huge.rtf", b"{\\rtf1\\u" + b"9" * 100_000 + b" x}"
    yield "binary.rtf", b"{\\rtf1\\bin999999999 x}"
    yield (
        "object.rtf",
        b"{\\rtf1{\\object\\objautlink{\\*\\objdata 0105}}{\\field{\\*\\fldinst INCLUDETEXT file:///etc/hostname}}}",
    )
    yield "head-only.rtf", b"{\\rtf"
