"""What stands between the pages and everybody else on this machine and in the browser."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

from planalign.model.sentence import english, sentence_in
from planalign.model.wording import Lang

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 64 * 1024
"""A body larger than this is refused: a decision with its reason is far smaller."""
METHODS = frozenset({"GET", "HEAD", "POST"})
HEADERS = (
    (
        "content-security-policy",
        (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
            "base-uri 'none'; frame-ancestors 'none'"
        ),
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    # Not no-referrer: browsers would then send "Origin: null" with our own forms.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
)
"""Sent with every answer, refusals too."""


class Pass(NamedTuple):
    """What lets the browser of the reviewer in, and nobody else."""

    port: int
    """The port on which the pages are served; part of the only host names that are answered."""
    token: str
    """In the first address and then in the cookie."""
    form: str
    """In every form, so that another page cannot send one."""

    @property
    def hosts(self) -> tuple[str, str]:
        """The two ways in which a browser may name this server."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """Name of the cookie; cookies know no ports, so that two reviews at a time need two names."""
        return f"planalign-{self.port}"

    @property
    def address(self) -> str:
        """The address to open first."""
        return f"http://{self.hosts[0]}/?token={self.token}"


def new_pass(port: int) -> Pass:
    """Return a pass with fresh secrets."""
    return Pass(port, secrets.token_urlsafe(32), secrets.token_urlsafe(32))


class Refusal(NamedTuple):
    """Why a request is not answered."""

    status: int
    reason: str


_WRONG_HOST = Refusal(421, english("wrong host"))
_WRONG_METHOD = Refusal(405, english("method not allowed"))
_NO_TOKEN = Refusal(403, english("open the address that planalign printed: it holds the token"))
_OTHER_SITE = Refusal(403, english("the form was sent from another page"))
_WRONG_KIND = Refusal(415, english("only forms are taken"))
_TOO_LARGE = Refusal(413, english("the body is too large"))


class Guard:
    """ASGI middleware that refuses what does not come from the reviewer's own pages."""

    def __init__(self, app: ASGIApp, entry: Pass, lang: Lang = Lang.EN) -> None:
        """Keep the application and the pass; refusals are told in `lang`."""
        self._app = app
        self._entry = entry
        self._lang = lang

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return
        refusal = refused(scope, self._entry)
        if refusal is not None:
            await self._refuse(refusal, send)
        elif scope["method"] == "POST":
            await self._post(scope, receive, send)
        else:
            await self._app(scope, receive, _secured(send))

    async def _post(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the whole body before anything is done with it; a length that is not stated is counted."""
        body = await _bounded_body(receive)
        if body is None:
            await self._refuse(_TOO_LARGE, send)
            return
        if not _same(_form_token(body), self._entry.form):
            await self._refuse(_OTHER_SITE, send)
            return

        async def replay() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, replay, _secured(send))

    async def _refuse(self, refusal: Refusal, send: Send) -> None:
        reason = sentence_in(self._lang, refusal.reason) or refusal.reason
        await _refuse(refusal.status, reason, send)


def refused(scope: Scope, entry: Pass) -> Refusal | None:
    """Return why a request is refused before its body is read; None where it may go on."""
    hosts = _values(scope, b"host")
    if len(hosts) != 1 or hosts[0].lower() not in entry.hosts:
        return _WRONG_HOST
    if scope["method"] not in METHODS:
        return _WRONG_METHOD
    if not (_knows_cookie(scope, entry) or is_entrance(scope, entry)):
        return _NO_TOKEN
    return _refused_post(scope, entry) if scope["method"] == "POST" else None


def is_entrance(scope: Scope, entry: Pass) -> bool:
    """Whether a request is for the first address, with its token."""
    if scope["path"] != "/" or scope["method"] == "POST":
        return False
    given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
    return len(given) == 1 and _same(given[0], entry.token)


def _refused_post(scope: Scope, entry: Pass) -> Refusal | None:
    """Return why a form is refused: it comes from another site, is no form, or is too large by its own word."""
    origins, sites = _values(scope, b"origin"), _values(scope, b"sec-fetch-site")
    own = {f"http://{host}" for host in entry.hosts}
    if any(origin not in own for origin in origins) or any(site != "same-origin" for site in sites):
        return _OTHER_SITE
    if not (origins or sites):
        return _OTHER_SITE
    if [kind.partition(";")[0] for kind in _values(scope, b"content-type")] != ["application/x-www-form-urlencoded"]:
        return _WRONG_KIND
    lengths = _values(scope, b"content-length")
    return _TOO_LARGE if any(not length.isdecimal() or int(length) > MOST_BYTES for length in lengths) else None


def _knows_cookie(scope: Scope, entry: Pass) -> bool:
    # By hand: cookies of other programs on this machine come along, and http.cookies stops at the first odd one.
    pairs = (pair.strip().partition("=") for header in _values(scope, b"cookie") for pair in header.split(";"))
    return any(name == entry.cookie and _same(value, entry.token) for name, _, value in pairs)


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode(), secret.encode())


def _form_token(body: bytes) -> str:
    try:
        fields = parse_qs(body.decode(), max_num_fields=20)
    except ValueError:
        return ""
    return fields.get("form", [""])[0]


async def _bounded_body(receive: Receive) -> bytes | None:
    """Return the body; None where it is larger than allowed or the browser went away."""
    body = b""
    while len(body) <= MOST_BYTES:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body if len(body) <= MOST_BYTES else None
    return None


def _secured(send: Send) -> Send:
    async def secured(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *_security_headers()]
        await send(message)

    return secured


def _security_headers() -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in HEADERS]


async def _refuse(status: int, reason: str, send: Send) -> None:
    body = f"planalign: {reason}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        # What is left of a refused body is not read.
        (b"connection", b"close"),
        *_security_headers(),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
