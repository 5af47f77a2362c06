"""Pages out of an OFD package, in the same form as those of a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.model.block import Location, SkipKind, Skipped
from planalign.model.sentence import english
from planalign.readers.ofd_objects import Sketch, unit_space
from planalign.readers.ofd_package import Parts, child, children, local, text_of
from planalign.readers.ofd_values import box
from planalign.readers.page import Page
from planalign.readers.page_rules import Drawn, rules
from planalign.readers.page_turn import Turn, main_angle, upright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planalign.config import Limits
    from planalign.readers.markup import Element
    from planalign.readers.page import Box

_POINTS = 72 / 25.4
_A4: Box = (0.0, 0.0, 210.0, 297.0)
_MAX_GLYPHS = 2_000_000
_MAX_MARKS = 4_000_000
_HINT = english("fetch it again, or open it in an OFD program and save it as PDF")


@dataclass(slots=True)
class Loaded:
    """The pages of a file, and what could not be loaded."""

    pages: list[Page] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    glyphs: int = 0
    marks: int = 0

    def take(self, sketch: Sketch) -> None:
        """Count what a page draws.

        Raises ReadError where all pages together draw too much.
        """
        self.glyphs += len(sketch.glyphs)
        self.marks += sketch.marks
        hint = english("split it and read the part with the plan")
        if self.glyphs > _MAX_GLYPHS:
            raise ReadError(english("this OFD has more than {most} characters", most=_MAX_GLYPHS), hint=hint)
        if self.marks > _MAX_MARKS:
            raise ReadError(english("this OFD draws far too much"), hint=hint)

    def skip(self, page: int, reason: str) -> None:
        """Note that a page, or a part of it, was not read."""
        self.skipped.append(Skipped(location=Location(page=page), reason=reason, kind=SkipKind.UNREAD))


@dataclass(slots=True)
class _Body:
    """One document of a package: where it lies, its usual page, its templates and composites by their ids."""

    parts: Parts
    name: str
    root: Element
    area: Box
    templates: dict[str, str]
    units: dict[str, Element]


def load_pages(parts: Parts, limits: Limits) -> Loaded:
    """Return the pages of all documents in a package, with templates drawn on them.

    Raises ReadError where the package is no OFD, or is too long.
    """
    loaded = Loaded()
    for body in _bodies(parts):
        places = list(children(child(body.root, "Pages"), "Page"))
        if len(loaded.pages) + len(places) > limits.max_pages:
            what = english("this OFD has {pages} pages, more than {most}", pages=len(places), most=limits.max_pages)
            raise ReadError(what, hint=english("split it and read the part with the plan"))
        for place in places:
            _load(body, place.get("BaseLoc"), loaded, limits)
    return loaded


def _bodies(parts: Parts) -> Iterator[_Body]:
    entry = parts.find("", "OFD.xml")
    roots = [text_of(body, "DocRoot") for body in children(parts.xml(entry), "DocBody")] if entry else []
    names = dict.fromkeys(name for root in roots if (name := parts.find(entry or "", root)))
    if not names:
        raise ReadError(english("this OFD is damaged: it names no document that is there"), hint=_HINT)
    for name in names:
        root = parts.xml(name)
        common = child(root, "CommonData")
        area = box(text_of(common, "PageArea", "PhysicalBox")) or _A4
        templates = {
            (item.get("ID") or "").strip(): found
            for item in children(common, "TemplatePage")
            if (found := parts.find(name, item.get("BaseLoc")))
        }
        yield _Body(parts, name, root, area, templates, _units(parts, name, common))


def _units(parts: Parts, base: str, holder: Element | None) -> dict[str, Element]:
    """Return the composites that the resources of a document or page define, by their ids."""
    found: dict[str, Element] = {}
    for item in holder if holder is not None else ():
        name = parts.find(base, item.text) if local(item) in {"PublicRes", "DocumentRes", "PageRes"} else None
        if name is not None:
            units = child(parts.xml(name), "CompositeGraphicUnits")
            found.update({(unit.get("ID") or "").strip(): unit for unit in children(units, "CompositeGraphicUnit")})
    return found


def _load(body: _Body, location: str | None, loaded: Loaded, limits: Limits) -> None:
    number = len(loaded.pages) + 1
    name = body.parts.find(body.name, location)
    if name is None:
        loaded.skip(number, english("page {page} is missing from the file", page=number))
        loaded.pages.append(Page(number, 0.0, 0.0, blank=True))
        return
    root = body.parts.xml(name)
    area = box(text_of(root, "Area", "PhysicalBox")) or body.area
    sketch = _sketch(body, name, root, area)
    if name in body.parts.broken:
        loaded.skip(number, english("page {page} is damaged: a part of it may be missing", page=number))
    loaded.take(sketch)
    loaded.pages.append(_page(number, area, sketch, limits))


def _sketch(body: _Body, name: str, root: Element, area: Box) -> Sketch:
    units = {**body.units, **_units(body.parts, name, root)}
    space = unit_space(area[3], _POINTS)
    sketch = Sketch()
    below = [body.templates.get((item.get("TemplateID") or "").strip()) for item in children(root, "Template")]
    for holder in (*(body.parts.xml(template) for template in below if template), root):
        content = child(holder, "Content")
        if content is not None:
            sketch.draw(content, units, space)
    return sketch


def _page(number: int, area: Box, sketch: Sketch, limits: Limits) -> Page:
    frame = (0.0, 0.0, area[2] * _POINTS, area[3] * _POINTS)
    turn = Turn(frame, main_angle(sketch.glyphs, 0))
    page = upright(number, sketch.glyphs, turn, _drawn(sketch, turn, limits))
    return replace(page, stray="\n".join(text for text in (page.stray, *sketch.hidden) if text.strip()))


def _drawn(sketch: Sketch, turn: Turn, limits: Limits) -> Drawn:
    drawn = Drawn(blank=not (sketch.outlines or sketch.pictures))
    for outline in sketch.outlines:
        drawn.found.extend(rules([turn.point(x, y) for x, y in outline.points], stroked=outline.stroked))
        if len(drawn.found) > limits.max_edges * 20:
            drawn.crowded = True
            break
    area = max(turn.width * turn.height, 1.0)
    for (ax, ay), (bx, by) in sketch.pictures:
        drawn.image_share = max(drawn.image_share, min(abs(ax - bx) * abs(ay - by) / area, 1.0))
    return drawn
