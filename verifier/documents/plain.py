r"""Read a plain text: pasted from a web page, dumped by a text browser, mailed, or wrapped by hand.

In: bytes. Out: `Document`. The rule: a line that was full when it broke goes on in the next one; every other line end is
meant. Marks and notes are found as in HTML, by their labels alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from verifier.documents.plain_anew import as_printed, find_anew
from verifier.documents.plain_brackets import without_brackets
from verifier.documents.plain_feet import find_feet, find_unread, gather
from verifier.files.decode import decode
from verifier.language import detect
from verifier.model import Block, BlockKind, Document
from verifier.notes import resolve
from verifier.notes.flow import Area, Flow, Link, Stretch
from verifier.notes.headings import is_note_heading
from verifier.notes.labels import WORD
from verifier.urls import find_urls

# A line of nothing but these divides the text.
_RULE = re.compile(r"[\s_=*~–—━─-]{3,}")
_LABELLED = re.compile(
    r"\s*\^?(?:[\[［〔【]\^?\s?(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[a-zA-Z]|[*†‡]{1,3}|(?:"
    rf"{WORD})\s?\d{{1,3}})\s?[\]］〕】]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}(?=\s?\S)|[(（]\s?(?:[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}|[a-z]|[ivx]{{1,5}})\s?[)）]|[①-⑳❶-❿⑴-⒇]"
    rf"|[{{⟨〈<]\d{{1,3}}[}}⟩〉>]|(?:{WORD})\s?\d{{1,3}}[.:：)\s]|※\d)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\^?\d{1,3}[.)\]/]?(?:\s|$)|\d{1,3}[.)]\S|\d{1,3}[-–][“„«\"]|[*†‡]{1,3}\s?[^\s*])")
_BULLET = re.compile(r"\s*[-•‣◦▪·*+–]\s+\S")
_SAME_AUTHOR = re.compile(r"\s*(?:—{2,}|–{2,}|―{2,}|-{3,}|_{3,})[.,]\s")  # in a list of works, in place of a name
_BULLETS = frozenset("-•‣◦▪·*+–")
_QUOTED = re.compile(r"(?:\s{0,3}>\s?)+")
_QUOTES = re.compile(rf"^{_QUOTED.pattern}", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?:;,…。！？：；，、؟؛۔।»«”“\"’‘')）\]」』]\s*$")
# What a text that was pasted from a chat has kept of Markdown; a number stays in its brackets.
_MARKDOWN_LINK = re.compile(
    r"(?P<picture>!)?\[(?P<words>[^\[\]\n]{1,300})\]\(<?(?P<url>https?://[^\s()<>]{1,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200}){0,3})>?"
    r"(?:\s+\"[^\"\n]{0,300}\")?\)"
)
_NAME = re.compile(r"[^\W\d_]{2}")
# Lines are wrapped at 50 to 130 characters; a longer line was not wrapped.
_NARROWEST, _WIDEST = 45, 130
_LONGEST_HEADING = 100
_SAMPLE = 4000


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines between two blank lines, joined where they were wrapped."""

    lines: tuple[str, ...]
    quoted: bool = False
    rule: bool = False


def read(data: bytes, name: str) -> Document:
    r"""The document in a text file.

    >>> document = read(b"It rained.[i]\n\n[i] Almanac, https://site.example/a\n", "rain.txt")
    >>> document.blocks[0].text, document.notes[0].text, document.marks[0].offset
    ('It rained.', 'Almanac, https://site.example/a', 10)
    """
    decoded = decode(data)
    text = without_brackets(_inside(decoded.text.replace("\r\n", "\n")))
    feet = find_feet(text)
    anew = find_anew(text)
    feet = anew if len(anew) > len(feet) else feet
    found = resolve(lay_out(gather(text, feet)))
    notes, marks, problems = as_printed(feet, found) if feet is anew else (found.notes, found.marks, found.problems)
    unread = find_unread(text, feet) if feet or not found.notes else ()
    return Document(
        name=name,
        format="plain",
        title=_title(found.blocks),
        language=detect(" ".join(block.text for block in found.blocks[:60])[:_SAMPLE]),
        blocks=found.blocks,
        notes=notes,
        marks=marks,
        problems=(*decoded.problems, *problems, *unread),
    )


def _inside(text: str) -> str:
    """A book without what its edition puts around it, where lines say where it begins and ends: licences are numbered and hold addresses.

    >>> marked = ["About.", "*** START OF THIS EBOOK GATES ***", "It rose.", "*** END OF THIS EBOOK GATES ***", "1. Use"]
    >>> _inside(chr(10).join(marked)).strip()
    'It rose.'
    """
    begins, ends = _EDITION_BEGINS.search(text), _EDITION_ENDS.search(text)
    return text[begins.end() if begins else 0 : ends.start() if ends else len(text)]


_EDITION_BEGINS = re.compile(r"^\*{3} ?START OF .{1,300}E-?BOOK.{0,300}\*{3}", re.MULTILINE | re.IGNORECASE)
_EDITION_ENDS = re.compile(r"^\*{3} ?END OF .{1,300}E-?BOOK.{0,300}\*{3}", re.MULTILINE | re.IGNORECASE)


def lay_out(text: str) -> Flow:
    """The text as the resolver wants it: one line for each line that was meant, blocks, note headings, rules."""
    flow = Flow("", [])
    parts: list[str] = []
    size = 0
    headings: list[int] = []
    paragraphs = list(
        _paragraphs(_joined_addresses(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n")))
    )
    for i, paragraph in enumerate(paragraphs):
        if paragraph.rule:
            flow.rules.append(size)
            continue
        for marked_up in paragraph.lines:
            line, links = _read_links(marked_up)
            flow.links += [(size + start, size + end, href) for start, end, href in links]
            kind = _kind(paragraph, line, last=i + 1 == len(paragraphs))
            flow.blocks.append(Stretch(size, size + len(line) + 1, kind, Area.NOTHING))
            if is_note_heading(line) and _heads_a_list(paragraph.lines, line):
                headings.append(size + len(line) + 1)
            parts.append(line + "\n")
            size += len(line) + 1
    flow.text = "".join(parts)
    flow.zones = list(zip(headings, [*headings[1:], size], strict=True)) if headings else []
    return flow


def _read_links(line: str) -> tuple[str, list[Link]]:
    """A line without the Markdown of its links, and where their words stand; a picture leaves nothing.

    >>> _read_links("See [the gates](https://site.example/a), closed.")
    ('See the gates, closed.', [(4, 13, 'https://site.example/a')])
    """
    parts, links, at, size = [], [], 0, 0
    for found in _MARKDOWN_LINK.finditer(line):
        shown = "" if found["picture"] else _shown(found["words"], line[: found.start()])
        parts += [line[at : found.start()], shown]
        size += found.start() - at
        links += [(size, size + len(shown), found["url"])] if shown else []
        size, at = size + len(shown), found.end()
    return "".join([*parts, line[at:]]), links


def _shown(words: str, before: str) -> str:
    """What is left of a link: its words; in brackets where they are no more than a number, or stand behind a sentence without a blank."""
    glued = before[-1:] not in ("", " ", "(", "[", "“", '"', "„", "«", "—", "–", "‘")
    return f"[{words}]" if glued or not _NAME.search(words) else words


def _joined_addresses(text: str) -> str:
    """Addresses that were broken over lines, in one piece again."""
    parts = []
    at = 0
    plain = _QUOTES.sub(lambda sign: " " * len(sign[0]), text)
    for start, end, _ in find_urls(plain):
        if "\n" in plain[start:end]:
            parts += [text[at:start], re.sub(r"\s+", "", plain[start:end])]
            at = end
    parts.append(text[at:])
    return "".join(parts)


# --- paragraphs --------------------------------------------------------------------------------------


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    group: list[str] = []
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        is_rule = len(bare) >= 3 and _RULE.fullmatch(bare) is not None and bare[0] == bare[1] == bare[2]
        if bare in _BULLETS:
            continue  # a bullet that lost its line: the words follow
        begins = bool(group) and bool(bare) and bool(_QUOTED.match(line)) != bool(_QUOTED.match(group[-1]))
        if begins:  # a mail, and what it quotes
            yield _paragraph(group)
            group = []
        if bare.strip("> ") and not is_rule:
            group.append(line.rstrip())
            continue
        if group:
            yield _paragraph(group)
            group = []
        if is_rule:
            yield _Paragraph((), rule=True)


def _paragraph(group: list[str]) -> _Paragraph:
    quoted = all(_QUOTED.match(line) for line in group)
    if quoted:
        group = [_QUOTED.sub("", line, count=1) for line in group]
    return _Paragraph(tuple(_unwrapped(group)), quoted)


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """The lines that were meant."""
    wrapping = _Wrapping.of(lines)
    current = lines[0].strip()
    for previous, line in pairwise(lines):
        if wrapping.goes_on(previous, line):
            joint = "" if current.endswith("-") and current[-2:-1].isalpha() and line.strip()[:1].islower() else " "
            current += joint + line.strip()
        else:
            yield current
            current = line.strip()
    yield current


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How the lines of a paragraph were broken, and whether it begins with a note's label or a number."""

    width: int
    notes: bool
    numbered: bool
    indented: bool

    @classmethod
    def of(cls, lines: list[str]) -> Self:
        first = lines[1] if len(lines) > 1 and is_note_heading(lines[0]) else lines[0]
        labelled, numbered = _LABELLED.match(first), _NUMBERED.match(first)
        return cls(max(map(len, lines)), labelled is not None, numbered is not None, lines[0].startswith("  "))

    def goes_on(self, previous: str, line: str) -> bool:
        """Whether a line belongs to the one before it."""
        wrapped = _NARROWEST <= self.width <= _WIDEST
        full = wrapped and len(previous) + 1 + len(line.split(None, 1)[0]) > self.width
        if _begins(line, full=full, notes=self.notes, numbered=self.numbered):
            return False
        return full or self._hangs(line) or (self.notes and _is_unfinished(previous))

    def _hangs(self, line: str) -> bool:
        """A line set in under a label: more of that note."""
        labelled = self.notes or self.numbered
        return labelled and self.width >= _NARROWEST and line[:2] == "  " and not self.indented


def _is_unfinished(line: str) -> bool:
    return not _SENTENCE_END.search(line) and len(line) > _NARROWEST


def _begins(line: str, *, full: bool, notes: bool, numbered: bool) -> bool:
    """Whether a line begins something of its own: a note, an item."""
    if _LABELLED.match(line):
        return notes or not full
    if _NUMBERED.match(line):
        return numbered or not full
    return bool(_BULLET.match(line) or _SAME_AUTHOR.match(line))


def _kind(paragraph: _Paragraph, line: str, *, last: bool) -> BlockKind:
    if paragraph.quoted:
        return BlockKind.QUOTATION
    if _BULLET.match(line):
        return BlockKind.LIST_ITEM
    alone = len(paragraph.lines) == 1 and len(line) <= _LONGEST_HEADING
    if alone and not last and not _SENTENCE_END.search(line) and not find_urls(line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _heads_a_list(lines: tuple[str, ...], line: str) -> bool:
    """Whether a line stands alone, or first of lines the next of which is labelled."""
    return len(lines) <= 2 or (line == lines[0] and bool(_LABELLED.match(lines[1]) or _NUMBERED.match(lines[1])))


def _title(blocks: tuple[Block, ...]) -> str | None:
    """The first line that looks like a title: a heading of three words or more among the first."""
    headings = [block.text for block in blocks[:8] if block.kind is BlockKind.HEADING]
    return next((text for text in headings if len(text.split()) > 2), headings[0] if headings else None)
