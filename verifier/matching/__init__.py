"""Quotation in text, statement against text."""

from verifier.matching.statement import assess_statement as assess_statement
