"""Read the cited works out of a note: title, author, site, dates, address.

In: a `Note`, in document order. Out: `Citation`s. A note is cut into its sources, the certain parts are taken out of each
(address, archived copy, dates with their cue), the title is found by the sign it carries, and what stands before and
behind it are author and site. The raw string is always kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.dates import find_dates
from verifier.model import Citation, Document, Note, Problem
from verifier.urls import find_urls, host, is_fetchable, split_archive

# What stands in front of an access date, by language.
_ACCESS_CUES = (
    r"access(?:ed)?(?: date)?(?: on)?|date (?:of )?access(?:ed)?|retrieved(?: on)?|last (?:accessed|visited|viewed|checked)(?: on)?|visited(?: on)?|viewed(?: on)?"
    r"|eri[sş]im(?: tarihi)?|e\.\s?t\.?|alıntılanma tarihi|дата (?:обращения|доступа|звернення|перегляду)|проверено|просмотрено|датa звернення|переглянуто"
    r"|abgerufen(?: am)?|abruf(?:datum)?(?: am)?|zugriff(?:sdatum)?(?: am)?|zuletzt (?:abgerufen|besucht|geprüft|aufgerufen)(?: am)?|letzter (?:zugriff|abruf|aufruf)(?: am)?|aufgerufen am|stand"
    r"|consult[ée]e? le|consultation(?: le)?|page consultée le|vu le|consultado(?: el| em)?|fecha de (?:consulta|acceso)|acesso(?: em)?|acedido(?: em)?"
    r"|consultato(?: il)?|ultimo accesso|data di accesso|(?:laatst )?(?:geraadpleegd|bezocht)(?: op)?|dostęp(?: dnia)?|data dostępu|accesat(?: la| pe)?"
    r"|تاريخ (?:الوصول|الاطلاع)|اطلع عليه(?: بتاريخ)?|تاریخ دسترسی|دسترسی(?: در)?|访问日期|访问时间|檢索日期|查閱日期|閲覧日?|アクセス日"
)
_ACCESSED = re.compile(rf"[(\[]?\s*(?<![^\W\d_])(?P<cue>{_ACCESS_CUES})\s*:?\s*", re.IGNORECASE)
_ARCHIVED = re.compile(
    r"\(?(?:archived|архивировано|архівовано|archiviert|archivé|archivado|archiviato|arquivado|zarchiwizowane|arşivlendi|مؤرشف)\b[^<>\n]{0,60}"
    r"(?:<[^>]{0,600}>)?(?:\s*(?:from the original)?\s*(?:on|vom|am|le|el|il|em|от)?\s*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"“([^”“]{2,400})”|„([^“”„]{2,400})[“”]|«\s*([^»«]{2,400}?)\s*»|\"([^\"]{2,400})\"|「([^」]{1,300})」|《([^》]{1,300})》|(?<!\w)‘([^’‘]{8,400})’(?!\w)|''([^']{2,400})''"
)
# A title that carries quotation marks of its own: from the first opening to the last closing mark.
_NESTED = re.compile(r"“.{2,400}”|«.{2,400}»", re.DOTALL)
_INTRODUCTION = re.compile(
    r"^\s*(?:see(?: also| e\.g\.| for example| for instance)?|cf\.?|compare|quoted (?:in|from|by)|source|available at|vgl\.?|siehe(?: auch)?|s\.|voir(?: aussi)?|"
    r"véase(?: también)?|ver|vedi|cfr\.?|zie|zob\.|bkz\.?|см\.(?: также)?|див\.|also|and|und|et|y|ve|и)\s*[:,]?\s+",
    re.IGNORECASE,
)
_SITE_CUE = re.compile(r"^(?:in|bei|sur|on|via|auf|dans|en|su|at|в|на)\s*:?\s+(?=\S)", re.IGNORECASE)
_NOT_A_SITE = re.compile(
    r"^(?:\W*|(?:vol(?:ume)?|no|nr|issue|pp?|s|seite|cilt|sayı|ss|т|с|№|isbn|issn|doi|url|pdf|html?|in|en|auf|bei|sur|also|video|online|web|electronic resource|электронный ресурс|available (?:at|from|online)|no date|n\.?d)\b\.?[\s\d:–-]*.{0,12}|[\d\s.,:–/-]+)$",
    re.IGNORECASE,
)
_LANGUAGE_NOTE = re.compile(
    r"[(\[](?:in |en |auf |на |на\s)?\w{2,14}(?: language)?[)\]]\.?$|\((?:en|in|auf) \w+\)", re.IGNORECASE
)
_MEDIUM = re.compile(
    r"\[(?:электронный ресурс|online|en ligne|internet|web page|electronic resource|çevrimiçi)\]", re.IGNORECASE
)
_URL_WORD = re.compile(
    r"(?:^|[\s,.;–—-])(?:url|available (?:at|from|online)|link|adres|режим доступа|erişim adresi|erişim)\s*:?\s*$",
    re.IGNORECASE,
)
_EDGES = " \t\n,.;:–—-()[]/|<>"
_AUTHOR_LONGEST = 160
_TITLE_LONGEST = 320

# Short forms of a reference: the phrase, by language, at the beginning of a note.
_SAME = re.compile(
    r"^\W*(?P<phrase>ibid(?:em|\.)?|id(?:em)?\.|íd(?:em)?\.|ebd(?:a|\.)|ebenda|там же|там само|aynı (?:yer|eser)|a\.\s?y\.|tamże|ivi|aldaar|المرجع نفسه|المصدر نفسه|همان|同上|前掲)(?=\W|$)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?P<phrase>op\.?\s?cit\.?|a\.\s?g\.\s?[em]\.?|loc\.?\s?cit\.?|указ\.\s?соч\.?|art\.\s?cit\.?|a\.\s?a\.\s?o\.?|zob\. wyżej)",
    re.IGNORECASE,
)
_SUPRA = re.compile(
    r"(?P<phrase>supra(?: note| n\.)?\s?|(?:see )?above,? (?:note|n\.)\s?|oben,? (?:Anm\.|Fn\.)\s?)(?P<label>\d{1,4}|[ivxlc]{1,7})",
    re.IGNORECASE,
)


def find_all(document: Document) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    """The citations of all notes in order, and what a person should look at in the notes."""
    citations: list[Citation] = []
    problems: list[Problem] = []
    for index, note in enumerate(document.notes):
        found = find_citations(note, index, citations, [n.label for n in document.notes])
        phrase = short_form(note)
        if phrase and found:
            where = document.notes[_meant(found[0], citations)].label
            problems.append(Problem("short_form", note.label, f"“{phrase}” is read as the source of note {where}."))
        elif phrase:
            problems.append(Problem("short_form", note.label, f"“{phrase}” refers to no note that was found."))
        elif not any(c.url for c in found):
            problems.append(
                Problem("note_without_source", note.label, "The note gives no address that could be looked up.")
            )
        problems += [
            Problem("invalid_address", note.label, f"{c.url} is no web address (http or https).")
            for c in found
            if c.url and not is_fetchable(c.url)
        ]
        citations += found
    return tuple(citations), tuple(problems)


def _meant(citation: Citation, earlier: Sequence[Citation]) -> int:
    return next(
        (c.note for c in reversed(earlier) if c.url == citation.url and c.title == citation.title), citation.note
    )


def find_citations(
    note: Note, index: int = 0, earlier: Sequence[Citation] = (), labels: Sequence[str] = ()
) -> tuple[Citation, ...]:
    """The cited works of one note; `earlier` are those of the notes before it, for short forms.

    >>> from verifier.model import NoteKind
    >>> note = Note("1", NoteKind.ENDNOTE, "“Quiet Gates”, The Gazette, https://gazette.example/a, (Access Date: 05.10.2024).")
    >>> c = find_citations(note)[0]
    >>> c.title, c.container_title, c.url, c.accessed
    ('Quiet Gates', 'The Gazette', 'https://gazette.example/a', '2024-10-05')
    """
    if note.data:
        return tuple(_from_data(note, index, fields) for fields in note.data)
    if short_form(note):
        repeated = _resolve(note, index, earlier, labels)
        return (repeated,) if repeated else ()
    return tuple(c for part in _cut(note) if (c := _parse(part, index)) is not None)


def short_form(note: Note) -> str | None:
    """The phrase by which a note refers to an earlier one (ibid., op. cit., supra note 3), None where it gives its own source."""
    if note.hyperlinks or find_urls(note.text):
        return None
    for pattern in (_SAME, _SUPRA, _EARLIER):
        found = pattern.search(note.text[:300])
        if found:
            return found[0].strip(" ,;") if pattern is _SUPRA else found["phrase"].strip()
    return None


def _resolve(note: Note, index: int, earlier: Sequence[Citation], labels: Sequence[str]) -> Citation | None:
    """The citation that a short form means: the one before, the note named, or the last of the same author."""
    supra = _SUPRA.search(note.text)
    if supra:
        target = next(
            (c for c in earlier if c.note < len(labels) and labels[c.note].casefold() == supra["label"].casefold()),
            None,
        )
    else:
        name = _surname(note.text)
        target = next((c for c in reversed(earlier) if c.note < index and (not name or _wrote(name, c))), None)
    return replace(target, note=index, raw=note.text) if target else None


def _surname(text: str) -> str:
    """The name in front of `op. cit.`; "" where there is none: then the work before is meant."""
    found = None if _SAME.match(text) else _EARLIER.search(text)
    return re.split(r"[,.(]", text[: found.start()])[0].strip().casefold() if found else ""


def _wrote(name: str, citation: Citation) -> bool:
    author = (citation.author or "").casefold()
    return bool(author) and bool(set(re.findall(r"\w{2,}", name)) & set(re.findall(r"\w{2,}", author)))


def _from_data(note: Note, index: int, fields: Sequence[tuple[str, str]]) -> Citation:
    """What the document itself says of the work."""
    given = dict(fields)
    url = given.get("URL") or given.get("url") or next((u for _, _, u in find_urls(note.text)), None)
    if not url and given.get("DOI"):
        url = "https://doi.org/" + given["DOI"]
    archived = given.get("archive_url")
    return Citation(
        index, note.text, url or None, given.get("title"), given.get("author"), given.get("container-title"),
        given.get("issued"), given.get("accessed"), archived, given.get("archived_at"),
    )  # fmt: skip


# --- one note, several sources -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a note that cites one work: its text, its addresses (start, end, url) and runs in italics."""

    text: str
    urls: tuple[tuple[int, int, str], ...]
    emphasis: tuple[tuple[int, int], ...] = ()


def _addresses(note: Note) -> list[tuple[int, int, str]]:
    """Links and addresses of a note; behind a shortened or titled link stands its href."""
    found = [(h.start, h.end, h.href) for h in note.hyperlinks]
    for start, end, url in find_urls(note.text):
        if all(end <= s or start >= e for s, e, _ in found):
            found.append((start, end, url))
    return sorted(found)


def _cut(note: Note) -> list[_Part]:
    """Cut after an address (and what belongs to it) where a semicolon, or a new work, begins."""
    urls = _addresses(note)
    borders = [0]
    for (_, end, url), (start, _, following) in pairwise(urls):
        if split_archive(following)[0] != following or split_archive(url)[0] != url:
            continue  # an archived copy belongs to the work before it
        between = note.text[end:start]
        stop = _border(between)
        if stop is not None:
            borders.append(end + stop)
    borders.append(len(note.text))
    return [_part(note, urls, a, b) for a, b in pairwise(borders)]


def _border(between: str) -> int | None:
    """Where a new work begins between two addresses; None where both belong to one."""
    found = re.search(
        r";\s|\n|\.\s+(?=[“\"«„])|[).]\s*[;.]?\s+(?=[A-ZÀ-ÞА-ЯİŞÇĞÖÜ“\"«„][^.]{8,})|,\s+(?=[“«„])", between
    )
    if found:
        return found.end()
    return len(between) - len(between.lstrip(" ,;")) if len(between.strip(" ,;.|()")) == 0 and between.strip() else None


def _part(note: Note, urls: Sequence[tuple[int, int, str]], start: int, end: int) -> _Part:
    inside = tuple((a - start, b - start, u) for a, b, u in urls if start <= a < end)
    italics = tuple((a - start, b - start) for a, b in note.emphasis if start <= a < b <= end)
    return _Part(note.text[start:end], inside, italics)


# --- one work ------------------------------------------------------------------------------------


@dataclass
class _Draft:
    r"""The text of one work; what was read is blanked out (`\\0`), so that places stay."""

    text: str

    def blank(self, start: int, end: int) -> None:
        """Take a run out."""
        self.text = self.text[:start] + "\0" * (end - start) + self.text[end:]


def _parse(part: _Part, index: int) -> Citation | None:
    draft = _Draft(part.text)
    url, archived, archived_at = _take_urls(part, draft)
    accessed = _take_accessed(draft)
    _take_archived(draft)
    title, span = _title(part, draft)
    issued = _take_issued(draft, span)
    if url is None and not (title and (issued or accessed or _is_reference(part, span))):
        return None
    before, after = (draft.text[: span[0]], draft.text[span[1] :]) if span else ("", draft.text)
    author, site = _author(before) or _author_behind(after), _site(after)
    if site is None and span and title and not _is_quoted(part.text, span):
        title, site = _split_site(title, url)
    return Citation(
        note=index,
        raw=part.text.strip(),
        url=url,
        title=title,
        author=author,
        container_title=site,
        issued=issued,
        accessed=accessed,
        archived_url=archived,
        archived_at=archived_at,
    )


def _take_urls(part: _Part, draft: _Draft) -> tuple[str | None, str | None, str | None]:
    """The address of the work, and that of its archived copy with the copy's date."""
    url = archived = archived_at = None
    for start, end, found in part.urls:
        original, at = split_archive(found)
        if original != found:
            url, archived, archived_at = url or original, archived or found, archived_at or at
        else:
            url = url or found
        if (
            part.text[start:end].lower().startswith(("http", "www.", "doi", "10.", "arxiv", "hdl", "ftp"))
            or start == end
        ):
            draft.blank(start, end)
    return url, archived, archived_at


def _take_accessed(draft: _Draft) -> str | None:
    for cue in _ACCESSED.finditer(draft.text):
        following = find_dates(draft.text[cue.end() : cue.end() + 40].replace("\0", " "))
        if following and following[0][0] <= 12:
            draft.blank(cue.start(), cue.end() + following[0][1])
            return following[0][2]
    leading = re.search(r"(?P<date>[^()\[\]]{6,24})\s+(?:閲覧|tarihinde erişildi)", draft.text)
    if leading and (found := find_dates(leading["date"])):
        draft.blank(leading.start(), leading.end())
        return found[-1][2]
    return None


def _take_archived(draft: _Draft) -> None:
    """An archived copy's date is neither the work's nor the visit's."""
    for found in list(_ARCHIVED.finditer(draft.text.replace("\0", " "))):
        dates = find_dates(draft.text[found.end() : found.end() + 40].replace("\0", " "))
        end = found.end() + (dates[0][1] if dates and dates[0][0] <= 8 else 0)
        draft.blank(found.start(), end)


def _take_issued(draft: _Draft, span: tuple[int, int] | None) -> str | None:
    """The fullest date outside the title."""
    visible = draft.text.replace("\0", " ")
    outside = [d for d in find_dates(visible) if not span or d[1] <= span[0] or d[0] >= span[1]]
    best = max(outside, key=lambda d: len(d[2]), default=None)
    if best is None:
        year = re.search(r"\(\s*((?:1[5-9]|20)\d\d)[a-z]?\s*\)", visible)
        if year is None or (span and span[0] <= year.start() < span[1]):
            return None
        draft.blank(*year.span())
        return year[1]
    for start, end, _ in outside:
        draft.blank(start, end)
    return best[2]


def _title(part: _Part, draft: _Draft) -> tuple[str | None, tuple[int, int] | None]:
    """The title and its place, by the sign it carries: quotation marks, a link, italics, `//`, or its place."""
    text = draft.text
    for sign in (_by_quotes, _by_link, _by_emphasis, _by_place):
        found = sign(part, text)
        if found:
            start, end, inner = found
            return _clean_title(inner), (start, end)
    return None, None


_Found = tuple[int, int, str]


def _by_quotes(_part: _Part, text: str) -> _Found | None:
    first = _QUOTED.search(text)
    if first is None or (first.start() > _AUTHOR_LONGEST and "\0" in text[: first.start()]):
        return None
    inner = next(g for g in first.groups() if g)
    # “A “B” C”: the outer marks hold the title.
    if (
        text[first.start()] in "“«"
        and (wide := _NESTED.match(text, first.start()))
        and "\0" not in wide[0]
        and _balanced(wide[0])
    ):
        return wide.start(), wide.end(), wide[0][1:-1]
    rest = text[first.end() :]
    if len(inner) < 25 and first.start() > 0 and re.match(r"\s*[^\W\d_]{2,}[^,.;\0]*\0", rest):
        return None  # quoted words inside an unquoted title
    return first.start(), first.end(), inner


def _balanced(text: str) -> bool:
    depth = 0
    for i, c in enumerate(text):
        depth += (c in "“«") - (c in "”»")
        if depth == 0:
            return i == len(text) - 1
    return False


def _by_link(part: _Part, text: str) -> _Found | None:
    for start, end, _ in part.urls:
        words = text[start:end]
        if "\0" not in words and len(words.split()) >= 3:
            return start, end, words
    return None


def _by_emphasis(part: _Part, text: str) -> _Found | None:
    for start, end in part.emphasis:
        if (
            "\0" not in text[start:end]
            and len(text[start:end].split()) >= 2
            and not re.search(r"\w{3,}[.,:]\s*$", text[:start])
        ):
            return start, end, text[start:end]
    return None


def _by_place(_part: _Part, text: str) -> _Found | None:
    """What stands before `//`, before the address, or, without any, the first sentence."""
    double = re.search(r"\s//\s", text)
    if double and "\0" not in text[: double.start()]:
        return *_after_author(text, double.start()), text[_after_author(text, double.start())[0] : double.start()]
    address = text.find("\0")
    end = address if address > 0 else len(text)
    end -= len(text[:end]) - len(text[:end].rstrip(" <(\n"))
    word = _URL_WORD.search(text[:end])
    end = word.start() if word else end
    start, _ = _after_author(text, end)
    inner = text[start:end]
    if (
        not re.search(r"[^\W\d_]{2}", inner)
        or len(inner) > _TITLE_LONGEST
        or find_dates(inner) == ((0, len(inner), inner),)
    ):
        return None
    return start, end, inner


_AUTHOR_DATE = re.compile(r"^[^()\0]{0,120}\([^()\0]{4,40}\)[.,:]?\s+")
# `Name Surname: Title`, at least two words with capitals.
_AUTHOR_COLON = re.compile(
    r"^(?!(?:The|Der|Die|Das|Le|La|Les|El|Los)\s)[^\W\d_a-zß-ÿ][\w'’-]+(?:\s(?:[^\W\d_a-zß-ÿ][\w'’.-]*|von|van|de|der|da|di)){1,3}:\s+"
)
_AUTHOR_INITIALS = re.compile(r"^(?:[^\W\d_][\w'’-]+\s+(?:[^\W\d_]\.\s?){1,3}(?:,\s*)?)+(?=[^\W\d_][\w'’-]+\s)")


def _after_author(text: str, end: int) -> tuple[int, int]:
    """Past an author in front of a title that no sign marks: `Surname, Name (2024).` or `Surname N. N.`."""
    introduction = _INTRODUCTION.match(text)
    at = introduction.end() if introduction else 0
    for pattern in (_AUTHOR_DATE, _AUTHOR_INITIALS, _AUTHOR_COLON):
        found = pattern.match(text[at:end])
        if found and at + found.end() < end:
            return at + found.end(), end
    return at, end


def _clean_title(inner: str) -> str | None:
    text = _MEDIUM.sub("", re.sub(r"[\s\0]+", " ", inner)).strip(" ,;:–—-<>[]/|")
    text = _LANGUAGE_NOTE.sub("", text).strip(" ,;:–—")
    return text.rstrip(",") or None


def _author(before: str) -> str | None:
    text = re.sub(r"[\s\0]+", " ", _INTRODUCTION.sub("", before)).strip()
    text = re.sub(
        r"\(\s*(?:no date|n\.?d\.?|o\.\s?j\.?|s\.\s?d\.?|t\.y\.)?\s*\)|\[\s*\]|\(\s*(?:ed|eds|hrsg|dir|ред)\.?\s*\)",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(_EDGES.replace(".", ""))
    text = re.sub(r"(?<=[a-zà-ÿа-яğışçöü]{2})\.$", "", text).strip(" ,;:(")
    if not 2 < len(text) <= _AUTHOR_LONGEST or re.search(r"[?!]|\b(?:https?|www)\b", text):
        return None
    return text if text[0].isupper() or not text[0].isascii() or text[0] == "d" else None


_BY = re.compile(r"^[\s\0>,.]*(?:von|by|par|por|di|door|yazan)\s+(?P<name>[^\W\d_a-z][^,.;\0]{2,60})[,.;\0]")


def _author_behind(after: str) -> str | None:
    """`Title, by Name Surname, Site`."""
    found = _BY.match(after)
    return found["name"].strip() if found else None


def _site(after: str) -> str | None:
    """The first part behind the title that can be a name."""
    # In place of the name of an author behind the title, or of a translated title in brackets, stands nothing.
    visible = _BY.sub("\0", after)
    visible = re.sub(r"^([\s\0>\"”»]*)\[[^\]\0]{2,200}\]", r"\1\0", visible)
    for piece in _SITE_ENDS.split(visible):
        text = _LANGUAGE_NOTE.sub("", _MEDIUM.sub("", piece)).strip(_EDGES + "\"”“«»’'")
        text = _SITE_TAIL.sub("", _SITE_CUE.sub("", text)).strip(_EDGES)
        text = re.sub(r"\s*\([^()]*$|\s*\(\s*\)$", "", text).strip()
        if len(text) > 1 and len(text) <= 90 and not _NOT_A_SITE.match(text) and re.search(r"[^\W\d_]{2}", text):
            return re.sub(r"^https?://|/$", "", text)
    return None


def _split_site(title: str, url: str | None) -> tuple[str, str | None]:
    """`Title, Site` where no sign tells them apart: the last part is the site where it is a short name, or names the host."""
    head, comma, tail = title.rpartition(", ")
    if not comma or not head:
        return title, None
    letters = re.sub(r"\W", "", tail).casefold()
    named = bool(url) and len(letters) > 2 and letters in re.sub(r"\W", "", host(url or ""))
    short = (
        len(tail.split()) <= 4 and all(w[:1].isupper() for w in tail.split() if len(w) > 3) and len(head.split()) >= 4
    )
    return (head, tail.strip(_EDGES)) if named or short else (title, None)


def _is_quoted(text: str, span: tuple[int, int]) -> bool:
    return text[span[0]] in "“„«\"「《‘'"


# A full stop ends a name, but not after an abbreviation in it (`Phys. Rev. Lett.`) or a capital.
_SITE_ENDS = re.compile(
    r"\0+|[;\n]|,\s|(?<![A-ZÀ-ÞА-Я])(?<!\b[^\W\d_a-z][^\W\d_A-Z])(?<!\b[^\W\d_a-z][^\W\d_A-Z]{2})(?<!\b[^\W\d_a-z][^\W\d_A-Z]{3})(?<!\be)\.(?:\s+|$)|\s[–—|]\s|//"
)
_SITE_TAIL = re.compile(
    r"(?:\s+(?:vom|url|available at|am|du|dated|vol\.?|режим доступа)\s*:?|\s+\d[\d\s]*)+$", re.IGNORECASE
)
_ONLY_A_REFERENCE = re.compile(
    r"\b(?:vol|no|pp?|ed|press|journal|review|university|verlag|изд|журн|yayın|dergi)\b", re.IGNORECASE
)


def _is_reference(part: _Part, span: tuple[int, int] | None) -> bool:
    """Whether a note without address and date names a work, rather than explaining something."""
    return bool(span) and (_ONLY_A_REFERENCE.search(part.text) is not None) and len(part.text) < 400
