"""The addresses of the review: pages to look at, forms that decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from planalign.errors import PlanalignError
from planalign.model.review import Verdict
from planalign.model.wording import Lang
from planalign.report.html.engine import page
from planalign.review.address import address, read_filter
from planalign.review.choices import Wish, named_end, outcome
from planalign.review.guard import is_entrance
from planalign.review.item_page import figure_words, position, report_values
from planalign.review.words import sentence, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from planalign.review.desk import Desk
    from planalign.review.guard import Pass

TEMPLATES = Path(__file__).parent / "templates"
STATIC = {
    "review.css": "text/css; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""The files that are served, by name: nothing else can be asked for."""
LONGEST_NAME, LONGEST_REASON = 80, 2000
"""Longer names and reasons are cut."""

Form = dict[str, list[str]]


def web_app(desk: Desk, entry: Pass) -> Starlette:
    """Return the application; whoever serves it puts the guard in front."""
    site = _Site(desk, entry)
    return Starlette(
        routes=[
            Route("/", site.start),
            Route("/static/{name}", site.static),
            Route("/name", _posted(site.name), methods=["POST"]),
            Route("/undo", _posted(site.undo), methods=["POST"]),
            Route("/r/{report:int}", site.report, methods=["GET"]),
            Route("/r/{report:int}", _posted(site.decide), methods=["POST"]),
        ],
        exception_handlers={PlanalignError: site.failed},
    )


def _posted(answer: Callable[[Request, Form], Response]) -> Callable[[Request], object]:
    """Read the form first, then answer in a thread: the disk is waited for."""

    async def posted(request: Request) -> Response:
        form = parse_qs((await request.body()).decode())
        return await run_in_threadpool(answer, request, form)

    return posted


class _Site:
    """Answers the requests; every one of them comes from the reviewer."""

    def __init__(self, desk: Desk, entry: Pass) -> None:
        self._desk = desk
        self._entry = entry
        self._words = words(desk.lang)
        self._language = "zh-CN" if desk.lang is Lang.ZH else "en"

    def start(self, request: Request) -> Response:
        """Take the token out of the address; then show the reports, or the only one."""
        if is_entrance(request.scope, self._entry):
            return self._entrance()
        if not self._desk.reviewer or "who" in request.query_params:
            return self._page("name.html", {})
        if len(self._desk) == 1:
            return RedirectResponse("/r/0", status_code=303)
        desk = self._desk
        reports = [
            {"href": address(number, read_filter({})), "name": desk.titles[number],
             "figures": figure_words(desk.shelf(number).figures)}
            for number in range(len(desk))
        ]  # fmt: skip
        return self._page("reports.html", {"listed": reports})

    def static(self, request: Request) -> Response:
        """Serve one of our own files."""
        name = request.path_params["name"]
        if name not in STATIC:
            return self._missing()
        return Response((TEMPLATES / name).read_bytes(), media_type=STATIC[name])

    def report(self, request: Request) -> Response:
        """Show a report with one of its items."""
        query = dict(request.query_params)
        number = request.path_params["report"]
        if number >= len(self._desk) or (query.get("item") and query["item"] not in self._desk.shelf(number).by_id):
            return self._missing()
        if not self._desk.reviewer:
            return self._page("name.html", {})
        shown = int(query["page"]) if query.get("page", "").isdecimal() and len(query["page"]) < 6 else None
        return self._shown(number, query, shown)

    def name(self, _request: Request, form: Form) -> Response:
        """Keep the name of the reviewer, and go on."""
        self._desk.reviewer = " ".join(_first(form, "name").split())[:LONGEST_NAME]
        return RedirectResponse("/", status_code=303)

    def undo(self, request: Request, _form: Form) -> Response:
        """Take back the last decision, and show what it was about."""
        undone = self._desk.undo()
        if undone is None:
            return RedirectResponse("/", status_code=303)
        return RedirectResponse(address(undone[0], read_filter(request.query_params), undone[1]), status_code=303)

    def decide(self, request: Request, form: Form) -> Response:
        """Write a decision, and show the next item."""
        number, item = request.path_params["report"], _first(form, "item")
        query = dict(request.query_params)
        if number >= len(self._desk) or item not in self._desk.shelf(number).by_id or not self._desk.reviewer:
            return self._missing()
        wanted = read_filter(query)
        with self._desk.lock:
            following = position(self._desk.shelf(number), wanted, item).beside(1)
            try:
                stays = self._decided(number, item, form)
            except PlanalignError as error:
                return self._shown(number, {**query, "item": item}, None, error)
        return RedirectResponse(address(number, wanted, item if stays else following), status_code=303)

    def _decided(self, number: int, item: str, form: Form) -> bool:
        """Write what a form says; return whether to stay at its item."""
        shelf = self._desk.shelf(number)
        self._desk.require_seen(number, item, _first(form, "seen"))
        verdict = next((each for each in Verdict if each == _first(form, "verdict")), None)
        if verdict is Verdict.WITHDRAW or verdict is None:
            review = shelf.reviews.get(item)
            if review and verdict:
                self._desk.withdraw(number, item, review.decision)
            return True
        entry = shelf.by_id[item].item
        instead = outcome(_wish(form), entry, shelf.items) if verdict is Verdict.ADJUST else None
        self._desk.decide(number, item, verdict, reason=_first(form, "reason")[:LONGEST_REASON], instead=instead)
        return False

    def _entrance(self) -> Response:
        """Set the cookie and go on by a page: a redirect would not carry a strict cookie from a link elsewhere."""
        response = self._page("entrance.html", {})
        response.set_cookie(self._entry.cookie, self._entry.token, httponly=True, samesite="strict", path="/")
        return response

    def _shown(
        self, number: int, query: dict[str, str], page_number: int | None, error: PlanalignError | None = None
    ) -> Response:
        values = report_values(self._desk, number, read_filter(query), query.get("item", ""), page_number)
        status = 422 if error else 200
        problem = sentence(error, self._desk.lang) if error else ""
        return self._page("report.html", {**values, "problem": problem}, status)

    def failed(self, _request: Request, error: Exception) -> Response:
        """Say what went wrong with the decisions file; nothing is lost, and the next page may work again."""
        problem = sentence(error, self._desk.lang) if isinstance(error, PlanalignError) else ""
        plain = {"t": self._words, "lang": self._language, "problem": problem}
        return HTMLResponse(page(TEMPLATES, "missing.html", plain), status_code=500)

    def _missing(self) -> Response:
        return self._page("missing.html", {"problem": ""}, 404)

    def _page(self, template: str, values: dict[str, object], status: int = 200) -> HTMLResponse:
        desk = self._desk
        shared = {
            "t": self._words,
            "lang": self._language,
            "form": self._entry.form,
            "reviewer": desk.reviewer,
            "names": desk.names[:20],
            "store": desk.store.name,
            "several": len(desk) > 1,
            "can_undo": desk.can_undo,
            "broken": len(desk.ledger.broken),
        }
        return HTMLResponse(page(TEMPLATES, template, {**shared, **values}), status_code=status)


def _wish(form: Form) -> Wish:
    ends = [named_end(text) for text in form.get("child", [])]
    return Wish(
        parent=next((named_end(text) for text in reversed(form.get("parent", [])) if text.strip()), ""),
        children=tuple(dict.fromkeys(end for end in ends if end)),
        relation=_first(form, "relation"),
        strength=_first(form, "strength"),
        status=_first(form, "status"),
        drift=_first(form, "drift"),
    )


def _first(form: Form, name: str) -> str:
    return form.get(name, [""])[0].strip()
