"""Bytes to structure, once for articles and for sources: decode, packages, XML, the tree of a page, rows of a PDF."""
