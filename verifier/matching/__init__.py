"""Quotation in text, statement against text."""

from verifier.matching.quotation import match_quotation, stands
from verifier.matching.statement import assess_statement

__all__ = ["assess_statement", "match_quotation", "stands"]
