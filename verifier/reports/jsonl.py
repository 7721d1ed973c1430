"""JSON Lines: one object a finding (check), a note (extract), a row (query); each is one line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from verifier.model import Extraction, QueryResult, Report
from verifier.reports.json import describe_extraction, describe_finding, describe_rows


def check(reports: Sequence[Report]) -> str:
    """A line a finding."""
    return _lines({"document": r.document.name, **describe_finding(r, f)} for r in reports for f in r.findings)


def extract(extractions: Sequence[Extraction]) -> str:
    """A line a note."""
    return _lines({"document": e.document.name, **n} for e in extractions for n in describe_extraction(e)["notes"])


def query(result: QueryResult) -> str:
    """A line a row."""
    return _lines(describe_rows(result))


def _lines(objects: Iterable[dict[str, Any]]) -> str:
    # Lone surrogates (a damaged document) would make the file unreadable for others.
    return "".join(json.dumps(o, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n" for o in objects)
