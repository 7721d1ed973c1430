"""What is read out of an article before anything is sent."""

from __future__ import annotations

from dataclasses import replace

from verifier.citations import find_all
from verifier.claims import find_claims
from verifier.model import Document, Extraction


def extract(document: Document) -> Extraction:
    """The citations and claims of a document."""
    citations, problems = find_all(document)
    return Extraction(replace(document, problems=(*document.problems, *problems)), citations, find_claims(document))
