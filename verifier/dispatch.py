"""Drive many plans at once: hosts in parallel, each host politely, each body read once.

In: plans by key, what sends a request, what reads a snapshot. Out: each finished `Fetch` as it ends. A host is asked at most twice at
once, with a pause between; what it asks for by `Retry-After` is kept to, up to a cap, and beyond that it is left alone. What failed for
a reason that may pass is asked once more at the end. Plans go on in the calling thread only; sending and reading have threads of their own.
"""

from __future__ import annotations

import email.utils
import queue
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from verifier.clock import utc_now
from verifier.fetching import Plan
from verifier.model import (
    Answer,
    Failure,
    FailureKind,
    Fetch,
    Incomplete,
    Link,
    LinkStatus,
    PlanName,
    Purpose,
    Request,
    Response,
    Snapshot,
    SourceText,
)
from verifier.urls import host

K = TypeVar("K")
Send = Callable[[Request], Response | Failure]
Read = Callable[[Snapshot], SourceText]

_Body = tuple[str, str, str | None]

_LONGEST_WAIT = 10.0
_WAITS = 4
# Too many requests, and no word of when to come back: so many pauses are waited, and so many such answers are enough.
_PAUSES = 10
_REFUSALS = 4
_TOO_MANY = frozenset({420, 429})
# The seconds between two requests to one host, where the host itself says nothing.
SPACING = 0.2
# The seconds that a citation may take, over both tries; the first has most of them.
SECONDS = 30.0
_OF_FIRST = 2 / 3
# Readings that are kept for a body that comes again: error pages, and the answers of impossible addresses.
_KEPT = 64


class _Threads:
    """Threads that do one thing after another; there are as many as were ever busy at once."""

    def __init__(self) -> None:
        self._todo: queue.SimpleQueue[tuple[Callable[..., object], tuple[object, ...]] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._idle = 0
        self._started = 0

    def do(self, work: Callable[..., object], *arguments: object) -> None:
        """Do this in a thread, as soon as one is idle; a new one where none is."""
        with self._lock:
            self._idle -= 1
            new = self._idle < 0
            self._idle += new
        self._todo.put((work, arguments))
        if new:
            self._started += 1
            threading.Thread(target=self._run, daemon=True).start()

    def end(self) -> None:
        """Let each of them end when it has done what it does."""
        for _ in range(self._started):
            self._todo.put(None)

    def _run(self) -> None:
        while todo := self._todo.get():
            work, arguments = todo
            work(*arguments)
            del todo, work, arguments  # a body would be held until the next comes
            with self._lock:
                self._idle += 1


@dataclass(eq=False)
class _Task:
    """A request and the plans that wait for its answer."""

    asked: Request
    request: Request  # what is sent: another time limit, the second time
    keys: list[int]
    started: float = 0.0
    not_before: float = 0.0
    tries: int = 0
    waits: int = 0


@dataclass
class _Host:
    """The queue of one host."""

    tasks: deque[_Task] = field(default_factory=deque)
    under_way: list[_Task] = field(default_factory=list)
    next_start: float = 0.0
    spacing: float = 0.0
    refusals: int = 0  # one after another
    closed: str | None = None  # why it is not asked any more in this run


@dataclass
class _Running:
    """A plan under way."""

    key: object
    plan: Plan


def run_plans(  # noqa: PLR0913 - the network, and how polite to be
    plans: Iterable[tuple[K, Plan]],
    send: Send,
    read: Read,
    *,
    workers: int = 32,
    per_host: int = 2,
    spacing: float = SPACING,
    again: bool = True,
    seconds: float = SECONDS,
    idle: Callable[[], object] = lambda: None,
    waits_for: Callable[[Sequence[str], float], object] = lambda _hosts, _seconds: None,
    known: Callable[[Snapshot], SourceText | None] = lambda _snapshot: None,
) -> Iterator[tuple[K, Fetch]]:
    """Run plans to their ends and yield each result as it comes.

    Politeness counts the host that is asked; what a redirect leads to is the transport's. `again` says whether a request may be sent
    once more where its answer may pass: a file of captures answers as it did. `seconds` are what a citation may take. `idle` is called
    whenever there is nothing to do but wait, `waits_for` with the hosts that are waited for and the seconds that the last of them has left;
    `known` gives the reading of a body that was read before. All are called in this thread.
    """
    driver = _Driver(
        send, read, known,
        workers=workers, per_host=per_host, spacing=spacing, again=again, seconds=seconds, idle=idle, waits_for=waits_for,
    )  # fmt: skip
    try:
        for key, plan in plans:
            yield from driver.start(key, plan)  # type: ignore[misc] # the driver keeps keys of any kind
        yield from driver.run()  # type: ignore[misc]
    finally:
        driver.end()


class _Driver:
    """The state of one run."""

    def __init__(  # noqa: PLR0913 - the arguments of `run_plans`
        self,
        send: Send,
        read: Read,
        known: Callable[[Snapshot], SourceText | None],
        *,
        workers: int,
        per_host: int,
        spacing: float,
        again: bool,
        seconds: float,
        idle: Callable[[], object],
        waits_for: Callable[[Sequence[str], float], object],
    ) -> None:
        self._send, self._read, self._known = send, read, known
        self._workers, self._per_host, self._spacing = workers, per_host, spacing
        self._again, self._idle, self._waits_for, self._seconds = again, idle, waits_for, seconds
        self._plans: list[_Running] = []
        self._hosts: dict[str, _Host] = {}
        self._tasks: dict[Request, _Task] = {}
        self._probes: dict[str, Response | Failure] = {}
        self._later: list[_Task] = []
        self._done: queue.SimpleQueue[tuple[_Task | _Body, Answer]] = queue.SimpleQueue()
        self._threads = _Threads()
        self._running = 0
        self._reading: dict[_Body, list[int]] = {}  # and the plans that wait for it
        self._read_lately: OrderedDict[_Body, SourceText] = OrderedDict()

    def end(self) -> None:
        """Nothing is asked or read any more."""
        self._threads.end()

    def start(self, key: object, plan: Plan) -> Iterator[tuple[object, Fetch]]:
        """Begin a plan; one that asks nothing ends at once."""
        self._plans.append(_Running(key, plan))
        yield from self._advance(len(self._plans) - 1, None)
        yield from self._collect(wait=False)

    def run(self) -> Iterator[tuple[object, Fetch]]:
        """Everything that is queued, then what is asked once more."""
        while True:
            self._fill()
            if not self._running and not self._reading and not any(h.tasks for h in self._hosts.values()):
                if not self._later:
                    return
                again, self._later = self._later, []
                for task in again:
                    self._queue(task)
                continue
            yield from self._collect(wait=True)

    def _collect(self, *, wait: bool) -> Iterator[tuple[object, Fetch]]:
        """Take what is done; wait for it until something else may start."""
        if not wait:
            self._fill()
        try:
            task, answer = self._done.get(timeout=self._pause()) if wait else self._done.get_nowait()
        except queue.Empty:
            self._idle()
            self._tell_waiting()
            return
        if isinstance(answer, SourceText):
            assert isinstance(task, tuple)
            yield from self._hand_out(task, answer)
            return
        assert isinstance(task, _Task)
        self._running -= 1
        self._host(task).under_way.remove(task)
        if self._again and self._try_again(task, answer):
            return
        self._tasks.pop(task.asked, None)
        if task.request.purpose is Purpose.PROBE:
            self._probes[task.request.url] = answer
        for plan in task.keys:
            yield from self._advance(plan, answer)

    # --- plans -------------------------------------------------------------------------------

    def _advance(self, index: int, answer: Answer | None) -> Iterator[tuple[object, Fetch]]:
        """Send an answer to a plan and see what it wants next."""
        running = self._plans[index]
        while True:
            try:
                step = next(running.plan) if answer is None else running.plan.send(answer)
            except StopIteration as end:
                yield running.key, end.value
                return
            except Exception as error:  # noqa: BLE001 - one page must not cost the others their result
                yield running.key, _broken(running, answer, error)
                return
            if isinstance(step, Request):
                known = self._probes.get(step.url) if step.purpose is Purpose.PROBE else None
                if known is None:
                    self._ask(index, step)
                    return
                answer = known
            else:
                text = self._read_lately.get(_body(step)) or self._known(step)
                if text is None:
                    self._read_beside(index, step)
                    return
                answer = text

    def _ask(self, index: int, request: Request) -> None:
        """Queue a request; the same one under way serves both."""
        bare = replace(request, url=request.url.split("#")[0], seconds=request.seconds or self._seconds * _OF_FIRST)
        task = self._tasks.get(bare)
        if task is None:
            task = self._tasks[bare] = _Task(bare, bare, [])
            self._queue(task)
        task.keys.append(index)

    def _read_beside(self, index: int, snapshot: Snapshot) -> None:
        """Read a body in a thread; the same one under way serves both."""
        body = _body(snapshot)
        waiting = self._reading.setdefault(body, [])
        waiting.append(index)
        if len(waiting) == 1:
            self._threads.do(self._read_one, body, snapshot)

    def _read_one(self, body: _Body, snapshot: Snapshot) -> None:
        try:
            text = self._read(snapshot)
        except Exception as error:  # noqa: BLE001 - a thread that dies silently would hang the run
            problem = f"verifier could not read this answer ({type(error).__name__}); please report it."
            text = SourceText("", "none", "1", problem=problem)
        self._done.put((body, text))

    def _hand_out(self, body: _Body, text: SourceText) -> Iterator[tuple[object, Fetch]]:
        """A reading is there: the plans that wait for it go on."""
        self._read_lately[body] = text
        if len(self._read_lately) > _KEPT:
            self._read_lately.popitem(last=False)
        for plan in self._reading.pop(body):
            yield from self._advance(plan, text)

    # --- hosts -------------------------------------------------------------------------------

    def _host(self, task: _Task) -> _Host:
        return self._hosts.setdefault(host(task.request.url), _Host(spacing=self._spacing))

    def _queue(self, task: _Task) -> None:
        self._host(task).tasks.append(task)

    def _fill(self) -> None:
        """Start what may be started, the longest queue first."""
        now = time.monotonic()
        for place in (h for h in self._hosts.values() if h.closed and h.tasks):
            self._leave_alone(place)
        for place in sorted((h for h in self._hosts.values() if h.tasks), key=lambda h: -len(h.tasks)):
            while (
                self._running < self._workers
                and place.tasks
                and len(place.under_way) < self._per_host
                and place.next_start <= now
            ):
                task = next((t for t in place.tasks if t.not_before <= now), None)
                if task is None:
                    break
                place.tasks.remove(task)
                place.under_way.append(task)
                task.started = now
                place.next_start = now + place.spacing
                self._running += 1
                self._threads.do(self._work, task)

    def _leave_alone(self, place: _Host) -> None:
        """Answer what is queued for a host that wants no more requests, without asking."""
        while place.tasks:
            task = place.tasks.popleft()
            place.under_way.append(task)
            self._running += 1
            self._done.put((task, Failure(task.request.url, FailureKind.RATE_LIMIT, str(place.closed), utc_now())))

    def _work(self, task: _Task) -> None:
        try:
            answer = self._send(task.request)
        except Exception as error:  # noqa: BLE001 - a thread that dies silently would hang the run
            answer = Failure(
                task.request.url, FailureKind.PROTOCOL, f"The request failed: {type(error).__name__}.", utc_now()
            )
        self._done.put((task, answer))

    def _pause(self) -> float:
        """Until when nothing new can start, at most half a second."""
        now = time.monotonic()
        starts = [
            max(h.next_start, min(t.not_before for t in h.tasks))
            for h in self._hosts.values()
            if h.tasks and len(h.under_way) < self._per_host
        ]
        return max(0.005, min([0.5, *(s - now for s in starts)]))

    def _tell_waiting(self) -> None:
        """Say which hosts were asked and did not answer yet, and how long the last of them has."""
        now = time.monotonic()
        asked = {name: place.under_way for name, place in self._hosts.items() if place.under_way}
        left = [
            task.started + (task.request.seconds or self._seconds) - now for tasks in asked.values() for task in tasks
        ]
        self._waits_for(tuple(asked), max(0.0, max(left, default=0.0)))

    # --- once more ---------------------------------------------------------------------------

    def _try_again(self, task: _Task, answer: Response | Failure) -> bool:
        """Whether a request was queued again, and its plans wait on."""
        wait = _asked_to_wait(answer)
        if isinstance(answer, Response):
            self._count_refusal(answer, wait)
        if wait is not None:
            return wait <= _LONGEST_WAIT and self._wait(task, wait)
        if isinstance(answer, Response) and answer.status in _TOO_MANY:
            return task.waits == 0 and not self._host(task).closed and self._wait(task, _PAUSES * self._spacing)
        if task.tries == 0 and _may_pass(answer):
            task.tries = 1
            task.request = replace(task.request, seconds=self._seconds * (1 - _OF_FIRST))
            self._later.append(task)
            return True
        return False

    def _count_refusal(self, answer: Response, wait: float | None) -> None:
        """Close a host that wants to be left alone for long, or refuses again and again without saying for how long."""
        place = self._hosts.get(host(answer.final_url))
        if place is None:
            return
        place.refusals = place.refusals + 1 if answer.status in _TOO_MANY else 0
        asked_for = f" and asked to be left alone for {round(wait)} seconds (Retry-After)" if wait else ""
        if place.refusals and (wait or 0) > _LONGEST_WAIT or place.refusals >= _REFUSALS and wait is None:  # noqa: RUF021
            place.closed = (
                f"The server answered others of its pages with “too many requests” ({answer.status}){asked_for}; "
                "this one was not asked for. Check again later."
            )

    def _wait(self, task: _Task, seconds: float) -> bool:
        """Keep to `Retry-After`, and be slower with this host from now on."""
        if task.waits >= _WAITS:
            return False
        task.waits += 1
        now, place = time.monotonic(), self._host(task)
        place.next_start = max(place.next_start, now + seconds)
        place.spacing = max(place.spacing, min(1.0, seconds))
        task.not_before = now + seconds
        place.tasks.appendleft(task)
        return True


def _body(snapshot: Snapshot) -> _Body:
    """What a reading depends on."""
    return snapshot.sha256, snapshot.media_type, snapshot.charset


def _asked_to_wait(answer: Response | Failure) -> float | None:
    """The seconds that a 429 or 503 asks for, None where it asks for nothing."""
    if not isinstance(answer, Response) or answer.status not in (429, 503):
        return None
    value = (answer.header("retry-after") or "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - answer.received_at.timestamp() + 1.0)
    except (ValueError, TypeError, OverflowError):
        return None


def _may_pass(answer: Response | Failure) -> bool:
    """Whether the same request may be answered another time."""
    if isinstance(answer, Failure):
        return answer.kind in (FailureKind.TIMEOUT, FailureKind.RESET)
    return (answer.status >= 500 and answer.status != 999) or answer.incomplete in (
        Incomplete.TRUNCATED,
        Incomplete.TIMEOUT,
    )


def _broken(running: _Running, answer: Answer | None, error: Exception) -> Fetch:
    """A fault of our own is said as such, and of this source only."""
    reason = f"verifier could not read this answer ({type(error).__name__}); please report it."
    at = answer.received_at if isinstance(answer, Response | Failure) else utc_now()
    return Fetch(str(running.key), at, PlanName.LIVE, LinkStatus(Link.UNSUPPORTED, "internal", reason))
