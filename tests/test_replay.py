"""Captures that other tools wrote: revisits, resources, and “not modified”. All texts invented."""

from __future__ import annotations

import base64
import hashlib

import pytest

from verifier.model import Failure, Request, Response
from verifier.replay import Replay

URL, OTHER = "http://weir.example/report", "http://weir.example/report?from=mail"
BODY = b"<p>The weir was closed.</p>"
DIGEST = "sha1:" + base64.b32encode(hashlib.sha1(BODY).digest()).decode()


def record(kind: str, url: str, block: bytes, at: str, **more: str) -> bytes:
    """One WARC record; names of headers are written with underscores."""
    media = more.pop("media", "application/http; msgtype=response")
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": at,
        "WARC-Record-ID": f"<urn:uuid:{abs(hash((kind, url, at)))}>",
    }
    headers |= {
        "Content-Type": media,
        **{k.replace("_", "-"): v for k, v in more.items()},
        "Content-Length": str(len(block)),
    }
    return (
        b"WARC/1.0\r\n" + b"".join(f"{k}: {v}\r\n".encode() for k, v in headers.items()) + b"\r\n" + block + b"\r\n\r\n"
    )


def answer(status: str, body: bytes = b"") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


FIRST, SECOND, THIRD = "2024-10-01T10:00:00Z", "2024-10-02T10:00:00Z", "2024-10-03T10:00:00Z"
FULL = record("response", URL, answer("200 OK", BODY), FIRST, WARC_Payload_Digest=DIGEST)
CASES = {
    "a page": [FULL],
    "later not modified": [FULL, record("response", URL, answer("304 Not Modified"), SECOND)],
    "a revisit of another address": [
        record("response", OTHER, answer("200 OK", BODY), FIRST),
        record("revisit", URL, b"", SECOND, WARC_Refers_To_Target_URI=OTHER),
    ],
    "a revisit by its digest, before what it repeats": [
        record("revisit", URL, answer("200 OK"), SECOND, WARC_Payload_Digest=DIGEST),
        record("response", OTHER, answer("200 OK", BODY), FIRST, WARC_Payload_Digest=DIGEST),
    ],
    "the page alone": [record("resource", URL, BODY, FIRST, media="text/html")],
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_page_is_answered(case: str) -> None:
    found = Replay(b"".join(CASES[case]), "a.warc").send(Request(URL))
    assert isinstance(found, Response)
    assert (found.status, found.body, found.url) == (200, BODY, URL)
    assert (found.header("content-type") or "").startswith("text/html")


def test_a_later_answer_counts_and_a_revisit_of_nothing_is_none() -> None:
    gone = record("response", URL, answer("410 Gone"), THIRD)
    again = record("revisit", URL, b"", SECOND, WARC_Refers_To_Target_URI=URL)
    found = Replay(FULL + again + gone, "a.warc").send(Request(URL))
    assert isinstance(found, Response)
    assert found.status == 410
    lonely = record("revisit", OTHER, b"", SECOND, WARC_Refers_To_Target_URI="http://weir.example/nowhere")
    assert isinstance(Replay(FULL + lonely, "a.warc").send(Request(OTHER)), Failure)
