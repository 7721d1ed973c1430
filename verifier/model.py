"""The values of the whole program, in the order in which the data flows. Imports nothing of ours.

document > notes, marks > citations, claims > fetch > snapshot > text > match > finding > report.
Values carry no row ids and never change; whatever is made from a value is a new value. Offsets
are code points into the text that the same value (or the one it names) holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Self, TypeVar

_T = TypeVar("_T")

# --- the citing document ---------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTATION = "quotation"  # a block quotation: all its words are the source's
    LIST_ITEM = "list_item"
    TABLE = "table"
    CODE = "code"


class NoteKind(StrEnum):
    """What a note is, as the document shows it."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    SIDENOTE = "sidenote"
    REFERENCE = "reference"  # an entry of a list of works
    LINK = "link"  # a link of the running text


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link inside a text: its words are `text[start:end]`."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body, all marks removed, white space folded (never a blank line inside).

    Its links and its runs in italics, as (start, end), are there while an article is read; no archive keeps them.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    hyperlinks: tuple[Hyperlink, ...] = field(default=(), compare=False)
    emphasis: tuple[tuple[int, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Mark:
    """A note reference mark in the body: the number or sign that calls a note.

    `label` as printed, without brackets (`iv`, `4`, `*`); `note` is the index into
    `Document.notes`, None where no note answers; `block` and `offset` tell where the mark stood:
    an offset into the text of that block, where all marks are removed. `locator` is the place in the work
    that the mark itself gives (`14` of `(Halm, 2001, p. 14)`), and `locator_label` its CSL term (`page`). `line` and `column` are
    its place in the file, counted from 1 (columns in characters); None where the format has no lines, or the place is not certain.
    """

    label: str
    note: int | None
    block: int
    offset: int
    locator: str | None = None
    locator_label: str | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What a document itself says of one cited work, in the fields of CSL 1.0.2; "" where it says nothing.

    People are joined with "; ". `archive_url` and `archive_date` are the copy that wiki templates name, `locator` and
    `label` the place in the work that the citation is to, and what kind of place it is.

    >>> work = Work.from_pairs([("title", "Quiet Gates"), ("container-title", "The Gazette"), ("title", "Loud Gates")])
    >>> work.title, work.container_title, work.pairs
    ('Quiet Gates', 'The Gazette', (('title', 'Quiet Gates'), ('container-title', 'The Gazette')))
    """

    type: str = ""
    title: str = ""
    author: str = ""
    container_title: str = ""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    issued: str = ""
    accessed: str = ""
    DOI: str = ""
    URL: str = ""
    archive_url: str = ""
    archive_date: str = ""
    locator: str = ""
    label: str = ""

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """The work that (CSL name, value) pairs describe: the first value of a name counts, names unknown here do not."""
        given: dict[str, str] = {}
        for name, value in pairs:
            if value:
                given.setdefault(name.replace("-", "_"), value)
        return cls(**{name: value for name, value in given.items() if name in cls.__slots__})

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The fields that are given, as (CSL name, value)."""
        named = ((name.replace("container_", "container-"), getattr(self, name)) for name in self.__slots__)
        return tuple((name, value) for name, value in named if value)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return any(value for _, value in self.pairs)


@dataclass(frozen=True, slots=True)
class Note:
    """One note's own text, without its label and without links back to the mark.

    `emphasis` are the (start, end) runs in italics (often titles). `data` holds what the document itself
    says of the cited works (CSL-JSON items in Word field codes, template parameters, JATS elements).
    """

    label: str
    kind: NoteKind
    text: str
    hyperlinks: tuple[Hyperlink, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    data: tuple[Work, ...] = ()


class ProblemKind(StrEnum):
    """What is wrong with the document itself."""

    MARK_WITHOUT_NOTE = "mark_without_note"
    NOTE_WITHOUT_MARK = "note_without_mark"
    GAP = "gap"
    DUPLICATE_LABEL = "duplicate_label"
    OUT_OF_ORDER = "out_of_order"
    NOTE_WITHOUT_SOURCE = "note_without_source"
    INVALID_ADDRESS = "invalid_address"  # it can be none
    INCOMPLETE_ADDRESS = "incomplete_address"  # it was shortened in print
    INVALID_IDENTIFIER = "invalid_identifier"  # its check digit is wrong
    LINKS_NOT_READ = "links_not_read"  # links of the text, beside its notes
    UNCITED = "uncited"  # a sentence, the `detail`, that no note answers for
    SHORT_FORM = "short_form"
    PARTIAL_DOCUMENT = "partial_document"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a person should look at in the document itself."""

    kind: ProblemKind
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class Document:
    """The citing document. `name` is what the user called it; `sha256` names its bytes."""

    name: str
    format: str
    title: str | None
    language: str | None
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited work inside a note (CSL-JSON names). Dates are ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD.

    `note` is the index into `Document.notes`; `raw` the part of the note it was read from.
    `archived_url` is the archive's address where the note cites a web archive's copy: `url` is
    then the original address and `archived_at` the date of the copy. `identifiers` are (name, value) of doi, arxiv, isbn, pmid,
    pmcid, handle, urn; `locator` is the place in the work without its word (`12`, `3–5`, `00:12:31`), `locator_label` its CSL term
    (page, paragraph, chapter, section, timestamp …). `refers_to` is the label of the note that gave the work, where this one repeats it.
    """

    note: int
    raw: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    container_title: str | None = None
    issued: str | None = None
    accessed: str | None = None
    archived_url: str | None = None
    archived_at: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    locator: str | None = None
    locator_label: str | None = None
    refers_to: str | None = None


class QuotedKind(StrEnum):
    """What a string in quotation marks is."""

    QUOTATION = "quotation"
    TERM = "term"  # a short quoted term or scare quotes: judged, but its absence is a softer finding
    NOT_A_QUOTATION = "not_a_quotation"  # a title or a name: listed, not judged


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a claim in quotation marks (the marks left out), or a block quotation.

    `in_context` where they stand before the claim's own sentence.
    """

    text: str
    in_context: bool = False
    kind: QuotedKind = QuotedKind.QUOTATION


class Scope(StrEnum):
    """How far a note answers for a claim: fully for what it marks, softly for the others."""

    MARKED = "marked"  # the sentence that carries the mark
    EARLIER = "earlier"  # a sentence before it, back to the mark before
    POINTED = "pointed"  # marked, but the note only points to more, or explains something of its own
    NOTE = "note"  # what the note itself says


@dataclass(frozen=True, slots=True)
class Claim:
    """What a note answers for: the words of a sentence that a mark supports (`text`), with those since the previous mark (`context`).

    `notes` are indices into `Document.notes`, more than one where marks stand together; `block`
    is the index into `Document.blocks` of the mark. What an earlier sentence quotes is a quotation of the marked one, too.
    """

    text: str
    context: str
    notes: tuple[int, ...]
    block: int
    quotations: tuple[Quotation, ...] = ()
    scope: Scope = Scope.MARKED


# --- one fetch of a source ---------------------------------------------------------------------


class Link(StrEnum):
    """What a fetch of an address showed (docs/links.md)."""

    OK = "ok"
    MOVED = "moved"
    FRAGMENT_MISSING = "fragment_missing"
    GONE = "gone"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    SERVER_ERROR = "server_error"
    UNREACHABLE = "unreachable"
    BLOCKED = "blocked"
    RESTRICTED = "restricted"
    NEEDS_JS = "needs_js"
    UNSUPPORTED = "unsupported"


class Family(StrEnum):
    """The three answers for people and exit codes."""

    FOUND = "found"
    LOST = "lost"
    CANNOT_TELL = "cannot_tell"


# Why a source was unreachable and yet is certainly lost in this fetch. Everything else that is
# unreachable (time-outs, TLS, broken answers, circles of redirects, bodies cut short) may answer another visitor.
_LOST_RULES = frozenset({"dns", "refused"})
_FAMILY = {
    Link.OK: Family.FOUND,
    Link.MOVED: Family.FOUND,
    Link.GONE: Family.LOST,
    Link.SOFT_404: Family.LOST,
    Link.PARKED: Family.LOST,
}


@dataclass(frozen=True, slots=True)
class Cited:
    """What an article knows of a source: its address as cited, and what it is cited for.

    `titles` are those that its notes give, `words` the quotations it is cited for, `accessed` the ISO date of the access.
    `copy` is the address of the web archive's copy that a note cites, `copied` the ISO date that the note gives of it.
    """

    url: str
    titles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    accessed: str | None = None
    copy: str | None = None
    copied: str | None = None


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """The link's word, the rule that fired (a name in a table), and the reason in plain words.

    Rules that say more than the word: for `blocked` bot_wall, rate_limit, forbidden, legal,
    robots, unsafe; for `unreachable` dns, refused, timeout, tls, protocol, truncated, too_large,
    redirect_loop, no_network; for `restricted` login, paywall, consent.

    >>> LinkStatus(Link.GONE, "status_404", "The server answered 404 Not Found.").family
    <Family.LOST: 'lost'>
    >>> LinkStatus(Link.UNREACHABLE, "timeout", "No answer within 30 s.").family
    <Family.CANNOT_TELL: 'cannot_tell'>
    """

    link: Link
    rule: str
    reason: str

    @property
    def family(self) -> Family:
        """Found, lost or cannot tell."""
        if self.link is Link.UNREACHABLE and self.rule in _LOST_RULES:
            return Family.LOST
        return _FAMILY.get(self.link, Family.CANNOT_TELL)


class Purpose(StrEnum):
    """Why an address is asked."""

    PAGE = "page"  # the cited address
    PROBE = "probe"  # an address that cannot exist on the same host (page fingerprint)
    INDEX = "index"  # a web archive's list of captures
    MEMENTO = "memento"  # a capture of a web archive
    SAVE = "save"  # a web archive is asked to save a page
    SAVED = "saved"  # the copy of the page that a reader saved: only a file of captures answers
    RENDER = "render"  # the page as a browser shows it, after its scripts ran


@dataclass(frozen=True, slots=True)
class Request:
    """What a plan wants sent: always GET. Redirects are followed by the transport.

    `seconds` is the time for the whole chain, the transport's own where it is None.
    """

    url: str
    purpose: Purpose = Purpose.PAGE
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer on the way: the address asked, its status, and where it pointed."""

    url: str
    status: int
    location: str | None = None


class Incomplete(StrEnum):
    """Why a body is not whole."""

    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Response:
    """The last answer of a chain of redirects.

    `url` is the address asked first, `final_url` the one that answered; `hops` are the redirects
    before it. Header names are lower case. `incomplete` tells why the body is not whole. The body is
    decoded (no content encoding left).
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    received_at: datetime
    hops: tuple[Hop, ...] = ()
    incomplete: Incomplete | None = None

    def header(self, name: str) -> str | None:
        """The first header of this name (any case), None where there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)


class FailureKind(StrEnum):
    """Why no answer came; a rule of `LinkStatus`."""

    DNS = "dns"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    RESET = "reset"
    TLS = "tls"
    PROTOCOL = "protocol"
    REDIRECT_LOOP = "redirect_loop"
    RATE_LIMIT = "rate_limit"
    UNSAFE = "unsafe"
    UNSUPPORTED = "unsupported"
    NO_NETWORK = "no_network"
    NOT_CAPTURED = "not_captured"
    OFFLINE = "offline"
    BROWSER = "browser"


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer, and why: `detail` says it in plain words."""

    url: str
    kind: FailureKind
    detail: str
    received_at: datetime
    hops: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes one fetch brought, decoded, named by their SHA-256 (lower-case hex)."""

    sha256: str
    body: bytes
    media_type: str  # lower case, without parameters, as served ("" where none was)
    charset: str | None = None  # as the Content-Type header says
    url: str = ""  # the address that answered: relative links and file names


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself. Dates are ISO 8601."""

    title: str | None = None
    author: str | None = None
    site: str | None = None
    published: str | None = None
    modified: str | None = None
    canonical: str | None = None


class Role(StrEnum):
    """What a stretch of a source's text is, beside its main text."""

    MAIN = "main"
    ASIDE = "aside"  # sidebars, related items, boxes beside the text
    NAVIGATION = "navigation"  # menus, the page's header and footer, share buttons
    COMMENTS = "comments"  # what readers wrote
    ADVERTISEMENT = "advertisement"
    CAPTION = "caption"
    FORM = "form"
    HIDDEN = "hidden"  # for screen readers only, or not shown at all
    STRUCK = "struck"  # struck out: the source takes it back
    NOTE_MARK = "note_mark"
    FURNITURE = "furniture"  # running heads, page and line numbers, time codes


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch `text[start:end]` of a source's text, and its role."""

    start: int
    end: int
    role: Role


class Extent(StrEnum):
    """How much of the cited work a text is."""

    WHOLE = "whole"
    PART = "part"  # cut at a limit, one page of several, some pages without text
    STAND_IN = "stand_in"  # an abstract, a landing page, a player in its place
    SHELL = "shell"  # what stands around the work, before scripts run
    WALL = "wall"  # what stands in front of it


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says in its markup, beside its text: what the signs of `pages` look at.

    `words` counts those of the main text (of the whole, where that is not known). `traits` are names of what the markup of a
    short page shows (`challenge`, `parked`, `parking_script`, `script_redirect`, `shell`); nobody asks them of a long one.
    `next_page` is the page of the same text that follows, `files` are those that the page stands for, `said_instead` is
    what its data say in place of a text (“This video is unavailable”), `retracted` what a work of any kind says of its retraction.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    words: int = 0
    links: int = 0
    names: frozenset[str] = frozenset()  # ids and names of its places
    refresh: tuple[int, str] | None = None  # seconds, and the address as written
    next_page: str | None = None
    asks_password: bool = False
    frames: tuple[str, ...] = ()
    free: bool | None = None  # schema.org's isAccessibleForFree
    traits: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()
    said_instead: str = ""
    retracted: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One reading of a snapshot: its readable text, made by a named extractor and version, and what else it shows.

    `text` is the whole page, one block a line (a blank line between blocks), so that a quotation
    is searched in all of it. `main` are the (start, end) runs of the main text; empty where that
    is not known. `parts` are the stretches that have a role of their own, in order. `language` is that of the
    main text. `extent` says how much of the work it is, `problem` why there is no text or not all of it, in plain
    words. `pages` are the starts of the pages, where the file has pages.
    """

    text: str
    extractor: str
    version: str
    language: str | None = None
    metadata: PageMetadata = field(default_factory=PageMetadata)
    main: tuple[tuple[int, int], ...] = ()
    problem: str | None = None
    parts: tuple[Part, ...] = ()
    facts: PageFacts = field(default_factory=PageFacts)
    pages: tuple[int, ...] = ()
    extent: Extent = Extent.WHOLE
    guessed: bool = False  # whether `main` is a guess

    @property
    def main_text(self) -> str:
        """The words of the main text; all words where that is not known."""
        return "\n\n".join(self.text[start:end] for start, end in self.main) or self.text

    def bare(self) -> SourceText:
        """What the page says of itself, without what it says."""
        return replace(self, text="", main=(), parts=(), facts=PageFacts(), pages=())


@dataclass(frozen=True, slots=True)
class Guess:
    """What a program takes for the main text, the author and the date of a page that does not say them.

    `main` are (start, end) runs of the page's text. It may agree with what an article says, never differ. `problem` says why
    there is no main text.
    """

    main: tuple[tuple[int, int], ...] = ()
    author: str | None = None
    published: str | None = None
    problem: str | None = None


# A plan (verifier.fetching) yields a Request and is sent a Response or Failure, or yields a
# Snapshot to be read (in a bounded child process where that is dangerous) and is sent its text.
Step = Request | Snapshot
Answer = Response | Failure | SourceText


@dataclass(frozen=True, slots=True)
class Memento:
    """A web archive's copy (RFC 7089): the one that the note cites, or one read in place of a lost source.

    `holds_words` tells whether the cited words are in it; None where nothing was quoted.
    """

    url: str
    datetime: datetime
    snapshot: Snapshot
    text: SourceText
    holds_words: bool | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """An answer of a visit beside its last one: the address asked, its status, and what came.

    A page that a refresh led away from, a following page, the page around a file or a frame, the page of an address that cannot exist.
    """

    url: str
    status: int
    snapshot: Snapshot


# Headers in files of captures that no server said: what a reader saved, with the file that it came from; what is only a part of a visit to
# another address, with that address.
ORIGIN = "x-verifier-origin"
PART_OF = "x-verifier-part-of"


@dataclass(frozen=True, slots=True)
class Saved:
    """A copy that a reader saved and took into the archive: when it was saved, from which file it came, and its reading."""

    at: datetime
    origin: str
    snapshot: Snapshot
    text: SourceText


class PlanName(StrEnum):
    """How a source is got."""

    LIVE = "live"
    REPLAY = "replay"
    IMPORT = "import"  # from a file that a reader saved


@dataclass(frozen=True, slots=True)
class Fetch:
    """One attempt to get a source: when, by what plan, each hop, and what came of it.

    `url` is the cited address. `snapshot` and `text` are what the address itself answered (also
    of an error page), None where nothing came. `memento` is the copy that a note cites, else one that stands in for what is lost.
    `exchanges` are the other answers that it rests on, there while the visit is kept. Of an import, `origin` names the file and
    `imported_at` says when it was taken in (`fetched_at`: when it was saved). `saved` is a reader's copy that stands in for a page
    which this visit could not read; it is looked up anew each time.
    """

    url: str
    fetched_at: datetime
    plan: PlanName
    status: LinkStatus
    final_url: str | None = None
    http_status: int | None = None
    hops: tuple[Hop, ...] = ()
    snapshot: Snapshot | None = None
    text: SourceText | None = None
    memento: Memento | None = None
    memento_note: str | None = (
        None  # what there is to say of copies: why none was read, where one was cited or looked for
    )
    headers: tuple[tuple[str, str], ...] = ()  # of the last answer, names in lower case
    exchanges: tuple[Exchange, ...] = ()
    origin: str | None = None
    imported_at: datetime | None = None
    saved: Saved | None = None

    @property
    def own_text(self) -> SourceText | None:
        """What the address itself says: as this visit found it, else as a reader saved it; None where neither can be read."""
        there = self.status.family is Family.FOUND or self.status.link is Link.FRAGMENT_MISSING
        if there and self.text is not None and self.text.text.strip():
            return self.text
        return self.saved.text if self.saved is not None else None

    @property
    def readable(self) -> SourceText | None:
        """The text that claims are judged against: the page's where it can be read, else the memento's."""
        own = self.own_text
        return own if own is not None or self.memento is None else self.memento.text

    @property
    def saved_on(self) -> datetime | None:
        """When a reader saved the text of the address itself, None where it was fetched."""
        if self.plan is PlanName.IMPORT:
            return self.fetched_at
        return self.saved.at if self.saved is not None else None

    def without_bodies(self) -> Fetch:
        """The same without the bytes of its snapshots: many pages would fill the memory."""
        snapshot = replace(self.snapshot, body=b"") if self.snapshot is not None else None
        memento = self.memento
        if memento is not None:
            memento = replace(memento, snapshot=replace(memento.snapshot, body=b""))
        return replace(self, snapshot=snapshot, memento=memento, exchanges=())

    def without_texts(self) -> Fetch:
        """The same as reports keep it: with what its pages say of themselves, not what they say."""
        memento = self.memento
        if memento is not None:
            memento = replace(memento, text=memento.text.bare())
        saved = replace(self.saved, text=self.saved.text.bare()) if self.saved is not None else None
        return replace(self, text=self.text.bare() if self.text is not None else None, memento=memento, saved=saved)


# --- what the source says ----------------------------------------------------------------------


class QuotationVerdict(StrEnum):
    """How the source's words and the quoted words agree (docs/matching.md)."""

    VERBATIM = "verbatim"
    VERBATIM_MARKED = "verbatim_marked"
    NEAR_VERBATIM = "near_verbatim"
    ALTERED = "altered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    FOUND_ELSEWHERE = "found_elsewhere"
    TRANSLATED = "translated"
    UNVERIFIABLE = "unverifiable"
    NOT_A_QUOTATION = "not_a_quotation"


# The source has the quoted words.
FAITHFUL = frozenset({QuotationVerdict.VERBATIM, QuotationVerdict.VERBATIM_MARKED, QuotationVerdict.NEAR_VERBATIM})


class StatementVerdict(StrEnum):
    """What the source has to show for the claim's own words. Never "supported" without a judge."""

    EVIDENCE_SHOWN = "evidence_shown"
    ITEM_CONFLICT = "item_conflict"
    WEAK_EVIDENCE = "weak_evidence"
    NO_EVIDENCE = "no_evidence"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a source's text (W3C TextQuoteSelector and TextPositionSelector).

    `exact` is `text[start:end]`, `prefix` and `suffix` the words around it.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class DifferenceKind(StrEnum):
    """What an edit between the quotation and the source changes."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    MODALITY = "modality"
    WORD = "word"
    QUALIFIER = "qualifier"
    OMISSION = "omission"
    INSERTION = "insertion"
    ORDER = "order"
    STITCHED = "stitched"
    # These change nothing that is said.
    VALUE = "value"  # the same value in another dress
    TYPO = "typo"
    SPELLING = "spelling"
    DIACRITICS = "diacritics"
    PUNCTUATION = "punctuation"
    CASE = "case"
    MARKED = "marked"  # declared by brackets or an ellipsis
    BETWEEN = "between"  # stands on the page between the words, and is no part of its running text


@dataclass(frozen=True, slots=True)
class Difference:
    """One edit between the quotation and the source.

    `quoted` are the article's words, `source` the source's; either may be empty.
    """

    kind: DifferenceKind
    quoted: str
    source: str
    material: bool


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """Where and how a quotation stands in a text.

    `start` and `end` point into the text (None where nothing is near), `exact` are the text's own
    words there; `score` is 0 to 1. `warnings` stand beside the verdict.
    """

    verdict: QuotationVerdict
    start: int | None
    end: int | None
    exact: str
    score: float
    differences: tuple[Difference, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str = ""


class ItemKind(StrEnum):
    """What an item of a claim is."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    WORD = "word"  # rose, fell
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Conflict:
    """An item of the claim (number, date, name) that the source contradicts or does not have.

    `source` is the other value in its place, "" where there is none anywhere.
    """

    kind: ItemKind
    claimed: str
    source: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a text shows for a statement: the best passages (3 at most, best first). `warnings` stand beside the verdict."""

    verdict: StatementVerdict
    score: float
    evidence: tuple[Evidence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reason: str = ""
    warnings: tuple[str, ...] = ()


class RulingVerdict(StrEnum):
    """What a judge says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judge's answer: `quote` are the source's words that it rests on, letter by letter."""

    verdict: RulingVerdict
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """A ruling beside a finding, with who gave it. `verdict` is None where it was discarded or none came; `reason` says why."""

    judge: str
    model: str
    prompt_version: str
    verdict: RulingVerdict | None
    quote: str
    reason: str


# --- what we say -----------------------------------------------------------------------------


class FindingKind(StrEnum):
    """The claim layer; the two are never mixed."""

    QUOTATION = "quotation"
    STATEMENT = "statement"


class Severity(StrEnum):
    """How a finding weighs for people and exit codes, worst first."""

    PROBLEM = "problem"
    WARNING = "warning"  # a person should look
    CANNOT_TELL = "cannot_tell"
    FINE = "fine"


class Judged(StrEnum):
    """Which text a claim was judged against."""

    SOURCE = "source"
    MEMENTO = "memento"


@dataclass(frozen=True, slots=True)
class Finding:
    """Claim x citation x verdict x reason x evidence.

    `quotation` are the quoted words (None for a statement). `evidence` are passages of the text
    judged, best first. For `found_elsewhere`,
    `elsewhere` is the label of the note whose source holds the words.
    """

    claim: Claim
    citation: Citation
    kind: FindingKind
    verdict: QuotationVerdict | StatementVerdict
    reason: str
    severity: Severity
    quotation: Quotation | None = None
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    differences: tuple[Difference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    warnings: tuple[str, ...] = ()
    judged: Judged = Judged.SOURCE
    elsewhere: str | None = None
    opinion: Opinion | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What `archive` brought: the fetches of some sources, in the order asked."""

    fetches: tuple[Fetch, ...]
    finished: bool = True
    looked: bool = True


class Content(StrEnum):
    """A source's text against the stored snapshot."""

    FIRST = "first"
    SAME = "same"
    EDITED = "edited"
    DRIFTED = "drifted"
    QUOTE_LOST = "quote_lost"


class Life(StrEnum):
    """A source over its fetches: dead after 3 failures at least 3 days apart; any success resets."""

    ALIVE = "alive"
    SUSPECT = "suspect"
    DEAD = "dead"


class Agreement(StrEnum):
    """What a note says of its source against what the page says of itself."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """One field of a reference (title, author, site, issued, accessed) beside the page's own, and the reason in words."""

    field: str
    cited: str
    found: str | None
    agreement: Agreement
    reason: str


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """A citation and all that is said of it.

    `label` and `note` are its note's. `fetch` is None where the note has no address, or the run ended before. `findings` are worst
    first. `severity`, `word` and `reason` are the one answer that stands for all: the link's, the worst finding's or the
    reference's. `steps` say what to do next, in plain sentences.
    """

    citation: Citation
    label: str
    note: str
    fetch: Fetch | None
    content: Content | None  # None where nobody looked, or there is no text to compare
    reference: tuple[FieldCheck, ...]
    findings: tuple[Finding, ...]
    severity: Severity
    word: str
    reason: str
    steps: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the note says of the source and the page says otherwise, in words."""
        return tuple(check.reason for check in self.reference if check.agreement is Agreement.DIFFERS)


@dataclass(frozen=True, slots=True)
class Summary:
    """The sums of a report: of the article, of its links by family, of its citations by severity."""

    notes: int
    citations: int
    claims: int
    families: tuple[tuple[Family, int], ...]
    severities: tuple[tuple[Severity, int], ...]  # worst first


class SettledBy(StrEnum):
    """Why something that a report says makes no run fail."""

    IGNORED = "ignored"  # by a rule of the settings
    KNOWN = "known"  # an earlier report said it
    ACCEPTED = "accepted"  # by a person


class DecisionKind(StrEnum):
    """What a person says of a finding."""

    ACCEPTED = "accepted"  # it stays as it is
    REJECTED = "rejected"  # the article must be changed
    REMARK = "remark"  # words beside it


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of a finding or a link: of these words of a document (`words`), this source, this answer (`word`).

    `rests_on` is what the answer was given for, as it was then; where that is another now, the decision is stale.
    """

    document: str
    note: str
    url: str | None
    word: str
    words: str
    kind: DecisionKind
    remark: str
    by: str
    at: datetime
    rests_on: str


class About(StrEnum):
    """What an alert is about."""

    LINK = "link"
    REFERENCE = "reference"  # what the note says of the page
    QUOTATION = "quotation"
    STATEMENT = "statement"
    ARTICLE = "article"  # a problem of the article itself


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing of a report that stands in no order: a link, a finding, a reference, a problem of the article itself.

    `word` is the link's, the verdict's or the problem's; `words` are those of the article that it is about. One of the article itself
    has no address and weighs nothing (`fine`). `line` and `column` are those of the mark. `settled` tells who settled it, and `why`.
    `sentence` and `rests` are what the answer was given for beside these words: their sentence, and the passages of the source with what
    stands around them. `differs` is what differs, where that is of one kind (number, negation ...): it names the alert,
    and tells none from another.
    """

    document: str
    note: str
    url: str | None
    word: str
    severity: Severity
    reason: str
    words: str = ""
    line: int | None = None
    column: int | None = None
    settled: SettledBy | None = None
    why: str = ""
    rests: str = ""
    sentence: str = ""
    about: About = About.LINK
    differs: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person said of an alert. `stale`: the words, the source or the rules are others now."""

    alert: Alert
    decision: Decision
    stale: bool


class ChangeKind(StrEnum):
    """What became of a finding between two checks of an article."""

    NEW = "new"
    CHANGED = "changed"  # another answer, or given for something else
    FIXED = "fixed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that needs a person in one of two checks at least.

    `before` and `now` are what was said of it; `now` is None where the article says it no longer, or not with this source. `dropped`
    tells which: whether its words are gone from the article, too.
    """

    kind: ChangeKind
    before: Alert | None
    now: Alert | None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check that the archive holds: of which document, in which run (None of a program's own), when, and whether it came to its end."""

    document: str
    run: int | None
    checked_at: datetime
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different between two checks of an article, in the order of the article. `decided` is what people said of the findings."""

    before: CheckLine
    now: CheckLine
    changes: tuple[Change, ...]
    decided: tuple[Decided, ...] = ()

    def count(self, kind: ChangeKind) -> int:
        """How many there are of a kind."""
        return sum(change.kind is kind for change in self.changes)


class SuggestionKind(StrEnum):
    """What has exactly one right answer."""

    ADDRESS = "address"  # the page has moved for good
    COPY = "copy"  # the page is lost, and an archive has it
    QUOTATION = "quotation"  # the source has other words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change of the article: `old`, as it stands there, becomes `new`, in the citation's note or in the sentence of the finding.

    `old` is "" where it does not stand there just once, so that nobody but a person can make the change.
    """

    kind: SuggestionKind
    citation: Citation
    old: str
    new: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document. `document.problems` holds the citations' problems too."""

    document: Document
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that one check found, in document order.

    `finished` is False where the run was cut short; `looked` is False where nothing could be
    looked at (no network): nothing is then said about claims.
    """

    document: Document
    citations: tuple[CheckedCitation, ...]
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    summary: Summary
    checked_at: datetime
    version: str
    finished: bool = True
    looked: bool = True
    archive: str | None = None  # the archive's path, as the user gave it
    settled: tuple[Alert, ...] = ()  # what makes no run fail; no archive keeps it
    decided: tuple[Decided, ...] = ()  # what people said of its findings
    changes: Changes | None = None  # against the check before, where there was one
    suggestions: tuple[Suggestion, ...] = ()  # changes that were asked for; no archive keeps them


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that nobody has read yet: its name, the SHA-256 of its bytes, and by what it would be read (program and options)."""

    name: str
    sha256: str
    read_by: str


class Several(tuple[_T, ...]):
    """The results of several documents, in order: a list for whoever reads it, also where only one of them could be looked at."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in which two texts differ: what stood there, what stands there now, and the words of now on both sides."""

    before: str
    now: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citing:
    """A note of an article of today that cites a source: the article's name, the note's label and words."""

    document: str
    label: str
    note: str


class Layer(StrEnum):
    """What an event is about; of each a source has one open event at most."""

    LINK = "link"  # the address no longer shows the page
    CONTENT = "content"  # the page says something else
    WALL = "wall"  # a login, a paywall or a consent form stands in front of a page that could be read
    PERSON = "person"  # what a person said: dead, alive


@dataclass(frozen=True, slots=True)
class Event:
    """What re-checks found wrong at a source: open until `healed_at`.

    `word` is the link's, the content's, or a person's; of one that is not `sure` (nobody answered, once) nothing is said yet. `told`
    says whether a person heard of it: what comes and goes is told once.
    """

    url: str
    layer: Layer
    word: str
    severity: Severity
    reason: str
    happened_at: datetime
    healed_at: datetime | None = None
    sure: bool = True
    told: bool = True
    life: Life = Life.ALIVE
    lost_quotations: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    memento_url: str | None = None
    memento_datetime: datetime | None = None
    cited_by: tuple[Citing, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceState:
    """One archived source after a re-check.

    `severity`, `word` and `reason` are the one answer of link and content; `news` tells whether a person should hear of it.
    `lost_quotations` were in the stored text and are not in what the address says now; `passages` are what differs; `judged_again`
    says which findings of articles are other ones by the text of today. `opened` and `healed` are what this visit does to the events;
    `final_url` is the address that answered, where it is another one.
    """

    url: str
    status: LinkStatus
    content: Content | None  # None where there is no text to compare
    life: Life
    fetched_at: datetime
    severity: Severity
    word: str
    reason: str
    news: bool = False
    previous: LinkStatus | None = None
    memento_url: str | None = None
    memento_datetime: datetime | None = None
    lost_quotations: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    cited_by: tuple[Citing, ...] = ()
    judged_again: tuple[str, ...] = ()
    opened: tuple[Event, ...] = ()
    healed: tuple[Layer, ...] = ()
    final_url: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a source, as far as later ones rest on it; `asked_by` is the verb of its run."""

    at: datetime
    status: LinkStatus
    content: Content | None = None
    asked_by: str | None = None


@dataclass(frozen=True, slots=True)
class WatchedSource:
    """What a re-check knows of a source before it looks.

    `quotations` are those of articles of today that stood in it; `visits` and `events` are newest first. `settled_at` is when a person
    last said that all is well; `compared` names the bytes that what comes is held against, `newest` those that came last.
    """

    url: str
    quotations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    accessed: str | None = None
    visits: tuple[Visit, ...] = ()
    events: tuple[Event, ...] = ()
    settled_at: datetime | None = None
    compared: str | None = None
    newest: str | None = None
    cited_by: tuple[Citing, ...] = ()

    def open(self, layer: Layer) -> Event | None:
        """What is wrong of this kind, and was found before."""
        return next((e for e in self.events if e.layer is layer and e.healed_at is None), None)


@dataclass(frozen=True, slots=True)
class HostDown:
    """A host of which no source answered, for the first time: what may be over tomorrow is one line."""

    host: str
    sources: int
    reason: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecheckReport:
    """All sources re-checked, and (`changes`) those that are newly wrong or right again.

    `walls` are those that a login, a paywall or a consent form newly hides, or that nobody could look at for weeks; `down` the hosts of
    which nobody answered; `still` what was told before and is wrong still; `told` the newest events, for feeds.
    """

    sources: tuple[SourceState, ...]
    changes: tuple[SourceState, ...]
    checked_at: datetime
    version: str
    finished: bool = True
    looked: bool = True
    walls: tuple[SourceState, ...] = ()
    down: tuple[HostDown, ...] = ()
    still: tuple[Event, ...] = ()
    told: tuple[Event, ...] = ()


# --- what the archive answers ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FetchLine:
    """One fetch of a source as the archive keeps it, for listings: no body, no text."""

    url: str
    fetched_at: datetime
    plan: PlanName
    status: LinkStatus
    final_url: str | None = None
    http_status: int | None = None
    sha256: str | None = None
    media_type: str | None = None
    size: int | None = None  # bytes of the decoded body
    memento_url: str | None = None
    content: Content | None = None  # what became of the text since the visit before; None where nobody compared
    pruned_sha256: str | None = None  # of bytes that were dropped since

    @property
    def shown_sha256(self) -> str | None:
        """The hash of what came, whether it is still here or was dropped."""
        return self.sha256 or self.pruned_sha256


@dataclass(frozen=True, slots=True)
class History:
    """The visits to a source, newest first, and what two of its captures say differently; no two where no second text is here."""

    lines: tuple[FetchLine, ...]
    before: FetchLine | None = None
    now: FetchLine | None = None
    content: Content | None = None
    passages: tuple[Passage, ...] = ()


class DamageKind(StrEnum):
    """What is wrong with an archive."""

    FILE = "file"  # the pages of the database file
    REFERENCE = "reference"  # a row names another that is not there
    BODY = "body"  # stored bytes are not what their hash says
    SNAPSHOT = "snapshot"  # a capture has no bytes of its own, or others
    TEXT = "text"  # a reading is not of what it says, or its parts lie outside
    INDEX = "index"  # the search index does not say what the texts say


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is wrong with an archive, and what hangs on it: the addresses of sources, the names of articles."""

    kind: DamageKind
    detail: str
    sources: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """What a look through an archive found; `bodies`, `snapshots` and `texts` are how many were looked at."""

    archive: str
    bodies: int
    snapshots: int
    texts: int
    damages: tuple[Damage, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedFile:
    """What another archive brought: rows added, by table; stored bodies that were damaged here and are whole again."""

    path: str
    added: Mapping[str, int]
    mended: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """An archive after it took in others."""

    archive: str
    files: tuple[MergedFile, ...]


@dataclass(frozen=True, slots=True)
class PrunedSource:
    """What goes of a source: how many captures, of which time, and their stored bytes."""

    url: str
    captures: int
    oldest_at: datetime
    newest_at: datetime
    bytes: int


@dataclass(frozen=True, slots=True)
class Pruned:
    """What a prune dropped (`applied`), or would drop; sizes are bytes: of the texts that go, and of the file before and after."""

    archive: str
    applied: bool
    sources: tuple[PrunedSource, ...]
    texts: int
    size: int
    size_after: int | None = None

    @property
    def captures(self) -> int:
        """How many captures go."""
        return sum(source.captures for source in self.sources)

    @property
    def bytes(self) -> int:
        """How many stored bytes go, without the search index."""
        return self.texts + sum(source.bytes for source in self.sources)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A source whose text holds the words searched; the words are `snippet[start:end]` of each mark."""

    url: str
    title: str | None
    fetched_at: datetime
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Rows of a query; `truncated` where there were more than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool = False
