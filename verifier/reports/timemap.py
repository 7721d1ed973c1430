"""TimeMaps: the captures of a source in link format (RFC 7089, 5).

In: the visits of one source. Out: a text of type `application/link-format`. The rule of this file: only captures that show the source are
mementos, and each is named by an address that names its bytes: an RFC 6920 name of their SHA-256, or one at a server that replays an
exported archive (pywb).
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from email.utils import format_datetime

from verifier.escape import safe_href
from verifier.model import Family, FetchLine


def write(history: Sequence[FetchLine], replay: str | None = None) -> str:
    """The TimeMap of visits, newest first as the archive lists them; `replay` is the address under which a server replays them.

    Empty where no capture shows the source.
    """
    captures = [line for line in reversed(history) if line.sha256 and line.status.family is Family.FOUND]
    if not captures:
        return ""
    original = _address(captures[-1].url)
    links = [f'<{original}>;rel="original"']
    if replay:
        span = f'from="{_date(captures[0])}";until="{_date(captures[-1])}"'
        place = f"{replay.rstrip('/')}/timemap/link/{original}"
        links.append(f'<{_address(place)}>;rel="self";type="application/link-format";{span}')
    mementos = list(dict.fromkeys((_memento(line, replay), _date(line)) for line in captures))
    for i, (name, date) in enumerate(mementos, 1):
        place = "first " * (i == 1) + "last " * (i == len(mementos))
        links.append(f'<{name}>;rel="{place}memento";datetime="{date}"')
    return ",\n".join(links) + "\n"


def _memento(line: FetchLine, replay: str | None) -> str:
    if replay:
        return _address(f"{replay.rstrip('/')}/{line.fetched_at:%Y%m%d%H%M%S}/{_address(line.url)}")
    digest = base64.urlsafe_b64encode(bytes.fromhex(line.sha256 or "")).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"


def _address(url: str) -> str:
    return safe_href(url) or ""


def _date(line: FetchLine) -> str:
    return format_datetime(line.fetched_at, usegmt=True)
