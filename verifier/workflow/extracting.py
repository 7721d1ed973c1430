"""What is read out of an article before anything is sent."""

from __future__ import annotations

from dataclasses import replace

from verifier.citations import find_all
from verifier.claims import find_claims
from verifier.model import Document, Extraction


def extract(document: Document) -> Extraction:
    """The citations and claims of a document; of one that was extracted before, the same."""
    citations, found = find_all(document)
    problems = tuple(dict.fromkeys((*document.problems, *found)))
    return Extraction(replace(document, problems=problems), citations, find_claims(document))
