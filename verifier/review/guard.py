"""Who may come in: the browser that was opened with the token, at this address, from this page.

In: a request's headers. Out: None, or why it is refused. The rule of this file: a name that was made to point here (DNS rebinding), another
site's post, and whoever has no token get the same answer, 403, and learn nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

# What a page of ours may load: our own files. No script stands in a page, nothing is framed, nothing is asked elsewhere.
_LOADED = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "connect-src": "'self'", "form-action": "'self'",
    "base-uri": "'none'", "frame-ancestors": "'none'",
}  # fmt: skip
POLICY = "; ".join(f"{what} {whence}" for what, whence in _LOADED.items())
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# A stored copy is a page of its own, with its own style and nothing else.
COPY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"


@dataclass(frozen=True, slots=True)
class Guard:
    """The secrets of one review: `token` stands in the address that is opened, `cookie` in the browser afterwards."""

    port: int
    token: str
    cookie: str

    @classmethod
    def make(cls, port: int) -> Guard:
        """A guard with new secrets."""
        return cls(port, secrets.token_urlsafe(32), secrets.token_urlsafe(32))

    @property
    def address(self) -> str:
        """What is opened."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def cookie_name(self) -> str:
        """Cookies know no ports: each review has its own."""
        return f"verifier-review-{self.port}"

    def is_token(self, given: str | None) -> bool:
        """Whether it is the token."""
        return given is not None and secrets.compare_digest(given.encode(), self.token.encode())

    def refuse(
        self, method: str, headers: Mapping[str, str], cookies: Mapping[str, str], token: str | None
    ) -> str | None:
        """Why a request is refused; None where it may come in.

        >>> guard = Guard(8000, "t", "c")
        >>> guard.refuse("GET", {"host": "127.0.0.1:8000"}, {}, "t")
        >>> guard.refuse("GET", {"host": "evil.example:8000"}, {}, "t")
        'This address is not one of this server.'
        """
        if headers.get("host") not in self._hosts:
            return "This address is not one of this server."
        held = cookies.get(self.cookie_name, "")
        if not (self.is_token(token) or secrets.compare_digest(held.encode(), self.cookie.encode())):
            return "The token is missing or wrong. Open the address that 'verifier review' printed."
        if method != "GET" and headers.get("origin") not in {f"http://{host}" for host in self._hosts}:
            return "This was sent by another page."
        return None

    @property
    def _hosts(self) -> tuple[str, ...]:
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"
