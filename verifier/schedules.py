"""What runs the program by itself: a line for cron, units for systemd, a workflow for GitHub, a job for GitLab.

In: a `Job`: what is run, where, when. Out: files by their names, which work as they are. The rules of this file: on one's own machine the
archive is looked through again, every path whole; in a repository articles are checked at each change and by the clock. Each kind is a
function and a line in SCHEDULES. Exit codes are left to speak: cron mails what is printed, systemd calls a unit failed.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_PLAIN = re.compile(r"[\w./*?@:+,=-]+")
_PERCENT = r"\%"
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run: the program, its archive, a folder, what pip installs in CI, articles; each week at a day's time, or each day.

    `day` is a number as in cron (0 is Sunday), None for each day.
    """

    program: tuple[str, ...]
    archive: str
    folder: str
    install: str
    articles: tuple[str, ...]
    day: int | None
    hour: int
    minute: int

    @property
    def cron(self) -> str:
        """The time as cron writes it."""
        return f"{self.minute} {self.hour} * * {'*' if self.day is None else self.day}"


def parse_time(text: str) -> tuple[int | None, int, int]:
    """Day, hour and minute of `mon 06:17` or, each day, of `06:17`. Raises ValueError.

    >>> parse_time("Mon 06:17"), parse_time("23:05")
    ((1, 6, 17), (None, 23, 5))
    """
    fit = re.fullmatch(r"(?:([a-z]{3})[a-z]*\s+)?(\d{1,2}):(\d{2})", text.strip().lower(), re.ASCII)
    if fit is None or (fit[1] and fit[1] not in DAYS) or int(fit[2]) > 23 or int(fit[3]) > 59:
        raise ValueError(text)
    return DAYS.index(fit[1]) if fit[1] else None, int(fit[2]), int(fit[3])


def cron(job: Job) -> dict[str, str]:
    """A line for `crontab -e`; a percent sign would end the command there."""
    command = f"cd {shlex.quote(job.folder)} && {_shell(*job.program, 'recheck', '--db', job.archive)}"
    why = "# Nothing is printed, and so nothing mailed, where nothing is newly wrong."
    return {"verifier.cron": f"{why}\n{job.cron} {command.replace('%', _PERCENT)}\n"}


def systemd(job: Job) -> dict[str, str]:
    """A service and its timer, for `~/.config/systemd/user`; `systemctl --user enable --now verifier.timer` starts them."""
    command = " ".join(map(_unit, (*job.program, "recheck", "--db", job.archive)))
    when = f"{DAYS[job.day].title()} " if job.day is not None else ""
    service = f"""[Unit]
Description=verifier: look at archived sources again

[Service]
Type=oneshot
WorkingDirectory={job.folder.replace("%", "%%")}
ExecStart={command}
"""
    timer = f"""[Unit]
Description=verifier: when archived sources are looked at again

[Timer]
OnCalendar={when}*-*-* {job.hour:02}:{job.minute:02}:00
Persistent=true

[Install]
WantedBy=timers.target
"""
    return {"verifier.service": service, "verifier.timer": timer}


def github(job: Job) -> dict[str, str]:
    """A workflow, for `.github/workflows`. The archive goes from run to run, so that sources of today are not asked again."""
    workflow = f"""name: Citations
on:
  push:
  pull_request:
  schedule:
    - cron: "{job.cron}" # UTC
permissions:
  contents: read
  security-events: write # for upload-sarif
jobs:
  verifier:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: |
          python -m pip install {_shell(job.install)}
      - uses: actions/cache/restore@v4
        with:
          path: archive.db
          key: verifier-${{{{ github.run_id }}}}
          restore-keys: verifier-
      - run: |
          shopt -s globstar
          verifier check {_articles(job)} --allow-empty --format github --output verifier.sarif
        shell: bash
      - uses: actions/cache/save@v4
        if: always()
        with:
          path: archive.db
          key: verifier-${{{{ github.run_id }}}}
      - uses: github/codeql-action/upload-sarif@v3
        if: always()
        continue-on-error: true # where code scanning is not switched on
        with:
          sarif_file: verifier.sarif
"""
    return {"citations.yml": workflow}


def gitlab(job: Job) -> dict[str, str]:
    """A job for `.gitlab-ci.yml`; GitLab sets the time itself (Build, Pipeline schedules)."""
    pipeline = f"""# The time is set in GitLab at Build > Pipeline schedules: {job.cron}
citations:
  image: python:3.12
  cache:
    key: verifier
    when: always
    paths:
      - archive.db
  script:
    - |
      python -m pip install {_shell(job.install)}
    - |
      verifier check {_articles(job)} --allow-empty --output verifier.xml
  artifacts:
    when: always
    paths:
      - verifier.xml
    reports:
      junit: verifier.xml
"""
    return {".gitlab-ci.yml": pipeline}


Files = dict[str, str]
SCHEDULES: Mapping[str, Callable[[Job], Files]] = {"cron": cron, "systemd": systemd, "github": github, "gitlab": gitlab}
# Those that run in a repository, on another machine: what is to be installed there must be known.
ELSEWHERE = ("github", "gitlab")


def _shell(*words: str) -> str:
    return " ".join(map(shlex.quote, words))


def _articles(job: Job) -> str:
    """The articles; signs that stand for names (`docs/*.md`) are left to the shell."""
    return " ".join(name if _PLAIN.fullmatch(name) else shlex.quote(name) for name in job.articles)


def _unit(word: str) -> str:
    """A word of a systemd command line (systemd.service, "Command lines")."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return escaped if _PLAIN.fullmatch(word) else f'"{escaped}"'
