"""`verifier check`: from the article to the report."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.articles import read_articles, show_left_out
from verifier.commands.gate import Gate, OpenGate, open_gate
from verifier.commands.network import ReachOrNot, on_demand
from verifier.commands.printing import Printer
from verifier.commands.progress import show_progress
from verifier.commands.reading import read_document, with_notes
from verifier.commands.standing import Standing
from verifier.commands.suggesting import Suggesting
from verifier.errors import ArchiveError
from verifier.reports import Kind

if TYPE_CHECKING:
    from verifier.archive import Archive
    from verifier.model import Document, Report
    from verifier.workflow import Aids, Network

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
    force: o.Force = False,
    quiet: o.Quiet = False,
) -> None:
    """Fetch, archive and verify every citation of an article."""
    from verifier.archive import Archive
    from verifier.model import Several

    printer = Printer(KIND, format, output, quiet=quiet, inputs=documents, over=force)
    suggesting.require_file(output)
    reports = []
    opened = open_gate(gate, context)
    aids = _find_aids(judge) if judge else None
    with on_demand(reach) as network, ExitStack() as stack:
        archive, failed = _open_early(db, stack)
        if archive is None or reach.replay:
            network()  # what is wrong with it is said before a file is made
        standing = Standing(None if judge or reach.replay else archive, max_age, reach.browser, (links, uncited))
        read = partial(read_document, send=lambda asked: network().send(asked), links=links, uncited=uncited)
        articles = read_articles(documents, partial(standing.document, read=read), noted=not allow_empty)
        printer.spare(article.name for article in articles.found)
        if failed is not None:
            raise failed
        archive = archive or stack.enter_context(Archive.open(db, now=utc_now))
        watcher = stack.enter_context(show_progress(quiet=quiet))
        archive.begin_run("check", " ".join(documents))
        look = partial(_look, archive=archive, network=network, max_age=max_age, aids=aids, watcher=watcher)
        for article in with_notes(articles.found) if allow_empty else articles.found:
            watcher.about(article.name if articles.many else "")
            reports.append(suggesting(_report_on(article, archive, standing, opened, look)))
            if not reports[-1].finished:
                break
        code = opened.code(reports)
        archive.end_run(code)
    printer.put(Several(reports) if articles.many else tuple(reports))
    opened.say(reports, quiet=quiet)
    if not quiet:
        show_left_out(articles)
    raise typer.Exit(code or (0 if articles.complete else 2))


def _open_early(db: Path, stack: ExitStack) -> tuple[Archive | None, ArchiveError | None]:
    """The archive, where there is one already; what is wrong with it is said after what is wrong with the article."""
    from verifier.archive import Archive

    try:
        return (stack.enter_context(Archive.open(db, now=utc_now)) if db.exists() else None), None
    except ArchiveError as error:
        return None, error


def _report_on(
    article: Document, archive: Archive, standing: Standing, gate: OpenGate, look: Callable[..., Report]
) -> Report:
    """The report of one article, the one that still stands or a new one, beside the one before and with what was decided."""
    from verifier.archive.changes import last_check, since_then

    before = last_check(archive, article.name)
    report = standing.reports.get(article.name) or look(article, read_by=standing.read_by)
    return since_then(archive, before, gate(report, archive.decisions(report.document.name)))


def _look(
    article: Document, archive: Archive, network: Callable[[], Network], *,
    read_by: Callable[[Document], str | None], **options: Any,
) -> Report:  # fmt: skip
    """Look at one article; what that needs is loaded only now."""
    from verifier import workflow

    return workflow.check(article, archive, network(), now=utc_now, read_by=read_by(article), **options)


def _find_aids(judge: str) -> Aids:
    """The judge of this name, as the environment sets it. Raises VerifierError."""
    from verifier.judges import make_judge
    from verifier.transport.post import post
    from verifier.workflow import Aids

    return Aids(judge=make_judge(judge, os.environ, post))
