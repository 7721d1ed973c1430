"""Show a page in headless Chromium as a visitor would see it, under the same guard as every other request.

In: a `Request` and what sends requests. Out: a `Response` whose body is the page after its scripts ran. The browser itself has
no network: every request it makes is answered by our own transport, which refuses private addresses at every hop; GET only,
no pictures, no downloads, nothing kept. playwright (Apache-2.0) is the extra `[browser]`; it drives Chromium from one thread only.
"""

from __future__ import annotations

import os
import queue
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from verifier.model import Failure, FailureKind, Hop, Request, Response

__all__ = ["Browser", "BrowserMissingError"]

Send = Callable[[Request], Response | Failure]

_SECONDS = 20.0  # for the whole page
_QUIET = 0.5  # without a request: then the page is done
_SETTLE = 5.0  # at the most, for pages that never rest
_START = 120.0  # for Chromium itself, on a machine that is busy
_MOST_REQUESTS = 150
_MOST_BYTES = 20_000_000
_KINDS = frozenset({"document", "script", "xhr", "fetch"})
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium resolves no name and reaches no address by itself, whatever a page makes it try.
_ARGUMENTS = (
    "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:1",
    "--proxy-bypass-list=<-loopback>", "--disable-background-networking", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)  # fmt: skip


def arguments() -> tuple[str, ...]:
    """Chromium's own sandbox stays on; only root, for whom it refuses to start with it, goes without."""
    return (*_ARGUMENTS, "--no-sandbox") if hasattr(os, "geteuid") and os.geteuid() == 0 else _ARGUMENTS


def find_chromium() -> str | None:
    """The path of the Chromium that is installed, None where there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


class BrowserMissingError(Exception):
    """There is no playwright or no Chromium; the message says what to install."""


class Browser:
    """One Chromium for a whole run; started when the first page needs it."""

    def __init__(
        self, send: Send, clock: Callable[[], datetime], *, seconds: float = _SECONDS, quiet: float = _QUIET
    ) -> None:
        """Raise BrowserMissingError where playwright is not installed.

        A page may take `seconds`; it is done when it asked nothing for `quiet` seconds.
        """
        try:
            import playwright.sync_api  # noqa: F401, PLC0415 - the extra; only asked for here
        except ImportError:
            raise BrowserMissingError("playwright is not installed") from None
        self._send, self._clock = send, clock
        self._seconds, self._quiet = seconds, quiet
        self._jobs: queue.SimpleQueue[tuple[Request, queue.SimpleQueue[Response | Failure]] | None] = (
            queue.SimpleQueue()
        )
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def render(self, request: Request) -> Response | Failure:
        """The page after its scripts ran; may be called from many threads, pages are shown one after another."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
        answer: queue.SimpleQueue[Response | Failure] = queue.SimpleQueue()
        self._jobs.put((request, answer))
        return answer.get()

    def close(self) -> None:
        """End the browser."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(_SECONDS)

    def _work(self) -> None:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - see above

        problem = "The browser could not be started"
        try:
            with sync_playwright() as playwright:
                path = find_chromium()
                chromium = playwright.chromium.launch(
                    executable_path=path, args=list(arguments()), timeout=_START * 1000
                )
                while (job := self._jobs.get()) is not None:
                    job[1].put(self._show(chromium, job[0]))
                chromium.close()
                return
        except Error as error:
            problem = f"The browser failed: {str(error).splitlines()[0][:160]}"
        while (job := self._jobs.get()) is not None:
            job[1].put(self._fail(job[0], problem))

    def _fail(self, request: Request, why: str) -> Failure:
        return Failure(request.url, FailureKind.BROWSER, why, self._clock())

    def _show(self, chromium: Any, request: Request) -> Response | Failure:
        from playwright.sync_api import Error  # noqa: PLC0415 - see above

        context = chromium.new_context(accept_downloads=False, service_workers="block")
        try:
            return _Visit(context, self._send, request, self._seconds).show(self._clock, self._quiet)
        except Error as error:
            return self._fail(request, f"The page could not be shown: {str(error).splitlines()[0][:160]}")
        finally:
            context.close()


class _Visit:
    """One page: what it asks for, until it is quiet."""

    def __init__(self, context: Any, send: Send, request: Request, seconds: float) -> None:
        self._send, self._request = send, request
        self._seconds, self._until = seconds, time.monotonic() + seconds
        self._last, self._count, self._bytes = time.monotonic(), 0, 0
        self._main: Response | Failure | None = None
        self._page = context.new_page()
        self._page.on("dialog", lambda dialog: dialog.dismiss())
        context.on("page", lambda page: page.close() if page is not self._page else None)
        context.route("**/*", self._answer)

    def show(self, clock: Callable[[], datetime], quiet: float) -> Response | Failure:
        """Load, wait until nothing more is asked, and take the page as it stands."""
        self._page.goto(self._request.url, timeout=self._seconds * 1000, wait_until="domcontentloaded")
        until = min(self._until, time.monotonic() + _SETTLE)
        while time.monotonic() < until and time.monotonic() - self._last < quiet:
            self._page.wait_for_timeout(100)
        body = self._page.content().encode("utf-8", "replace")
        if not isinstance(self._main, Response):
            return self._main or Failure(self._request.url, FailureKind.BROWSER, "The page did not load.", clock())
        final = self._page.url
        hops = () if final == self._request.url else (Hop(self._request.url, self._main.status, final),)
        headers = (("content-type", "text/html; charset=utf-8"),)
        return replace(self._main, url=self._request.url, final_url=final, headers=headers, body=body, hops=hops)

    def _answer(self, route: Any) -> None:
        """Answer one request of the browser by the guarded transport, or not at all."""
        asked = route.request
        self._last = time.monotonic()
        self._count += 1
        left = self._until - time.monotonic()
        refused = asked.method != "GET" or asked.resource_type not in _KINDS or self._count > _MOST_REQUESTS
        if not self._is_ours(asked) or refused or left <= 0 or self._bytes > _MOST_BYTES:
            route.abort()
            return
        answer = self._send(Request(asked.url.split("#")[0], seconds=left))
        self._last = time.monotonic()
        if asked.is_navigation_request() and asked.frame == self._page.main_frame:
            self._main = answer
        if isinstance(answer, Failure) or answer.incomplete:
            route.abort()
            return
        self._bytes += len(answer.body)
        kept = {k: v for k, v in answer.headers if k in ("content-type", "access-control-allow-origin")}
        route.fulfill(status=answer.status, headers=kept, body=answer.body)

    def _is_ours(self, asked: Any) -> bool:
        """Whether the page itself asks, not a window that it opened."""
        from playwright.sync_api import Error  # noqa: PLC0415 - the extra

        try:
            return bool(asked.frame.page == self._page)
        except Error:  # a window that has no frame yet
            return False
