"""Pages of a review served from a thread, and a client that sends what browsers never would."""

from __future__ import annotations

import http.client
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from planalign.review.guard import Pass, new_pass
from planalign.review.server import listening, server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planalign.review.desk import Desk


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


class Client:
    """Speaks to a server of this machine."""

    def __init__(self, entry: Pass) -> None:
        """Keep the pass, which tests hand over in part."""
        self.entry = entry

    @property
    def own(self) -> dict[str, str]:
        """The headers that the reviewer's own browser sends."""
        host = self.entry.hosts[0]
        return {
            "Host": host,
            "Cookie": f"{self.entry.cookie}={self.entry.token}",
            "Origin": f"http://{host}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def ask(
        self, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None, method: str = ""
    ) -> Answer:
        """Send a request with exactly these headers."""
        link = http.client.HTTPConnection("127.0.0.1", self.entry.port, timeout=20)
        sent = dict(self.own if headers is None else headers)
        link.putrequest(method or ("GET" if body is None else "POST"), path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            link.putheader(name, value)
        if body is not None and not {"Content-Length", "Transfer-Encoding"} & sent.keys():
            link.putheader("Content-Length", str(len(body)))
        link.endheaders(body)
        answer = link.getresponse()
        found = Answer(
            answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
        )
        link.close()
        return found

    def send(
        self, path: str, *, form: str | None = None, headers: Mapping[str, str] | None = None, **fields: str
    ) -> Answer:
        """Send a form as the pages do."""
        body = urlencode({"form": self.entry.form if form is None else form, **fields}).encode()
        return self.ask(path, headers, body)


@contextmanager
def served(desk: Desk) -> Iterator[Client]:
    """Serve the pages of a desk while the block runs."""
    with listening(0) as listener:
        entry = new_pass(listener.getsockname()[1])
        running = server(desk, entry)
        thread = Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield Client(entry)
        finally:
            running.should_exit = True
            thread.join(timeout=20)
