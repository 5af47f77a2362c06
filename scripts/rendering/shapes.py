"""Pieces of WordprocessingML that python-docx does not write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.text.run import Run

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
LINE = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="{font}"/>'
    '<w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
)


def text_box(red_head: str, number: str) -> Any:  # noqa: ANN401
    """Return a run with the red head and the 发文字号 in a text box, twice as Word writes it: drawing and VML."""
    lines = LINE.format(font="方正小标宋_GBK", colour="FF0000", size=72, text=escape(red_head))
    if number:
        lines += LINE.format(font="仿宋_GB2312", colour="auto", size=32, text=escape(number))
    content = f"<w:txbxContent>{lines}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="5616000" cy="1440000"/><wp:docPr id="1" name="文本框 1"/>'
        f'<a:graphic><a:graphicData uri="{SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="5616000" cy="1440000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    fallback = f'<w:pict><v:shape style="width:442pt;height:113pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    return parse_xml(
        f'<w:r {SPACES}><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def page_field(run: Run) -> None:
    """Add a PAGE field to a run."""
    for kind in ("begin", "", "separate", "text", "end"):
        if kind == "":
            child = OxmlElement("w:instrText")
            child.text = " PAGE "
        elif kind == "text":
            child = OxmlElement("w:t")
            child.text = "1"
        else:
            child = OxmlElement("w:fldChar")
            child.set(qn("w:fldCharType"), kind)
        run._r.append(child)  # noqa: SLF001


def bookmark(paragraph: Any, number: int, name: str) -> None:  # noqa: ANN401
    """Put a bookmark around the content of a paragraph."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert_element_before(start, "w:r")  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def revise(run: Run, deleted: str) -> None:
    """Turn a run into a tracked insertion that replaces some deleted words."""
    element = run._r  # noqa: SLF001
    old, new = OxmlElement("w:del"), OxmlElement("w:ins")
    for number, change in enumerate((old, new), 900):
        change.set(qn("w:id"), str(number))
        change.set(qn("w:author"), "审稿人")
        change.set(qn("w:date"), "2025-03-01T09:00:00Z")
    element.addprevious(old)
    element.addprevious(new)
    new.append(element)
    gone, words = OxmlElement("w:r"), OxmlElement("w:delText")
    words.text = deleted
    gone.append(words)
    old.append(gone)


def repeat_header(row: Any) -> None:  # noqa: ANN401
    """Let Word repeat a table row on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
