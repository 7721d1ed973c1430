"""Send JSON to a server that the user named: a judge. Nothing that an article or a page says ever chooses this address."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import requests

from verifier.transport.addresses import Guard
from verifier.transport.session import Deadline, Session, under

_SECONDS = 120.0
_MOST_BYTES = 1_000_000
_OK = 200


def post(url: str, body: bytes, headers: Mapping[str, str]) -> bytes:
    """The answer's body. Raises OSError (requests' errors are such) where none comes in 120 s, or another status than 200."""
    session = Session()
    deadline = Deadline(_SECONDS)
    name = urlsplit(url).hostname or ""
    try:
        with under(deadline, Guard((name,))):
            answer = session.post(
                url, data=body, headers=dict(headers), allow_redirects=False, stream=True, timeout=_SECONDS
            )
            with answer:
                if answer.status_code != _OK:
                    raise requests.HTTPError(f"the server answered {answer.status_code}")
                content = answer.raw.read(_MOST_BYTES + 1, decode_content=True)
    except requests.RequestException as error:  # requests names the address, with its password, where it cannot be one
        raise OSError(str(error).replace(url, "the judge's address")) from None
    finally:
        session.close()
    if deadline.expired or len(content) > _MOST_BYTES:
        raise OSError("the answer was too late or too long")
    return bytes(content)
