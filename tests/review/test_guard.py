"""Nobody but the reviewer's own browser gets an answer."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from tests.review.desks import desk
from tests.review.served import Client, served

from planalign.errors import UsageError
from planalign.model.review import Verdict
from planalign.review.guard import HEADERS, MOST_BYTES
from planalign.review.server import listening
from planalign.store.decisions import read_decisions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPORT = "/r/0"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the plans and the decisions."""
    return tmp_path_factory.mktemp("guard")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Client]:
    """Return a client of running pages."""
    with served(desk(folder)) as found:
        yield found


def _without(headers: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in names}


def _item(client: Client) -> str:
    text = client.ask(REPORT).text
    return text.partition('name="item" value="')[2].partition('"')[0]


def test_own_browser(client: Client) -> None:
    """The reviewer's own requests are answered, and every answer carries the security headers."""
    answer = client.ask(REPORT)
    assert 200 == answer.status
    assert dict(HEADERS).items() <= answer.headers.items()
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "server" not in answer.headers


def test_entrance(client: Client) -> None:
    """The first address sets a cookie that scripts and other sites cannot use, and leaves the token behind."""
    answer = client.ask(f"/?token={client.entry.token}", {"Host": client.entry.hosts[0]})
    cookie = answer.headers["set-cookie"].lower()
    assert 200 == answer.status
    assert all(word in cookie for word in ("httponly", "samesite=strict", "path=/"))
    assert client.entry.token not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", ""])
def test_other_hosts(client: Client, host: str) -> None:
    """A name that merely leads to this machine (DNS rebinding) is refused, whatever cookie comes with it."""
    answer = client.ask(REPORT, {**client.own, "Host": host.format(port=client.entry.port)})
    assert 421 == answer.status
    assert dict(HEADERS).items() <= answer.headers.items()


def test_no_host(client: Client) -> None:
    """A request of HTTP/1.0 without a host is refused."""
    with socket.create_connection(("127.0.0.1", client.entry.port), timeout=20) as link:
        link.sendall(b"GET /r/0 HTTP/1.0\r\n\r\n")
        assert link.recv(100).split()[1] in {b"400", b"421"}


@pytest.mark.parametrize("cookie", ["", "planalign=x", "{name}=", "{name}=x", "{name}={token}x", "other={token}"])
def test_wrong_tokens(client: Client, cookie: str) -> None:
    """Without the cookie nothing is shown."""
    sent = cookie.format(name=client.entry.cookie, token=client.entry.token)
    assert 403 == client.ask(REPORT, {**client.own, "Cookie": sent}).status


def test_refusal_speaks_the_language_of_the_pages(client: Client) -> None:
    """Who opens the address without its token reads in the language of the session what to do."""
    assert "其中带有口令" in client.ask("/", {"Host": client.entry.hosts[0]}).text


@pytest.mark.parametrize("query", ["", "?token=", "?token=x", "?token={token}&token=x", "?Token={token}"])
def test_wrong_entrance(client: Client, query: str) -> None:
    """Only the address with the token lets a browser in that has no cookie yet."""
    answer = client.ask("/" + query.format(token=client.entry.token), {"Host": client.entry.hosts[0]})
    assert 403 == answer.status
    assert "set-cookie" not in answer.headers


def test_token_elsewhere(client: Client) -> None:
    """The token opens the first page only: it gets into no other address."""
    assert 403 == client.ask(f"{REPORT}?token={client.entry.token}", {"Host": client.entry.hosts[0]}).status


def test_odd_cookies_beside(client: Client) -> None:
    """Cookies of other programs on this machine do no harm."""
    odd = f'a={{"b":"c, d"}}; =; ;; {client.entry.cookie}={client.entry.token}; z'
    assert 200 == client.ask(REPORT, {**client.own, "Cookie": odd}).status


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_posts_of_other_sites(client: Client, folder: Path, headers: dict[str, str]) -> None:
    """A form that another page sends is refused, even with the cookie and the right secret in it."""
    answer = client.send(REPORT, headers={**client.own, **headers}, item=_item(client), verdict="accept")
    assert 403 == answer.status
    assert not (folder / "planalign-decisions.jsonl").exists()


def test_posts_of_no_site(client: Client) -> None:
    """A form without any word about where it comes from is refused."""
    headers = _without(client.own, "Origin", "Sec-Fetch-Site")
    assert 403 == client.send(REPORT, headers=headers, item=_item(client), verdict="accept").status


@pytest.mark.parametrize("form", ["", "x"])
def test_posts_without_secret(client: Client, form: str) -> None:
    """A form needs the secret that only our own pages hold."""
    assert 403 == client.send(REPORT, form=form, item=_item(client), verdict="accept").status


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x"])
def test_posts_of_other_kinds(client: Client, kind: str) -> None:
    """What a simple request of another site can carry is no form of ours."""
    headers = {**client.own, "Content-Type": kind}
    assert 415 == client.send(REPORT, headers=headers, item=_item(client), verdict="accept").status


def test_get_decides_nothing(client: Client, folder: Path) -> None:
    """Looking at an address changes nothing."""
    client.ask(f"{REPORT}?item={_item(client)}&verdict=accept&form={client.entry.form}")
    assert not (folder / "planalign-decisions.jsonl").exists()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_methods(client: Client, method: str) -> None:
    """Nothing but GET, HEAD and POST is answered."""
    assert 405 == client.ask(REPORT, method=method).status


@pytest.mark.parametrize(
    "path",
    [
        "/static/../guard.py",
        "/static/..%2fguard.py",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static//etc/passwd",
        "/static/C:%5CWindows%5Cwin.ini",
        "/static/report.html",
        "/static/review.css%00.py",
        "/r/1",
        "/r/-1",
        "/r/99999999999999999999",
        "/r/0?item=../../etc/passwd",
        "/planalign-decisions.jsonl",
        "/docs",
        "/openapi.json",
    ],
)
def test_paths(client: Client, path: str) -> None:
    """No path of a client is ever opened: there are our own files by name, and the reports by number."""
    answer = client.ask(path)
    assert answer.status in {403, 404}
    assert "root:" not in answer.text


def test_static(client: Client) -> None:
    """Our own style sheet and script are served as what they are."""
    assert "text/css; charset=utf-8" == client.ask("/static/review.css").headers["content-type"]
    assert "text/javascript; charset=utf-8" == client.ask("/static/review.js").headers["content-type"]


def test_large_body(client: Client) -> None:
    """A body that says it is too large is refused before it is sent."""
    headers = {**client.own, "Content-Length": str(MOST_BYTES + 1)}
    assert 413 == client.ask(REPORT, headers, b"").status


def test_endless_body(client: Client) -> None:
    """A body of unknown length is read up to the limit and no further."""
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    headers = {**client.own, "Transfer-Encoding": "chunked"}
    assert 413 == client.ask(REPORT, headers, chunk * 2 + b"0\r\n\r\n").status


@pytest.mark.parametrize("length", ["-1", "x", "1e9"])
def test_odd_length(client: Client, length: str) -> None:
    """A length that is no number is refused."""
    assert client.ask(REPORT, {**client.own, "Content-Length": length}, b"").status in {400, 413}


def test_odd_forms(client: Client) -> None:
    """Bytes that are no text, too many fields, an unknown item or report are refused and end nothing."""
    assert 403 == client.ask(REPORT, None, b"form=\xff\xfe").status
    assert 403 == client.ask(REPORT, None, b"a=1&" * 1000).status
    assert 404 == client.send(REPORT, item="clause:nothing", verdict="accept").status
    assert 404 == client.send("/r/7", item=_item(client), verdict="accept").status
    assert 200 == client.ask(REPORT).status


def test_long_address(client: Client) -> None:
    """An address of a megabyte ends with an error of the request, not of the server."""
    with socket.create_connection(("127.0.0.1", client.entry.port), timeout=20) as link:
        link.sendall(b"GET /" + b"a" * 2**20)
        assert b"HTTP/1.1 4" == link.recv(100)[:10]
    assert 200 == client.ask(REPORT).status


def test_only_loopback() -> None:
    """The pages are bound to the loopback address only."""
    with listening(0) as listener:
        assert "127.0.0.1" == listener.getsockname()[0]


def test_port_taken() -> None:
    """A port that somebody uses is told, not waited for."""
    with listening(0) as listener, pytest.raises(UsageError, match="is in use"):
        listening(listener.getsockname()[1])


def test_store_fails(tmp_path: Path) -> None:
    """A decisions file that cannot be read or written is told on a page; the server goes on."""
    with served(desk(tmp_path)) as client:
        item = _item(client)
        (tmp_path / "planalign-decisions.jsonl").mkdir()
        answer = client.ask(REPORT)
        assert (500, True) == (answer.status, "决定文件无法读取" in answer.text)
        assert 500 == client.send(REPORT, item=item, verdict="accept").status
        (tmp_path / "planalign-decisions.jsonl").rmdir()
        assert 303 == client.send(REPORT, item=item, verdict="accept").status
        assert 303 == client.send("/undo").status
        assert 303 == client.send("/undo").status


def test_decided_elsewhere_meanwhile(tmp_path: Path) -> None:
    """A page that was shown before somebody else decided overwrites nothing: it shows that decision first."""
    found = desk(tmp_path)
    with served(found) as client:
        item = _item(client)
        desk(tmp_path, reviewer="李雪").decide(0, item, Verdict.REJECT)
        for verdict in ("accept", "withdraw"):
            answer = client.send(REPORT, item=item, verdict=verdict, seen="")
            assert (422, True) == (answer.status, "已有人对这一条作出决定" in answer.text)
        assert ["李雪"] == [each.by for each in read_decisions(found.store).history]
        seen = answer.text.partition('name="seen" value="')[2].partition('"')[0]
        assert 303 == client.send(REPORT, item=item, verdict="accept", seen=seen).status
        assert "王敏" == found.shelf(0).reviews[item].by
