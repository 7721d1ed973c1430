"""Read Org: footnotes (`[fn:1]`, `[fn:: inline]`), links (`[[address][words]]`), quotations.

In: bytes. Out: `Document`. The rule of this file: the text is put into Markdown and read as such; keywords, drawers and comments fall away.
What stands in a file of references is not read: its keys are told as marks that no note answers.
"""

from __future__ import annotations

import re

from verifier.documents.braces import around_code, fenced, read_as_markdown
from verifier.model import Document

_CODE = re.compile(r"\s*#\+begin_(?P<closes>src|example|export|comment)\b", re.IGNORECASE)
_FIELD = re.compile(r"^#\+(title|language):[ \t]*(.+)$", re.MULTILINE | re.IGNORECASE)
_UNSEEN = re.compile(
    r"^[ \t]*(?:#\+(?!begin_quote|end_quote)\w+(?:\[[^\]\n]*\])?:?.*|#(?:[ \t].*)?|:[\w-]{1,60}:(?:[ \t].*)?"
    r"|(?:SCHEDULED|DEADLINE|CLOSED):.*)$",
    re.MULTILINE | re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(\*{1,6})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(.*?)(?:[ \t]+:[\w@:]+:)?[ \t]*$", re.MULTILINE
)
_QUOTE = re.compile(
    r"^[ \t]*#\+begin_quote[ \t]*\n(?P<words>(?:(?!#\+begin_quote).)*?)\n[ \t]*#\+end_quote[ \t]*$",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(r"\[\[(?P<target>[^\[\]\n]{1,1000})\](?:\[(?P<words>[^\[\]]{1,500})\])?\]")
_DEFINED = re.compile(r"^\[fn:(?P<name>[\w-]{1,60})\][ \t]*", re.MULTILINE)
_INLINE = re.compile(r"\[fn:(?P<name>[\w-]{0,60}):[ \t]?(?P<words>(?:[^\[\]]|\[[^\[\]]*\](?:\([^()\s]*\))?){1,3000})\]")
_CALLED = re.compile(r"\[fn:(?P<name>[\w-]{1,60})\]")
_CITED = re.compile(r"\[cite(?:/\w+)*:(?P<keys>[^\[\]\n]{1,300})\]")
_KEY = re.compile(r"@([\w:.+-]*\w)")
_ITALIC = re.compile(r"(?<![\w/:.\]])/(?=\S)([^/\n]{1,300}?)(?<=\S)/(?![\w/])")
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")


def read(data: bytes, name: str) -> Document:
    r"""Read Org.

    >>> document = read(b"* Dykes\nIt broke.[fn:1] It stood.[fn:: Kern, [[https://site.example/a][Dykes]].]\n\n[fn:1] Ibid.\n", "dykes.org")
    >>> [note.text for note in document.notes], document.blocks[1].text
    (['Ibid.', 'Kern, Dykes.'], 'It broke. It stood.')
    """
    return read_as_markdown(data, name, _written)


def _written(text: str) -> str:
    """The text as Markdown."""
    fields = "".join(f"{found[1].lower()}: {found[2]}\n" for found in _FIELD.finditer(text))
    head = f"---\n{fields}---\n\n" if fields else ""
    named = {found["name"]: found["words"] for found in _INLINE.finditer(text) if found["name"]}
    body = "\n".join(fenced(piece) if opened else _prose(piece) for opened, piece in around_code(text, _CODE))
    return head + body + "".join(f"\n\n[^{name}]: {_prose(' '.join(words.split()))}" for name, words in named.items())


def _prose(text: str) -> str:
    text = _QUOTE.sub(lambda found: re.sub(r"^", "> ", found["words"], flags=re.MULTILINE), text)
    text = re.sub(r"^[ \t]+(?![-+\d*])", "", _UNSEEN.sub("", text), flags=re.MULTILINE)
    text = _HEADING.sub(lambda found: f"\n{'#' * len(found[1])} {found[2]}\n", text)
    text = _BOLD.sub(r"**\1**", _ITALIC.sub(r"*\1*", text))
    text = _LINK.sub(lambda found: _link(found["target"], found["words"]), text)
    text = _DEFINED.sub(r"\n[^\g<name>]: ", text)
    text = _CITED.sub(lambda found: "".join(f"[^{key}]" for key in _KEY.findall(found["keys"])), text)
    return _CALLED.sub(r"[^\g<name>]", _INLINE.sub(_inline, text))


def _inline(found: re.Match[str]) -> str:
    """A footnote in the text; one with a name is called by it elsewhere, and stands at the end."""
    return f"[^{found['name']}]" if found["name"] else f"^[{found['words']}]"


def _link(target: str, words: str | None) -> str:
    if "://" in target:
        return f"[{words}]({target})" if words else f"<{target}>"
    return words or ""
