"""Quotation in text, statement against text."""
