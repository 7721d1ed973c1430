"""Read Typst: `#footnote[…]`, `#link("…")[…]`, `#quote[…]`.

In: bytes. Out: `Document`. The rule of this file: the text is put into Markdown and read as such; what sets, defines or draws falls away,
and of other functions the words they hold stay. What stands in a file of references is not read: its keys are told as marks that no
note answers.
"""

from __future__ import annotations

import re

from verifier.documents.braces import Footnotes, around_code, closing, fenced, read_as_markdown, replaced
from verifier.model import Document

_CODE = re.compile(r"\s*(?P<closes>```)[^`]*$")
_LINE_COMMENT = re.compile(r"(?<![:\w\"])//[^\n]*")
_BLOCK_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.DOTALL)
_SETTING = re.compile(
    r"^[ \t]*#(?:set|show|let|import|include|bibliography|outline|pagebreak|counter|state|v|h)\b", re.MULTILINE
)
_HEADING = re.compile(r"^[ \t]*(={1,6})(?=\s\S)", re.MULTILINE)
_LABEL = re.compile(r"[ \t]?<[A-Za-z][\w:.-]{0,80}>(?!\w)")
_LINK = re.compile(r"#link\(\"(?P<target>[^\"\n]{1,1000})\"\)(?=\[)")
_BARE = re.compile(r"#link\(\"(?P<target>[^\"\n]{1,1000})\"\)")
_FOOTNOTE = re.compile(r"[ \t]?#footnote(?:\((?:numbering: [^()\n]{1,40})?\))?(?=\[)")
_MARK_NAMED = re.compile(r"(?P<mark>\[\^\d+\])[ \t]*<(?P<name>[A-Za-z][\w:.-]{0,80})>")
_NAMED = re.compile(r"[ \t]*<(?P<name>[A-Za-z][\w:.-]{0,80})>")
_AGAIN = re.compile(r"[ \t]?#footnote\(<(?P<name>[\w:.-]{1,80})>\)")
_QUOTE = re.compile(r"^[ \t]*#quote\(block: true[^()\n]{0,200}\)(?=\[)", re.MULTILINE)
_HOLDS = re.compile(r"#(?P<name>[a-z][\w.-]{0,40})(?P<given>\([^()]{0,500}\))?(?=\[)")
_GIVEN = re.compile(r"#[a-z][\w.-]{0,40}(?=\()")
_REFERENCES = re.compile(r"^[ \t]*#bibliography\b", re.MULTILINE)
_CITED = re.compile(
    r"(?:[ \t]?#cite\(<(?P<key>[\w:.-]{1,80})>[^()\n]{0,80}\)|(?<![\w@.])@(?P<short>[A-Za-z][\w:.-]{0,79}(?<=\w))(?:\[[^\[\]\n]{0,80}\])?)"
)
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")
_ITALIC = frozenset({"emph"})
_DEEPEST = 4  # functions inside functions


def read(data: bytes, name: str) -> Document:
    r"""Read Typst.

    >>> document = read(b'= Dykes\nIt broke.#footnote[Kern, #link("https://site.example/a")[Dykes].] It stood.\n', "dykes.typ")
    >>> document.notes[0].text, document.notes[0].hyperlinks[0].href, document.blocks[1].text
    ('Kern, Dykes.', 'https://site.example/a', 'It broke. It stood.')
    """
    return read_as_markdown(data, name, _written)


def _written(text: str) -> str:
    """The text as Markdown."""
    notes = Footnotes()
    if _REFERENCES.search(text):
        text = _with_keys(text)
    pieces = [fenced(piece) if opened else _prose(piece, notes) for opened, piece in around_code(text, _CODE)]
    return "\n".join(pieces) + notes.definitions()


def _with_keys(text: str) -> str:
    """What the references are called by as marks; a name that the text itself gives (`<dyke>`) is a part of it."""
    own = {found["name"] for found in _NAMED.finditer(text)}

    def written(found: re.Match[str]) -> str:
        key = found["key"] or found["short"]
        return found[0] if key in own else f"[^{key}]"

    return _CITED.sub(written, text)


def _prose(text: str, notes: Footnotes) -> str:
    text = _without_settings(_LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", text)))
    text = re.sub(r"^[ \t]+(?![-+\d])", "", text, flags=re.MULTILINE)
    text = _BOLD.sub(r"**\1**", text)
    text = replaced(text, _LINK, lambda found, words: f"[{words}]({found['target']})")
    text = _BARE.sub(r"<\g<target>>", text)
    text = replaced(text, _QUOTE, lambda _, words: re.sub(r"^\s*", "> ", words.strip(), flags=re.MULTILINE))
    text = _with_footnotes(text, notes)
    text = _AGAIN.sub(lambda found: notes.mark(found["name"], ""), text)
    return _HEADING.sub(lambda found: "#" * len(found[1]), _LABEL.sub("", _plain(text)))


def _with_footnotes(text: str, notes: Footnotes) -> str:
    """Footnotes as marks; one may have a name behind it, by which it is called again."""
    named = replaced(text, _FOOTNOTE, lambda _, words: notes.mark("", _LABEL.sub("", _plain(words))))
    return _MARK_NAMED.sub(lambda found: notes.named(found["name"], found["mark"]), named)


def _plain(text: str) -> str:
    """The text without functions, but for the words they hold."""
    for _ in range(_DEEPEST):
        text = replaced(text, _HOLDS, lambda found, words: f"*{words}*" if found["name"] in _ITALIC else words)
    return replaced(text, _GIVEN, lambda *_: "").replace("~", "\N{NO-BREAK SPACE}")


def _without_settings(text: str) -> str:
    """Without what sets and defines: to the end of its line, or of the brackets that stay open there."""
    parts, at = [], 0
    for found in _SETTING.finditer(text):
        if found.start() >= at:
            parts.append(text[at : found.start()])
            at = _end_of_setting(text, found.end())
    return "".join([*parts, text[at:]])


def _end_of_setting(text: str, at: int) -> int:
    end = text.find("\n", at)
    while end >= 0 and (opened := _OPENED.search(text, at, end)):
        at = closing(text, opened.start())
        if at < 0:
            return end
        end = text.find("\n", at)
    return end if end >= 0 else len(text)


_OPENED = re.compile(r"[\[({]")
