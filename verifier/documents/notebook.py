"""Read a Jupyter notebook (.ipynb): the cells of text as one article in Markdown.

In: the bytes of nbformat 3 or 4 (JSON). Out: `Document`. Code and what it printed are no text of the article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from verifier.documents import markdown
from verifier.documents.draft import Draft
from verifier.errors import DocumentError
from verifier.model import Document


def read(data: bytes, name: str) -> Document:
    r"""Read a notebook. Raises DocumentError.

    >>> cells = b'[{"cell_type": "markdown", "source": ["It grew.[^1]\\n", "\\n[^1]: Growth."]}]'
    >>> document = read(b'{"nbformat": 4, "cells": ' + cells + b"}", "a.ipynb")
    >>> [note.text for note in document.notes]
    ['Growth.']
    """
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            f"{name} is damaged: it is no JSON, which notebooks are.",
            hint="Save the notebook again, or export it as HTML.",
        ) from error
    text = "\n\n".join(_texts(notebook))
    if not text.strip():
        return Draft(name, "notebook").finish()
    return replace(markdown.read(text.encode("utf-8", "replace"), name), format="notebook")


def _texts(notebook: Any) -> Iterator[str]:
    """The cells of text; format 3 keeps them in worksheets."""
    for holder in [notebook, *_list(notebook, "worksheets")]:
        for cell in _list(holder, "cells"):
            if isinstance(cell, dict) and cell.get("cell_type") in ("markdown", "heading"):
                source = cell.get("source")
                lines = source if isinstance(source, list) else [source]
                text = "".join(line for line in lines if isinstance(line, str))
                yield f"# {text}" if cell["cell_type"] == "heading" else text


def _list(holder: Any, name: str) -> list[Any]:
    found = holder.get(name) if isinstance(holder, dict) else None
    return found if isinstance(found, list) else []
