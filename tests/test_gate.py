"""What makes a check fail: kinds, an earlier report, rules; and that nothing was looked at is no success."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.program import verifier
from support.reports import report_about
from support.sites import Asked, Reply, Site

from verifier import cli
from verifier.commands.options import FailOn
from verifier.commands.printing import outcome
from verifier.errors import SettingsError
from verifier.model import Alert, SettledBy, Severity
from verifier.verdicts import find_open, severities
from verifier.verdicts.settling import Earlier, IgnoreRule, settle, settle_alerts
from verifier.workflow.baseline import read_baseline

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 27)
S = Severity

# What a run weighs; what makes it fail; the exit code.
FAILS: Sequence[tuple[Sequence[Severity], Sequence[FailOn], int]] = [
    ([S.FINE, S.WARNING, S.CANNOT_TELL], [], 0),
    ([S.FINE, S.PROBLEM], [], 1),
    ([S.FINE, S.PROBLEM], [FailOn.LOOK], 1),
    ([S.WARNING], [FailOn.PROBLEM], 0),
    ([S.WARNING], [FailOn.LOOK], 1),
    ([S.WARNING], [FailOn.CANNOT_TELL], 0),
    ([S.CANNOT_TELL], [FailOn.LOOK], 0),
    ([S.CANNOT_TELL], [FailOn.CANNOT_TELL], 1),
    ([S.WARNING], [FailOn.LOOK, FailOn.CANNOT_TELL], 1),
]


@pytest.mark.parametrize(("weights", "fail_on", "code"), FAILS)
def test_what_makes_a_run_fail(weights: Sequence[Severity], fail_on: Sequence[FailOn], code: int) -> None:
    assert outcome([report_about("words")], weights, strict=False, fail_on=fail_on) == code


ALERT = Alert(
    "docs/a.md", "3", "https://www.growers.example/news/drought?utm_source=x", "altered", S.PROBLEM, "It differs.",
    "the drought of 2022 cost the lower basin 1,700 seasonal jobs", 17, 152,
)  # fmt: skip

# What became of the article since; whether the alert is still known.
CHANGES = {
    "nothing": (ALERT, True),
    "notes are numbered anew, lines moved": (replace(ALERT, note="12", line=40, column=3), True),
    "words are added": (replace(ALERT, words="the long drought of 2022 cost the lower basin 1,700 seasonal jobs"), True),
    "the address is written otherwise": (replace(ALERT, url="http://growers.example/news/drought#top"), True),
    "the file is named otherwise": (replace(ALERT, document="./docs/a.md"), True),
    "the file is named with its whole path": (replace(ALERT, document="C:\\build\\docs\\a.md"), True),
    "another quotation": (replace(ALERT, words="the eastern sluice stays shut until the harvest is in"), False),
    "another source": (replace(ALERT, url="https://growers.example/news/flood"), False),
    "another verdict": (replace(ALERT, word="not_found"), False),
    "a file of this name in another folder": (replace(ALERT, document="en/docs/a.md"), False),
    "another file": (replace(ALERT, document="docs/b.md"), False),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES)
def test_small_edits_make_nothing_new(case: str) -> None:
    now, known = CHANGES[case]
    settled = settle_alerts([now], [], Earlier("base.json", (ALERT,)), TODAY)
    assert [(alert.settled, alert.why) for alert in settled] == ([(SettledBy.KNOWN, "base.json")] if known else [])


def test_a_second_one_of_a_kind_is_new() -> None:
    assert len(settle_alerts([ALERT, replace(ALERT, note="9")], [], Earlier("base.json", (ALERT,)), TODAY)) == 1


RULES = {
    IgnoreRule("x", host="growers.example"): True,
    IgnoreRule("x", host="*.example"): True,
    IgnoreRule("x", host="example"): False,
    IgnoreRule("x", address="https://*.growers.example/news/*"): True,
    IgnoreRule("x", address="https://growers.example/news/*"): False,
    IgnoreRule("x", document="docs/*", verdict="altered"): True,
    IgnoreRule("x", document="docs/*", verdict="gone"): False,
    IgnoreRule("x", note="3"): True,
    IgnoreRule("x", note="33"): False,
    IgnoreRule("x", note="3", until=TODAY): True,
    IgnoreRule("x", note="3", until=date(2026, 11, 26)): False,
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule)[23:90])
def test_a_rule_fits_what_it_names_until_its_end(rule: IgnoreRule) -> None:
    settled = settle_alerts([ALERT], [rule], None, TODAY)
    assert [(alert.settled, alert.why) for alert in settled] == ([(SettledBy.IGNORED, "x")] if RULES[rule] else [])


def test_what_weighs_nothing_is_not_settled() -> None:
    assert settle_alerts([replace(ALERT, severity=S.FINE)], [IgnoreRule("x", note="3")], None, TODAY) == ()


BASELINES = {
    "no JSON": (b"{", "not whole JSON"),
    "other JSON": (b"[1, 2]", "not the JSON of a check"),
    "JSON of another verb": (b'{"schema_version": 1, "sources": []}', "not the JSON of a check"),
    "another version": (b'{"schema_version": 99}', "made by another version of verifier (schema_version 99, not 1)"),
    "a weight that is none": (
        b'{"schema_version": 1, "document": {"name": "a"}, "findings": [], "citations": [{"link": "gone", "answer": "gone", "note": "1", "url": "u",'
        b' "severity": "bad", "metadata_problems": []}]}',
        "not the JSON of a check",
    ),
    "nested without end": (b"[" * 100_000, "not whole JSON"),
}  # fmt: skip


@pytest.mark.parametrize("case", BASELINES)
def test_a_baseline_that_is_none_is_said(case: str) -> None:
    data, said = BASELINES[case]
    with pytest.raises(SettingsError, match=r"base\.json") as refused:
        read_baseline(data, "base.json")
    assert said in str(refused.value)
    assert "-o baseline.json" in refused.value.hint


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example article, checked once: `base.json`."""
    place = tmp_path_factory.mktemp("gate")
    (place / "a.md").write_bytes((ROOT / "examples" / "article.md").read_bytes())
    settings = f'max-age = "3650d"\n[check]\nreplay = "{ROOT / "examples" / "sources.warc.gz"}"\n'
    (place / "verifier.toml").write_text(settings, encoding="utf-8")
    done = verifier("check", "a.md", "-q", "-o", "base.json", cwd=place)
    assert done.returncode == 1, done.stderr.decode()
    return place


def test_only_what_is_new_makes_a_run_fail(folder: Path) -> None:
    again = verifier("check", "a.md", "-f", "json", "--baseline", "base.json", "--fail-on", "look", cwd=folder)
    assert again.returncode == 0
    assert b"note: 14 known from base.json\n" in again.stderr
    assert json.loads(again.stdout)["summary"]["known"] == 14
    text = (folder / "a.md").read_text(encoding="utf-8")
    renumbered = text.replace("[^3]", "[^three]").replace(
        "# Water Before Borders", "# A new title\n\nA new first line.\n\n# Water"
    )
    (folder / "a.md").write_text(renumbered, encoding="utf-8")
    moved = verifier("check", "a.md", "-q", "--baseline", "base.json", "--fail-on", "look", cwd=folder)
    assert moved.returncode == 0, moved.stderr.decode()
    (folder / "a.md").write_text(renumbered.replace("every six hours", "every nine hours"), encoding="utf-8")
    new = verifier("check", "a.md", "-f", "github", "--baseline", "base.json", cwd=folder)
    (folder / "a.md").write_text(text, encoding="utf-8")
    assert new.returncode == 1
    [error] = [line for line in new.stdout.decode().splitlines() if line.startswith("::error")]
    assert "title=[2] number differs" in error


def test_ignored_and_known_are_counted_and_a_rule_past_its_end_is_said(folder: Path) -> None:
    rules = (
        '[[ignore]]\nhost = "*.kestria.example"\nreason = "The ministry answers on Monday."\nuntil = 9999-12-31\n'
        '[[ignore]]\nverdict = "gone"\nreason = "The museum moves."\nuntil = 2020-01-31\n'
    )
    (folder / "rules.toml").write_text((folder / "verifier.toml").read_text(encoding="utf-8") + rules, encoding="utf-8")
    done = verifier("--config", "rules.toml", "check", "a.md", "-f", "json", cwd=folder)
    assert done.returncode == 1
    assert json.loads(done.stdout)["summary"]["ignored"] == 1
    assert done.stderr.decode().splitlines()[-2:] == [
        "note: 1 ignored: The ministry answers on Monday.",
        "warning: rules.toml: an ignore rule ended on 2020-01-31 and no longer applies: The museum moves.",
    ]
    for form in ("text", "md"):
        told = verifier("--config", "rules.toml", "report", "a.md", "-f", form, cwd=folder).stdout.decode()
        assert "Settled of these: 1 ignored." in told
    quiet = verifier("--config", "rules.toml", "report", "a.md", "-q", cwd=folder)
    assert (quiet.stdout, quiet.stderr) == (b"", b"")


def test_what_is_settled_is_out_of_the_weights() -> None:
    one = report_about("words")
    settled = settle(one, [IgnoreRule("x", document="words")], None, TODAY)
    assert [one.citations[0].severity, *severities(settled)] == [S.PROBLEM, S.FINE]
    assert [alert.word for alert in find_open(settled)] == ["gap"]


def blocked(asked: Asked) -> Reply:
    """A site that refuses some."""
    return (
        Reply(b"<p>No.</p>", 403)
        if asked.path.startswith("/wall")
        else Reply(b"<html><title>Tide</title><p>The tide was late.</p></html>")
    )


# What makes `archive` and `recheck` of a wall fail; the exit code.
WALLED = {
    "nothing": ([], 0),
    "something to look at": (["look"], 0),
    "what nobody could tell": (["look", "cannot-tell"], 1),
}


@pytest.mark.parametrize("case", WALLED)
def test_archive_and_recheck_fail_on_the_same_kinds(case: str, tmp_path: Path) -> None:
    kinds, code = WALLED[case]
    options = ["--allow-private", "127.0.0.1", "--memento", "never", *(f"--fail-on={kind}" for kind in kinds)]
    with Site(blocked) as site:
        kept = verifier("archive", f"{site.base}/tide", f"{site.base}/wall", *options, cwd=tmp_path)
        again = verifier("recheck", "--older-than", "0s", *options, cwd=tmp_path)
    assert (kept.returncode, again.returncode) == (code, code), kept.stderr + again.stderr


# What the article cites; further options; the exit code, what is said, what is advised.
UNSEEN = {
    "an address of this machine": (["/tide"], [], 3, "nothing was sent", "--allow-private 127.0.0.1"),
    "walls": (
        ["/wall", "/wall/2"],
        ["--allow-private", "127.0.0.1"],
        3,
        "Of 2 sources 2 for this reason",
        "verifier import",
    ),
    "one wall of two": (["/wall", "/tide"], ["--allow-private", "127.0.0.1"], 0, "", ""),
    "nothing is in the archive": (["/tide"], ["--offline"], 3, "", ""),
}


def test_addresses_that_are_none_of_the_web_are_to_be_corrected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("The tide was late.[^1]\n\n[^1]: javascript:alert(1)\n", encoding="utf-8")
    assert cli.run(["check", str(tmp_path / "a.md"), "--db", str(tmp_path / "a.db")]) == 3
    assert "hint: Correct the addresses in the notes" in capsys.readouterr().err


@pytest.mark.parametrize("case", UNSEEN)
def test_that_nothing_could_be_looked_at_is_no_success(case: str, tmp_path: Path) -> None:
    paths, options, code, said, advised = UNSEEN[case]
    with Site(blocked) as site:
        notes = "".join(f"[^{n}]: {site.base}{path}\n" for n, path in enumerate(paths, 1))
        (tmp_path / "a.md").write_text("The tide was late.[^1][^2]\n\n" + notes, encoding="utf-8")
        done = verifier("check", "a.md", "--memento", "never", *options, cwd=tmp_path)
    assert done.returncode == code, done.stdout.decode()
    assert said in done.stderr.decode()
    assert advised in done.stderr.decode()
    assert (b"Nothing could be looked at" in done.stderr) == bool(said)
