"""The rules of the resolver: what pages do, what we make of it, and what taught us.

In: nothing. Out: `RULES`, one row for each oddity of note markup, and the patterns that the other modules use.
A new oddity is a row here, not an `if` elsewhere. Patterns are searched in an element's `words`: class, role,
epub:type, data-type and id, in lower case, between blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.notes.flow import Area

# Between two words of a class name: `post__footnotes`, `wp-block-footnotes`, `footnotesList`.
_EDGE = r"(?:^|[\s_:-])"
_END = r"(?:$|[\s_:-])"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `pattern` is what it looks for, `action` what the resolver does, `why` what taught us."""

    name: str
    pattern: re.Pattern[str]
    action: str
    why: str


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"{_EDGE}(?:{'|'.join(words)}){_END}")


RULES: tuple[Rule, ...] = (
    # --- areas: what stands here ------------------------------------------------------------------
    Rule(
        "area_notes",
        re.compile(
            r"(?:foot|end|side|margin)[-_]?notes?(?![a-z]*(?:ref|link|anchor))"
            rf"|{_EDGE}(?:notes|references?|reflist|refs|citations?|bibliography|works-cited|fn|ftn|footdef|spip_notes|notes_?list){_END}"
        ),
        "a block of this name is a place where notes stand",
        "every generator names the block: footnotes (Pandoc, Markdown), references (MediaWiki), easy-footnotes-wrapper (WordPress)",
    ),
    Rule(
        "area_comments",
        _words("comments?", "comment-?list", "commentlist", "disqus", "disqus_thread", "respond", "comment-respond"),
        "no body, no unlinked notes",
        "readers number and quote each other: [1] in a comment answers another comment",
    ),
    Rule(
        "area_navigation",
        _words(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "submenu",
            "breadcrumbs?",
            "pagination",
            "pager",
            "paging",
            "sidebar",
            "site-header",
            "site-footer",
            "page-header",
            "page-footer",
            "share",
            "sharing",
            "social",
            "sharedaddy",
            "related",
            "related-posts?",
            "cookie",
            "cookies",
            "cookie-banner",
            "consent",
            "newsletter",
            "subscribe",
            "skip-link",
            "search-form",
            "login",
            "contentinfo",
            "toolbar",
            "banner",
            "toc",
            "tags",
            "jp-relatedposts",
            "widget",
            "advert",
            "advertisement",
            "catlinks",
            "mw-editsection",
            "editsection",
            "printfooter",
            "similar-posts",
            "post-navigation",
        ),
        "no body, no unlinked notes",
        "access keys [1]..[4] in a menu, page numbers, and counts of comments look like marks",
    ),
    Rule(
        "hidden",
        re.compile(
            rf"{_EDGE}(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|d-none|mw-editsection|page-?num(?:ber)?|page-?no|(?:doc-)?page-?break){_END}"
        ),
        "not body; a note may still stand there",
        "“Footnotes” for screen readers only; note lists for print only; “[Pg 12]” in the sentences of a digitised book",
    ),
    Rule(
        "beside_the_text",
        re.compile(
            r"(?:^|\s)(?:[a-z0-9]+[-_]{1,2})*(?:byline|by-line|authors?|author-?(?:box|bio|info|name)|bio|tag-?(?:list|links|cloud|line)|tags|cat-?links|categories"
            r"|share|sharing|share-?(?:buttons?|links?|bar)|social|social-?(?:links|media|share)|post-?meta|entry-?meta|article-?meta|meta|credits?|caption|figcaption"
            r"|related|read-?(?:more|also|next)|more-?(?:link|on)|recommended|promo|newsletter|copyright|licen[cs]e|permalink|teaser|dateline"
            r"|correction|cta|call-to-action|subscribe|jump-?link|headerlink|heading-?anchor|toc-?link|infobox|navbox)(?:\s|$)"
            r"|(?:^|\s)anchor(?:\s|$)"
        ),
        "a link in a small block or element of this name is none of the article's sentences",
        "bylines, tags, sharing, credits of pictures and boxes of other articles stand between the paragraphs",
    ),
    # --- what an element is ------------------------------------------------------------------------
    Rule(
        "mark",
        re.compile(
            r"noteref|(?:foot|end|side)[-_]?note[-_\w]*?(?:ref|link|anchor|call|marker|number|mark|identifier)|(?:ref|link)[-_]?(?:foot|end)note"
            rf"|{_EDGE}(?:fnref|footref|fnr|ref-?link|fn-ref|ftnref|bibr|xref-bibr|aside-link|reference|citation|super|superscript|exposant|note|notes|appel|exponent|spip_note|footcall|appelnote|fn|ftn_ref|sdfootnoteanc|footnote){_END}"
        ),
        "its text is a mark",
        "class and role of the link or of the sup around it name it: doc-noteref, footnote-ref, spip_note",
    ),
    Rule(
        "backlink",
        re.compile(
            r"back[-_]?(?:link|ref|to)|reversefootnote|footnote-?return|doc-backlink|footnotebacklink|to-top|cite-backlink|footnum|return-link|fn-back"
        ),
        "a link back to the mark: proof of the pair, no part of the note",
        "footnote-backref (Markdown), mw-cite-backlink (MediaWiki), easy-footnote-to-top (WordPress)",
    ),
    Rule(
        "inline_note",
        re.compile(
            r"(?:^|\s)(?:sidenote|side-note|footnote|foot-note|inline-?footnote|inline-?note|endnote|snote|ltx_note|ltx_role_footnote|tooltip-?footnote|note-?content|fn-?content"
            r"|[\w-]*(?:foot|side)-?note[\w-]*?[-_]*(?:content|text|body|note|container|wrapper|tooltip)|footnote_tooltip|doc-footnote)(?:$|\s)"
        ),
        "an element inside a sentence that is so named and holds more than a label is the note itself",
        "Tufte CSS, inline-footnote plug-ins, LaTeXML: the note stands where the mark stands",
    ),
    Rule(
        "note_content",
        re.compile(r"(?:note|fn)[-_]*(?:content|text|body)|(?:^|[\s_-])tooltip|__note(?:$|\s)"),
        "the element inside an inline note that holds its words, where the mark stands beside it",
        "span.sidenote > label + small.sidenote__content; the rest of the outer element is mark or body",
    ),
    Rule(
        "inline_mark",
        re.compile(
            r"(?:^|\s)(?:ltx_note_mark|ltx_note_type|ltx_tag_note|ltx_tag|sidenote-?number|footnote-?number|margin-toggle|footnote-?label|number|label)(?:$|\s)"
        ),
        "the mark inside or before a note in the sentence; no part of either text",
        "LaTeXML prints the mark three times; “footnotemark: 2” is a mark without a note",
    ),
    Rule(
        "target_name",
        re.compile(
            r"(?:^|[\s#_:-])(?:_?f(?:oot)?n(?:ote)?s?|_?ftnt?|_?edn|endnote|cite_note|cite|note|nb|bib|ref|r|b|en|reference|easy-footnote-bottom|identifier|sdfootnote)[-_:.]?\d*"
        ),
        "an id or name of this kind is a note's",
        "fn:1, _ftn1, cite_note-3, nb4-2, ftnt1, FOOT1, bib12",
    ),
    # --- refusals -----------------------------------------------------------------------------------
    Rule(
        "plain_target",
        re.compile(
            r"(?:eq|equation|thm|theorem|lemma|sec|section|fig|figure|tab|table|lst|chapter|ch|page|comment|step)[-_:.\d]"
        ),
        "a link to an equation, theorem, section, figure, table, page or comment is none to a note",
        "mathematical pages number their equations like notes",
    ),
    Rule(
        "blank_mark",
        re.compile(r"(?:foot|side)note"),
        "an element of this name that prints no label may call the note that its attribute holds",
        "“reference” alone names pictures, partners and links to other pages too",
    ),
    Rule(
        "remark",
        re.compile(r"#(?:cmnt\d|_msocom)"),
        "a link to a reviewer's comment is no mark",
        "drafts exported by Google Docs and Word carry their reviewers' comments, linked both ways like notes",
    ),
    Rule(
        "remark_back",
        re.compile(r"#(?:cmnt_ref|_msoanchor)"),
        "what this link begins is a reviewer's comment, no note and no part of the body",
        "the other end of the same link",
    ),
    Rule(
        "unit",
        re.compile(
            r"(?:(?<![^\W\d_])(?:[kcdmµn]?m|km|cm|mm|ft|in|yd|mi|10|sec|s|ha|l|kg|hl|R|CO|r|x|X|n|N|[eE]|χ|σ|λ))$"
        ),
        "a raised number after a unit or a power is no mark",
        "m², km², 10⁶, R²: 2 and 3 are the commonest labels",
    ),
    Rule(
        "power",
        re.compile(r"(?:(?<![^\W_])[A-Za-zα-ωΑ-Ω]|[=+×·/^]\s?[A-Za-zα-ω(][\w()]{0,5}|\))$"),
        "a raised 2, 3 or 4 after a variable or inside a formula is a power",
        "x², E = mc², (a + b)²",
    ),
    Rule(
        "ordinal",
        re.compile(r"(?:\d|\b[IVXLCM]+)$"),
        "raised letters after a number are an ordinal",
        "1er, 2e, 19th, nº, XIXe siècle, 1st",
    ),
    Rule(
        "index",
        re.compile(r"(?:(?<![^\W])[a-z]|[=+]\s?[A-Za-z_]\w{0,30})$"),
        "a bracket glued to a variable is an offset",
        "x[1], fare = sp[8] + v0: programs and formulas in running text",
    ),
    Rule(
        "index_ahead",
        re.compile(r"\s?[=+]|\s[<>]=?\s\d|\.[a-z_]"),
        "a bracket with an operator behind it is an offset",
        "sp[8] + v0, rows[0].name",
    ),
    Rule(
        "enumeration",
        re.compile(
            r"(?:[,;:](?:\s+(?:and|or|und|oder|et|ou|y|o|e|и|ve))?|[、，；：(（](?:及び|または|和|与)?)\s+$|[、，；：(（]$"
        ),
        "(1) and ① after a comma or colon number the parts of a sentence",
        "Japanese and Chinese law texts; “three things: (1) …, (2) …”",
    ),
    Rule(
        "price",
        re.compile(r"(?:[€$£¥]|EUR|USD|CHF|%|Preis|price)\s?$", re.IGNORECASE),
        "an asterisk after a price or in a form is a disclaimer",
        "shop pages mark each price with * and each required field too",
    ),
    Rule(
        "back_words",
        re.compile(
            r"back|return|\btop\b|jump|zurück|hoch|retour|volver|voltar|terug|tillbaka|tilbage|wróć|назад|вернуться|geri|戻る|返回|[↑↩↵⏎⤴⇑^]",
            re.IGNORECASE,
        ),
        "words of a link that is nothing but the way back",
        "“Back to text”, “Jump up”; other words belong to the note: “Line 20.” in the notes of a poem",
    ),
    Rule(
        "arrow",
        re.compile(
            r"^[\s\[(]*(?:[↑↩↵⏎⤴⇧^⬆↖←⇑▲△⬑↰⮐⏎➦⮌∧]|&#8617;|back|return|top|zurück|retour|volver|up|hoch|jump up)*[\s\])\ufe0e\ufe0f]*$",
            re.IGNORECASE,
        ),
        "the text of a link back",
        "↩ (Markdown), ↑ (MediaWiki), “back”, “zurück”; also a link without any text",
    ),
)
PATTERN = {rule.name: rule.pattern for rule in RULES}


def named_area(words: str) -> Area:
    """What class, role and id say about a block.

    >>> named_area(" post__footnotes "), named_area(" breadcrumb "), named_area(" prose ")
    (<Area.NOTES: 32>, <Area.NAVIGATION: 2>, <Area.NOTHING: 0>)
    """
    area = Area.NOTHING
    if PATTERN["area_notes"].search(words):
        area |= Area.NOTES
    elif PATTERN["area_comments"].search(words):
        area |= Area.COMMENTS
    elif PATTERN["area_navigation"].search(words):
        area |= Area.NAVIGATION
    if PATTERN["hidden"].search(words):
        area |= Area.HIDDEN
    return area
