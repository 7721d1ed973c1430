"""`verifier check`: from the article to the report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.articles import read_articles, show_left_out
from verifier.commands.gate import Gate, open_gate
from verifier.commands.network import ReachOrNot, open_network
from verifier.commands.printing import Printer
from verifier.commands.progress import show_progress
from verifier.commands.reading import with_notes
from verifier.commands.suggesting import Suggesting
from verifier.reports import Kind

if TYPE_CHECKING:
    from verifier.workflow import Aids

KIND = Kind.CHECK

JudgeName = Annotated[
    str | None,
    typer.Option(
        "--judge", metavar="NAME", envvar="VERIFIER_JUDGE", show_default=False,
        help="Ask this judge about each statement (openai: any server that speaks its chat completions; see docs/judges.md).",
    ),
]  # fmt: skip


def run(
    context: typer.Context,
    documents: o.Documents,
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    max_age: o.MaxAge = o.DEFAULT_MAX_AGE,
    reach: ReachOrNot,
    judge: JudgeName = None,
    links: o.Links = False,
    uncited: o.Uncited = False,
    allow_empty: o.AllowEmpty = False,
    gate: Gate,
    suggesting: Suggesting,
    quiet: o.Quiet = False,
) -> None:
    """Fetch, archive and verify every citation of an article."""
    from verifier import workflow
    from verifier.archive import Archive
    from verifier.model import Several

    printer = Printer(KIND, format, output, quiet=quiet, inputs=documents)
    suggesting.require_file(output)
    reports = []
    opened = open_gate(gate, context)
    aids = _find_aids(judge)
    with open_network(reach) as network:
        articles = read_articles(documents, network.send, links=links, uncited=uncited, noted=not allow_empty)
        found = with_notes(articles.found) if allow_empty else articles.found
        printer.spare(article.name for article in found)
        with Archive.open(db, now=utc_now) as archive, show_progress(quiet=quiet) as watcher:
            archive.begin_run("check", " ".join(documents))
            for article in found:
                watcher.about(article.name if articles.many else "")
                report = workflow.check(
                    article, archive, network, now=utc_now, max_age=max_age, aids=aids, watcher=watcher
                )
                reports.append(suggesting(opened(report, archive.decisions(report.document.name))))
                if not report.finished:
                    break
            code = opened.code(reports)
            archive.end_run(code)
    printer.put(Several(reports) if articles.many else tuple(reports))
    opened.say(reports, quiet=quiet)
    if not quiet:
        show_left_out(articles)
    raise typer.Exit(code or (0 if articles.complete else 2))


def _find_aids(judge: str | None) -> Aids:
    """The judge of this name, as the environment sets it. Raises VerifierError."""
    from verifier.workflow import Aids

    if not judge:
        return Aids()
    from verifier.judges import make_judge
    from verifier.transport.post import post

    return Aids(judge=make_judge(judge, os.environ, post))
