"""A real browser for tests of pages: Debian's Chromium, driven by Playwright, and what a page did in it."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
"""Names under which distributions install it; Playwright's own builds are not asked for."""
SERIOUS = frozenset({"serious", "critical"})
"""What axe-core calls a violation that shuts people out."""


class Watch:
    """A page and what it did: errors on its console, and what it asked of any network."""

    def __init__(self, page: Page) -> None:
        """Listen to the page from now on."""
        self.page = page
        self.errors: list[str] = []
        """Errors and warnings on the console, and exceptions that nobody caught."""
        self.requests: list[str] = []
        """Addresses asked for, other than of local files and of data inside the page."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "about:", "blob:")):
            self.requests.append(request.url)


@contextmanager
def started() -> Iterator[Browser]:
    """Run Chromium; skip where it or Playwright is not installed, fail there in CI."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        _missing("no Chromium is installed (on Debian and Ubuntu the package chromium)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("Playwright is not installed: pip install 'planalign[dev]'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser,
    url: str,
    *,
    offline: bool = False,
    size: tuple[int, int] = (1366, 900),
    scheme: Literal["light", "dark"] = "light",
) -> Iterator[Watch]:
    """Open an address in a window of its own, which forgets everything afterwards."""
    width, height = size
    window = browser.new_context(
        offline=offline, viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN"
    )
    watch = Watch(window.new_page())
    watch.page.goto(url)
    yield watch
    window.close()


def violations(page: Page) -> list[str]:
    """Return what axe-core finds that shuts people out: its rule, and the first elements at fault."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {json.dumps([node['target'] for node in each['nodes'][:3]], ensure_ascii=False)}"
        for each in found
        if each["impact"] in SERIOUS
    ]


def _missing(reason: str) -> None:
    """Skip a test for want of a tool; CI installs it, so that it fails there."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
