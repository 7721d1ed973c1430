"""The options that ask for tracked changes in the author's Word file.

In: the options. Out: reports go through and come out with their suggestions. The rule of this file: changes that nobody could see are not
asked for: without a Word file to write, the run ends before it begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from verifier.model import Report


@dataclass(frozen=True, slots=True)
class Suggesting:
    """Which changes are suggested."""

    suggest: Annotated[
        bool,
        typer.Option(
            "--suggest",
            help="With -o FILE.docx: tracked changes for what has one right answer: a moved address, a lost page's archived copy.",
        ),
    ] = False
    suggest_quotations: Annotated[
        bool,
        typer.Option(
            "--suggest-quotations",
            help="As --suggest, and the source's words in place of quoted words that differ.",
        ),
    ] = False

    def require_file(self, files: Sequence[Path]) -> None:
        """Raise BadParameter where changes are asked for, and no Word file is written."""
        if (self.suggest or self.suggest_quotations) and not any(path.suffix.lower() == ".docx" for path in files):
            raise typer.BadParameter("--suggest writes changes into a Word file. Name it: -o FILE.docx.")

    def __call__(self, report: Report) -> Report:
        """The report with the suggestions that were asked for."""
        if not self.suggest and not self.suggest_quotations:
            return report
        from verifier.verdicts import suggest

        return suggest(report, quotations=self.suggest_quotations)
