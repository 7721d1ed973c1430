"""The server of the invented pages: a process of its own, so that its work is not counted.

Usage: python serving.py COUNT HOSTS DELAY_MS (`bench.Site` starts it). It makes all bodies, binds the hosts 127.9.x.y on one free port,
prints the port and the pages as one line of JSON and serves until it is ended. `/-/seen` tells how often each address was asked
since it was last told.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import invented

SEEN = "/-/seen"
_BACKLOG = 512
_MISSING = b"<!doctype html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"


def main() -> None:
    count, hosts, delay = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    pages = invented.pages(count, hosts)
    server = Server(invented.Bodies(pages), delay / 1000)
    listeners = list(bind(sorted({page.host for page in pages})))
    print(json.dumps({"port": listeners[0].getsockname()[1], "pages": pages}), flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(server.serve(listeners))


def bind(hosts: Sequence[str]) -> Iterator[socket.socket]:
    """One free port on every host; loopback only, so that nobody else can ask."""
    port = 0
    for host in hosts:
        listener = socket.create_server((host, port), backlog=_BACKLOG)
        port = listener.getsockname()[1]
        yield listener


class Server:
    """Answers after a delay, and remembers what it was asked."""

    def __init__(self, bodies: invented.Bodies, delay: float) -> None:
        self._bodies, self._delay = bodies, delay
        self._seen: Counter[str] = Counter()

    async def serve(self, listeners: Sequence[socket.socket]) -> None:
        """Answer on all hosts for ever."""
        servers = [await asyncio.start_server(self._talk, sock=listener) for listener in listeners]
        await asyncio.gather(*(server.serve_forever() for server in servers))

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                writer.writelines(await self._answer(head))
                await writer.drain()
        writer.close()

    async def _answer(self, head: str) -> list[bytes]:
        """A page, 404, or what was seen."""
        request, *lines = head.split("\r\n")
        path = request.split(" ")[1]
        headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
        if path == SEEN:
            told, self._seen = json.dumps(self._seen).encode(), Counter()
            return [_head("200 OK", "application/json", len(told)), told]
        self._seen[f"http://{headers['host']}{path}"] += 1
        await asyncio.sleep(self._delay)
        chunks = self._bodies.find(path)
        if chunks is None:
            return [_head("404 Not Found", "text/html", len(_MISSING)), _MISSING]
        packed = "gzip" in headers.get("accept-encoding", "")
        body = invented.gzipped(chunks) if packed else [chunk.plain for chunk in chunks]
        return [_head("200 OK", "text/html; charset=utf-8", sum(map(len, body)), packed=packed), *body]


def _head(status: str, kind: str, length: int, *, packed: bool = False) -> bytes:
    coding = "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n" if packed else ""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coding}Content-Length: {length}\r\n\r\n".encode()


if __name__ == "__main__":
    main()
