"""`verifier extract`: what is read out of an article; nothing is sent."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from verifier.commands import options as o
from verifier.commands.articles import read_articles, show_left_out
from verifier.commands.network import open_sender
from verifier.commands.printing import Printer
from verifier.commands.reading import read_document
from verifier.reports import Kind

KIND = Kind.EXTRACT


def run(
    documents: o.Documents,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    links: o.Links = False,
    uncited: o.Uncited = False,
    allow_private: o.AllowPrivate = [],
    quiet: o.Quiet = False,
) -> None:
    """List the notes, citations and claims of an article; send nothing."""
    from verifier import workflow
    from verifier.model import Several

    printer = Printer(KIND, format, output, quiet=quiet, inputs=documents)
    uncited = uncited or any(name.startswith("json") for name in printer.formats)  # data holds all that is known
    with open_sender(documents, allow_private) as send:
        read = partial(read_document, send=send, links=links, uncited=uncited)
        articles = read_articles(documents, read, noted=False)
    found = map(workflow.extract, articles.found)
    printer.put(Several(found) if articles.many else tuple(found))
    if not quiet:
        show_left_out(articles)
    raise typer.Exit(0 if articles.complete else 2)
