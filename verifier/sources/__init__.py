"""Readable text out of a snapshot: one module a kind of source, one line in EXTRACTORS."""
