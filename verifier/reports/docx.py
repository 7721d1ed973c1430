"""The author's own Word file with a comment at each claim that needs a person.

In: the report of a Word file that is still what it was. Out: DOCX. The rule of this file: nothing in the file is changed but for the
comments: a run of text is divided where a comment begins or ends, and keeps its form on both sides. python-docx writes the comments,
and keeps the parts of a file that it does not know.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verifier.errors import OutputError
from verifier.escape import for_terminal_text
from verifier.model import CheckedCitation, Finding, Report, Severity
from verifier.reports.rows import compared, sign_of, sign_of_citation
from verifier.reports.words import label_of, label_of_citation
from verifier.verdicts import first_mark

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AUTHOR, _INITIALS = "verifier", "v"
_WEIGHTY = (Severity.PROBLEM, Severity.WARNING)
_NOT_PLACED = "(The sentence was not found as it stands; this comment is about the note.)"
_BEGINNING = 40  # characters of a sentence by which it is found where the rest is broken by fields


def check(reports: Sequence[Report]) -> bytes:
    """The file with its comments. Raises OutputError where there are several articles, or the one is no Word file any more."""
    if len(reports) != 1:
        raise OutputError(
            "Comments can be written into one Word file at a time.",
            hint="Name one article, or write .xlsx or .html for several.",
        )
    [report] = reports
    try:
        import docx  # noqa: PLC0415 - the extra, only where a Word file is written
    except ImportError:
        raise OutputError(
            "Comments in a Word file (.docx) need python-docx, which is not installed.",
            hint="Install it: pipx inject verifier python-docx, or with pip: pip install python-docx.",
        ) from None
    try:
        document = docx.Document(io.BytesIO(_original(report)))
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise OutputError(
            f"{report.document.name} cannot be written comments into: {error}.",
            hint="Save it anew in Word, or write .html or .xlsx.",
        ) from None
    places = _Places(document)
    for cited in report.citations:
        for words, said in _comments(report, cited):
            _add(document, places, words, said)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: WordDocument, places: _Places, words: str, said: str) -> None:
    """A comment at these words; where they are not found as they stand, at the beginning, and it says so. Raises OutputError."""
    runs = places.find(words)
    said = said if runs else f"{said}\n{_NOT_PLACED}"
    runs = runs or places.first()
    if not runs:
        raise OutputError("The Word file has no text to write comments beside.", hint="Write .html or .xlsx.")
    document.add_comment(runs, text=said, author=_AUTHOR, initials=_INITIALS)


def _original(report: Report) -> bytes:
    """The bytes of the article as they were read. Raises OutputError."""
    name = report.document.name
    if report.document.format != "docx":
        raise OutputError(
            f"{name} is no Word file (.docx), so no comments can be written into it.", hint="Write .html, .xlsx or .md."
        )
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError):
        raise OutputError(
            f"{name} is not there any more, so no comments can be written into it.",
            hint="Run it in the folder of the article, or write .html, .xlsx or .md.",
        ) from None
    if hashlib.sha256(data).hexdigest() != report.document.sha256:
        raise OutputError(
            f"{name} was changed since it was checked, so the comments would stand in the wrong places.",
            hint="Run 'verifier check' on it again with the same -o.",
        )
    return data


def _comments(report: Report, cited: CheckedCitation) -> Iterator[tuple[str, str]]:
    """For each claim that needs a person, its words in the article and what to say; so for a source that is lost."""
    wrong = [f for f in cited.findings if f.severity in _WEIGHTY]
    of_visit = cited.severity in _WEIGHTY and not any(f.verdict.value == cited.word for f in wrong)
    if of_visit:
        words = cited.findings[0].claim.text if cited.findings else _sentence(report, cited)
        yield words, _said(f"{sign_of_citation(cited)} {label_of_citation(cited)}", cited.reason, cited, ())
    for finding in wrong:
        steps = cited.steps if finding is wrong[0] and not of_visit else ()
        yield (
            finding.claim.text,
            _said(f"{sign_of(finding)} {label_of(finding)}", finding.reason, cited, steps, finding),
        )


def _sentence(report: Report, cited: CheckedCitation) -> str:
    """The words in front of the first mark of a note."""
    mark = first_mark(report.document, cited.citation.note)
    if mark is None or mark.block >= len(report.document.blocks):
        return ""
    return report.document.blocks[mark.block].text[: mark.offset].rstrip()[-_BEGINNING:]


def _said(
    answer: str, reason: str, cited: CheckedCitation, steps: Sequence[str], finding: Finding | None = None
) -> str:
    ours, theirs = compared(finding) if finding else ("", "")
    lines = [
        f"{answer} [{cited.label}]",
        reason,
        f"Article: “{ours}”" if ours and theirs else "",
        f"Source: “{theirs}”" if theirs else "",
        *(steps or cited.steps if finding is None else steps),
        cited.citation.url or "",
    ]
    return "\n".join(for_terminal_text(line) for line in lines if line)


class _Places:
    """Where the sentences of an article stand in the runs of its file."""

    def __init__(self, document: WordDocument) -> None:
        from docx.oxml.ns import qn  # noqa: PLC0415 - the extra

        self._paragraphs: list[Any] = list(document.element.body.iter(qn("w:p")))
        self._texts = [_text_of(paragraph) for paragraph in self._paragraphs]

    def find(self, words: str) -> list[Any]:
        """The runs that hold these words; none where they are nowhere, or nobody knows which of several places is meant."""
        for wanted in filter(None, (_folded(words), _folded(words)[:_BEGINNING])):
            found = [
                (p, at) for p, text in zip(self._paragraphs, self._texts, strict=True) if (at := _place(text, wanted))
            ]
            if found:
                paragraph, at = found[0]
                return self._cut(paragraph, *at)
        return []

    def first(self) -> list[Any]:
        """The runs of the first paragraph that has any text."""
        for paragraph, text in zip(self._paragraphs, self._texts, strict=True):
            if text.strip():
                return self._cut(paragraph, 0, len(text))
        return []

    def _cut(self, paragraph: Any, start: int, end: int) -> list[Any]:
        """The runs of a stretch of a paragraph, divided at its ends."""
        from docx.text.run import Run  # noqa: PLC0415 - the extra

        held, at = [], 0
        for text in list(_texts(paragraph)):
            size = len(text.text or "")
            low, high = max(start, at), min(end, at + size)
            if low < high:
                held.append(_divided(text, low - at, high - at))
            at += size
        runs = list(dict.fromkeys(held))
        return [Run(run, None) for run in (runs[:1] if len(runs) == 1 else [runs[0], runs[-1]])]  # type: ignore[arg-type]


def _texts(paragraph: Any) -> Iterator[Any]:
    """The text elements of a paragraph that are shown: those of insertions too, those of deletions not."""
    for text in paragraph.iter(f"{_W}t"):
        run = text.getparent()
        if run is not None and run.tag == f"{_W}r" and _owner(run) is paragraph:
            yield text


def _owner(run: Any) -> Any:
    """The paragraph that a run belongs to: not one around a text box in which it stands."""
    parent = run.getparent()
    while parent is not None and parent.tag != f"{_W}p":
        parent = parent.getparent()
    return parent


def _text_of(paragraph: Any) -> str:
    return "".join(text.text or "" for text in _texts(paragraph))


def _folded(words: str) -> str:
    return " ".join(words.split())


def _place(text: str, wanted: str) -> tuple[int, int] | None:
    """Where words stand in a text whose blanks may be others."""
    kept = [i for i, sign in enumerate(text) if not (sign.isspace() and i and text[i - 1].isspace())]
    plain = "".join(" " if text[i].isspace() else text[i] for i in kept)
    at = plain.find(wanted)
    return (kept[at], kept[at + len(wanted) - 1] + 1) if at >= 0 else None


def _divided(text: Any, low: int, high: int) -> Any:
    """The run that holds just this part of a text element; what stands before and behind gets runs of its own, in the same form."""
    run, words = text.getparent(), text.text or ""
    if high < len(words):
        behind = _copy_of(run, text, words[high:])
        for later in list(text.itersiblings()):
            behind.append(later)
        run.addnext(behind)
    if low > 0 or _stands_behind(text):
        here = _copy_of(run, text, words[low:high])
        for later in list(text.itersiblings()):
            here.append(later)
        run.addnext(here)
        _write(text, words[:low])
        return here
    _write(text, words[low:high])
    return run


def _stands_behind(text: Any) -> bool:
    """Whether something else of its run stands in front of a text."""
    return any(before.tag != f"{_W}rPr" for before in text.itersiblings(preceding=True))


def _copy_of(run: Any, text: Any, words: str) -> Any:
    """A run of the same form that holds these words."""
    made = run.makeelement(run.tag, dict(run.attrib))
    if (form := run.find(f"{_W}rPr")) is not None:
        made.append(deepcopy(form))
    held = text.makeelement(text.tag, dict(text.attrib))
    _write(held, words)
    made.append(held)
    return made


def _write(text: Any, words: str) -> None:
    text.text = words
    text.set(_XML_SPACE, "preserve")
