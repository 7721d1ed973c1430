"""How sources are reached: the options that say it, and the network that they mean.

In: a `Reach`. Out: the `Network` that the workflow asks: live, a file of captures, or none at all. All that is opened here is closed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.reading import is_address
from verifier.errors import VerifierError
from verifier.redact import redact

if TYPE_CHECKING:
    from verifier.fetching import Mementos
    from verifier.model import Failure, Request, Response
    from verifier.workflow import Network

    Send = Callable[[Request], Response | Failure]


_SHORTEST, _LONGEST = timedelta(seconds=1), timedelta(minutes=10)


class MementoPolicy(StrEnum):
    """When a web archive is asked for a copy."""

    NEVER = "never"
    LOST = "lost"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Reach:
    """How sources are reached: options that mean the same for every verb that fetches."""

    offline: bool = False
    replay: Annotated[
        Path | None,
        typer.Option(
            "--replay",
            metavar="FILE",
            help="Take answers from these captures (.warc, .warc.gz, .wacz) instead of the network.",
        ),
    ] = None
    allow_private: o.AllowPrivate = field(default_factory=list)
    memento: Annotated[
        MementoPolicy,
        typer.Option("--memento", help="Ask a web archive for a copy: never, of lost sources, or always."),
    ] = MementoPolicy.LOST
    memento_base: Annotated[
        list[str],
        typer.Option(
            "--memento-base",
            envvar="VERIFIER_MEMENTO_BASE",
            metavar="URL",
            help="The address of a web archive. Can be repeated: they are asked in this order.",
            show_default="https://web.archive.org",
        ),
    ] = field(default_factory=list)
    save: Annotated[
        bool, typer.Option("--save", help="Ask the web archive to save found pages that it does not have.")
    ] = False
    timeout: Annotated[
        timedelta,
        typer.Option(
            "--timeout",
            parser=o.parse_duration,
            metavar="SPAN",
            help="How long a source may take (10s, 2m).",
            show_default="30s",
        ),
    ] = timedelta(seconds=30)
    browser: Annotated[
        bool,
        typer.Option(
            "--browser",
            envvar="VERIFIER_BROWSER",
            help="Show pages that need JavaScript in headless Chromium (extra 'browser').",
        ),
    ] = False


@dataclass(frozen=True, slots=True)
class ReachOrNot(Reach):
    """The same for verbs that can also do without any source."""

    offline: Annotated[bool, typer.Option("--offline", help="Send nothing; judge by what the archive holds.")] = False


@contextmanager
def open_network(reach: Reach) -> Iterator[Network]:
    """The network as the options say. Raises ReplayError, and VerifierError where there is no browser."""
    from verifier.child import Reader
    from verifier.fetching import Mementos
    from verifier.model import PlanName
    from verifier.workflow import Network

    with Reader() as reader:
        if reach.replay is not None:
            from verifier.replay import Replay

            captures = Replay(reach.replay, str(reach.replay))
            mementos = _mementos(reach, captures.archives)
            yield Network(PlanName.REPLAY, captures.send, reader.read, mementos, guess=reader.guess)
        elif reach.offline:
            from verifier.replay import offline_send

            # Nobody is asked, so there is nobody to be polite to.
            silent, mementos = offline_send(utc_now), Mementos("never")
            yield Network(PlanName.LIVE, silent, reader.read, mementos, guess=reader.guess, spacing=0.0)
        else:
            from verifier.transport import Transport

            transport = Transport(allow_private=tuple(reach.allow_private), clock=utc_now)
            with closing(transport), _open_renderer(transport.send, wanted=reach.browser) as send:
                yield Network(
                    PlanName.LIVE,
                    send,
                    reader.read,
                    _mementos(reach),
                    reach.browser,
                    reader.guess,
                    _seconds(reach.timeout),
                    shared=True,
                )


@contextmanager
def on_demand(reach: Reach) -> Iterator[Callable[[], Network]]:
    """What opens the network when it is first asked for: loading all of it takes longer than a report that stands. Raises BadParameter."""
    _seconds(reach.timeout)
    with ExitStack() as stack:
        yield cache(lambda: stack.enter_context(open_network(reach)))


def _seconds(span: timedelta) -> float:
    """The seconds that a source may take. Raises BadParameter."""
    if not _SHORTEST <= span <= _LONGEST:
        raise typer.BadParameter("--timeout is a time from 1s to 10m.")
    return span.total_seconds()


def _mementos(reach: Reach, held: Sequence[str] = ()) -> Mementos:
    """Which web archives are asked: those that the options name, else the usual one and those whose copies are `held`."""
    from verifier.fetching import Mementos

    usual = tuple(dict.fromkeys((*Mementos().bases, *held)))
    bases = tuple(redact(base).rstrip("/") for base in reach.memento_base) or usual
    return Mementos(reach.memento.value, bases, reach.save)


@contextmanager
def _open_renderer(send: Send, *, wanted: bool) -> Iterator[Send]:
    """What sends requests, and renders pages where that is wanted. Raises VerifierError where there is no browser."""
    if not wanted:
        yield send
        return
    from verifier.model import Purpose
    from verifier.transport.browser import Browser, BrowserMissingError

    try:
        browser = Browser(send, utc_now)
    except BrowserMissingError as error:
        hint = "Install it: pipx inject --include-apps verifier playwright, and a browser for it: playwright install chromium."
        raise VerifierError(f"There is no browser: {error}.", hint=hint) from None
    with closing(browser):
        yield lambda request: browser.render(request) if request.purpose is Purpose.RENDER else send(request)


@contextmanager
def open_sender(names: Sequence[str], allow_private: Sequence[str]) -> Iterator[Send]:
    """What fetches articles at addresses; the transport is loaded only where there is such a one."""
    if not any(map(is_address, names)):
        from verifier.replay import offline_send

        yield offline_send(utc_now)
        return
    from verifier.transport import Transport

    with closing(Transport(allow_private=tuple(allow_private), clock=utc_now)) as transport:
        yield transport.send
