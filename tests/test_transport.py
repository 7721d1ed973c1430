"""The guarded transport against real, odd servers on loopback."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from support.limits import HANG

from verifier.model import Failure, Request, Response
from verifier.transport import Transport
from verifier.transport.addresses import is_public

NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
Answer = Callable[[str, dict[str, str], socket.socket], None]


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """A server on loopback; `answer` gets the path, the headers and the socket."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def serve() -> None:
        while not ended.is_set():
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=work, args=(client,), daemon=True).start()

    def work(client: socket.socket) -> None:
        with client:
            try:
                head = b""
                while b"\r\n\r\n" not in head:
                    part = client.recv(65536)
                    if not part:
                        return
                    head += part
                lines = head.decode("latin-1").split("\r\n")
                headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
                answer(lines[0].split(" ")[1], headers, client)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        ended.set()
        listener.close()


def reply(body: bytes = b"hello", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    head = [
        f"HTTP/1.1 {status}",
        f"Content-Length: {len(body) if length is None else length}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


def always(data: bytes) -> Answer:
    return lambda _path, _headers, client: client.sendall(data)


def ask(
    url: str, *, allow: tuple[str, ...] = ("127.0.0.0/8",), deadline: float = HANG, max_bytes: int = 1_000_000
) -> Response | Failure:
    transport = Transport(clock=lambda: NOON, allow_private=allow, deadline=deadline, max_bytes=max_bytes)
    try:
        return transport.send(Request(url))
    finally:
        transport.close()


ANSWERS: dict[str, tuple[bytes, int, bytes, str | None]] = {
    "plain": (reply(), 200, b"hello", None),
    "gone": (reply(b"no", status="404 Not Found"), 404, b"no", None),
    "gzip": (reply(gzip.compress(b"hello"), "Content-Encoding: gzip"), 200, b"hello", None),
    "deflate": (reply(zlib.compress(b"hello"), "Content-Encoding: deflate"), 200, b"hello", None),
    "gzip in two members": (
        reply(gzip.compress(b"hel") + gzip.compress(b"lo"), "Content-Encoding: gzip"),
        200,
        b"hello",
        None,
    ),
    "gzip and something behind it": (
        reply(gzip.compress(b"hello") + b"\0\0\0\0", "Content-Encoding: gzip"),
        200,
        b"hello",
        None,
    ),
    "gzip that was cut before it was sent": (
        reply(gzip.compress(b"hello")[:-8], "Content-Encoding: gzip"),
        200,
        b"hello",
        "truncated",
    ),
    "deflate that was cut": (
        reply(zlib.compress(b"hello")[:-4], "Content-Encoding: deflate"),
        200,
        b"hello",
        "truncated",
    ),
    "gzip without its check sum": (
        reply(gzip.compress(b"<p>hello</html>\n")[:-8], "Content-Encoding: gzip"),
        200,
        b"<p>hello</html>\n",
        None,
    ),
    "gzip of nothing": (reply(b"", "Content-Encoding: gzip"), 200, b"", None),
    "cut short": (reply(b"hel", length=10), 200, b"hel", "truncated"),
    "until the end": (b"HTTP/1.0 200 OK\r\n\r\nhello", 200, b"hello", None),
    "chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 200, b"hello", None),
    "chunks cut short": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        200,
        b"hello",
        "truncated",
    ),
    "no redirect without a place": (reply(b"moved", status="302 Found"), 302, b"moved", None),
    "a strange status": (reply(b"no", status="999 Denied"), 999, b"no", None),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_what_was_sent(name: str) -> None:
    data, status, body, incomplete = ANSWERS[name]
    with server(always(data)) as base:
        answer = ask(base + "/a")
    assert isinstance(answer, Response), answer
    assert (answer.status, answer.body, answer.incomplete) == (status, body, incomplete)
    assert answer.received_at == NOON


FAILURES: dict[str, tuple[bytes, str]] = {
    "no HTTP": (b"SSH-2.0-server\r\n", "protocol"),
    "a broken status line": (b"HTTP/1.1 two-hundred fine\r\n\r\nhello", "protocol"),
    "hung up": (b"", "reset"),
    "not in its encoding": (reply(b"hello", "Content-Encoding: gzip"), "protocol"),
    "a header without end": (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", "protocol"),
    "to a file": (reply(b"", "Location: file:///etc/hostname", status="302 Found"), "unsupported"),
    "inwards": (reply(b"", "Location: http://10.0.0.1/", status="302 Found"), "unsafe"),
    "in a circle": (reply(b"", "Location: /a", status="302 Found"), "redirect_loop"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_is_no_answer_is_a_failure_with_its_reason(name: str) -> None:
    data, kind = FAILURES[name]
    with server(always(data)) as base:
        answer = ask(base + "/a")
    assert isinstance(answer, Failure), answer
    assert answer.kind == kind
    assert answer.detail


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("ftp://site.example/a", "unsupported"),
        ("javascript:alert(1)", "unsupported"),
        ("http://", "unsupported"),
        ("http://[::1", "unsupported"),
        ("http://127.0.0.1/", "unsafe"),
        ("http://2130706433/", "unsafe"),
        ("http://0x7f.1/", "unsafe"),
        ("http://[::ffff:127.0.0.1]/", "unsafe"),
        ("http://[64:ff9b::7f00:1]/", "unsafe"),
        ("http://169.254.169.254/latest/meta-data/", "unsafe"),
        ("http://localhost/", "unsafe"),
        ("http://93.184.216.34:22/", "unsafe"),
        ("http://no-such-host.invalid/", "dns"),
    ],
)
def test_nothing_is_sent_where_nothing_may_be_sent(url: str, kind: str) -> None:
    answer = ask(url, allow=())
    assert isinstance(answer, Failure)
    assert answer.kind == kind or (kind == "dns" and answer.kind == "no_network")


def test_what_is_allowed_is_no_more_than_was_named() -> None:
    with server(always(reply())) as base:
        assert isinstance(ask(base, allow=("127.0.0.1",)), Response)
        assert isinstance(ask(base, allow=("127.0.0.2",)), Failure)


def test_redirects_are_followed_and_remembered() -> None:
    def answer(path: str, _headers: dict[str, str], client: socket.socket) -> None:
        client.sendall(reply() if path == "/b" else reply(b"", "Location: /b", status="301 Moved"))

    with server(answer) as base:
        got = ask(base + "/a")
    assert isinstance(got, Response)
    assert (got.url, got.final_url) == (base + "/a", base + "/b")
    assert [(h.status, h.location) for h in got.hops] == [(301, base + "/b")]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("/b#part-2", "#part-2"), ("/b#Größe 2", "#Gr%C3%B6%C3%9Fe%202"), ("/b#access_token=x", ""), ("/b", "")],
)
def test_the_place_that_a_redirect_names_is_kept(given: str, kept: str) -> None:
    def answer(path: str, _headers: dict[str, str], client: socket.socket) -> None:
        location = given.encode().decode("latin-1")
        client.sendall(reply() if path == "/b" else reply(b"", f"Location: {location}", status="302 Found"))

    with server(answer) as base:
        got = ask(base + "/a")
    assert isinstance(got, Response)
    assert got.final_url == base + "/b"
    assert [h.location for h in got.hops] == [base + "/b" + kept]


def test_a_cookie_set_on_the_way_opens_the_gate() -> None:
    def answer(_path: str, headers: dict[str, str], client: socket.socket) -> None:
        gate = reply(b"", "Location: /a", "Set-Cookie: gate=1; Path=/", status="302 Found")
        client.sendall(reply() if headers.get("cookie") == "gate=1" else gate)

    with server(answer) as base:
        assert isinstance(ask(base + "/a"), Response)


def test_a_circle_that_a_cookie_of_any_form_ends() -> None:
    def answer(_path: str, headers: dict[str, str], client: socket.socket) -> None:
        cookies = ['Set-Cookie: asked={"v":1,"of":["a","b"]}; Path=/', "Set-Cookie: gate=1; Path=/"]
        gate = reply(b"", "Location: /a", *cookies, status="302 Found")
        client.sendall(reply() if headers.get("cookie") == 'asked={"v":1,"of":["a","b"]}; gate=1' else gate)

    with server(answer) as base:
        assert isinstance(ask(base + "/a"), Response)


def test_nothing_of_the_user_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    seen: list[dict[str, str]] = []

    def answer(_path: str, headers: dict[str, str], client: socket.socket) -> None:
        seen.append(headers)
        client.sendall(reply())

    with server(answer) as base:
        got = ask(base.replace("http://", "http://me:secret@") + "/a")
    assert isinstance(got, Response)
    assert not {"authorization", "cookie", "referer"} & set(seen[0])
    assert "secret" not in got.url + got.final_url


@pytest.mark.parametrize("target", ["/a%2Fb", "/a?b=2&a=1", "/Report-A", "/x_(ferry)", "/%C5%9Fehir"])
def test_an_address_is_sent_as_it_was_cited(target: str) -> None:
    seen: list[str] = []

    def answer(path: str, _headers: dict[str, str], client: socket.socket) -> None:
        seen.append(path)
        client.sendall(reply())

    with server(answer) as base:
        ask(base + target)
    assert seen == [target]


def test_a_server_that_drips_is_too_late() -> None:
    def answer(_path: str, _headers: dict[str, str], client: socket.socket) -> None:
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        ended = threading.Event()
        for _ in range(100):
            client.sendall(b"x")
            ended.wait(0.05)

    with server(answer) as base:
        got = ask(base, deadline=0.4)
    assert isinstance(got, Response)
    assert got.incomplete == "timeout"


def test_a_server_that_says_nothing_is_too_late() -> None:
    hold = threading.Event()
    with server(lambda _p, _h, _c: (hold.wait(10), None)[1]) as base:
        got = ask(base, deadline=0.3)
        hold.set()
    assert isinstance(got, Failure)
    assert got.kind == "timeout"


def test_a_bomb_is_cut_at_the_cap() -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    with server(always(reply(bomb, "Content-Encoding: gzip"))) as base:
        got = ask(base, max_bytes=100_000)
    assert isinstance(got, Response)
    assert (got.incomplete, len(got.body)) == ("too_large", 100_000)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("8.8.8.8", True), ("2606:4700::1", True), ("10.1.2.3", False), ("127.0.0.1", False), ("100.64.0.1", False),
        ("169.254.169.254", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("fd00::1", False), ("fe80::1", False),
        ("fec0::1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False), ("2002:7f00:1::", False), ("2001:db8::1", False),
    ],
)  # fmt: skip
def test_only_public_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public
