"""What kind of answer is this? `classify` gives the link's word with the sign that fired."""

from __future__ import annotations

from dataclasses import replace

from verifier.model import Failure, FailureKind, Incomplete, Link, LinkStatus
from verifier.pages.page import Page
from verifier.pages.signs import SAME_EVERYWHERE, SIGNS, Sign, fragment_is_missing, moved_to

__all__ = ["SIGNS", "Page", "classify", "compare_with_probe", "in_doubt", "status_of_failure"]

_INCOMPLETE = {
    Incomplete.TRUNCATED: "The answer was cut short: it ends before the page does.",
    Incomplete.TOO_LARGE: "The page is larger than 20 MB.",
    Incomplete.TIMEOUT: "The page did not arrive in time.",
}
_RETRACTED = "It says of itself that it was retracted or withdrawn: “{}”"


def classify(page: Page) -> LinkStatus:
    """The state of the link, with the rule that fired and its reason."""
    incomplete = page.response.incomplete
    if incomplete:
        return LinkStatus(Link.UNREACHABLE, incomplete.value, _INCOMPLETE[incomplete])
    for sign in SIGNS:
        if sign.fits(page):
            return _status(sign, page)
    found = _found(page)
    said = page.facts.retracted
    return replace(found, rule="retracted", reason=f"{found.reason} {_RETRACTED.format(said)}") if said else found


def _found(page: Page) -> LinkStatus:
    """The state of a page that is there."""
    if fragment_is_missing(page):
        return LinkStatus(
            Link.FRAGMENT_MISSING, "fragment", "The page is there; the place in it that the address names is not."
        )
    if moved_to(page):
        return LinkStatus(Link.MOVED, "permanent_redirect", f"The page has moved for good to {page.response.final_url}")
    return LinkStatus(Link.OK, "status_200", "The page is there.")


def _status(sign: Sign, page: Page) -> LinkStatus:
    return LinkStatus(sign.link, sign.name, sign.reason.format(status=page.response.status) + _postponed(page))


def compare_with_probe(page: Page, status: LinkStatus) -> LinkStatus:
    """The state of a page that was found, now that the answer of an address that cannot exist is beside it."""
    return _status(SAME_EVERYWHERE, page) if SAME_EVERYWHERE.fits(page) else status


def _postponed(page: Page) -> str:
    """When a server asks to come back, where it was not waited for."""
    wait = page.response.header("retry-after") if page.response.status in (429, 503) else None
    return f" It asks visitors to come back later (Retry-After: {wait[:40]})." if wait else ""


def in_doubt(page: Page) -> bool:
    """Whether another answer of the same host should be compared: nothing shows that this is the cited page."""
    return (
        page.is_html
        and 200 <= page.response.status < 300
        and bool(page.cited.titles or page.cited.words)
        and not page.is_right
    )


_FAILURES = {
    FailureKind.UNSAFE: Link.BLOCKED,
    FailureKind.UNSUPPORTED: Link.UNSUPPORTED,
    FailureKind.RATE_LIMIT: Link.BLOCKED,
}


def status_of_failure(failure: Failure) -> LinkStatus:
    """The state of a link that gave no answer.

    >>> from datetime import UTC, datetime
    >>> status_of_failure(Failure("https://a.example/", FailureKind.DNS, "The name does not exist.", datetime.now(UTC))).rule
    'dns'
    """
    return LinkStatus(_FAILURES.get(failure.kind, Link.UNREACHABLE), failure.kind.value, failure.detail)
