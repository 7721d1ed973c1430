"""`verifier extract`: what is read out of an article; nothing is sent."""

from __future__ import annotations

from verifier.commands import options as o
from verifier.commands import session

NAME = "extract"
HELP = "List the notes, citations and claims of an article; send nothing."


def run(
    documents: o.Documents,
    format: o.ExtractFormat = "text",
    output: o.Output = [],
    allow_private: o.AllowPrivate = [],
    quiet: o.Quiet = False,
) -> None:
    """List the notes, citations and claims of an article; send nothing."""
    from verifier import workflow
    from verifier.reports import EXTRACT

    printer = session.formatter(EXTRACT, format)
    writers = [(path, session.by_suffix(EXTRACT, path)) for path in output]
    with session.open_sender(documents, allow_private) as send:
        found = tuple(workflow.extract(session.read_document(name, send)) for name in documents)
    for path, writer in writers:
        session.write(path, writer(found))
    if not quiet:
        session.put(printer(found))
