"""What LaTeX's commands are: notes, citations, letters, layout. Tables for the readers of articles and of sources in LaTeX."""

from __future__ import annotations

import re

from verifier.model import NoteKind

SECTIONS = frozenset(
    ("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph", "title", "subtitle")
)
ITALIC = frozenset(("emph", "textit", "textsl"))
CITES = re.compile(
    r"[Cc]ite(?P<form>p|t|alp|alt|alt|author|year|num|text|s)?\*?|(?P<style>[Aa]uto|[Pp]aren|[Tt]ext|[Ff]oot|[Ss]uper|[Ff]ull|[Ss]mart)cite(?:s|text)?\*?|footfullcite"
)
# In `\citet{key}` the names of the authors are words of the sentence.
NAMING = frozenset({"t", "alt", "author", "text"})
BIB_FILES = re.compile(
    r"\\(?:bibliography|addbibresource|addglobalbib|nobibliography)\s*(?:\[[^\]\n]{0,200}\])?\s*\{([^{}]{1,2000})\}"
)
INCLUDED = frozenset({"input", "include", "subfile", "import"})
# Commands that set their words in quotation marks (csquotes, ConTeXt), and what stands in braces before the words.
QUOTED = {
    "enquote": "", "quotation": "", "quote": "", "textquote": "", "blockquote": "", "foreignquote": "language", "textcquote": "work",
    "blockcquote": "work",
}  # fmt: skip
NOTES = {
    "footnote": NoteKind.FOOTNOTE,
    "endnote": NoteKind.ENDNOTE,
    "sidenote": NoteKind.SIDENOTE,
    "marginnote": NoteKind.SIDENOTE,
    "thanks": NoteKind.FOOTNOTE,
}
# Commands whose arguments are no text, with how many there are.
SILENT = {
    "label": 1, "ref": 1, "pageref": 1, "eqref": 1, "autoref": 1, "cref": 1, "Cref": 1, "includegraphics": 1,
    "input": 1, "include": 1, "usepackage": 1,
    "documentclass": 1, "bibliographystyle": 1, "bibliography": 1, "addbibresource": 1, "vspace": 1, "hspace": 1,
    "setlength": 2, "setcounter": 2,
    "pagestyle": 1, "thispagestyle": 1, "newcommand": 2, "renewcommand": 2, "providecommand": 2, "def": 0,
    "index": 1, "color": 1, "hypersetup": 1,
    "addcontentsline": 3, "bibinfo": 1, "selectlanguage": 1, "date": 1, "affil": 1, "author": 1, "address": 1,
    "email": 1, "markboth": 2, "phantom": 1,
}  # fmt: skip
QUOTES = frozenset(("quote", "quotation", "displayquote", "verse"))
LISTS = frozenset(("itemize", "enumerate", "description"))
VERBATIM = frozenset(
    (
        "verbatim",
        "lstlisting",
        "minted",
        "equation",
        "align",
        "eqnarray",
        "displaymath",
        "tikzpicture",
        "gather",
        "multline",
        "comment",
    )
)
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307", "u": "\u0306",
    "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
}  # fmt: skip
SIGNS = {
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquotedblleft": "“",
    "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "guillemotleft": "«", "guillemotright": "»", "textdegree": "°", "S": "§", "P": "¶",
    "dag": "†", "ddag": "‡", "copyright": "©",
    "pounds": "£", "euro": "€", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "LaTeX": "LaTeX", "TeX": "TeX",
    "&": "&", "%": "%", "_": "_", "#": "#", "$": "$", "{": "{", "}": "}", " ": " ", "\n": " ", ",": " ", ";": " ",
    ":": " ", "!": "", "/": "", "-": "",
    "quad": " ", "qquad": " ", "slash": "/", "textsuperscript": "",
}  # fmt: skip
DASHES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"))
