"""First words: what to do with the files at hand, and what an answer means. In: a folder, a word. Out: text for the terminal."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import typer

# Of the kinds of article that people write, those that they keep as files of their own first.
_ARTICLES = (".docx", ".odt", ".md", ".html", ".htm", ".pdf", ".rst", ".tex", ".epub", ".txt")
_NOT = ("readme", "license", "changelog", "contributing", "requirements", "constraints", "report")
_SHOWN = "draft.docx"


def welcome(folder: Path) -> str:
    """What to say to somebody who typed the name of the program alone."""
    from verifier.escape import for_terminal

    found = find_article(folder)
    name = f'"{found}"' if found and " " in found else found or _SHOWN
    here = f"{for_terminal(found)} is in this folder:" if found else "with an article of yours, a file or its address:"
    commands = (
        (f"verifier check {name} -o report.html", "hold each claim against the source that its note cites"),
        (f"verifier extract {name}", "see its notes first; nothing is sent"),
        ("verifier --help", "all that it can do"),
    )
    width = max(len(command) for command, _ in commands)
    lines = [f"  {for_terminal(command):{width}}   {what}" for command, what in commands]
    return "\n".join(
        ["Do the sources of this article say what the article says they say?", "", f"To begin, {here}", "", *lines]
    )


def find_article(folder: Path) -> str | None:
    """The file of a folder that is most likely an article, "" where there is none; the newest of the likeliest kind."""
    try:
        files = [one for one in folder.iterdir() if one.is_file() and not one.name.startswith((".", "~"))]
    except OSError:
        return None
    likely = [one for one in files if one.suffix.lower() in _ARTICLES and not one.stem.lower().startswith(_NOT)]
    best = min(likely, key=lambda one: (_ARTICLES.index(one.suffix.lower()), -one.stat().st_mtime), default=None)
    return best.name if best is not None else None


def explain(word: str) -> str:
    """What an answer is called, means and asks for; `word` is the machine's or the one for people. Raises BadParameter."""
    from verifier.reports.words import LABELS, LINK_STEPS, LINK_WORDS, OTHER_NAMES, VERDICT_WORDS

    asked = word.strip().lower().replace("-", "_")
    names = {label.lower(): key for key, label in (*LABELS.items(), *OTHER_NAMES)}
    key = next((k for k in (asked, asked.replace(" ", "_"), names.get(word.strip().lower())) if k in LABELS), None)
    if key is None:
        near = get_close_matches(asked, [*map(str, LABELS), *names], n=1, cutoff=0.5)
        more = f" Did you mean “{near[0]}”?" if near else ""
        raise typer.BadParameter(f"There is no answer {word!r}.{more} There are: {', '.join(map(str, LABELS))}.")
    meaning = LINK_WORDS.get(key) or VERDICT_WORDS.get(key) or LABELS[key]
    step = f"\nWhat to do: {LINK_STEPS[key]}" if key in LINK_STEPS else ""
    return f"{LABELS[key]} ({key})\n{meaning}{step}"
