"""The server itself, at a port that only this machine reaches. In: an application. Out: it runs until it is ended (uvicorn)."""

from __future__ import annotations

import errno
import os
import socket

import uvicorn
from starlette.applications import Starlette

from verifier.errors import OutputError

HOST = "127.0.0.1"


def bind(port: int) -> socket.socket:
    """A socket at this port of this machine; at a free one for 0. Raises OutputError where it is taken."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let two servers share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((HOST, port))
        bound.listen()
    except (OSError, OverflowError) as error:
        bound.close()
        taken = getattr(error, "errno", None) in (errno.EADDRINUSE, errno.EACCES)
        why = "it is in use, or kept for others" if taken else str(error)
        raise OutputError(
            f"Port {port} cannot be used: {why}.",
            hint="Name another one with --port, or leave it out: a free one is found.",
        ) from None
    return bound


def make_server(app: Starlette) -> uvicorn.Server:
    """A server for an application; it says nothing of requests."""
    settings = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
    )
    return uvicorn.Server(settings)
