"""Formatters: a result in, text out. One module a format, one line in the registry of each kind of result."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verifier.model import Extraction, QueryResult, RecheckReport, Report, SearchHit, Visit, Visits
from verifier.reports import csv, html, json, markdown, table, text
from verifier.reports.rows import severities, severities_of_recheck, severities_of_visits

__all__ = [
    "CHECK", "EXTRACT", "QUERY", "RECHECK", "SEARCH", "SHOW", "VISITS", "severities", "severities_of_recheck", "severities_of_visits",
]  # fmt: skip

CHECK: dict[str, Callable[[Sequence[Report]], str]] = {
    "text": text.check,
    "json": json.check,
    "jsonl": json.check_lines,
    "md": markdown.check,
    "html": html.check,
    "csv": csv.check,
}
EXTRACT: dict[str, Callable[[Sequence[Extraction]], str]] = {
    "text": text.extract,
    "json": json.extract,
    "jsonl": json.extract_lines,
    "csv": csv.extract,
    "md": markdown.extract,
}
RECHECK: dict[str, Callable[[RecheckReport], str]] = {
    "text": text.recheck,
    "json": json.recheck,
    "md": markdown.recheck,
}
VISITS: dict[str, Callable[[Visits], str]] = {"text": text.visits, "json": json.visits}
SEARCH: dict[str, Callable[[Sequence[SearchHit]], str]] = {"text": text.search, "json": json.search}
SHOW: dict[str, Callable[[Sequence[Visit]], str]] = {"text": text.show, "json": json.show}
QUERY: dict[str, Callable[[QueryResult], str]] = {
    "text": table.text,
    "json": table.as_json,
    "jsonl": table.as_lines,
    "csv": csv.query,
}
