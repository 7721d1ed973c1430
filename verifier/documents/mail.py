"""Read a letter (.eml) or a page that a browser saved as one file (.mht): the article is one of its parts.

In: the bytes of a MIME message (RFC 5322, RFC 2557). Out: `Document`. A part in HTML is read by the rules of HTML, plain text by those of
text without the signature; attachments are no part of the article. Links of a saved page to itself lead to places on the page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from verifier.documents import html, plain
from verifier.errors import DocumentError
from verifier.files.decode import decode
from verifier.model import Document

_SIGNATURE = re.compile(r"^-- \r?\n.*", re.MULTILINE | re.DOTALL)  # RFC 3676, 4.3
_ADDRESSES = ("Content-Location", "Snapshot-Content-Location", "Content-Base")


def read(data: bytes, name: str) -> Document:
    r"""Read a letter or a saved page. Raises DocumentError.

    >>> letter = b"Subject: Gates\nMIME-Version: 1.0\n\nThey were shut [1].\n\n[1] Log, https://site.example/log\n-- \nAda\n"
    >>> document = read(letter, "gates.eml")
    >>> document.title, [note.text for note in document.notes]
    ('Gates', ['Log, https://site.example/log'])
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("html", "plain"))
        subject = str(message.get("Subject") or "").strip()
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        # What the library raises where headers or the nesting of parts are damaged is not written down anywhere.
        raise DocumentError(f"{name} is damaged: it is no whole message.", hint=_HINT) from error
    if not isinstance(part, EmailMessage):
        raise DocumentError(f"{name} holds no text that could be read.", hint=_HINT)
    text = decode(_content(part), part.get_content_charset()).text
    if part.get_content_subtype() == "html":
        document = html.read(_with_own_places(text, message, part).encode(), name)
    else:
        document = plain.read(_SIGNATURE.sub("", text).encode(), name)
    return replace(document, title=subject or document.title)


_HINT = "Save the letter again, or save its text as HTML or Word, and check that."


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _with_own_places(text: str, *messages: EmailMessage) -> str:
    """The page; its links to its own address are links on the page."""
    for own in {str(message.get(field, "")).strip() for message in messages for field in _ADDRESSES} - {""}:
        for quote in "\"'":
            text = text.replace(f"href={quote}{own}#", f"href={quote}#")
    return text
