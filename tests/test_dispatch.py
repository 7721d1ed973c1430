"""Driving many plans: hosts politely, in parallel, and no source costs another its result."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import UTC, datetime

import pytest
from support.limits import HANG

from verifier.dispatch import run_plans
from verifier.model import (
    Answer,
    Failure,
    FailureKind,
    Fetch,
    Link,
    LinkStatus,
    PlanName,
    Request,
    Response,
    Snapshot,
    SourceText,
    Step,
)

NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
Send = Callable[[Request], Response | Failure]


def answer(url: str, status: int = 200, **headers: str) -> Response:
    named = tuple((k.replace("_", "-"), v) for k, v in headers.items())
    return Response(url, url, status, named, b"x", NOON)


def plan(url: str) -> Generator[Step, Answer, Fetch]:
    """Ask once; the status is the result."""
    got = yield Request(url)
    status = got.status if isinstance(got, Response) else 0
    detail = got.kind if isinstance(got, Failure) else str(status)
    return Fetch(url, NOON, PlanName.LIVE, LinkStatus(Link.OK, detail, detail), http_status=status)


def read(_: Snapshot) -> SourceText:
    return SourceText("", "plain", "1")


def run(urls: list[str], send: Send, **pace: float) -> dict[str, Fetch]:
    return dict(run_plans(((u, plan(u)) for u in urls), send, read, **{"spacing": 0.0, **pace}))  # type: ignore[arg-type]


class Watch:
    """A network that notes how many requests a host has at once. It answers only when so many are under way together."""

    def __init__(self, together: int) -> None:
        self._lock, self._together = threading.Lock(), threading.Barrier(together)
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()

    def __call__(self, request: Request) -> Response:
        name = request.url.split("/")[2]
        with self._lock:
            self.now[name] += 1
            self.most[name] = max(self.most[name], self.now[name])
        self._together.wait(HANG)
        with self._lock:
            self.now[name] -= 1
        return answer(request.url)


def test_a_host_is_asked_twice_at_once_at_most_and_hosts_in_parallel() -> None:
    watch = Watch(together=2 * 6)
    urls = [f"https://host{h}.example/{i}" for h in range(6) for i in range(4)]
    assert set(run(urls, watch)) == set(urls)
    assert set(watch.most.values()) == {2}


def test_between_two_requests_to_a_host_lies_the_spacing() -> None:
    starts: list[float] = []

    def send(request: Request) -> Response:
        starts.append(time.monotonic())
        return answer(request.url)

    began = time.monotonic()
    run([f"https://one.example/{i}" for i in range(5)], send, spacing=0.05)
    # From the beginning, not from one to the next: a busy machine may begin one late, but none early.
    assert all(start - began >= 0.05 * number for number, start in enumerate(sorted(starts)))


def test_the_same_address_is_asked_once_for_all_who_want_it() -> None:
    asked: list[str] = []
    all_want_it = threading.Event()

    def send(request: Request) -> Response:
        asked.append(request.url)
        all_want_it.wait(HANG)
        return answer(request.url)

    def plans() -> Iterator[tuple[int, Generator[Step, Answer, Fetch]]]:
        yield from ((i, plan("https://one.example/a")) for i in range(3))
        all_want_it.set()

    found = list(run_plans(plans(), send, read, spacing=0.0))
    assert len(found) == 3
    assert asked == ["https://one.example/a"]


# What the first request brings, and how often the address is asked in all.
TRIES: dict[str, tuple[Callable[[str], Response | Failure], int]] = {
    "fine": (answer, 1),
    "not found": (lambda url: answer(url, 404), 1),
    "a broken server": (lambda url: answer(url, 502), 2),
    "a time-out": (lambda url: Failure(url, FailureKind.TIMEOUT, "late", NOON), 2),
    "a reset": (lambda url: Failure(url, FailureKind.RESET, "reset", NOON), 2),
    "no such host": (lambda url: Failure(url, FailureKind.DNS, "none", NOON), 1),
    "an unsafe address": (lambda url: Failure(url, FailureKind.UNSAFE, "private", NOON), 1),
    "asked to wait a moment": (lambda url: answer(url, 429, retry_after="0"), 2),
    "asked to wait for an hour": (lambda url: answer(url, 429, retry_after="3600"), 1),
    "too many requests, and no word of when": (lambda url: answer(url, 429), 2),
}  # fmt: skip


@pytest.mark.parametrize("case", TRIES)
def test_what_may_pass_is_asked_once_more(case: str) -> None:
    first, count = TRIES[case]
    asked: list[str] = []

    def send(request: Request) -> Response | Failure:
        asked.append(request.url)
        return first(request.url) if len(asked) == 1 else answer(request.url)

    [fetch] = run(["https://one.example/a"], send).values()
    assert len(asked) == count
    assert (fetch.http_status == 200) is (case == "fine" or count == 2)


# How many pages a host gives before it says "too many requests", what it says, and how often it is asked for ten pages at the most.
LIMITS: dict[str, tuple[int, dict[str, str], int]] = {
    "for an hour": (3, {"retry_after": "3600"}, 3 + 2),
    "until tomorrow": (3, {"retry_after": "Tue, 03 Jun 2025 12:00:00 GMT"}, 3 + 2),
    "nobody knows for how long": (0, {}, 2 * 4),
}


@pytest.mark.parametrize("case", LIMITS)
def test_a_host_that_wants_no_more_requests_is_left_alone(case: str) -> None:
    """Also for all who wait, each of whom is told; other hosts are asked on."""
    given, said, most = LIMITS[case]
    asked: list[str] = []

    def send(request: Request) -> Response:
        if "one.example" not in request.url:
            return answer(request.url)
        asked.append(request.url)
        return answer(request.url) if len(asked) <= given else answer(request.url, 429, **said)

    urls = [f"https://one.example/{i}" for i in range(10)]
    found = run([*urls, "https://two.example/a"], send)
    assert len(asked) <= most
    assert found["https://two.example/a"].http_status == 200
    unasked = [found[url] for url in urls if url not in asked]
    assert unasked
    assert {fetch.status.rule for fetch in unasked} == {"rate_limit"}


def test_a_host_that_was_busy_for_a_moment_is_asked_on() -> None:
    asked: Counter[str] = Counter()

    def send(request: Request) -> Response:
        asked[request.url] += 1
        return answer(request.url, 429 if asked.total() in (2, 5, 9) else 200)

    urls = [f"https://one.example/{i}" for i in range(12)]
    assert {fetch.http_status for fetch in run(urls, send).values()} == {200}


def test_a_fault_of_ours_costs_one_source_only() -> None:
    def broken(url: str) -> Generator[Step, Answer, Fetch]:
        yield Request(url)
        raise ValueError(url)

    def send(request: Request) -> Response:
        if "boom" in request.url:
            raise RuntimeError
        return answer(request.url)

    urls = ["https://a.example/", "https://b.example/boom"]
    plans = [*((u, plan(u)) for u in urls), ("broken", broken("https://c.example/"))]
    found = dict(run_plans(plans, send, read, spacing=0.0))
    assert found["https://a.example/"].http_status == 200
    assert found["https://b.example/boom"].http_status == 0
    assert found["broken"].status.rule == "internal"


def test_while_it_waits_it_says_so() -> None:
    idle = threading.Event()

    def send(request: Request) -> Response:
        assert idle.wait(HANG)
        return answer(request.url)

    [(_, fetch)] = run_plans([(0, plan("https://one.example/"))], send, read, idle=idle.set)
    assert fetch.http_status == 200


def test_it_says_whom_it_waits_for_and_how_long_yet() -> None:
    told: list[tuple[tuple[str, ...], float]] = []
    heard = threading.Event()

    def hear(hosts: Sequence[str], seconds: float) -> None:
        told.append((tuple(hosts), seconds))
        heard.set()

    def slow(request: Request) -> Response:
        if request.url.startswith("https://slow"):
            heard.wait(HANG)
        return answer(request.url)

    urls = ["https://slow.example/a", "https://quick.example/a"]
    found = dict(run_plans(((u, plan(u)) for u in urls), slow, read, spacing=0.0, seconds=60.0, waits_for=hear))
    assert set(found) == set(urls)
    hosts, seconds = told[-1]
    assert hosts == ("slow.example",)
    assert 0.0 < seconds <= 40.0, "the first try has two thirds of the time"


def test_each_try_has_its_share_of_the_time() -> None:
    asked: list[float | None] = []

    def late(request: Request) -> Failure:
        asked.append(request.seconds)
        return Failure(request.url, FailureKind.TIMEOUT, "No answer.", NOON)

    run(["https://late.example/a"], late, seconds=6.0)
    assert asked == [pytest.approx(4.0), pytest.approx(2.0)]
