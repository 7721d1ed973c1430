"""Make the manual page from the program's own help. Usage: python examples/make_manual.py FILE."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from verifier import __version__, cli
from verifier.commands import VERBS

_EXIT = (
    ("0", "nothing wrong found"),
    ("1", "problems found (see --fail-on)"),
    ("2", "could not run: wrong use, an unreadable article or archive"),
    ("3", "nothing could be looked at"),
    ("130", "interrupted; what was finished is kept"),
)


def manual() -> str:
    """The page in roff (man 7)."""
    lines = [
        f'.TH VERIFIER 1 "" "verifier {__version__}" "User Commands"',
        ".SH NAME", "verifier \\- do the sources of this article say what the article says they say?",
        ".SH SYNOPSIS", ".B verifier", "[OPTIONS] COMMAND [ARGS]",
        ".SH DESCRIPTION",
        "Reads an article (text, HTML, Markdown, Word, PDF ...), fetches and archives the sources that its notes cite,",
        "and shows for each cited claim where the source says it, where it says something else, and where nobody can tell.",
        ".SH OPTIONS", *_options(_help()),
    ]  # fmt: skip
    for verb in VERBS:
        said = _help(verb)
        lines += [f".SH {verb.upper()}", _escaped(said.split("\n\n")[1].strip()), *_options(said)]
    lines += [".SH EXIT STATUS"]
    for code, meaning in _EXIT:
        lines += [".TP", f".B {code}", meaning]
    return "\n".join(lines) + "\n"


def _help(*words: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        cli.run([*words, "--help"])
    return out.getvalue()


def _options(said: str) -> Iterator[str]:
    """What stands under “Arguments” and “Options”, each with its description."""
    for part in re.split(r"\n(?=\w+:\n)", said):
        head, _, rest = part.partition("\n")
        if head in ("Arguments:", "Options:"):
            for one in re.split(r"\n(?=  \S)", rest.rstrip()):
                name, _, told = " ".join(one.split("\n")).strip().partition("  ")
                yield from (".TP", f".B {_escaped(name)}", _escaped(" ".join(told.split())))


def _escaped(words: str) -> str:
    words = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{words}" if words.startswith((".", "'")) else words


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
