"""Settings out of a file: what they say, what stands above them, and what is refused with the nearest right word."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from support.program import verifier

from verifier.cli import RUNS
from verifier.commands.settings import Settings, misspelt, read_settings
from verifier.errors import SettingsError
from verifier.verdicts.settling import IgnoreRule

ROOT = Path(__file__).resolve().parents[1]


def settings_of(folder: Path, text: str, name: str = "verifier.toml") -> Settings:
    (folder / name).write_text(text, encoding="utf-8")
    return read_settings(None, folder, RUNS)


def test_every_option_of_every_verb_can_be_set(tmp_path: Path) -> None:
    found = settings_of(
        tmp_path,
        'max-age = "7d"\nallow-private = "intranet.example"\nbrowser = true\ndb = "lib/a.db"\n'
        '[check]\nmax-age = "2w"\nfail-on = ["look", "cannot-tell"]\noutput = ["a.sarif"]\n[query]\nlimit = 5\n',
    )
    assert found.defaults["check"] == {
        "max_age": "2w", "allow_private": ["intranet.example"], "browser": True, "db": "lib/a.db", "fail_on": ["look", "cannot-tell"],
        "output": ["a.sarif"],
    }  # fmt: skip
    assert found.defaults["archive"]["max_age"] == "7d"
    assert found.defaults["query"] == {"db": "lib/a.db", "limit": 5}
    assert found.defaults["formats"] == {}


def test_a_variable_that_is_nearly_one_is_told() -> None:
    names = ("VERIFIER_MAXAGE", "VERIFIER_MAX_AGE", "VERIFIER_VERSION", "VERIFIER_JUDGE_URL", "VERIFIER_DEBUG", "PATH")
    assert list(misspelt(names, RUNS)) == [("VERIFIER_MAXAGE", "VERIFIER_MAX_AGE")]


def test_rules_of_what_to_ignore(tmp_path: Path) -> None:
    found = settings_of(
        tmp_path,
        '[[ignore]]\nhost = "*.site.example"\nreason = "It moves."\nuntil = 2026-12-31\n'
        '[[ignore]]\naddress = "https://a.example/*"\ndocument = "docs/*"\nnote = "4"\nverdict = "not_found"\nreason = "Known."\nuntil = "2027-01-02"\n',
    )
    assert found.ignore == (
        IgnoreRule("It moves.", host="*.site.example", until=date(2026, 12, 31)),
        IgnoreRule(
            "Known.",
            address="https://a.example/*",
            document="docs/*",
            note="4",
            verdict="not_found",
            until=date(2027, 1, 2),
        ),
    )


# The files of a tree; the folder that the program runs in; the value of --max-age that holds there, if any.
TREES = {
    "in the folder itself": ({"verifier.toml": 'max-age = "1d"'}, ".", "1d"),
    "above": ({"verifier.toml": 'max-age = "1d"', ".git/HEAD": ""}, "docs/en", "1d"),
    "the nearest": ({"verifier.toml": 'max-age = "1d"', "docs/verifier.toml": 'max-age = "2d"'}, "docs/en", "2d"),
    "pyproject": ({"pyproject.toml": '[tool.verifier]\nmax-age = "3d"'}, ".", "3d"),
    "both": ({"pyproject.toml": '[tool.verifier]\nmax-age = "3d"', "verifier.toml": 'max-age = "1d"'}, ".", "1d"),
    "a pyproject that says nothing of it": ({"verifier.toml": 'max-age = "1d"', "docs/pyproject.toml": "[project]\n"}, "docs", "1d"),
    "not above the repository": ({"verifier.toml": 'max-age = "1d"', "repo/.git/HEAD": ""}, "repo/docs", None),
    "none": ({"verifier.txt": ""}, ".", None),
}  # fmt: skip


@pytest.mark.parametrize("case", TREES)
def test_the_nearest_file_up_to_the_repository_counts(case: str, tmp_path: Path) -> None:
    files, place, expected = TREES[case]
    (tmp_path / ".git").mkdir()
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / place).mkdir(parents=True, exist_ok=True)
    found = read_settings(None, tmp_path / place, RUNS)
    assert found.defaults.get("check", {}).get("max_age") == expected


def test_paths_are_seen_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    settings_of(tmp_path, 'db = "lib.db"')
    assert Path(read_settings(None, tmp_path / "docs", RUNS).defaults["check"]["db"]) == Path("../lib.db")


# What stands in the file; what is said, and what is advised.
BAD = {
    "a key that is none": ('max-agee = "7d"', "there is no setting 'max-agee'", "'max-age'"),
    "a key with another stroke": ("fail_on = []", "there is no setting 'fail_on'", "'fail-on'"),
    "a verb that is none": ("[chekc]\nstrict = true", "there is no setting 'chekc'", "'check'"),
    "an option that the verb has not": ("[check]\nolder-than = '1d'", "'check.older-than'", ""),
    "a number for a length of time": ("max-age = 7", "'max-age' must be a text: \"…\", not 7", "Correct"),
    "a text for yes or no": ('strict = "yes"', "'strict' must be true or false, not 'yes'", "Correct"),
    "a number in a list": ("allow-private = [1]", "'allow-private' must be a list of texts", "Correct"),
    "a value for a table": ("check = 3", "'check' must be a table", "[check]"),
    "no TOML": ("max-age =", "is not TOML", "Mend"),
    "letters of another charset": ("grüße", "is not TOML", "Mend"),
    "rules that are none": ("ignore = 3", "'ignore' must be tables", "[[ignore]]"),
    "a rule without reason": ('[[ignore]]\nhost = "a.example"', "rule 1 has no reason", "reason ="),
    "a rule for everything": ('[[ignore]]\nreason = "Later."', "rule 1 would ignore everything", "host"),
    "a rule with a key that is none": ('[[ignore]]\nhots = "a"\nreason = "x"', "'ignore.hots'", "'host'"),
    "a rule with a number": ('[[ignore]]\nnote = 4\nreason = "x"', "'note' must be a text, not 4", "note ="),
    "a rule with a verdict that is none": ('[[ignore]]\nverdict = "goen"\nreason = "x"', "no verdict 'goen'", "'gone'"),
    "a rule until no day": ('[[ignore]]\nhost = "a"\nreason = "x"\nuntil = "soon"', "'until' must be a day", "2026-12-31"),
    "a rule until a moment": ('[[ignore]]\nhost = "a"\nreason = "x"\nuntil = 2026-01-01T10:00:00', "'until' must be a day", "2026-12-31"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_is_refused_names_file_key_and_the_right_word(case: str, tmp_path: Path) -> None:
    text, said, advised = BAD[case]
    (tmp_path / "verifier.toml").write_bytes(text.encode("latin-1" if "charset" in case else "utf-8"))
    with pytest.raises(SettingsError) as refused:
        read_settings(None, tmp_path, RUNS)
    assert str(refused.value).startswith("verifier.toml")
    assert said in str(refused.value)
    assert advised in refused.value.hint


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    done = verifier("--config", "no.toml", "formats", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no.toml cannot be read: No such file" in done.stderr


def test_command_line_before_environment_before_file(tmp_path: Path) -> None:
    (tmp_path / "verifier.toml").write_text('[formats]\nformat = "json"\n', encoding="utf-8")
    from_file = verifier("formats", cwd=tmp_path)
    assert json.loads(from_file.stdout)
    from_environment = verifier("formats", cwd=tmp_path, environment={"VERIFIER_FORMAT": "csv"})
    assert from_environment.stdout.startswith(b"what,name,supports")
    typed = verifier("formats", "-f", "md", cwd=tmp_path, environment={"VERIFIER_FORMAT": "csv"})
    assert typed.stdout.startswith(b"| what")


# A value of the right kind that no option takes: where it was set is said.
VALUES = {
    "file": ("max-age = '7 years'", {}, b"It is set in verifier.toml."),
    "environment": ("", {"VERIFIER_MAX_AGE": "7 years"}, b"It is set in VERIFIER_MAX_AGE."),
    "choice": (
        "memento = 'sometimes'",
        {},
        b"'sometimes' is not one of 'never', 'lost', 'always'. It is set in verifier.toml.",
    ),
}


@pytest.mark.parametrize("case", VALUES)
def test_a_value_that_no_option_takes_is_traced(case: str, tmp_path: Path) -> None:
    text, environment, said = VALUES[case]
    (tmp_path / "verifier.toml").write_text(text, encoding="utf-8")
    done = verifier("check", "a.md", cwd=tmp_path, environment=environment)
    assert done.returncode == 2
    assert said in done.stderr


def test_help_is_had_whatever_a_file_says(tmp_path: Path) -> None:
    (tmp_path / "verifier.toml").write_text("x =", encoding="utf-8")
    assert verifier("check", "--help", cwd=tmp_path).returncode == 0
