"""A site on loopback: what it answers is a function, and all that anybody asked of it is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    method: str
    host: str
    path: str
    authorization: str | None
    body: bytes


@dataclass(frozen=True)
class Reply:
    """What is answered."""

    body: bytes
    status: int = 200
    kind: str = "text/html; charset=utf-8"


class Site:
    """Serves until it is closed; `address` "" listens on all addresses of this machine."""

    def __init__(self, answer: Callable[[Asked], Reply], address: str = "127.0.0.1") -> None:
        self.asked: list[Asked] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                length = int(self.headers["Content-Length"] or 0)
                host = (self.headers["Host"] or "").partition(":")[0]
                asked = Asked(self.command, host, self.path, self.headers["Authorization"], self.rfile.read(length))
                site.asked.append(asked)
                reply = answer(asked)
                with suppress(ConnectionError):  # who asked may have been killed
                    self.send_response(reply.status)
                    self.send_header("Content-Type", reply.kind)
                    self.send_header("Content-Length", str(len(reply.body)))
                    self.end_headers()
                    self.wfile.write(reply.body)

            def do_POST(self) -> None:
                self.do_GET()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer((address, 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
