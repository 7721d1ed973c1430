"""What makes a check fail: the options that say it, the baseline, the rules of the settings; and how the run ends.

In: a `Gate`, and the settings that the program found. Out: an open gate: reports go through it and come out with what is settled; at the
end it gives the exit code, and says what was settled and why nothing could be looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import outcome
from verifier.commands.settings import Settings
from verifier.errors import SettingsError

if TYPE_CHECKING:
    from verifier.model import CheckedCitation, Decision, Report
    from verifier.verdicts.settling import Earlier


@dataclass(frozen=True, slots=True)
class Gate:
    """What makes a check fail."""

    fail_on: o.FailsOn = field(default_factory=list)
    strict: o.Strict = False
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="An earlier report (JSON): what it said is known, and makes no run fail.",
            show_default=False,
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class OpenGate:
    """A gate with all that it reads: the settings, and what is known."""

    gate: Gate
    settings: Settings
    earlier: Earlier | None
    today: date

    def __call__(self, report: Report, decisions: Sequence[Decision] = ()) -> Report:
        """The report with what is settled; `decisions` are those on its article."""
        from verifier.verdicts.settling import settle

        if self.earlier is None and not self.settings.ignore and not decisions:
            return report
        return settle(report, self.settings.ignore, self.earlier, self.today, decisions)

    def code(self, reports: Sequence[Report]) -> int:
        """The exit code of a run with these reports."""
        from verifier.verdicts import find_unseen, severities

        if not reports:
            return 0
        weights = [severity for report in reports for severity in severities(report)]
        code = outcome(reports, weights, strict=self.gate.strict, fail_on=self.gate.fail_on)
        return 3 if code in (0, 1) and all(map(find_unseen, reports)) else code

    def say(self, reports: Sequence[Report], *, quiet: bool) -> None:
        """Say on stderr what was settled, and why nothing could be looked at."""
        from verifier.verdicts import find_unseen

        said = list(self._say_settled(reports))
        if reports and all(report.looked for report in reports) and all(map(find_unseen, reports)):
            said += _say_unseen([cited for report in reports for cited in find_unseen(report)])
        if said and not quiet:
            print(*said, sep="\n", file=sys.stderr)  # noqa: T201 - beside the result

    def _say_settled(self, reports: Sequence[Report]) -> Iterator[str]:
        from verifier.escape import for_terminal
        from verifier.model import SettledBy

        settled: dict[tuple[SettledBy | None, str], list[str]] = {}
        for alert in (alert for report in reports for alert in report.settled):
            settled.setdefault((alert.settled, alert.why), []).append(f"[{alert.note}]")
        for (by, why), notes in settled.items():
            of_a_person = f"{', '.join(dict.fromkeys(notes))} {why}"
            known, ignored = f"{len(notes)} known from {why}", f"{len(notes)} ignored: {why}"
            said = {SettledBy.KNOWN: known, SettledBy.IGNORED: ignored}.get(by or SettledBy.ACCEPTED, of_a_person)
            yield f"note: {for_terminal(said)}"
        for rule in self.settings.ignore:
            if not rule.holds(self.today):
                ended = f"an ignore rule ended on {rule.until} and no longer applies: {rule.reason}"
                yield f"warning: {self.settings.file}: {for_terminal(ended)}"


def open_gate(gate: Gate, context: typer.Context) -> OpenGate:
    """A gate with the settings of the program and the baseline. Raises SettingsError."""
    settings = context.obj if isinstance(context.obj, Settings) else Settings()
    earlier = _read_baseline(gate.baseline) if gate.baseline is not None else None
    return OpenGate(gate, settings, earlier, utc_now().date())


def _read_baseline(file: Path) -> Earlier:
    from verifier.verdicts.settling import Earlier
    from verifier.workflow.baseline import read_baseline

    try:
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        hint = "Make it with: verifier check DOC -o baseline.json"
        raise SettingsError(f"The baseline {file} cannot be read: {why}.", hint=hint) from None
    return Earlier(str(file), read_baseline(data, str(file)))


# By the rule of the link, what would help; {host} is the host of the first of them.
_HELP = {
    "unsafe": "Where the host is yours, allow it: --allow-private {host}.",
    "offline": "Run it without --offline.",
    "not_captured": "Run it without --replay, or name captures that hold these addresses.",
    "rate_limit": "Run it again later: these sites ask for a pause.",
}
_HELP_BY_LINK = {
    "needs_js": "Let a browser show these pages: --browser.",
    "blocked": "Open these pages in a browser and take them in ('verifier import FILE --url URL'), or try --browser.",
    "restricted": "Open these pages in a browser and take them in: verifier import FILE --url URL.",
    "unsupported": "Correct the addresses in the notes; what no program here reads (pictures, sound) is compared by eye.",
}
_LATER = "Run it again later; nothing is said about the claims."


def _say_unseen(unseen: Sequence[CheckedCitation]) -> Iterator[str]:
    """Why nothing could be looked at, the most frequent reason, and what would help against it."""
    from verifier.escape import for_terminal, show_host

    fetches = [cited.fetch for cited in unseen if cited.fetch is not None]
    [(rule, number)] = Counter(fetch.status.rule for fetch in fetches).most_common(1)
    alike = [fetch for fetch in fetches if fetch.status.rule == rule]
    first, reasons = alike[0], {fetch.status.reason for fetch in alike}
    such = "this reason" if len(reasons) == 1 else "such a reason"
    many = f" Of {len(fetches)} sources {number} for {such}:" if len(fetches) > 1 else ""
    yield f"error: Nothing could be looked at.{many} {for_terminal(first.status.reason)}"
    helps = _HELP.get(first.status.rule) or _HELP_BY_LINK.get(first.status.link.value) or _LATER
    yield f"hint: {helps.format(host=for_terminal(show_host(first.url)))}"
