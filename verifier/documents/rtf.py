r"""Read Rich Text Format (.rtf): body, footnotes, endnotes, links and the fields of reference managers.

In: bytes (RTF 1.9). Out: `Document`. The file is a stream of groups, control words and text: a group's destination says what its text is
for (`\footnote` a note, called where it stands; `\fldinst` a field's instruction), and what is for none of ours is passed over.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import ClassVar

from verifier.documents.csl import read_citation
from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.documents.numbering import format_number
from verifier.errors import DocumentError
from verifier.model import BlockKind, Document, NoteKind

_TOKEN = re.compile(
    rb"(?P<brace>[{}])|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_SKIPPED = frozenset((
    "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
    "nonshppict", "object", "xe", "tc", "tcn", "bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
    "sp", "shprslt", "pntext", "listtable", "listoverridetable", "revtbl", "rsidtbl", "filetbl", "annotation", "atnid", "atnauthor",
    "formfield", "datafield", "do",
))  # fmt: skip
_STARRED = frozenset(("fldinst", "shpinst", "footnote"))  # behind `\*` only these are for us
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "tab": " ",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_ESCAPED = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n", b"\t": " "}
_ENDS = {
    "par": BlockKind.PARAGRAPH,
    "sect": BlockKind.PARAGRAPH,
    "page": BlockKind.PARAGRAPH,
    "cell": BlockKind.TABLE,
    "nestcell": BlockKind.TABLE,
}
# The code pages of fonts, by \fcharset.
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_HYPERLINK = re.compile(r'\s{0,20}HYPERLINK\s+(?:\\[a-z]\s+){0,3}"?([^"\s]{1,4000})"?', re.IGNORECASE)
_DEEPEST = 10_000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in one group, and ends with it."""

    into: str = "body"  # body, fonts, instruction, label, nothing
    codec: str = "cp1252"
    skip: int = 1  # characters that stand behind \u for old programs
    italic: bool = False
    raised: bool = False
    unseen: bool = False  # hidden, or deleted by a tracked change
    heading: bool = False


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    line: Line | None = None
    start: int = 0


@dataclass(slots=True)
class _Note:
    """A note that is being read, and the line of the text that calls it."""

    key: str
    depth: int
    caller: Line
    numbered: bool
    kind: NoteKind = NoteKind.FOOTNOTE
    label: str = ""
    lines: list[Line] = field(default_factory=list)


def read(data: bytes, name: str) -> Document:
    r"""Read RTF. Raises DocumentError.

    >>> document = read(rb"{\rtf1 It broke.{\super\chftn}{\footnote\chftn  Log, {\i Dykes}.} It stood.\par}", "dykes.rtf")
    >>> document.blocks[0].text, [(note.label, note.text) for note in document.notes]
    ('It broke. It stood.', [('1', 'Log, Dykes.')])
    """
    draft = Draft(name, "rtf")
    _Reading(draft, name).read(data)
    draft.title = draft.first_heading()
    return draft.finish()


class _Reading:
    """Walks the tokens."""

    def __init__(self, draft: Draft, name: str) -> None:
        self._draft, self._name = draft, name
        self._state = _State()
        self._stack: list[_State] = []
        self._line, self._label = Line(), ""
        self._bytes = bytearray()  # of characters that may need several
        self._to_skip = 0  # characters behind \u
        self._starred = False
        self._codecs: dict[int, str] = {}
        self._font = 0
        self._default = "cp1252"
        self._fields: list[tuple[int, _Field]] = []
        self._notes: list[_Note] = []
        self._raised = ""  # raised words that may be the mark of a note behind them
        self._called = False  # \chftn stands right before
        self._count = {NoteKind.FOOTNOTE: 0, NoteKind.ENDNOTE: 0}
        self._style = {NoteKind.FOOTNOTE: "decimal", NoteKind.ENDNOTE: "decimal"}
        self._restarts = False  # in each section
        self._keys = 0

    def read(self, data: bytes) -> None:
        r"""Walk all tokens; `\bin` carries bytes that are none."""
        at = 0
        while token := _TOKEN.search(data, at):
            at = token.end()
            if token["hex"]:
                self._byte(int(token["hex"], 16))
                continue
            self._flush_bytes()
            if token["brace"] == b"{":
                self._open()
            elif token["brace"]:
                self._close()
            elif token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == b"bin":
                    at += max(0, number or 0)
                else:
                    self._word(token["word"].decode("ascii"), number)
            elif token["sign"]:
                self._sign(token["sign"])
            elif token["text"] is not None:
                self._text(token["text"].decode(self._state.codec, "replace"))
        self._flush_bytes()
        while self._notes:
            self._end_note()
        self._end_line(BlockKind.PARAGRAPH)

    # --- groups

    def _open(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise DocumentError(
                f"{self._name} nests groups too deeply to be read.", hint="Save it in Word as .docx, and check that."
            )
        self._stack.append(self._state)
        self._starred = False

    def _close(self) -> None:
        if not self._stack:
            return
        self._state = self._stack.pop()
        depth = len(self._stack)
        if self._notes and depth < self._notes[-1].depth:
            self._end_note()
        if self._fields and depth < self._fields[-1][0]:
            self._end_field()

    def _set(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # the callers name its fields

    # --- control words

    def _word(self, word: str, number: int | None) -> None:
        if self._state.into == "nothing":
            return
        starred, self._starred = self._starred, False
        if word in _SKIPPED or (starred and word not in _STARRED):
            self._set(into="nothing")
        elif word in self._WORDS:
            self._WORDS[word](self, number)
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        elif word in _ENDS:
            self._end_line(_ENDS[word])
            if word == "sect" and self._restarts:
                self._count[NoteKind.FOOTNOTE] = 0
        elif word in _NUMBERING:
            kind, style = _NUMBERING[word]
            self._style[kind] = style
        elif word in {"ftnrestart", "sftnrestart"}:
            self._restarts = True

    def _ansi_page(self, number: int | None) -> None:
        self._default = _codec(number)
        self._set(codec=self._default)

    def _font_table(self, _number: int | None) -> None:
        self._set(into="fonts")

    def _font_of(self, number: int | None) -> None:
        if self._state.into == "fonts":
            self._font = number or 0
        else:
            self._set(codec=self._codecs.get(number or 0, self._default))

    def _charset(self, number: int | None) -> None:
        self._codecs[self._font] = _CHARSETS.get(number or 0, self._default) if number else self._default

    def _unicode(self, number: int | None) -> None:
        code = (number or 0) % 0x10000
        self._to_skip = 0
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            self._text(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
        elif code:
            self._text(chr(code))
        self._to_skip = self._state.skip

    _high = 0xD800

    def _plain(self, _number: int | None) -> None:
        self._set(italic=False, raised=False, unseen=False, codec=self._default)

    def _paragraph(self, _number: int | None) -> None:
        self._set(heading=False)

    def _outline(self, number: int | None) -> None:
        self._set(heading=(number or 0) < 9)

    def _footnote(self, _number: int | None) -> None:
        self._keys += 1
        mark, self._raised = self._raised, ""
        self._notes.append(_Note(f"note {self._keys}", len(self._stack), self._line, self._called, label=mark.strip()))
        self._called, self._line = False, Line()
        self._set(raised=False, italic=False)

    def _endnote(self, _number: int | None) -> None:
        if self._notes:
            self._notes[-1].kind = NoteKind.ENDNOTE

    def _number(self, _number: int | None) -> None:
        """The automatic number: the mark in the text, the label in the note."""
        if self._notes and not self._line.text:
            self._notes[-1].numbered = True
        else:
            self._called = True

    def _field_begins(self, _number: int | None) -> None:
        self._fields.append((len(self._stack), _Field()))

    def _instruction(self, _number: int | None) -> None:
        self._set(into="instruction")

    def _result(self, _number: int | None) -> None:
        if self._fields:
            current = self._fields[-1][1]
            current.line, current.start = self._line, self._line.size

    def _list_label(self, _number: int | None) -> None:
        self._set(into="label")

    def _break(self, _number: int | None) -> None:
        if self._state.into == "body":
            self._line.line_break()

    # --- text

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in {b"\n", b"\r"}:
            self._end_line(BlockKind.PARAGRAPH)
        elif sign in _ESCAPED:
            self._text(_ESCAPED[sign])

    def _byte(self, value: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(value)

    def _flush_bytes(self) -> None:
        if self._bytes:
            text, self._bytes = self._bytes.decode(self._state.codec, "replace"), bytearray()
            self._text(text)

    def _text(self, text: str) -> None:
        if self._to_skip:
            text, self._to_skip = text[self._to_skip :], max(0, self._to_skip - len(text))
        if not text or self._state.unseen or self._state.into in {"nothing", "fonts"}:
            return
        if self._state.into == "instruction":
            if self._fields:
                self._fields[-1][1].instruction.append(text)
        elif self._state.into == "label":
            self._label += text
        elif self._state.raised and len(self._raised) < _LONGEST_MARK:
            self._raised += text
        else:
            self._give_raised()
            self._called = self._called and not text.strip()
            self._line.add(text, italic=self._state.italic)

    def _give_raised(self) -> None:
        """Raised words that no note followed are words, or a typed mark."""
        words, self._raised = self._raised, ""
        if words:
            self._line.add(words, raised=True)

    def _end_line(self, kind: BlockKind) -> None:
        if self._state.into != "body":
            return
        self._give_raised()
        line, self._line = self._line, Line()
        line.label, self._label = self._label.strip(), ""
        if self._notes:
            self._notes[-1].lines.append(line)
        elif line.text or line.marks:
            heading = self._state.heading and kind is BlockKind.PARAGRAPH
            self._draft.add_block(line, BlockKind.HEADING if heading else kind)

    def _end_note(self) -> None:
        note = self._notes.pop()
        self._give_raised()
        note.lines.append(self._line)
        self._line = note.caller
        if note.numbered:
            self._count[note.kind] += 1
            note.label = format_number(self._count[note.kind], self._style[note.kind])
        elif note.label and note.lines[0].text.startswith(note.label):
            note.lines[0].drop_start(len(note.label))
        key, label = note.key, note.label
        self._line.mark(key, label)
        self._draft.add_note(key, label, note.kind, note.lines)

    def _end_field(self) -> None:
        done = self._fields.pop()[1]
        instruction = "".join(done.instruction)
        if link := _HYPERLINK.match(instruction):
            if "\\l" not in instruction and done.line is self._line:
                self._give_raised()
                self._line.span_link(done.start, link[1])
        elif "CSL_CITATION" in instruction:
            self._line.data += read_citation(instruction)

    # What each control word does; a toggle without a number, or with any but 0, is on.
    _WORDS: ClassVar[dict[str, Callable[[_Reading, int | None], None]]] = {
        "ansicpg": _ansi_page, "fonttbl": _font_table, "f": _font_of, "fcharset": _charset, "u": _unicode,
        "uc": lambda self, number: self._set(skip=max(0, number if number is not None else 1)),
        "plain": _plain, "pard": _paragraph, "outlinelevel": _outline,
        "i": lambda self, number: self._set(italic=number != 0),
        "super": lambda self, number: self._set(raised=number != 0),
        "up": lambda self, number: self._set(raised=bool(number)),
        "nosupersub": lambda self, _number: self._set(raised=False),
        "v": lambda self, number: self._set(unseen=number != 0),
        "deleted": lambda self, number: self._set(unseen=number != 0),
        "footnote": _footnote, "ftnalt": _endnote, "chftn": _number,
        "field": _field_begins, "fldinst": _instruction, "fldrslt": _result,
        "listtext": _list_label, "line": _break,
    }  # fmt: skip


_LONGEST_MARK = 12


_NUMBERED = {
    "ar": "decimal",
    "alc": "lowerLetter",
    "auc": "upperLetter",
    "rlc": "lowerRoman",
    "ruc": "upperRoman",
    "chi": "chicago",
}
_NUMBERING = {
    f"{section}{kind}nn{style}": (NoteKind.ENDNOTE if kind == "aft" else NoteKind.FOOTNOTE, name)
    for section in ("", "s")
    for kind in ("ft", "aft")
    for style, name in _NUMBERED.items()
}


def _codec(page: int | None) -> str:
    with suppress(LookupError):
        return codecs.lookup(f"cp{page}").name
    return "cp1252"
