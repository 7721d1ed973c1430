"""The guarded session: requests and urllib3, with every connection vetted and under a deadline.

Only this package opens network connections. No proxies or netrc of the environment, no redirects of the library's own, one shared TLS
context, certificates always verified.
"""

from __future__ import annotations

import heapq
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from verifier.model import FailureKind
from verifier.transport.addresses import Guard, RefusedError

_CONNECT_SECONDS = 10.0


class Deadline:
    """The end of a chain of requests. A watchdog shuts the socket then: time-outs of sockets are none for a server that drips."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self.expired = False
        self._done = False
        _WATCHDOG.watch(self._end, self)

    @property
    def left(self) -> float:
        """Seconds until the end."""
        return max(0.0, self._end - monotonic())

    def watch(self, sock: socket.socket) -> None:
        """This socket is shut at the end."""
        with self._lock:
            self._sockets.append(sock)

    def expire(self) -> None:
        """The end is there; nothing happens to a chain that is done."""
        with self._lock:
            if self._done:
                return
            self.expired = True
            for sock in self._sockets:
                with suppress(OSError):
                    # The plain socket's shutdown: it also wakes a TLS read, and asks nothing of TLS.
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def cancel(self) -> None:
        """The chain is done."""
        with self._lock:
            self._done = True
            self._sockets.clear()


class _Watchdog:
    """One thread that waits for the next deadline: a timer for each request costs more than the request's own work."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._ends: list[tuple[float, int, Deadline]] = []
        self._count = 0
        self._thread: threading.Thread | None = None

    def watch(self, end: float, deadline: Deadline) -> None:
        """Expire a deadline at its end."""
        with self._changed:
            self._count += 1
            first = not self._ends or end < self._ends[0][0]
            heapq.heappush(self._ends, (end, self._count, deadline))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()
            elif first:
                self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._ends or self._ends[0][0] > monotonic():
                    self._changed.wait(self._ends[0][0] - monotonic() if self._ends else None)
                *_, deadline = heapq.heappop(self._ends)
            deadline.expire()


_WATCHDOG = _Watchdog()
_current = threading.local()


@contextmanager
def under(deadline: Deadline, guard: Guard) -> Iterator[None]:
    """Connections of this thread are vetted by this guard and watched by this deadline."""
    _current.deadline, _current.guard = deadline, guard
    try:
        yield
    finally:
        deadline.cancel()
        _current.deadline = _current.guard = None


class _Guarded(HTTPConnection):
    """A connection to the very address that was vetted."""

    def _new_conn(self) -> socket.socket:
        deadline: Deadline = _current.deadline
        guard: Guard = _current.guard
        host = self._dns_host.strip("[]")
        addresses = guard.vet(host, self.port or self.default_port, min(_CONNECT_SECONDS, deadline.left))
        error: OSError | None = None
        for address in addresses[:4]:
            try:
                sock = socket.create_connection(
                    (address, self.port or self.default_port), min(_CONNECT_SECONDS, max(0.1, deadline.left))
                )
            except TimeoutError as failed:
                error = failed
                continue
            except OSError as failed:
                error = failed
                continue
            sock.settimeout(max(0.1, deadline.left))
            deadline.watch(sock)
            return sock
        raise _refusal(host, error) from error


def _refusal(host: str, error: OSError | None) -> RefusedError:
    if isinstance(error, ConnectionRefusedError):
        return RefusedError(FailureKind.REFUSED, f"{host} refused the connection.")
    if isinstance(error, TimeoutError):
        return RefusedError(FailureKind.TIMEOUT, f"{host} did not accept the connection in time.")
    return RefusedError(
        FailureKind.NO_NETWORK, f"{host} cannot be reached: {error.strerror if error and error.strerror else error}."
    )


class _GuardedTls(_Guarded, HTTPSConnection):
    """The same with TLS: name and certificate are those of the host, not of its address."""

    def connect(self) -> None:
        super().connect()
        if self.sock is not None:
            _current.deadline.watch(self.sock)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Guarded


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedTls


class _Adapter(HTTPAdapter):
    """requests' adapter with guarded pools. It would load the CA bundle again for each new host; one context serves all."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(pool_connections=64, pool_maxsize=4, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """The shared context verifies."""

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:  # noqa: ARG002 - requests' signature
        from urllib3.util import parse_url  # noqa: PLC0415 - the only use

        parts = parse_url(request.url)
        return {"scheme": parts.scheme, "host": parts.host, "port": parts.port}, {}


class Session(requests.Session):
    """A requests session that asks nothing of the environment and follows nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        self.headers.clear()
        self.cookies.set_policy(_NoCookies())
        adapter = _Adapter(_context())
        self.mount("http://", adapter)
        self.mount("https://", adapter)

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None ever: requests would read the whole body of a redirect."""


from http.cookiejar import DefaultCookiePolicy  # noqa: E402


class _NoCookies(DefaultCookiePolicy):
    """The session keeps no cookies; a chain of redirects keeps its own."""

    def set_ok(self, cookie: Any, request: Any) -> bool:  # noqa: ARG002 - the library's signature
        return False


def _context() -> ssl.SSLContext:
    """One context for all hosts; trusted authorities as the user says, else certifi's."""
    named = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE")
    context = ssl.create_default_context(cafile=named if named and os.path.isfile(named) else certifi.where())  # noqa: PTH113
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
