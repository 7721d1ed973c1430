"""Keep what a visit rests on: the other answers that its reading was made of, beside the last one.

In: a plan. Out: the same plan, whose `Fetch` holds these answers. The rule of this file: what changed neither text nor state is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from verifier.fetching.steps import Plan, Wanted, snapshot_of
from verifier.model import Answer, Exchange, Fetch, Purpose, Request, Response, Step

# By it a page is known that its site shows at every address: the answer of an address that cannot exist is the proof.
_BY_PROBE = "same_everywhere"
_MOST = 12


def keep_exchanges(plan: Callable[[Wanted], Plan]) -> Callable[[Wanted], Plan]:
    """The plan with the answers that its result rests on."""

    def kept(wanted: Wanted) -> Plan:
        running, answer, seen = plan(wanted), None, list[tuple[Request, Response]]()
        while True:
            try:
                step = _go_on(running, answer)
            except StopIteration as end:
                return _with(end.value, seen)
            answer = yield step
            if isinstance(step, Request) and isinstance(answer, Response) and len(seen) < _MOST:
                seen.append((step, answer))

    return kept


def _go_on(running: Plan, answer: Answer | None) -> Step:
    return next(running) if answer is None else running.send(answer)


def _with(fetch: Fetch, seen: Sequence[tuple[Request, Response]]) -> Fetch:
    exchanges = tuple(
        Exchange(request.url, answer.status, snapshot_of(answer))
        for request, answer in seen
        if _counts(fetch, request, answer)
    )
    return replace(fetch, exchanges=exchanges)


def _counts(fetch: Fetch, request: Request, answer: Response) -> bool:
    """Whether an answer is another than the last, and something rests on it."""
    if fetch.snapshot is None or answer.body is fetch.snapshot.body:
        return False
    if request.purpose is Purpose.PROBE:
        return fetch.status.rule == _BY_PROBE
    return request.purpose is Purpose.PAGE and answer.incomplete is None
