"""A page as browsers save it with all that belongs to it (MHTML): its HTML, read as the page it was."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from verifier.files.decode import decode
from verifier.model import Snapshot, SourceText
from verifier.sources import html

_LARGEST = 40_000_000  # pictures and fonts are inside
_SHOWN = ("text/html", "application/xhtml+xml", "text/plain")


def extract(snapshot: Snapshot) -> SourceText:
    """The reading of the first page inside."""
    body = snapshot.body[:_LARGEST]
    if body.startswith(b"--"):  # the headers were the server's
        boundary = body.split(b"\n", 1)[0].strip()[2:]
        body = b'Content-Type: multipart/related; boundary="' + boundary + b'"\r\n\r\n' + body
    message = message_from_bytes(body, policy=policy.default)
    shown = [part for part in message.walk() if part.get_content_type() in _SHOWN]
    for kind in _SHOWN:
        for part in shown:
            if part.get_content_type() == kind:
                return _read(part, snapshot.url)
    return SourceText("", "mhtml", "", problem="The saved page has no text in it.")


def _read(part: EmailMessage, url: str) -> SourceText:
    held = part.get_payload(decode=True)
    body = held if isinstance(held, bytes) else b""
    charset = part.get_param("charset")
    named = charset if isinstance(charset, str) else None
    if part.get_content_type() == "text/plain":
        return SourceText(decode(body, named).text.strip(), "mhtml", "")
    where = str(part["Content-Location"] or url)
    return html.read(Snapshot("", body, "text/html", named, where))
