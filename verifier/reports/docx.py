"""The author's own Word file with a comment at each claim and each note that needs a person, and the changes that were asked for.

In: the report of a Word file that is still what it was. Out: DOCX, with what was and was not written. python-docx writes the comments, and
keeps the parts of a file that it does not know.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import OutputError
from verifier.model import Report
from verifier.reports import Told


def check(reports: Sequence[Report]) -> Told:
    """The file with its comments and changes. Raises OutputError where there are several articles, or the one is no Word file any more."""
    if len(reports) != 1:
        raise OutputError(
            "Comments can be written into one Word file at a time.",
            hint="Name one article, or write .html or .xlsx for several.",
        )
    try:
        from verifier.reports.word.desk import write  # noqa: PLC0415 - the extra, only where a Word file is written
    except ImportError:
        raise OutputError(
            "Comments in a Word file (.docx) need python-docx, which is not installed.",
            hint="Install it: pipx inject verifier python-docx, or with pip: pip install python-docx.",
        ) from None
    return write(reports[0])
