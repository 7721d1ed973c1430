"""Plain text for the terminal: the worst first, one line a citation, then what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from verifier.escape import for_terminal, show_host
from verifier.model import (
    Changes,
    CheckedCitation,
    Citation,
    Claim,
    Extraction,
    Family,
    Fetched,
    FetchLine,
    Finding,
    History,
    Merged,
    MergedFile,
    Problem,
    Pruned,
    PrunedSource,
    QueryResult,
    RecheckReport,
    Report,
    Scope,
    SearchHit,
    Severity,
    Verification,
)
from verifier.reports.captures import between, sides, visit_cells
from verifier.reports.changed import sums, tell_changes
from verifier.reports.rows import (
    SIGNS,
    compared,
    next_steps,
    opinion_line,
    problem_line,
    settled_lines,
    settled_sum,
    sign_of_citation,
    tally,
    worst_first,
)
from verifier.reports.table import align, cut, fill, widest
from verifier.reports.weekly import Entry, tell
from verifier.reports.words import LABELS, label_of, label_of_citation
from verifier.verdicts import WORST_FIRST, weigh_link

_SHOWN = 90
_STEPS = 12
_FEW_MORE = 4  # are no reason to leave any out
_FINE = 20  # sources of which nothing is to be said, that are listed
_PASSAGES = 40
_LONGEST_WORDS = 400
_CUT_SHORT = "The run was cut short; run the same command again to go on where it stopped."


def check(reports: Sequence[Report]) -> str:
    """The text of `check`."""
    written = [_report(report) for report in reports]
    return "\n".join(written if len(reports) == 1 else [*written, _total(reports)])


def _total(reports: Sequence[Report]) -> str:
    """What several articles come to, those with problems by name."""
    counts = "; " + ", ".join(words for _, words in tally(*reports)) if reports else ""
    number = sum(report.summary.citations for report in reports)
    wrong = [report.document.name for report in reports if dict(report.summary.severities).get(Severity.PROBLEM)]
    named = f" Problems in: {', '.join(map(for_terminal, wrong))}." if wrong else ""
    return f"Together: {_count(len(reports), 'article')}, {_count(number, 'citation')}{counts}.{named}\n"


def _report(report: Report) -> str:
    table = worst_first(report)
    lines = [_headline(report), *_since(report), ""]
    heads = [(_label(c), _host(c), label_of_citation(c)) for c in table]
    widths = [widest(column) for column in zip(*heads, strict=True)]
    for cited, head in zip(table, heads, strict=True):
        lines.append(f"{sign_of_citation(cited)} {fill([*head, for_terminal(cited.reason)], [*widths, 0])}")
        lines += _detail(cited)
        lines += [f"    {for_terminal(said)}" for said in settled_lines(report, cited)]
    lines += _document_problems(report)
    steps = next_steps(report)
    shown = steps if len(steps) <= _STEPS + _FEW_MORE else steps[:_STEPS]
    if steps:
        lines += ["", "What to do next:"] + [f"  {for_terminal(step)}" for step in shown]
    if len(steps) > len(shown):
        lines.append(f"  … and {len(steps) - len(shown)} more in the HTML report.")
    return "\n".join([*lines, "", _closing(report)]) + "\n"


def _headline(report: Report) -> str:
    counts = [words for _, words in tally(report)]
    number = report.summary.citations
    settled = f" Settled of these: {said}." if (said := settled_sum(report)) else ""
    said = f"; {', '.join(counts)}" if counts else ", so nothing was checked"
    return f"{for_terminal(report.document.name)}: {_count(number, 'citation')}{said}.{settled}"


def _since(report: Report) -> list[str]:
    """What is different since the check before."""
    return [f"{sums(report.changes)}."] if report.changes is not None else []


def _closing(report: Report) -> str:
    if not report.looked:
        return "Nothing could be looked at: no host answered. Is the network up? Nothing is said about the claims."
    if not report.finished:
        return _CUT_SHORT
    name = for_terminal(report.document.name)
    return f"See each claim beside its source: verifier report {name!r} -o report.html" + (
        "" if report.archive in (None, "archive.db") else f" --db {for_terminal(report.archive or '')}"
    )


def _label(cited: CheckedCitation) -> str:
    return f"[{for_terminal(cited.label)}]"


def _host(cited: CheckedCitation) -> str:
    return for_terminal(show_host(cited.citation.url)) or "-"


def _detail(cited: CheckedCitation) -> list[str]:
    """What a person compares where something is wrong, and what stands beside a verdict."""
    lines = [f"    reference: {for_terminal(doubt)}" for doubt in cited.doubts if doubt != cited.reason]
    for finding in cited.findings:
        wrong = finding.severity in (Severity.PROBLEM, Severity.WARNING)
        if finding.verdict.value != cited.word and (wrong or finding.warnings):
            lines.append(f"    {label_of(finding)}: {for_terminal(finding.reason)}")
        lines += _compare(finding) if wrong else []
        lines += [f"    note: {for_terminal(warning)}" for warning in finding.warnings]
    lines += [f"    {for_terminal(opinion_line(f.opinion))}" for f in cited.findings if f.opinion]
    return lines


def _compare(finding: Finding) -> list[str]:
    ours, theirs = compared(finding)
    lines = [f"    article: {_in_marks(ours)}"]
    return [*lines, f"    source:  {_in_marks(theirs)}"] if theirs else lines


def _in_marks(words: str) -> str:
    """In quotation marks, where they bring none of their own."""
    return for_terminal(words) if words[:1] in "“„«" else f"“{for_terminal(words)}”"


def _cut(text: str) -> str:
    return cut(for_terminal(text), _SHOWN)


def _document_problems(report: Report) -> list[str]:
    problems = report.document.problems
    if not problems:
        return []
    return ["", "In the article itself:"] + [f"  {for_terminal(problem_line(p))}" for p in problems]


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")


def changes(found: Changes) -> str:
    """The text of `changes`: the sums, then what is new, changed and fixed."""
    name = for_terminal(found.now.document)
    lines = [f"{name}: {sums(found)}."]
    for kind, entries in tell_changes(found):
        lines += ["", f"{kind.value.capitalize()}:"] if entries else []
        for told in entries:
            lines.append(f"{told.sign} {for_terminal(told.note)} {told.word}")
            lines += [f"    {for_terminal(cut(told.words, _LONGEST_WORDS))}"] if told.words else []
            lines += [f"    {for_terminal(line)}" for line in told.lines]
    return "\n".join(lines) + "\n"


# --- extract -------------------------------------------------------------------------------------


def extract(extractions: Sequence[Extraction]) -> str:
    """The text of `extract`: problems first, then mark > note > source."""
    return "\n".join(_extraction(e) for e in extractions)


def _extraction(extraction: Extraction) -> str:
    document = extraction.document
    lines = [_counts(extraction)]
    if document.problems:
        lines += ["", "Problems:", *map(_problem, document.problems)]
    of_note: list[list[str]] = [["", f"[{for_terminal(note.label)}] {_cut(note.text)}"] for note in document.notes]
    for citation in extraction.citations:
        of_note[citation.note] += _citation(citation)
    for claim in extraction.claims:
        for note in dict.fromkeys(claim.notes) if claim.scope is not Scope.EARLIER else ():
            of_note[note] += _claim(claim)
    return "\n".join(chain(lines, *of_note)) + "\n"


def _problem(problem: Problem) -> str:
    label = f"[{for_terminal(problem.label)}] " if problem.label else ""
    return f"  {label}{problem.kind}: {for_terminal(problem.detail)}"


def _counts(extraction: Extraction) -> str:
    document = extraction.document
    title = f" “{for_terminal(document.title)}”" if document.title else ""
    claims = [claim for claim in extraction.claims if claim.scope is not Scope.EARLIER]
    amounts = (
        (document.notes, "note"),
        (document.marks, "mark"),
        (extraction.citations, "citation"),
        (claims, "claim"),
    )
    counts = ", ".join(_count(len(things), noun) for things, noun in amounts)
    return f"{for_terminal(document.name)} ({document.format}){title}: {counts}."


def _claim(claim: Claim) -> list[str]:
    quoted = (
        f"    quoted: “{_cut(q.text)}”" + (" (before the sentence)" if q.in_context else "") for q in claim.quotations
    )
    return [f"    {'says:  ' if claim.scope is Scope.NOTE else 'claim: '} {_cut(claim.text)}", *quoted]


def _citation(citation: Citation) -> list[str]:
    parts = [
        citation.author,
        f"“{citation.title}”" if citation.title else None,
        citation.container_title,
        citation.issued,
    ]
    dates = f" (accessed {citation.accessed})" if citation.accessed else ""
    said = for_terminal(", ".join(p for p in parts if p))
    lines = [f"    source: {said}{dates}"] if said or dates else []
    return [*lines, f"    url:    {for_terminal(citation.url or '- none -')}"]


# --- archive, recheck, search, show, query --------------------------------------------------------------


def fetched(found: Fetched) -> str:
    """The text of `archive`."""
    ordered = sorted(found.fetches, key=lambda f: WORST_FIRST.index(weigh_link(f)))
    fine = sum(weigh_link(f) is Severity.FINE for f in ordered)
    shown = ordered if fine <= _FINE else ordered[:-fine]
    heads = [LABELS[f.status.link] for f in shown]
    lines = [
        f"{SIGNS[weigh_link(f)]} {fill([head, for_terminal(f.url), for_terminal(f.status.reason)], [widest(heads), 0, 0])}"
        for f, head in zip(shown, heads, strict=True)
    ]
    lines += [f"{SIGNS[Severity.FINE]} {fine} more, of which nothing is to be said"] if fine > _FINE else []
    families = Counter(f.status.family for f in found.fetches)
    counts = f"{families[Family.FOUND]} found, {families[Family.LOST]} lost, {families[Family.CANNOT_TELL]} that nobody can tell"
    lines.append(f"{len(found.fetches)} {'address' if len(found.fetches) == 1 else 'addresses'}: {counts}.")
    lines += [] if found.finished else ["", _CUT_SHORT]
    return "\n".join(lines) + "\n"


def recheck(report: RecheckReport) -> str:
    """The text of `recheck`, as a mail: the subject first; nothing where nothing is new."""
    weekly = tell(report)
    if not weekly.subject:
        return ""
    blocks = [weekly.subject, *(_told(entry) for entry in weekly.news), *weekly.notes]
    if weekly.still:
        blocks += ["Still so from before:", *(_told(entry) for entry in weekly.still)]
    return "\n\n".join(blocks) + "\n"


def _told(entry: Entry) -> str:
    lines = [f"{SIGNS[entry.severity]} {entry.word}  {for_terminal(entry.url)}", f"    {for_terminal(entry.reason)}"]
    return "\n".join([*lines, *(f"    {line.what}: {for_terminal(line.url or line.text)}" for line in entry.lines)])


def search(hits: Sequence[SearchHit]) -> str:
    """The text of `search`."""
    if not hits:
        return "No archived source holds these words.\n"
    blocks = [
        f"{for_terminal(h.url)}\n  {for_terminal(h.title or 'no title')} ({h.fetched_at.date().isoformat()})\n"
        f"  … {for_terminal(h.snippet.strip('… '))} …"
        for h in hits
    ]
    return "\n\n".join(blocks) + "\n"


def show(history: Sequence[FetchLine]) -> str:
    """The text of `show`."""
    lines = [for_terminal(history[0].url)]
    for fetch in history:
        size = f"{fetch.size} bytes" if fetch.size is not None else "no body"
        at = fetch.fetched_at.isoformat().replace("+00:00", "Z")
        lines.append(
            f"  {at}  {fetch.plan:<8} {fetch.status.link.value:<12} {size:>14}  {for_terminal(fetch.status.reason)}"
        )
        if fetch.sha256:
            lines.append(f"    sha256 {fetch.sha256}  {for_terminal(fetch.media_type or '')}")
        if fetch.content is not None:
            lines.append(f"    text against the visit before: {fetch.content.value}")
        if fetch.memento_url:
            lines.append(f"    archived copy: {for_terminal(fetch.memento_url)}")
    return "\n".join(lines) + "\n"


def history(found: History) -> str:
    """A line a visit, then what two captures say differently."""
    rows = [visit_cells(line) for line in found.lines]
    widths = [widest(column) for column in zip(*rows, strict=True)]
    lines = [for_terminal(found.lines[0].url)]
    lines += [f"  {fill(row, widths)}".rstrip() for row in rows]
    lines += ["", between(found)]
    for passage in found.passages[:_PASSAGES]:
        lines += ["", *(f"  {sign} {for_terminal(said)}" for sign, said in sides(passage))]
    if len(found.passages) > _PASSAGES:
        lines += ["", f"… and {len(found.passages) - _PASSAGES} more: --format json has all of them."]
    return "\n".join(lines) + "\n"


def verify(found: Verification) -> str:
    """What was looked at, and each damage with what hangs on it."""
    looked = f"looked at: bodies {found.bodies}, snapshots {found.snapshots}, texts {found.texts}"
    if not found.damages:
        return f"{for_terminal(found.archive)}: nothing is damaged ({looked})."
    lines = [f"{for_terminal(found.archive)}: {_count(len(found.damages), 'damage')} ({looked})."]
    for damage in found.damages:
        lines += ["", f"✗ {damage.kind.value}: {for_terminal(damage.detail)}"]
        lines += [f"    source:  {for_terminal(url)}" for url in damage.sources]
        lines += [f"    cited in {for_terminal(name)}" for name in damage.documents]
    return "\n".join(
        [
            *lines,
            "",
            "Take the archive from a backup copy, or fetch these sources again: verifier archive URL --max-age 0s.",
        ]
    )


def merge(merged: Merged) -> str:
    """Of each archive, what it brought."""
    return "\n".join(_merged(merged.archive, file) for file in merged.files) + "\n"


def _merged(archive: str, file: MergedFile) -> str:
    counts = [_count(file.added.get(table, 0), noun) for table, noun in _MERGED.items() if file.added.get(table)]
    added = f"added {', '.join(counts)}" if any(file.added.values()) else "nothing that is not here already"
    mended = f"; {_count(file.mended, 'stored page')} that was damaged here is whole again" if file.mended else ""
    return f"{for_terminal(file.path)} into {for_terminal(archive)}: {added}{mended}."


# What is counted of a merge, by the tables; what belongs to these comes with them.
_MERGED = {
    "documents": "article", "citations": "citation", "claims": "claim", "sources": "source", "fetches": "visit", "snapshots": "capture",
    "texts": "text", "reports": "report", "findings": "finding", "opinions": "opinion", "decisions": "decision", "runs": "run",
}  # fmt: skip


def prune(pruned: Pruned) -> str:
    """What goes of each source, and the sum."""
    went = "went" if pruned.applied else "would go"
    name = for_terminal(pruned.archive)
    lines = [_pruned(source) for source in pruned.sources]
    of = f"{_count(pruned.captures, 'capture')} of {_count(len(pruned.sources), 'source')}"
    lines.append(
        f"{name}: {of} {went}, {pruned.bytes:,} bytes with their texts." if lines else f"{name}: nothing {went}."
    )
    if pruned.size_after is not None:
        lines.append(f"The file had {pruned.size:,} bytes, and has {pruned.size_after:,}.")
    elif pruned.sources:
        lines.append("Nothing was changed. To drop these captures, say the same with --yes.")
    return "\n".join(lines) + "\n"


def _pruned(source: PrunedSource) -> str:
    days = " to ".join(dict.fromkeys(at.date().isoformat() for at in (source.oldest_at, source.newest_at)))
    return f"  {for_terminal(source.url)}  {_count(source.captures, 'capture')}, {days}, {source.bytes:,} bytes"


def query(result: QueryResult) -> str:
    """The text of `query`: aligned columns."""
    return align(result)
