"""Serves the pages to this machine only, until Ctrl-C."""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING

import uvicorn

from planalign.errors import UsageError
from planalign.model.sentence import english
from planalign.review.guard import Guard, new_pass
from planalign.review.web import web_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from planalign.review.desk import Desk
    from planalign.review.guard import Pass

LOOPBACK = "127.0.0.1"


def serve(desk: Desk, port: int, opened: Callable[[str], None]) -> None:
    """Serve until interrupted; `opened` is told the address once it can be asked.

    Port 0 takes a free one. Raises UsageError where the port is taken.
    """
    with listening(port) as listener:
        entry = new_pass(listener.getsockname()[1])
        # The socket listens already: a browser that comes early waits.
        opened(entry.address)
        server(desk, entry).run(sockets=[listener])


def listening(port: int) -> socket.socket:
    """Return a socket on which this machine alone can ask; port 0 takes a free one.

    Raises UsageError where the port is taken.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # A port just left can be taken again; on Windows the same option would share it with others.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen()
    except OSError as error:
        listener.close()
        hint = english("choose another --port, or leave it out")
        if error.errno == errno.EADDRINUSE:
            raise UsageError(english("the port {port} is in use", port=port), hint=hint) from error
        raise UsageError(
            english("the port {port} cannot be used: {why}", port=port, why=error.strerror), hint=hint
        ) from error
    return listener


class Server(uvicorn.Server):
    """A server that ends on Ctrl-C as on a wish, not as on a failure."""

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        """Run; uvicorn raises the signal again once everything is closed, which says nothing new."""
        try:
            super().run(sockets)
        except KeyboardInterrupt:
            return


def server(desk: Desk, entry: Pass) -> Server:
    """Return a server of the pages behind their guard; it is not running yet."""
    app = Guard(web_app(desk, entry), entry, desk.lang)
    return Server(
        uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            lifespan="off",
            ws="none",
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=2,
            limit_concurrency=64,
        )
    )
