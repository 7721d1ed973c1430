"""The words for people: what each answer is called, what it means and does not mean, what an editor does about it.

The machine's words stand in JSON and CSV; people read these.
"""

from __future__ import annotations

from verifier.model import (
    Alert,
    CheckedCitation,
    Content,
    DifferenceKind,
    Finding,
    ItemKind,
    Link,
    QuotationVerdict,
    StatementVerdict,
)
from verifier.verdicts.alerts import kind_of
from verifier.verdicts.answers import COPY_READ, NO_ADDRESS, NOT_LOOKED_AT, REFERENCE_DIFFERS

LABELS: dict[str, str] = {
    QuotationVerdict.VERBATIM: "word for word",
    QuotationVerdict.VERBATIM_MARKED: "word for word, changes marked",
    QuotationVerdict.NEAR_VERBATIM: "the same but for spelling",
    QuotationVerdict.ALTERED: "words differ",
    QuotationVerdict.PARTIAL: "only partly there",
    QuotationVerdict.NOT_FOUND: "not in the source",
    QuotationVerdict.FOUND_ELSEWHERE: "in another note's source",
    QuotationVerdict.TRANSLATED: "source in another language",
    QuotationVerdict.UNVERIFIABLE: "could not look",
    QuotationVerdict.NOT_A_QUOTATION: "no quotation",
    StatementVerdict.EVIDENCE_SHOWN: "passages to read",
    StatementVerdict.ITEM_CONFLICT: "number, date or name differs",
    StatementVerdict.WEAK_EVIDENCE: "something is missing",
    StatementVerdict.NO_EVIDENCE: "nothing bears on it",
    Link.OK: "page is there",
    Link.MOVED: "page has moved",
    Link.FRAGMENT_MISSING: "place on the page is gone",
    Link.GONE: "page is gone",
    Link.SOFT_404: "page not there, says OK",
    Link.PARKED: "domain in other hands",
    Link.SERVER_ERROR: "server is broken",
    Link.UNREACHABLE: "no usable answer",
    Link.BLOCKED: "behind a wall",
    Link.RESTRICTED: "behind a login or paywall",
    Link.NEEDS_JS: "needs a browser",
    Link.UNSUPPORTED: "cannot be read here",
    COPY_READ: "copy was read",
    REFERENCE_DIFFERS: "reference differs",
    NOT_LOOKED_AT: "not looked at",
    NO_ADDRESS: "no address",
}
# What became of a source.
_OF_SOURCES = {
    Content.QUOTE_LOST: "quotation is gone",
    Content.DRIFTED: "page says something else",
    Content.EDITED: "page was edited",
    Content.SAME: "page is the same",
    Content.FIRST: "seen for the first time",
}
_OF_DIFFERENCES = {
    DifferenceKind.NUMBER: "number differs",
    DifferenceKind.NEGATION: "a “not” differs",
    DifferenceKind.NAME: "name differs",
    DifferenceKind.ORDER: "order differs",
    DifferenceKind.OMISSION: "words left out",
}
_OF_CONFLICTS = {
    ItemKind.NUMBER: "number differs",
    ItemKind.DATE: "date differs",
    ItemKind.NAME: "name is not there",
    ItemKind.WORD: "says the contrary",
    ItemKind.NEGATION: "a “not” differs",
}
# By verdict, and by what differs.
_OF_KINDS: dict[tuple[str, str], str] = {
    **{(QuotationVerdict.ALTERED, kind): name for kind, name in _OF_DIFFERENCES.items()},
    **{(StatementVerdict.ITEM_CONFLICT, kind): name for kind, name in _OF_CONFLICTS.items()},
}
# The names of what differs, and the verdict of each.
OTHER_NAMES: tuple[tuple[str, str], ...] = (
    *((QuotationVerdict.ALTERED, name) for name in _OF_DIFFERENCES.values()),
    *(
        (StatementVerdict.ITEM_CONFLICT, name)
        for name in _OF_CONFLICTS.values()
        if name not in _OF_DIFFERENCES.values()
    ),
)


def label_of(finding: Finding) -> str:
    """What a finding is called: by what differs, where that is of one kind.

    >>> from verifier.model import Citation, Claim, Conflict, FindingKind, Severity
    >>> cited, claim = Citation(0, "Note"), Claim("In 1911.", "In 1911.", (0,), 0, ())
    >>> found = Finding(claim, cited, FindingKind.STATEMENT, StatementVerdict.ITEM_CONFLICT, "", Severity.PROBLEM)
    >>> label_of(found)
    'number, date or name differs'
    """
    return _OF_KINDS.get((finding.verdict, kind_of(finding) or ""), LABELS[finding.verdict])


def label_of_alert(alert: Alert) -> str:
    """What an alert is called: as its finding; one of the article itself by its own word."""
    return _OF_KINDS.get((alert.word, alert.differs)) or LABELS.get(alert.word, alert.word.replace("_", " "))


def label_of_event(word: str) -> str:
    """What it is called that happened to a source.

    >>> label_of_event("quote_lost"), label_of_event("gone"), label_of_event("dead")
    ('quotation is gone', 'page is gone', 'dead')
    """
    return _OF_SOURCES.get(Content(word)) or word if word in set(Content) else LABELS.get(word, word)


def label_of_citation(cited: CheckedCitation) -> str:
    """What the one answer of a citation is called."""
    worst = cited.findings[0] if cited.findings else None
    return label_of(worst) if worst is not None and worst.verdict.value == cited.word else LABELS[cited.word]


VERDICT_WORDS: dict[str, str] = {
    QuotationVerdict.VERBATIM: "The quoted words stand in the source, word for word. Whether they are used fairly is for you to judge.",
    QuotationVerdict.VERBATIM_MARKED: "The quoted words stand in the source, with changes that the article marks: brackets or an ellipsis.",
    QuotationVerdict.NEAR_VERBATIM: "The quoted words stand in the source but for spelling, punctuation or a typing error.",
    QuotationVerdict.ALTERED: "The source says this differently: a word, a number or a “not” is another.",
    QuotationVerdict.PARTIAL: "Only a part of the quoted words stands in the source.",
    QuotationVerdict.NOT_FOUND: "The whole text of the source was read, and the quoted words are not in it.",
    QuotationVerdict.FOUND_ELSEWHERE: "The quoted words stand in the source of another note: the note may be the wrong one.",
    QuotationVerdict.TRANSLATED: "The source is in another language, so the words cannot be compared. That is not a fault.",
    QuotationVerdict.UNVERIFIABLE: "Nobody could look; the reason says why. This is neither right nor wrong.",
    QuotationVerdict.NOT_A_QUOTATION: "A title, a name or a word as a word: listed, not judged.",
    StatementVerdict.EVIDENCE_SHOWN: "These passages bear on the claim. They may support it or contradict it: read them.",
    StatementVerdict.ITEM_CONFLICT: "A number, a date or a name of the claim is another in the source, or nowhere in it.",
    StatementVerdict.WEAK_EVIDENCE: "Some words of the claim are in the source, too few to point at a passage with confidence.",
    StatementVerdict.NO_EVIDENCE: "No passage of the source bears on the claim.",
    COPY_READ: "The archived copy that the note cites, or one that a reader saved, was read; the address itself does not show the page.",
    REFERENCE_DIFFERS: "The note gives another title, author or date than the page gives of itself, or an impossible access date.",
}

# What an editor does about each.
LINK_STEPS: dict[str, str] = {
    Link.OK: "Nothing.",
    Link.MOVED: "Give the new address.",
    Link.FRAGMENT_MISSING: "Look where the passage stands now, and cite that place.",
    Link.GONE: "Cite the archived copy that is offered, or look for the source at another address.",
    Link.SOFT_404: "Open it: where the page is not the one cited, cite the archived copy or the new address.",
    Link.PARKED: "Do not link to it. Cite the archived copy.",
    Link.SERVER_ERROR: "Try again tomorrow; the next re-check does.",
    Link.UNREACHABLE: "Read the reason; try in a browser, and again tomorrow.",
    Link.BLOCKED: "Open it in a browser and compare the passage by eye.",
    Link.RESTRICTED: "Ask somebody with access, or look for an open copy.",
    Link.NEEDS_JS: "Run again with --browser, or compare by eye.",
    Link.UNSUPPORTED: "Compare by eye.",
}

LINK_WORDS: dict[str, str] = {
    Link.OK: "The address answers with the page.",
    Link.MOVED: "The page is there, at a new address for good.",
    Link.FRAGMENT_MISSING: "The page is there, the place in it that the address names is not.",
    Link.GONE: "The server says that the page is not there (404, 410).",
    Link.SOFT_404: "The server says 200, the page says “not found”, or shows something else in its place.",
    Link.PARKED: "The domain is for sale, parked or in other hands.",
    Link.SERVER_ERROR: "The server is broken at the moment (5xx). That does not prove that the page is gone.",
    Link.UNREACHABLE: "No usable answer came; the reason says why.",
    Link.BLOCKED: "A wall stands in front of the page (403, 429, a captcha). A person with a browser may get in.",
    Link.RESTRICTED: "A login, a paywall or a consent form stands in front of the page.",
    Link.NEEDS_JS: "The page is empty without JavaScript.",
    Link.UNSUPPORTED: "This kind of address or file cannot be read here.",
}
