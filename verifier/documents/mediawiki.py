"""Read MediaWiki text: `<ref>` (named, reused, grouped, list-defined), `{{efn}}`, citation templates.

In: bytes of wikitext. Out: `Document`. Templates are not expanded: a citation template gives its values as the
note's text and, by the names of its parameters in many languages, the fields of the cited work.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

import mwparserfromhell
from mwparserfromhell import nodes
from mwparserfromhell.wikicode import Wikicode

from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.documents.numbering import format_number
from verifier.errors import DocumentError
from verifier.files.decode import decode
from verifier.model import BlockKind, Document, NoteKind, Work

# The parameters of citation templates, as the Wikipedias of many languages name them.
_FIELD_NAMES = {
    "title": "title, titel, titre, título, titulo, titolo, títol, tytuł, başlık, заглавие, название, назва, عنوان, 标题, "
    "標題, タイトル, 題名, 제목, chapter",
    "author": "author, authors, vauthors, auteur, auteurs, autor, autores, autore, yazar, автор, авторы, ответственный, "
    "作者, 著者, 저자, نویسنده, مؤلف",
    "family": "last, surname, nom, apellido, apellidos, sobrenome, último, nachname, cognome, nazwisko, soyadı, фамилия, "
    "姓",
    "given": "first, given, prénom, nombre, nombres, nome, primeiro, vorname, imię, adı, ad, имя, 名",
    "container-title": "website, work, newspaper, journal, magazine, periodical, encyclopedia, site, périodique, zeitung, werk, "
    "sammelwerk, sito, eser, iş, gazete, dergi, çalışma, издание, сайт, sitio, sitio web, obra, periódico, "
    "publicación, publicação, revista, jornal, rivista, pubblicazione, titolo rivista, praca, czasopismo, "
    "gazeta, 网站, 報紙, 报纸, 期刊, 杂志, website title",
    "publisher": "publisher, éditeur, editore, verlag, hrsg, yayıncı, yayımcı, издатель, издательство, editorial, editora, "
    "publicado, publicado por, wydawca, opublikowany, 出版社, 出版者",
    "issued": "date, year, datum, jahr, année, annee, fecha, año, data, anno, ano, rok, tarih, yıl, дата, год, 日期, date "
    "publication",
    "accessed": "access date, consulté le, consulte le, abruf, zugriff, fecha acceso, acesso data, acesso em, accesso, "
    "data accesso, erişim tarihi, дата обращения, accessado, dostęp, data dostępu, 访问日期, 閲覧日",
    "URL": "url, lien, адрес, ссылка, lire en ligne, online, chapter url",
    "DOI": "doi",
    "archive_url": "archive url, archiv url, arşiv url, archivo url, url archivo, arquivo url, url archivio, archiwum",
    "archive_date": "archive date, archiv datum, arşiv tarihi, fecha archivo, arquivo data, data archivio, zarchiwizowano",
}
# Written with blanks, hyphens, underscores or none of them, and with the number of the first author: access-date, fechaacceso, last1.
_BETWEEN = re.compile(r"[\s_-]+|(?<=\D)1$")
_FIELDS = {
    _BETWEEN.sub("", spelling): field for field, spellings in _FIELD_NAMES.items() for spelling in spellings.split(",")
}
_NOTE_TEMPLATES = frozenset(
    ("efn", "efn-ua", "refn", "note", "#tag:ref", "sfn", "sfnp", "harvnb", "dipnot", "ref label")
)
_LISTS = frozenset(
    (
        "reflist",
        "references",
        "kaynakça",
        "kaynakca",
        "références",
        "notelist",
        "примечания",
        "refs",
        "ref-list",
        "einzelnachweise",
    )
)
_FILES = re.compile(
    r"\s{0,5}(?:file|image|datei|bild|fichier|archivo|imagen|dosya|resim|файл|изображение|plik|bestand|ficheiro|immagine"
    r"|文件|ファイル):",
    re.IGNORECASE,
)
_UNSEEN_LINKS = re.compile(
    r"\s{0,5}(?:category|kategorie|kategori|catégorie|categoría|категория|categoria|kategoria|分类|分類):",
    re.IGNORECASE,
)
_CODE = frozenset(("pre", "source", "syntaxhighlight", "code"))
_ENDS = frozenset(("table", "tr", "td", "th", "blockquote", "p", "div", "center", "gallery", "caption", "poem"))
_MARKED = re.compile(r"<ref[\s>/]|\{\{\s*(?:efn|refn|sfn)", re.IGNORECASE)
_BREAKS = re.compile(r"(\n\s*\n|\n)")
_DEEPEST = 40  # templates in templates; MediaWiki itself stops at 40


# The parser looks from every opening without an end to the end of the text: 60,000 of them took 135 s.
_MOST_WORK = 300_000_000  # openings without end, times characters
_PAIRS = (("{{", "}}"), ("[[", "]]"), ("{|", "|}"), ("[", "]"), ("<", ">"))
_OPEN_TAG = re.compile(r"<([a-z]{1,20})(?:\s[^<>/]{0,300})?>", re.IGNORECASE)
_CLOSED_TAG = re.compile(r"</([a-z]{1,20})\s{0,9}>", re.IGNORECASE)
_NEVER_CLOSED = frozenset(("br", "hr", "li", "dt", "dd", "p", "td", "tr", "th", "references", "img", "wbr"))


def read(data: bytes, name: str) -> Document:
    r"""Read wikitext.

    >>> document = read(b"It grew.<ref name=a>[https://site.example/a Growth]</ref> It fell.<ref name=a />", "page.wiki")
    >>> [(mark.label, mark.offset) for mark in document.marks], document.notes[0].text
    ([('1', 8), ('1', 17)], 'Growth')
    """
    decoded = decode(data)
    draft = Draft(name, "mediawiki", problems=list(decoded.problems))
    if _unbalanced(decoded.text) * len(decoded.text) > _MOST_WORK:
        raise DocumentError(
            f"{name} opens far more templates, links or tags than it closes.",
            hint="Give the page's wikitext as it is, or save the page as HTML.",
        )
    book = _NoteBook(draft)
    walker = _Walker(draft.add_block, book)
    try:
        code = mwparserfromhell.parse(decoded.text)
        book.works = _list_works(code) if _SHORT_NOTE.search(decoded.text) else {}
        walker.walk(code)
    except RecursionError as error:
        raise DocumentError(
            f"{name} nests templates too deeply to be read.", hint="Save the page as HTML, and check that."
        ) from error
    walker.finish()
    return draft.finish()


def _list_works(code: Wikicode) -> dict[str, Work]:
    """The works that short notes (`{{sfn|Lund|1990}}`) may mean, by surnames and year; two of one name are none."""
    works: dict[str, list[Work]] = {}
    for node in code.ifilter_templates(matches=lambda each: _CITED.match(str(each.name)) is not None):
        given = {str(each.name).strip().lower(): str(each.value).strip() for each in node.params}
        surnames = [given[f"{name}{n}"] for n in ("", *range(1, 5)) for name in _SURNAMES if given.get(f"{name}{n}")]
        year = _YEAR.search(given.get("year") or given.get("date") or "")
        fields, _ = _read_template(node)
        if surnames and year and fields:
            work = _make_work(fields)
            works.setdefault(" ".join((*surnames, year[0])).casefold(), []).append(work)
    return {key: found[0] for key, found in works.items() if len(set(found)) == 1}


_SHORT_NOTE = re.compile(r"\{\{\s*(?:sfn|harv)", re.IGNORECASE)
_CITED = re.compile(r"\s*(?:cit|ouvrage|article|literatur|книга|статья|kaynak|livro)", re.IGNORECASE)
_SURNAMES = ("last", "surname", "nom", "apellido", "apellidos", "sobrenome", "último", "nachname", "cognome", "soyadı")
_YEAR = re.compile(r"\b1\d{3}[a-z]?\b|\b20\d\d[a-z]?\b")
_PLACES = {"p": "p. ", "pp": "pp. ", "page": "p. ", "pages": "pp. ", "loc": "", "at": ""}


def _caption(options: Wikicode | None) -> Wikicode | None:
    """A file link's last part, behind its options."""
    if options is None:
        return None
    parts = list(options.nodes)
    for at in range(len(parts) - 1, -1, -1):
        if isinstance(parts[at], nodes.Text) and "|" in str(parts[at]):
            return Wikicode([nodes.Text(str(parts[at]).rpartition("|")[2]), *parts[at + 1 :]])
    return options


def _unbalanced(text: str) -> int:
    """How many brackets and tags are opened and never closed."""
    brackets = sum(max(0, text.count(start) - text.count(end)) for start, end in _PAIRS)
    opened = Counter(found[1].lower() for found in _OPEN_TAG.finditer(text))
    opened.subtract(found[1].lower() for found in _CLOSED_TAG.finditer(text))
    return brackets + sum(max(0, count) for name, count in opened.items() if name not in _NEVER_CLOSED)


def _read_template(node: nodes.Template) -> tuple[dict[str, str], list[str]]:
    """The fields that a citation template gives, and all its values."""
    fields: dict[str, str] = {}
    values = []
    for each in node.params:
        value = (
            each.value.strip_code().strip()
            if "[[" in str(each.value) or "{{" in str(each.value)
            else str(each.value).strip()
        )
        if value:
            values.append(value)
            if field := _FIELDS.get(_BETWEEN.sub("", str(each.name).strip().lower())):
                fields.setdefault(field, value)
    return fields, values


def _make_work(fields: dict[str, str]) -> Work:
    name = ", ".join(fields[part] for part in ("family", "given") if part in fields)
    return Work.from_pairs(({"author": name} | fields if name else fields).items())


class _NoteBook:
    """The notes by group and name, numbered in the order of their first marks."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._labels: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self.works: dict[str, Work] = {}
        self._unnamed = 0

    def key(self, group: str, name: str) -> str:
        """The key of a note; a note without name has one of its own."""
        self._unnamed += not name
        return f"{group}\n{name or f' {self._unnamed}'}"

    def next_label(self, key: str) -> str:
        """The label of the next mark of this note."""
        group = key.partition("\n")[0]
        if key not in self._labels:
            self._counts[group] = self._counts.get(group, 0) + 1
            style = {"lower-alpha": "lowerLetter", "upper-alpha": "upperLetter", "lower-roman": "lowerRoman"}.get(group)
            number = format_number(self._counts[group], style or "decimal")
            self._labels[key] = number if style or not group else f"{group} {number}"
        return self._labels[key]

    def define(self, key: str, content: Wikicode, depth: int, works: tuple[Work, ...] = ()) -> None:
        """The text of a note, and the works that it means."""
        lines: list[Line] = []
        walker = _Walker(lambda line, _kind: lines.append(line), None, depth + 1)
        walker.walk(content)
        walker.finish()
        if lines:
            self._draft.add_note(key, self._labels.get(key, ""), NoteKind.FOOTNOTE, lines, works)


class _Walker:
    """Walks the body (`book` holds its notes) or one note (`book` is None: its templates are shown)."""

    def __init__(self, emit: Callable[[Line, BlockKind], None], book: _NoteBook | None, depth: int = 0) -> None:
        self._emit, self._book, self._depth = emit, book, depth
        self._line, self._kind = Line(), BlockKind.PARAGRAPH
        self._italic = False

    def walk(self, code: Wikicode | None) -> None:
        """Walk parsed wikitext."""
        if code is None or self._depth > _DEEPEST:
            return
        self._depth += 1
        for node in code.nodes:
            handler = self._HANDLERS.get(type(node))
            if handler is not None:
                handler(self, node)
        self._depth -= 1

    def finish(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """End the block; the next one is of this kind."""
        line, self._line = self._line, Line()
        if line.text or line.marks:
            self._emit(line, self._kind)
        self._kind = kind

    def _text(self, node: nodes.Text) -> None:
        for part in _BREAKS.split(str(node.value)):
            if part.startswith("\n"):
                if len(part) > 1 or self._kind is BlockKind.LIST_ITEM:
                    self.finish()
                else:
                    self._line.add(" ")
            else:
                self._line.add(part, italic=self._italic)

    def _heading(self, node: nodes.Heading) -> None:
        self.finish(BlockKind.HEADING)
        self.walk(node.title)
        self.finish()

    def _entity(self, node: nodes.HTMLEntity) -> None:
        self._line.add(html.unescape(str(node)))

    def _external_link(self, node: nodes.ExternalLink) -> None:
        start, line = self._line.size, self._line
        url = str(node.url).strip()
        if node.title is not None and str(node.title).strip():
            self.walk(node.title)
        else:
            line.add(url)
        if line is self._line:
            line.span_link(start, url)

    def _wikilink(self, node: nodes.Wikilink) -> None:
        target = str(node.title)
        if _UNSEEN_LINKS.match(target):
            return
        if _FILES.match(target):
            self._aside(_caption(node.text))
        elif node.text is not None:
            self.walk(node.text)
        else:
            self.walk(node.title)

    def _aside(self, code: Wikicode | None) -> None:
        """What stands beside the text (a picture's caption, a box): read where it calls notes."""
        if code is None or not _MARKED.search(str(code)):
            return
        line, kind, self._line, self._kind = self._line, self._kind, Line(), BlockKind.TABLE
        self.walk(code)
        self.finish()
        self._line, self._kind = line, kind

    def _tag(self, node: nodes.Tag) -> None:
        name = str(node.tag).strip().lower()
        if name == "ref":
            self._reference(node)
        elif name == "references":
            self._define_all(node.contents)
        elif name in {"i", "em"}:
            before, self._italic = self._italic, True
            self.walk(node.contents)
            self._italic = before
        elif name == "br":
            self._line.line_break()
        elif name in {"li", "dt", "dd"}:
            self.finish(BlockKind.LIST_ITEM)
            self.walk(node.contents)
        elif name in _CODE:
            self._line.add(str(node.contents or ""))
        elif name in _ENDS:
            self.finish(
                {"blockquote": BlockKind.QUOTATION, "td": BlockKind.TABLE, "th": BlockKind.TABLE}.get(
                    name, BlockKind.PARAGRAPH
                )
            )
            self.walk(node.contents)
            self.finish()
        elif name not in {"style", "script", "math", "templatestyles", "timeline"}:
            self.walk(node.contents)

    def _reference(self, node: nodes.Tag) -> None:
        """A mark, with its text or by name."""
        if self._book is None:
            return
        values = {
            str(each.name).strip().lower(): str(each.value or "").strip().strip("\"'") for each in node.attributes
        }
        key = self._book.key(values.get("group", ""), values.get("name", ""))
        self._line.mark(key, self._book.next_label(key))
        if node.contents is not None and str(node.contents).strip():
            self._book.define(key, node.contents, self._depth)

    def _define_all(self, code: Wikicode | None) -> None:
        """Notes defined in the list of references: their marks stand in the text."""
        if code is None or self._book is None:
            return
        for node in code.nodes:
            if isinstance(node, nodes.Tag) and str(node.tag).strip().lower() == "ref" and node.contents is not None:
                values = {
                    str(each.name).strip().lower(): str(each.value or "").strip().strip("\"'")
                    for each in node.attributes
                }
                self._book.define(
                    self._book.key(values.get("group", ""), values.get("name", "")), node.contents, self._depth
                )

    def _template(self, node: nodes.Template) -> None:
        name = str(node.name).strip().lower()
        if self._book is None:
            self._show(node)
        elif name in _NOTE_TEMPLATES:
            self._template_note(node, name)
        elif name == "r":
            for each in node.params:
                if not each.showkey:
                    key = self._book.key("", str(each.value).strip())
                    self._line.mark(key, self._book.next_label(key))
        elif name in _LISTS:
            if node.has("refs"):
                self._define_all(node.get("refs").value)
        elif any(each.showkey for each in node.params):
            for each in node.params:
                self._aside(each.value)
        else:
            self._positional(node)

    def _positional(self, node: nodes.Template) -> None:
        """An inline template shows its values: dates, units, words of a language."""
        for number, each in enumerate(node.params):
            if number:
                self._line.add(" ")
            self.walk(each.value)

    def _template_note(self, node: nodes.Template, name: str) -> None:
        assert self._book is not None
        named = {str(each.name).strip().lower(): each.value for each in node.params if each.showkey}
        group = str(named.get("group", "lower-alpha" if name.startswith("efn") else "")).strip()
        key = self._book.key(group, str(named.get("name", "")).strip())
        self._line.mark(key, self._book.next_label(key))
        values = [str(each.value).strip() for each in node.params if not each.showkey]
        works: tuple[Work, ...] = ()
        if name.startswith(("sfn", "harv")):
            cited = self._book.works.get(" ".join(values).casefold())
            place = next(((sign, str(named[part]).strip()) for part, sign in _PLACES.items() if part in named), None)
            if cited and place:
                cited = replace(cited, locator=place[1], label="page" if place[0] else "")
            works = (cited,) if cited else ()
            values = [", ".join([*values, *(["".join(place)] if place else [])])]
        if values and values[0]:
            self._book.define(key, mwparserfromhell.parse(values[0]), self._depth, works)

    def _show(self, node: nodes.Template) -> None:
        """A template inside a note: its values are the text, its named parameters the fields."""
        fields, values = _read_template(node)
        for shown, value in enumerate(values):
            self._line.add(", " if shown else "")
            is_address = value.lower().startswith(("http://", "https://"))
            self._line.add(value, value if is_address else "")
        if "title" in fields or "URL" in fields:
            self._line.data.append(_make_work(fields))

    # What each kind of node does; comments and template arguments are nothing that a reader sees.
    _HANDLERS: ClassVar[dict[type[nodes.Node], Callable[[_Walker, Any], None]]] = {
        nodes.Text: _text,
        nodes.Heading: _heading,
        nodes.HTMLEntity: _entity,
        nodes.ExternalLink: _external_link,
        nodes.Wikilink: _wikilink,
        nodes.Tag: _tag,
        nodes.Template: _template,
    }
