"""Take the pictures of the HTML report that the documentation shows, from our own documents.

Needs Chromium and the extra `dev`. The pictures go to docs/pictures, in few colours so that each stays small.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from planalign.model.wording import Lang
from planalign.pipeline.comparing import compare_files
from planalign.report.html.page import render
from planalign.report.look import Look

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpora" / "jiangcheng"
PARENT, CHILD = "city-2025.docx", "linjiang-district-2025.docx"
SIZE = (1280, 860)
"""Width and height of the window."""
COLOURS = 192
PAPER_SCALE = 1.4
"""Pixels for each point of a printed page."""


class Shot(NamedTuple):
    """One picture of the page."""

    name: str
    place: str
    """What the fragment of the address says: where to go, and what to filter by."""
    scheme: Literal["light", "dark"] = "light"
    lang: Lang = Lang.ZH
    opened: str = ""
    """What to click before."""


SHOTS = (
    Shot("report-overview", ""),
    Shot("report-overview-en", "", lang=Lang.EN),
    Shot("report-gaps", "at=g-dropped"),
    Shot("report-why", "at=f-PA103-t1.c3", opened="[id='f-PA103-t1.c3'] .why"),
    Shot("report-side-by-side", "at=table"),
    Shot("report-targets", "at=targets"),
    Shot("report-filters", "status=partial&section=s2&at=findings"),
    Shot("report-overview-dark", "", scheme="dark"),
    Shot("report-side-by-side-dark", "at=table", scheme="dark"),
)
PRINTED = {"report-print-overview": 0, "report-print-gaps": 3}
"""Pages of the printed report, from 0."""


def main(arguments: list[str] | None = None) -> int:
    """Write the pictures into a folder and return 0; 1 where Chromium is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "pictures")
    folder = parser.parse_args(arguments).folder
    chromium = shutil.which("chromium")
    if chromium is None:
        print("Chromium is not installed (on Debian and Ubuntu the package chromium)", file=sys.stderr)
        return 1
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=chromium)
        reports = written(Path(place))
        for name, picture in pictures(browser, reports).items():
            save(picture, folder / f"{name}.png")
        browser.close()
    return 0


def written(folder: Path) -> dict[Lang, str]:
    """Write the report in each language and return the addresses of the files."""
    # The report names its files as they lie below the current folder.
    with contextlib.chdir(ROOT):
        found = compare_files(CORPUS / PARENT, CORPUS / CHILD)
    addresses = {}
    for lang in Lang:
        path = folder / f"report-{lang}.html"
        path.write_text(render(found, Look(lang=lang)), encoding="utf-8")
        addresses[lang] = path.as_uri()
    return addresses


def pictures(browser: Browser, reports: dict[Lang, str]) -> dict[str, Image.Image]:
    """Return the pictures of the screen and of the printed pages, by their names."""
    found = {shot.name: taken(browser, reports[shot.lang], shot) for shot in SHOTS}
    return found | printed(browser, reports[Lang.ZH])


def taken(browser: Browser, address: str, shot: Shot) -> Image.Image:
    """Return a picture of the screen."""
    width, height = SIZE
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=shot.scheme, locale="zh-CN")
    page.goto(f"{address}#{shot.place}" if shot.place else address)
    if shot.opened:
        page.click(shot.opened)
    # The ring around what has the focus belongs to the keyboard.
    page.evaluate("document.activeElement.blur()")
    # What comes into sight is laid out only then.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    picture = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return picture


def printed(browser: Browser, address: str) -> dict[str, Image.Image]:
    """Return pictures of printed pages."""
    page = browser.new_page()
    page.goto(address)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    page.close()
    return {name: document[number].render(scale=PAPER_SCALE).to_pil() for name, number in PRINTED.items()}


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture in few colours."""
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"wrote {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}")


if __name__ == "__main__":
    sys.exit(main())
