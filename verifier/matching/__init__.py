"""Quotation in text, statement against text. Each is loaded when it is first asked for (PEP 562)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.lazily import lazily

if TYPE_CHECKING:
    from verifier.matching.quotation import match_quotation, stands
    from verifier.matching.statement import assess_statement

__all__ = ["assess_statement", "match_quotation", "stands"]

_WHERE = {"statement": "assess_statement", "quotation": "match_quotation stands"}

__getattr__ = lazily(__name__, _WHERE)
