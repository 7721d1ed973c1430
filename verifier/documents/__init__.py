"""Readers of the citing document: bytes and a name in, a `Document` out. One module a format, one line in READERS."""
