"""Atom (RFC 4287): what re-checks told, the newest first, each as an entry that keeps its id."""

from __future__ import annotations

import uuid
from datetime import datetime

from lxml import etree

from verifier.escape import for_terminal_text, safe_href, show_host
from verifier.model import Event, RecheckReport
from verifier.reports.rows import SIGNS
from verifier.reports.weekly import Entry, told

_ATOM = "http://www.w3.org/2005/Atom"


def recheck(report: RecheckReport) -> bytes:
    """The feed of `recheck`: the newest events of the archive, not of this run alone, for readers that look now and then."""
    feed = etree.fromstring(f'<feed xmlns="{_ATOM}"/>')
    _add(feed, "title", "Sources that changed")
    _add(feed, "id", uuid.uuid5(uuid.NAMESPACE_URL, "verifier:recheck").urn)
    _add(feed, "updated", _at(max((_moved(event) for event in report.told), default=report.checked_at)))
    _add(_add(feed, "author"), "name", "verifier")
    generator = _add(feed, "generator", "verifier")
    generator.set("version", report.version)
    for event in report.told:
        _entry(feed, event)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(feed: etree._Element, event: Event) -> None:
    entry, about = _add(feed, "entry"), told(event)
    name = f"verifier:{event.layer.value}:{_at(event.happened_at)}:{event.url}"
    _add(entry, "title", f"{SIGNS[about.severity]} {about.word}: {show_host(about.url)}")
    _add(entry, "id", uuid.uuid5(uuid.NAMESPACE_URL, name).urn)
    _add(entry, "published", _at(event.happened_at))
    _add(entry, "updated", _at(_moved(event)))
    href = safe_href(event.url)
    if href is not None:
        _add(entry, "link").set("href", href)
    _add(entry, "content", _words(about)).set("type", "text")


def _words(about: Entry) -> str:
    lines = [about.url, about.reason, *(f"{line.what}: {line.url or line.text}" for line in about.lines)]
    return "\n".join(lines)


def _moved(event: Event) -> datetime:
    return event.healed_at or event.happened_at


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    if text is not None:
        element.text = for_terminal_text(text)
    return element


def _at(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
