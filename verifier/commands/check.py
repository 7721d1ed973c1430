"""`verifier check`: from the article to the report."""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands import session
from verifier.commands.printing import Printer, outcome, show_progress
from verifier.reports import Kind

NAME = "check"
HELP = "Fetch, archive and verify every citation of an article."
KIND = Kind.CHECK


def run(
    documents: o.Documents,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    offline: o.Offline = False,
    replay: o.Replay = None,
    max_age: o.MaxAge = o.DEFAULT_MAX_AGE,
    allow_private: o.AllowPrivate = [],
    memento: o.Memento = o.MementoPolicy.LOST,
    memento_base: o.MementoBase = o.WEB_ARCHIVE,
    save: o.Save = False,
    browser: o.Browser = False,
    judge: o.JudgeName = None,
    strict: o.Strict = False,
    quiet: o.Quiet = False,
) -> None:
    """Fetch, archive and verify every citation of an article."""
    from verifier import workflow
    from verifier.archive import Archive
    from verifier.reports.rows import severities

    printer = Printer(KIND, format, output, quiet=quiet)
    reports = []
    aids = session.find_aids(judge)
    with session.open_network(
        offline=offline,
        replay=replay,
        allow_private=allow_private,
        memento=memento,
        memento_base=memento_base,
        save=save,
        browser=browser,
    ) as network:
        articles = [session.read_document(name, network.send) for name in documents]
        for article in articles:
            session.require_notes(article)
        with Archive.open(db, now=utc_now) as archive, show_progress("Fetching", quiet=quiet) as progress:
            archive.begin_run("check", " ".join(documents))
            for article in articles:
                report = workflow.check(
                    article, archive, network, now=utc_now, max_age=max_age, aids=aids, progress=progress
                )
                reports.append(report)
                if not report.finished:
                    break
            code = outcome(reports, [s for r in reports for s in severities(r)], strict=strict)
            archive.end_run(code)
    printer.put(tuple(reports))
    raise typer.Exit(code)
