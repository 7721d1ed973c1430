"""Judges: asked claim by claim, believed only where the words they quote stand in the source."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from support.program import verifier
from support.sites import Asked, Reply, Site

from verifier import cli
from verifier.judges import judge_names, make_judge
from verifier.judges.openai import read_ruling
from verifier.model import (
    Citation,
    Claim,
    Evidence,
    Finding,
    FindingKind,
    Part,
    Role,
    Ruling,
    RulingVerdict,
    Severity,
    SourceText,
    StatementVerdict,
)
from verifier.verdicts import add_opinion

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WORDS = "The joint laboratory opened in 2021 with (Read more) forty scientists. It has two flags."
TEXT = SourceText(WORDS, "html", "1", parts=(Part(41, 52, Role.NAVIGATION),))
SUPPORTED, CONTRADICTED, CANNOT_TELL = RulingVerdict.SUPPORTED, RulingVerdict.CONTRADICTED, RulingVerdict.CANNOT_TELL


class Saying:
    """A judge that always says the same."""

    name, model, prompt_version = "saying", "none", "1"

    def __init__(self, ruling: Ruling | Exception) -> None:
        self.ruling = ruling

    def rule(self, claim: str, passages: Sequence[str]) -> Ruling:
        assert claim
        assert passages
        if isinstance(self.ruling, Exception):
            raise self.ruling
        return self.ruling


def finding(verdict: StatementVerdict, severity: Severity) -> Finding:
    claim = Claim("The laboratory opened with forty scientists.", "", (0,), 0)
    evidence = (Evidence(WORDS, "", "", 0, len(WORDS)),)
    return Finding(claim, Citation(0, "a"), FindingKind.STATEMENT, verdict, "r", severity, evidence=evidence)


SHOWN, WEAK = StatementVerdict.EVIDENCE_SHOWN, StatementVerdict.WEAK_EVIDENCE
# The finding's verdict and severity, the judge's answer; what is believed, and the severity then.
ANSWERS: dict[str, tuple[StatementVerdict, Severity, Ruling | Exception, RulingVerdict | None, Severity]] = {
    "supported": (WEAK, Severity.WARNING, Ruling(SUPPORTED, "opened in 2021 with forty scientists", "so"), SUPPORTED, Severity.FINE),
    "contradicted": (SHOWN, Severity.FINE, Ruling(CONTRADICTED, "It has two flags.", "so"), CONTRADICTED, Severity.WARNING),
    "nothing to tell": (SHOWN, Severity.FINE, Ruling(CANNOT_TELL, "", "so"), CANNOT_TELL, Severity.FINE),
    "words that are nowhere": (WEAK, Severity.WARNING, Ruling(SUPPORTED, "opened in 2021 with fifty scientists", "so"), None, Severity.WARNING),
    "no words": (WEAK, Severity.WARNING, Ruling(SUPPORTED, " ", "so"), None, Severity.WARNING),
    "a conflict stays one": (StatementVerdict.ITEM_CONFLICT, Severity.PROBLEM, Ruling(SUPPORTED, "It has two flags.", "so"), SUPPORTED, Severity.PROBLEM),
    "no answer": (WEAK, Severity.WARNING, OSError("refused"), None, Severity.WARNING),
    "no sense": (WEAK, Severity.WARNING, ValueError("no JSON"), None, Severity.WARNING),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_what_is_believed(case: str) -> None:
    verdict, severity, ruling, believed, weight = ANSWERS[case]
    heard = add_opinion(finding(verdict, severity), Saying(ruling), TEXT)
    assert heard.opinion is not None
    assert (heard.opinion.verdict, heard.severity, heard.verdict) == (believed, weight, verdict)
    assert heard.opinion.reason


def test_where_there_is_no_evidence_nobody_is_asked() -> None:
    silent = finding(StatementVerdict.NO_EVIDENCE, Severity.WARNING)
    assert add_opinion(silent, Saying(AssertionError()), TEXT) == silent


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no",
        "{",
        '{"verdict": "maybe"}',
        '{"verdict": null}',
        "[]",
        '["supported"]',
        "{}",
        '{"verdict": ["supported"]}',
    ],
)
def test_an_answer_that_is_none_is_refused(content: str) -> None:
    with pytest.raises((ValueError, TypeError, AttributeError)):
        read_ruling(content)


# --- a server that speaks chat completions ---------------------------------------------------


Replying = Callable[[dict[str, Any]], str | int]
Serve = Callable[[Replying], Site]


def model(reply: Replying) -> Callable[[Asked], Reply]:
    """A model's server; `reply` makes its answer's words, or its status, out of the question."""

    def answer(asked: Asked) -> Reply:
        said = reply(json.loads(json.loads(asked.body)["messages"][1]["content"]))
        body = json.dumps({"choices": [{"message": {"content": said}}]}).encode()
        return Reply(body, said if isinstance(said, int) else 200, "application/json")

    return answer


def settings(site: Site) -> dict[str, str]:
    return {
        "VERIFIER_JUDGE_URL": f"{site.base}/v1",
        "VERIFIER_JUDGE_MODEL": "small-1",
        "VERIFIER_JUDGE_KEY": "secret-key",
    }


def first_words(question: dict[str, Any]) -> str:
    quote = " ".join(question["passages"][0].split()[:6])
    return json.dumps({"verdict": "supported", "quote": quote, "reason": "The passage says so."})


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as sites:
        yield lambda reply: sites.enter_context(Site(model(reply)))


def check(folder: Path, site: Site) -> dict[str, Any]:
    captures = ("--replay", EXAMPLES / "sources.warc.gz", "--format", "json", "--judge", "openai")
    done = verifier("check", EXAMPLES / "article.md", *captures, cwd=folder, environment=settings(site))
    assert done.returncode == 1, done.stderr.decode()
    assert b"secret-key" not in done.stdout + done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_a_server_on_loopback_is_asked_claim_by_claim(serve: Serve, tmp_path: Path) -> None:
    server = serve(first_words)
    result = check(tmp_path, server)
    opinions = [f["opinion"] for f in result["findings"] if f["opinion"]]
    assert len(opinions) == len(server.asked) > 3
    assert {o["verdict"] for o in opinions} == {"supported"}
    assert {(o["judge"], o["model"], o["prompt_version"]) for o in opinions} == {("openai", "small-1", "1")}
    assert all(asked.authorization == "Bearer secret-key" for asked in server.asked)
    with closing(sqlite3.connect(tmp_path / "archive.db", isolation_level=None)) as rows:
        assert rows.execute("select count(*) from opinions").fetchone() == (len(opinions),)
        assert b"secret-key" not in (tmp_path / "archive.db").read_bytes()


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (
            lambda _: json.dumps({"verdict": "supported", "quote": "words of my own", "reason": "Trust me."}),
            "discarded",
        ),
        (lambda _: "I think it is fine.", "no answer that could be used"),
        (lambda _: 500, "no answer that could be used"),
    ],
)
def test_what_cannot_be_believed_is_said(reply: Replying, said: str, serve: Serve, tmp_path: Path) -> None:
    result = check(tmp_path, serve(reply))
    opinions = [f["opinion"] for f in result["findings"] if f["opinion"]]
    assert {o["verdict"] for o in opinions} == {None}
    assert all(said in o["reason"] for o in opinions)


@pytest.mark.parametrize(("name", "said"), [("nobody", "no judge"), ("openai", "VERIFIER_JUDGE_URL")])
def test_a_judge_that_cannot_be_had_is_an_error_with_a_hint(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("VERIFIER_JUDGE_URL", "VERIFIER_JUDGE_MODEL"):
        monkeypatch.delenv(key, raising=False)
    code = cli.run(
        ["check", str(EXAMPLES / "article.md"), "--offline", "--judge", name, "--db", str(tmp_path / "a.db")]
    )
    error = capsys.readouterr().err
    assert (code, said in error, "\nhint: " in error) == (2, True, True)
    assert not (tmp_path / "a.db").exists()


def test_judges_are_named_by_entry_points() -> None:
    assert "openai" in judge_names()
    judge = make_judge(
        "openai", {"VERIFIER_JUDGE_URL": "http://x.example/v1/", "VERIFIER_JUDGE_MODEL": "m"}, lambda *_: b"{}"
    )
    assert (judge.name, judge.model) == ("openai", "m")
