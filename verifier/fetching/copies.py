"""The web archive's copy that a note cites: asked at its own address, without the archive's own frame around it where that can be had.

In: what is wanted. Out: the copy as a `Memento`, or in words why it could not be read. The rule of this file: that a copy is not there,
and that nobody could ask for it, are two answers.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import datetime

from verifier.fetching.frames import Shown, open_frame, unread
from verifier.fetching.steps import Wanted, ask, read
from verifier.fetching.wayback import Found, memento_datetime, moment_of
from verifier.model import Answer, Failure, FailureKind, Family, Link, LinkStatus, Memento, Purpose, Response, Step
from verifier.pages import Page, classify, status_of_failure

# How archives write the moment of a capture, and what is to be shown of it, in front of the original address.
_STAMPED = re.compile(r"/(?P<stamp>\d{4,14})(?:[a-z]{2}_)?/(?=(?:https?:|www\.|[\w-]+\.[a-z]))", re.IGNORECASE)


def read_copy(wanted: Wanted) -> Generator[Step, Answer, Found]:
    """The copy that the note cites, or why it could not be read; neither where it cites none."""
    if wanted.cited.copy is None:
        return None, None
    problem = LinkStatus(Link.UNREACHABLE, "no_answer", "")
    for address in _forms(wanted.cited.copy):
        answer = yield from ask(address, Purpose.MEMENTO)
        if isinstance(answer, Failure) and answer.kind is FailureKind.NOT_CAPTURED:
            return None, None  # nobody looked: a file of captures without the copy says nothing of it
        if isinstance(answer, Failure):
            problem = status_of_failure(answer)
            break
        page, snapshot, problem = yield from _show(wanted, answer)
        if problem.family is Family.FOUND and not page.text.text.strip():
            problem = LinkStatus(Link.UNSUPPORTED, "no_text", page.text.problem or "It holds no text.")
        elif problem.family is Family.FOUND:
            holds = page.held if wanted.cited.words else None
            return Memento(wanted.cited.copy, _moment(wanted, answer), snapshot, page.text, holds), None
    if problem.link is Link.GONE:
        return None, f"The archived copy that the note cites is not there: {problem.reason}"
    return None, f"The archived copy that the note cites could not be read: {problem.reason}"


def _forms(address: str) -> Iterator[str]:
    """The address of the bytes as they were captured, where the archive has such a one, and the one that is cited."""
    stamped = _STAMPED.search(address)
    if stamped:
        yield f"{address[: stamped.start()]}/{stamped['stamp']}id_/{address[stamped.end() :]}"
    yield address


def _show(wanted: Wanted, answer: Response) -> Generator[Step, Answer, Shown]:
    """The copy, out of its frame where it stands in one, and what kind of answer it is."""
    snapshot, text = yield from read(answer)
    page = Page(answer, text, replace(wanted.cited, url=answer.final_url))
    status = classify(page)
    if status.family is not Family.FOUND:
        return page, snapshot, status
    framed = yield from open_frame(page)
    return framed or (page, snapshot, unread(page) or status)


def _moment(wanted: Wanted, answer: Response) -> datetime:
    """When it was captured: as the archive says, as its address does, as the note does; else the moment of the visit."""
    said = memento_datetime(answer)
    if said is not None:
        return said
    stamped = _STAMPED.search(wanted.cited.copy or "")
    return moment_of(stamped["stamp"] if stamped else wanted.cited.copied or "") or answer.received_at
