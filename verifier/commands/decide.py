"""`verifier decide`: what a person says of a finding, kept beside the machine's answer."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import put
from verifier.commands.reading import require_archive
from verifier.commands.report import names_of
from verifier.errors import ArchiveError, ImportedFileError

if TYPE_CHECKING:
    from verifier.archive import Archive
    from verifier.model import Alert, Decision, Report
    from verifier.workflow.returned import Taken


class Choice(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    REMARK = "remark"


Label = Annotated[
    str | None,
    typer.Argument(metavar="NOTE", help="The label of the note, as the report gives it.", show_default=False),
]
What = Annotated[
    Choice | None,
    typer.Argument(
        metavar="accept|reject|remark",
        help="accept: it stays as it is, and fails no run; reject: the article must be changed; remark: words alone.",
        show_default=False,
    ),
]
Remark = Annotated[str, typer.Argument(metavar="REMARK", help="Why.", show_default=False)]


By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.", show_default="your login")]
From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE.xlsx",
        help="Take the decisions and remarks that were written into the workbook of a report (-o FILE.xlsx).",
        show_default=False,
    ),
]


def run(
    note: Label = None,
    choice: What = None,
    remark: Remark = "",
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="DOC", help="The article; the newest without it.", show_default=False),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option("--words", metavar="TEXT", help="Only findings whose words hold this.", show_default=False),
    ] = None,
    by: By = None,
    from_: From = None,
    quiet: o.Quiet = False,
) -> None:
    """Accept, reject or remark on the findings of a note; without a note, list what was decided."""
    from verifier.archive import Archive
    from verifier.escape import for_terminal

    require_archive(db)
    if from_ is not None:
        if note is not None:
            raise typer.BadParameter("Name a note, or a workbook (--from), not both.")
        taken = _take(from_, db, document, by or login())
        if not quiet:
            put("\n".join(map(for_terminal, [*taken.lines, _sum_up(taken)])))
        raise typer.Exit(int(taken.refused > 0))
    with Archive.open(db, now=utc_now, readonly=note is None) as archive:
        report = next(filter(None, map(archive.report, names_of(document))), None)
        if report is None:
            raise ArchiveError(
                f"{db} holds no findings to decide on.", hint="Run 'verifier check' on the article first."
            )
        lines = _list(archive, report) if note is None else _decide(archive, report, note, choice, remark, words, by)
    if not quiet:
        put("\n".join(map(for_terminal, lines)))


def _take(file: Path, db: Path, document: str | None, by: str) -> Taken:
    """Keep what was decided in a workbook. Raises ImportedFileError, ArchiveError."""
    from verifier.archive import Archive
    from verifier.model import DecisionKind
    from verifier.verdicts.settling import settle
    from verifier.workbook import read_workbook
    from verifier.workflow.deciding import Answer
    from verifier.workflow.returned import COLUMNS, take_returned

    rows = read_workbook(_read(file), str(file), COLUMNS)
    answer = Answer(DecisionKind.REMARK, "", by, utc_now())
    with Archive.open(db, now=utc_now) as archive:
        only = next((name for name in names_of(document) if name in archive.names()), document)
        return take_returned(
            archive,
            rows,
            answer,
            lambda it: settle(it, (), None, answer.at.date(), archive.decisions(it.document.name)),
            only,
        )


def _read(file: Path) -> bytes:
    from verifier.documents import LARGEST

    try:
        if file.stat().st_size > LARGEST:
            raise ImportedFileError(f"{file} is larger than a workbook is.", hint="Name the workbook of a report.")
        return file.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ImportedFileError(
            f"The workbook {file} cannot be read: {why}.", hint="Look at its name, and close it where it is open."
        ) from None


def _sum_up(taken: Taken) -> str:
    """What became of a workbook's rows, in a sentence."""
    kept = ", ".join(f"{number} {kind.value}" for kind, number in sorted(taken.kept.items()))
    told = [
        f"{kept or 'nothing'} kept",
        *([f"{taken.known} decided so before"] if taken.known else []),
        *([f"{taken.refused} not taken"] if taken.refused else []),
        *([f"{taken.blank} without a decision"] if taken.blank else []),
        *([f"{taken.missing} of the newest report not in the workbook"] if taken.missing else []),
    ]
    return f"Rows: {', '.join(told)}."


def _decide(
    archive: Archive, report: Report, note: str, choice: Choice | None, remark: str, words: str | None, by: str | None
) -> list[str]:
    """Keep a decision on each open finding of a note. Raises BadParameter where there is none, or nothing is said of it."""
    from verifier.reports.words import label_of_alert
    from verifier.verdicts.settling import CHOICES
    from verifier.workflow.deciding import Answer, keep

    if choice is None:
        raise typer.BadParameter("Say what you decide: accept, reject or remark.")
    if choice is Choice.REMARK and not remark.strip():
        raise typer.BadParameter('A remark needs words: verifier decide 3 remark "The author was asked."')
    told = _alerts_of(report, note, words)
    answer = Answer(CHOICES[choice], remark, by or login(), utc_now())
    kept = keep(archive, [(alert, answer) for alert in told])
    return [
        f"[{alert.note}] {label_of_alert(alert)}: {decision.kind.value}. {alert.reason}"
        for alert, decision in zip(told, kept, strict=True)
    ]


def _alerts_of(report: Report, note: str, words: str | None) -> Sequence[Alert]:
    """What a report says of a note. Raises BadParameter where that is nothing."""
    from verifier.verdicts.alerts import find_for_people

    open_ = find_for_people(report)
    told = [alert for alert in open_ if alert.note == note.strip("[] ") and (words is None or words in alert.words)]
    if not told:
        labels = ", ".join(dict.fromkeys(f"[{alert.note}]" for alert in open_)) or "none"
        raise typer.BadParameter(
            f"Nothing of note {note!r} in {report.document.name} needs a decision. What does: {labels}."
        )
    return told


def _list(archive: Archive, report: Report) -> list[str]:
    """What was decided of an article, newest first, with what is stale."""
    decisions = archive.decisions(report.document.name)
    return [_line(decision, report) for decision in decisions] or [f"Nothing was decided of {report.document.name}."]


def _line(decision: Decision, report: Report) -> str:
    from verifier.model import DecisionKind
    from verifier.reports.words import LABELS, label_of_alert
    from verifier.verdicts.alerts import find_for_people
    from verifier.verdicts.settling import find_decision, is_stale, said_of

    remarks = decision.kind is DecisionKind.REMARK
    about = [
        alert for alert in find_for_people(report) if find_decision(alert, [decision], remarks=remarks) is not None
    ]
    state = " (no longer found)"
    if about:
        state = " (stale: the sentence, the source or the rules changed)" if is_stale(decision, about[0]) else ""
    shown = f" “{decision.words}”" if decision.words else ""
    label = label_of_alert(about[0]) if about else LABELS.get(decision.word, decision.word)
    return f"[{decision.note}] {label}{shown}: {said_of(decision)}{state}"


def login() -> str:
    """Who is at the keyboard; "" on a machine without names."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
