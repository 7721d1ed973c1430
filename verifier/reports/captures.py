"""What every format of a history shares: the line of a visit, which two captures are compared, and the two sides of a difference."""

from __future__ import annotations

from verifier.model import FetchLine, History, Passage
from verifier.reports.table import cut

_WIDEST = 400  # of one side of a difference


def visit_cells(line: FetchLine) -> tuple[str, ...]:
    """A visit: when, how, what its link showed, what became of the text, and the hash of what came."""
    digest = f"{line.shown_sha256[:16]}…" if line.shown_sha256 else "no capture"
    dropped = " (dropped)" if line.sha256 is None and line.pruned_sha256 else ""
    content = line.content.value if line.content else ""
    return moment(line), line.plan.value, line.status.link.value, content, digest + dropped


def moment(line: FetchLine) -> str:
    """The moment of a visit."""
    return line.fetched_at.isoformat().replace("+00:00", "Z")


def between(found: History) -> str:
    """Which two captures are compared, and what is said of them in one sentence."""
    if found.before is None or found.now is None:
        return "No two captures here show different texts."
    content = f"{found.content.value}, " if found.content else ""
    count = len(found.passages)
    places = "no word is different" if not count else "1 place differs" if count == 1 else f"{count} places differ"
    return f"From the capture of {moment(found.before)} to that of {moment(found.now)}: {content}{places}."


def sides(passage: Passage) -> list[tuple[str, str]]:
    """What stood there (−) and what stands there now (+), with the words around; a side without words is left out.

    >>> sides(Passage("12", "14", "The vote was", "to 3."))
    [('−', 'The vote was «12» to 3.'), ('+', 'The vote was «14» to 3.')]
    >>> sides(Passage("", "They sang.", "All went home."))
    [('+', 'All went home. «They sang.»')]
    """
    return [
        (sign, " ".join(filter(None, (passage.prefix, f"«{cut(said, _WIDEST)}»", passage.suffix))))
        for sign, said in (("−", passage.before), ("+", passage.now))
        if said
    ]
