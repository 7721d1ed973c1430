"""Find the memento a careful person would offer: near the access date, and holding what was cited.

The archive's index (CDX; where it fails, the TimeMap of RFC 7089) lists the captures; they are read in the order of closeness until
one holds the cited words. Captures of redirects, errors, walls and soft 404s are none. Without words to look for, or where no
capture holds them, the nearest capture that is a page of its own is offered, and whether it holds the words is said.
"""

from __future__ import annotations

import email.utils
import json
import re
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from verifier.fetching.steps import Wanted, ask, read
from verifier.model import Answer, Failure, Link, Memento, Purpose, Response, Step
from verifier.pages import Page, classify
from verifier.urls import host

_TRIES = 6
_LISTED = 60
_OK = 200
# An archive that is asked too often, refuses, or is out of order.
_REFUSING = frozenset({401, 403, 420, 429})
_BROKEN = 500
# The Internet Archive's, and that of the archives that run pywb (their addresses end before `/timemap`).
_TIMEMAPS = ("/web/timemap/link/", "/timemap/link/")
_STAMP = re.compile(r"\d{14}")
_FIRST_MOMENT = "00010101000000"
_LINK = re.compile(r"<([^>]+)>\s*;([^<]*)")


@dataclass(frozen=True, slots=True)
class _Capture:
    """A line of the index."""

    stamp: str
    original: str
    address: str  # where people read it

    @property
    def raw(self) -> str:
        """Where the bytes are as they were captured, without the archive's own frame."""
        return self.address.replace(f"/{self.stamp}/", f"/{self.stamp}id_/", 1)

    @property
    def moment(self) -> datetime:
        """When it was captured; an impossible moment is none of any interest."""
        return moment_of(self.stamp) or datetime.min.replace(tzinfo=UTC)


Found = tuple[Memento | None, str | None]


def find_memento(wanted: Wanted) -> Generator[Step, Answer, Found]:
    """The memento, or why there is none; the first archive that holds the cited words, else the first that has a page."""
    best: Memento | None = None
    notes = []
    for base in wanted.mementos.bases:
        memento, note = yield from _find_in(wanted, base)
        if memento is not None and memento.holds_words is not False:
            return memento, None
        best = best or memento
        notes.append(note or "")
    if best is not None:
        return best, "No capture near the access date holds the quoted words; the nearest is offered."
    return None, " ".join(dict.fromkeys(filter(None, notes)))


def _find_in(wanted: Wanted, base: str) -> Generator[Step, Answer, Found]:
    captures, problem = yield from _list(wanted, base)
    if problem is not None:
        return None, problem
    if not captures:
        return None, f"{_name(base)} holds no capture of this address."
    best: Memento | None = None
    silent: str | None = None
    for capture in captures[:_TRIES]:
        memento, problem = yield from _read(wanted, base, capture)
        silent = silent or problem
        if memento is not None and memento.holds_words is not False:
            return memento, None
        best = best or memento
    if best is None and silent is not None:
        return None, f"{_name(base)} could not be asked for its captures of this address: {silent}"
    return best, None if best else f"{_name(base)}'s captures of this address are error pages, redirects or walls."


def _name(base: str) -> str:
    return "The web archive" if host(base) == "web.archive.org" else host(base) or base


def save(wanted: Wanted) -> Generator[Step, Answer, str]:
    """Ask the first archive to save the page where none has a capture yet; what came of it, in words."""
    for base in wanted.mementos.bases:
        captures, _ = yield from _list(wanted, base)
        if captures:
            newest = max(capture.stamp for capture in captures)
            return f"{_name(base)} has captures of this address, the newest listed of {newest[:4]}-{newest[4:6]}-{newest[6:8]}."
    base = wanted.mementos.bases[0]
    answer = yield from ask(f"{base}/save/{wanted.cited.url.split('#')[0]}", Purpose.SAVE)
    if isinstance(answer, Response) and answer.status == _OK:
        return f"{_name(base)} was asked to save this page."
    why = answer.detail if isinstance(answer, Failure) else f"it answered {answer.status}."
    return f"{_name(base)} could not be asked to save this page: {why}"


def _list(wanted: Wanted, base: str) -> Generator[Step, Answer, tuple[list[_Capture], str | None]]:
    """The captures, nearest to the access date first: by the index of the Internet Archive's kind, else by a TimeMap."""
    near = re.sub(r"\D", "", wanted.cited.copied or wanted.cited.accessed or "")
    url = wanted.cited.url.split("#")[0]
    query = f"url={quote(url, safe='')}&output=json&fl=timestamp,original,statuscode,mimetype&limit={_LISTED}"
    if near:
        query += f"&sort=closest&closest={near}"
    answer = yield from ask(f"{base}/cdx/search/cdx?{query}", Purpose.INDEX)
    captures, broken = _from_cdx(answer, base), _silence(answer)
    for path in _TIMEMAPS if captures is None else ():
        answer = yield from ask(f"{base}{path}{url}", Purpose.INDEX)
        listed = _from_timemap(answer)
        captures = captures if listed is None else listed
        if captures:
            break
    if not captures and broken:  # a TimeMap that is not there says nothing while the index is out of order
        return [], f"{_name(base)} could not be asked: {broken}"
    if captures is None:
        return [], f"{_name(base)} could not be asked: {_silence(answer) or 'its index cannot be read.'}"
    return sorted(captures, key=lambda c: _distance(c, near)), None


def _silence(answer: Response | Failure) -> str | None:
    """Why an archive has not answered for itself, None where it has; what it plays back carries its own date (RFC 7089)."""
    if isinstance(answer, Failure):
        return answer.detail
    refused = answer.status in _REFUSING or answer.status >= _BROKEN
    return f"it answered {answer.status}." if refused and memento_datetime(answer) is None else None


def _distance(capture: _Capture, near: str) -> float:
    """Seconds between a capture and the access date; the newest first where that is not known."""
    wanted = moment_of(near)
    return abs((capture.moment - wanted).total_seconds()) if wanted else -capture.moment.timestamp()


def moment_of(digits: str) -> datetime | None:
    """The moment that the digits of a stamp or of an ISO date mean, from the year on; None where they mean none.

    >>> [str(moment_of(digits)) for digits in ("2019-03", "20190312083000", "20191350")]
    ['2019-03-01 00:00:00+00:00', '2019-03-12 08:30:00+00:00', 'None']
    """
    digits = re.sub(r"\D", "", digits)
    try:
        whole = digits + _FIRST_MOMENT[len(digits) :]
        return datetime.strptime(whole + "+0000", "%Y%m%d%H%M%S%z") if len(digits) >= len("2019") else None
    except ValueError:
        return None


def _from_cdx(answer: Response | Failure, base: str) -> list[_Capture] | None:
    """The lines of the index that are pages; None where it did not answer. A revisit ("-") repeats an earlier page."""
    if isinstance(answer, Failure) or answer.status != 200:
        return None
    try:
        table = json.loads(answer.body or b"[]")
        names = table[0] if table else []
        rows = [dict(zip(names, row, strict=True)) for row in table[1:]]
        return [
            _Capture(r["timestamp"], r["original"], f"{base}/web/{r['timestamp']}/{r['original']}")
            for r in rows
            if r["statuscode"] in ("200", "-") and _STAMP.fullmatch(r["timestamp"])
        ]
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def _from_timemap(answer: Response | Failure) -> list[_Capture] | None:
    if isinstance(answer, Failure) or answer.status not in (200, 404):
        return None
    captures = []
    for target, parameters in _LINK.findall(answer.body.decode("utf-8", "replace")):
        stamp = _STAMP.search(target)
        if "memento" in parameters and stamp:
            captures.append(
                _Capture(
                    stamp[0],
                    target.split(stamp[0], 1)[1].removeprefix("id_").lstrip("/"),
                    target.replace("id_/", "/", 1),
                )
            )
    return captures


def _read(wanted: Wanted, base: str, capture: _Capture) -> Generator[Step, Answer, Found]:
    """One capture; none where it is no page of its own, and why where the archive did not answer."""
    if host(capture.address) != host(base):
        return None, None  # an index that points elsewhere is no index of this archive
    answer = yield from ask(capture.raw, Purpose.MEMENTO)
    if isinstance(answer, Failure) or answer.status != _OK or answer.incomplete or _leads_elsewhere(answer, capture):
        return None, _silence(answer)
    snapshot, text = yield from read(answer)
    page = Page(answer, text, replace(wanted.cited, url=answer.final_url))
    if classify(page).link not in (Link.OK, Link.MOVED):
        return None, None
    holds = page.held if wanted.cited.words else None
    return Memento(capture.address, memento_datetime(answer) or capture.moment, snapshot, text, holds), None


def _leads_elsewhere(answer: Response, capture: _Capture) -> bool:
    """Whether playback went on to the capture of another address: a recorded redirect."""
    path = urlsplit(answer.final_url).path
    return bool(answer.hops) and urlsplit(capture.original).path.rstrip("/") not in path


def memento_datetime(answer: Response) -> datetime | None:
    """When a copy was captured, as the archive says (RFC 7089)."""
    try:
        return email.utils.parsedate_to_datetime(answer.header("memento-datetime") or "").astimezone(UTC)
    except ValueError:
        return None
