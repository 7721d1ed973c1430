"""Which findings of two readings of an article are the same one, however its notes are numbered and its sentences stand now.

In: alerts of an earlier report and of this one. Out: pairs. The rule of this file: the words and their source make a finding, not the place
or the number of its note; two are the same where a person would say that the one was carried over into the other.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from posixpath import normpath

from verifier.model import FAITHFUL, About, Alert, DifferenceKind, QuotationVerdict
from verifier.urls import identity
from verifier.verdicts import RULES
from verifier.verdicts.likeness import SAME_WORDS, find_alike, folded, likeness

_WHOLE = re.compile(r"/|[A-Za-z]:/")
_Pair = tuple[Alert | None, Alert | None]


def is_about_the_same(alert: Alert, other: Alert) -> bool:
    """Whether two alerts give the same answer about the same source, in the same document."""
    return is_same_source(alert, other) and alert.word == other.word and _is_same_path(alert.document, other.document)


def is_same_source(alert: Alert, other: Alert) -> bool:
    """Whether two alerts are about one address, however it is written."""
    return identity(alert.url or "") == identity(other.url or "")


def find_same(alert: Alert, earlier: Sequence[Alert]) -> Alert | None:
    """What an earlier report said of the same words and source, whatever its note was numbered and wherever it stood."""
    near = [(likeness(alert.words, other.words), other) for other in earlier if is_about_the_same(alert, other)]
    alike, best = max(near, key=lambda each: each[0], default=(0.0, None))
    return best if alike >= SAME_WORDS else None


def pair(before: Sequence[Alert], now: Sequence[Alert]) -> list[_Pair]:
    """Each alert of two reports of one document once: with its counterpart where it has one, whatever is answered now.

    The same words of the same source go first, then words that were edited, then the words that cite another source now.
    """
    left, coming = list(before), list(now)
    pairs: list[_Pair] = []
    for key, alike in ((_exactly, False), (_by_source, True), (_by_words, False), (_by_kind, True)):
        for was, is_ in _matched(left, coming, key, alike=alike):
            left.remove(was)
            coming.remove(is_)
            pairs.append((was, is_))
    return [*pairs, *((was, None) for was in left), *((None, is_) for is_ in coming)]


def rests_on(alert: Alert) -> str:
    """What an answer was given for, by the rules of today: a digest of how the source says it, and the sentence."""
    # The number of another note is no part of what the source says.
    reason = "" if alert.word == QuotationVerdict.FOUND_ELSEWHERE else alert.reason
    said = f"{RULES}\n{reason}\n{alert.rests}"
    return f"{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]} {alert.sentence}"


def holds(rested: str, words: str, alert: Alert) -> bool:
    """Whether what was said of these words, resting on that, holds for an alert: nothing that is said became another."""
    (then, _, sentence), (today, _, _) = rested.partition(" "), rests_on(alert).partition(" ")
    return then == today and says_the_same(words, alert.words) and says_the_same(sentence, alert.sentence)


def says_the_same(one: str, other: str) -> bool:
    """Whether two sentences differ in nothing but spelling, punctuation and blanks.

    >>> says_the_same("The old gates were closd for three winters.", "The old gates were closed for three winters")
    True
    >>> says_the_same("The gates were closed for 3 winters.", "The gates were closed for 4 winters.")
    False
    """
    # Which of two is the mended one is seen from one side only: “closed” is no way of writing “closd”.
    return folded(one) == folded(other) or _spells(one, other) or _spells(other, one)


def _spells(one: str, other: str) -> bool:
    """Whether the whole of a sentence is the whole of another, but for spelling."""
    from verifier.matching import match_quotation  # noqa: PLC0415 - only where a sentence was edited

    match = match_quotation(one, other)
    if match.verdict not in FAITHFUL or match.start is None or match.end is None:
        return False
    beside = other[: match.start] + other[match.end :]
    return not any(map(str.isalnum, beside)) and all(d.kind in _SPELLING for d in match.differences)


_SPELLING = (
    DifferenceKind.TYPO, DifferenceKind.SPELLING, DifferenceKind.DIACRITICS, DifferenceKind.PUNCTUATION, DifferenceKind.CASE,
    DifferenceKind.VALUE,
)  # fmt: skip


def _matched(
    before: Sequence[Alert], now: Sequence[Alert], key: Callable[[Alert], Hashable | None], *, alike: bool
) -> list[tuple[Alert, Alert]]:
    """Pairs of the same key, the most alike first."""
    groups: dict[Hashable, list[Alert]] = {}
    for was in before:
        groups.setdefault(key(was), []).append(was)
    groups.pop(None, None)
    found: list[tuple[Alert, Alert]] = []
    for name, coming in _grouped(now, key):
        found += _nearest(groups.get(name, []), coming) if alike else zip(groups.get(name, []), coming, strict=False)
    return found


def _grouped(
    alerts: Sequence[Alert], key: Callable[[Alert], Hashable | None]
) -> Iterator[tuple[Hashable, list[Alert]]]:
    groups: dict[Hashable, list[Alert]] = {}
    for alert in alerts:
        groups.setdefault(key(alert), []).append(alert)
    yield from groups.items()


def _nearest(before: Sequence[Alert], now: Sequence[Alert]) -> Iterator[tuple[Alert, Alert]]:
    """The pairs that are alike, each alert in one; the same answer goes before another."""
    alike = find_alike([alert.words for alert in before], [alert.words for alert in now])
    scores = sorted((-much, before[i].word != now[k].word, i, k) for much, i, k in alike)
    was_taken, is_taken = set[int](), set[int]()
    for _, _, i, k in scores:
        if i not in was_taken and k not in is_taken:
            was_taken.add(i)
            is_taken.add(k)
            yield before[i], now[k]


def _exactly(alert: Alert) -> Hashable:
    """The same words of the same source; what has neither words nor an address is known by its note."""
    note = "" if alert.words or alert.url else alert.note
    return alert.about, identity(alert.url or ""), folded(alert.words), note


def _by_source(alert: Alert) -> Hashable | None:
    return (alert.about, identity(alert.url or "")) if alert.words else None


def _by_words(alert: Alert) -> Hashable | None:
    """The same words of whatever source: of what was said there, since an address alone is another one."""
    return (alert.about, folded(alert.words)) if alert.about in _SAID and alert.words else None


def _by_kind(alert: Alert) -> Hashable | None:
    return alert.about if alert.about in _SAID and alert.words else None


_SAID = (About.QUOTATION, About.STATEMENT)


def _is_same_path(one: str, other: str) -> bool:
    """Whether two names are one file: `docs/a.md` and `./docs/a.md` are, and so is a whole path that ends so."""
    a, b = path_of(one), path_of(other)
    whole = _WHOLE.match(a) or _WHOLE.match(b)
    return a == b or (whole is not None and (a.endswith(f"/{b}") or b.endswith(f"/{a}")))


def path_of(name: str) -> str:
    """A document's name as a path is written here; an address as it is."""
    return name if "://" in name else normpath(name.replace("\\", "/"))
